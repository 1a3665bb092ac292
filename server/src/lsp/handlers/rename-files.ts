import type {
  CancellationToken,
  Connection,
  FileOperationRegistrationOptions,
  RenameFilesParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit } from '../../checks/diagnose.ts';
import { type Move, mayName, mendedPaths } from '../../features/moved-paths.ts';
import { PlanFile } from '../../workspace/plan-file.ts';
import type { Desk, Handler } from '../handler.ts';
import { FileOperationPatternKind } from '../languageserver.ts';
import { pathOf } from '../paths.ts';
import type { Project } from '../project.ts';
import { checkWanted } from '../wanted.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** Of which files and folders the client tells before it renames them: plans and what plans can name. */
const filters: FileOperationRegistrationOptions['filters'] = [
  {
    pattern: {
      glob: '**/*.{plan,csv,png,jpg,jpeg,svg,gif,webp,pdf,docx}',
      matches: FileOperationPatternKind.file,
      options: { ignoreCase: true },
    },
  },
  { pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
];

/** For how long files are looked through before other work goes first, in milliseconds. */
const SLICE = 6;

/** Keeps paths right when files or folders are renamed or moved. */
export const renameFiles: Handler = {
  capabilities: { workspace: { fileOperations: { willRename: { filters } } } },
  listen(connection: Connection, desk) {
    connection.workspace.onWillRenameFiles(
      desk.answerAnywhere<RenameFilesParams, WorkspaceEdit | null>(null, async ({ files }, token) => {
        const moves = files.map(({ oldUri, newUri }) => ({ from: folderPath(oldUri), to: folderPath(newUri) }));
        const edits: FileEdit[] = [];
        for (const project of desk.projects.all())
          for await (const file of filesNaming(project, moves, desk, token)) edits.push(...mendedPaths(file, moves));
        return edits.length > 0 ? workspaceEdit(desk, edits) : null;
      }),
    );
  },
};

const folderPath = (uri: string): string => pathOf(uri).replace(/\/+$/, '');

/** The plan files of a project that some moves may concern, whether they are in memory or not. */
async function* filesNaming(
  project: Project,
  moves: readonly Move[],
  { surroundings }: Desk,
  token: CancellationToken,
): AsyncGenerator<PlanFile> {
  await project.ready();
  let until = performance.now() + SLICE;
  for (const path of [...project.paths()]) {
    const text = await project.text(path);
    if (text !== undefined && mayName(path, text, moves)) yield project.file(path) ?? new PlanFile(path, text);
    if (performance.now() < until) continue;
    await surroundings.giveWay();
    checkWanted(token);
    until = performance.now() + SLICE;
  }
}
