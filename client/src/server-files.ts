import { Disposable, type ExtensionContext, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { base64Of } from '../../server/src/documents/base64.ts';
import {
  type BytesParams,
  type FileBytes,
  hasFileRequest,
  listFilesRequest,
  readBytesRequest,
  readFileRequest,
  scriptRequest,
} from '../../server/src/lsp/protocol.ts';

/** The files that a server has to know of: plans, and the settings of a project. */
const wanted = '**/{*.plan,goldthread.json}';

/** Folders that hold what others wrote. */
const unwanted = '**/{node_modules,.git}/**';

/** Lets a server that has no files of its own, in a browser, ask for those of the workspace. */
export function answerServer(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(listFilesRequest, async ({ uri }: { uri: string }) => {
      const folder = Uri.parse(uri);
      // The server leaves out the slash at the end, which the root of a file system must have.
      const base = folder.path === '' ? folder.with({ path: '/' }) : folder;
      const found = await workspace.findFiles(new RelativePattern(base, wanted), unwanted);
      return found.map((file) => client.code2ProtocolConverter.asUri(file));
    }),
    client.onRequest<boolean, void>(hasFileRequest, async ({ uri }: { uri: string }) => {
      try {
        return ((await workspace.fs.stat(Uri.parse(uri))).type & FileType.File) !== 0;
      } catch {
        return false;
      }
    }),
    client.onRequest(readFileRequest, async ({ uri }: { uri: string }) => {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
      } catch {
        return null;
      }
    }),
    client.onRequest<FileBytes | null, void>(readBytesRequest, async ({ uri, most }: BytesParams) => {
      try {
        const file = Uri.parse(uri);
        const { size } = await workspace.fs.stat(file);
        return size > most ? { size } : { size, base64: base64Of(await workspace.fs.readFile(file)) };
      } catch {
        return null;
      }
    }),
    client.onRequest(scriptRequest, ({ name }: { name: string }) =>
      Uri.joinPath(context.extensionUri, 'server/dist', `${name}.worker.js`).toString(true),
    ),
  );
}
