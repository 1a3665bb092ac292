import type { CancellationToken, Connection, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import { SymbolTable } from '../../features/symbol-table.ts';
import { SymbolSearch } from '../../features/workspace-symbols.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import type { Desk, Handler } from '../handler.ts';
import type { Project } from '../project.ts';
import { checkWanted } from '../wanted.ts';

/** For how long files are searched before other work goes first, in milliseconds. */
const SLICE = 6;

/** A search for items in all plans, open or not. */
export const workspaceSymbols: Handler = {
  capabilities: { workspaceSymbolProvider: true },
  listen(connection: Connection, desk) {
    const table = new SymbolTable();
    connection.onWorkspaceSymbol(
      desk.answerAnywhere<WorkspaceSymbolParams, SymbolInformation[]>([], async ({ query }, token) => {
        const search = new SymbolSearch(query);
        for (const project of desk.projects.all()) await searchProject(search, project, table, desk, token);
        return search.symbols().map(({ name, kind, container, path, line }) => {
          const start = { line, character: 0 };
          return {
            name,
            kind,
            containerName: container,
            location: { uri: desk.uri(path), range: { start, end: start } },
          };
        });
      }),
    );
  },
};

async function searchProject(
  search: SymbolSearch,
  project: Project,
  table: SymbolTable,
  { surroundings }: Desk,
  token: CancellationToken,
): Promise<void> {
  await project.ready();
  let until = performance.now() + SLICE;
  const giveWay = async (): Promise<void> => {
    if (performance.now() < until) return;
    await surroundings.giveWay();
    checkWanted(token);
    until = performance.now() + SLICE;
  };
  for (const path of [...project.paths()]) {
    const file = project.file(path);
    if (file) searchFile(search, project, table, file);
    else await searchElsewhere(search, project, table, path);
    await giveWay();
  }
}

function searchFile(search: SymbolSearch, project: Project, table: SymbolTable, file: PlanFile): void {
  const { path } = file;
  const container = project.head(path)?.title ?? '';
  search.add(table.rowsIn(file, search.mayHold), { path, container });
}

async function searchElsewhere(
  search: SymbolSearch,
  project: Project,
  table: SymbolTable,
  path: string,
): Promise<void> {
  const head = project.head(path);
  if (!head) return;
  if (!table.has(head)) {
    const text = await project.text(path);
    if (text !== undefined) table.set(head, text);
  }
  search.add(table.rows(head, search.mayHold), { path, container: head.title });
}
