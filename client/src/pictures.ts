import {
  type CancellationToken,
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FigureParams, figureRequest } from '../../server/src/lsp/protocol.ts';
import { planSelector } from './client.ts';
import { folderOf, relativePath, unusedName } from './files.ts';

const kind = DocumentDropOrPasteEditKind.Empty.append('goldthread', 'figure');

/** The kinds of picture that a document can show, and how the names of their files end. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
};

/** Where a picture is, or will be once the edit is done that writes it. */
interface Picture {
  readonly uri: Uri;
  readonly writes?: WorkspaceEdit;
}

/** Makes a picture that is dropped or pasted into a plan a `figure`. */
export function registerPictures(client: BaseLanguageClient): Disposable {
  const figure = async (
    document: TextDocument,
    range: Range,
    data: DataTransfer,
    token: CancellationToken,
  ): Promise<{ text: string; writes: WorkspaceEdit | undefined } | undefined> => {
    const picture = await pictureIn(data, document);
    if (picture === undefined || token.isCancellationRequested) return undefined;
    const params: FigureParams = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      range: client.code2ProtocolConverter.asRange(range),
      path: relativePath(folderOf(document.uri), picture.uri),
    };
    return { text: await client.sendRequest<string>(figureRequest, params, token), writes: picture.writes };
  };
  const title = l10n.t('Insert as a figure');

  const drop = {
    async provideDocumentDropEdits(
      document: TextDocument,
      position: Position,
      data: DataTransfer,
      token: CancellationToken,
    ): Promise<DocumentDropEdit | undefined> {
      const made = await figure(document, new Range(position, position), data, token);
      return made && withEdit(new DocumentDropEdit(made.text, title, kind), made.writes);
    },
  };
  const paste = {
    async provideDocumentPasteEdits(
      document: TextDocument,
      [range]: readonly Range[],
      data: DataTransfer,
      _context: unknown,
      token: CancellationToken,
    ): Promise<DocumentPasteEdit[]> {
      const made = range && (await figure(document, range, data, token));
      return made ? [withEdit(new DocumentPasteEdit(made.text, title, kind), made.writes)] : [];
    },
  };
  const mimeTypes = ['image/*', 'text/uri-list'];
  return Disposable.from(
    languages.registerDocumentDropEditProvider(planSelector(), drop, {
      providedDropEditKinds: [kind],
      dropMimeTypes: mimeTypes,
    }),
    languages.registerDocumentPasteEditProvider(planSelector(), paste, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: mimeTypes,
    }),
  );
}

function withEdit<T extends DocumentDropEdit | DocumentPasteEdit>(edit: T, writes: WorkspaceEdit | undefined): T {
  if (writes !== undefined) edit.additionalEdit = writes;
  return edit;
}

/** The picture that is dropped or pasted. One that is not in the plan’s workspace is written beside the plan, never over a file. */
async function pictureIn(data: DataTransfer, document: TextDocument): Promise<Picture | undefined> {
  const [listed] = (await data.get('text/uri-list')?.asString())?.split(/\r?\n/) ?? [];
  if (listed !== undefined && /\.(?:png|jpe?g|gif|svg|webp)$/i.test(listed)) {
    const uri = Uri.parse(listed);
    const home = workspace.getWorkspaceFolder(document.uri);
    if (home !== undefined && workspace.getWorkspaceFolder(uri) === home) return { uri };
  }
  for (const [type, item] of data) {
    const ending = endings[type];
    const file = item.asFile();
    if (ending === undefined || file === undefined || document.isUntitled) continue;
    const name = file.name.replace(/\.[^.]*$/, '');
    const uri = await unusedName(folderOf(document.uri), name === '' || name === 'image' ? 'picture' : name, ending);
    const writes = new WorkspaceEdit();
    writes.createFile(uri, { overwrite: false, contents: file });
    return { uri, writes };
  }
  return undefined;
}
