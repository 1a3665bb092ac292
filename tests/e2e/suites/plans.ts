import {
  commands,
  type Diagnostic,
  type Disposable,
  type Event,
  extensions,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Goldthread } from '../../../client/src/start.ts';

/** The extension, once it runs. */
export async function goldthread(): Promise<Goldthread> {
  const extension = extensions.getExtension<Goldthread>('goldthread.goldthread-vscode');
  if (extension === undefined) throw new Error('The extension is not there.');
  return extension.activate();
}

/** Plan files in a folder of their own in the workspace, gone after the test. */
export class Plans {
  readonly folder: Uri;
  static #made = 0;

  constructor() {
    Plans.#made += 1;
    const [root] = workspace.workspaceFolders ?? [];
    if (root === undefined) throw new Error('There is no workspace.');
    this.folder = Uri.joinPath(root.uri, `plans-${String(Plans.#made).padStart(3, '0')}`);
  }

  /** Writes files and opens them, so that the server knows of them before it hears of the folder. */
  static async write(files: Readonly<Record<string, string>>): Promise<Plans> {
    const plans = await new Plans().put(files);
    for (const name of Object.keys(files)) await workspace.openTextDocument(plans.uri(name));
    return plans;
  }

  uri(name: string): Uri {
    return Uri.joinPath(this.folder, name);
  }

  /** Writes files, as another program would while the extension runs. */
  async put(files: Readonly<Record<string, string>>): Promise<this> {
    await goldthread();
    for (const [name, text] of Object.entries(files)) {
      await workspace.fs.writeFile(this.uri(name), new TextEncoder().encode(text));
    }
    return this;
  }

  /** The text of a file: that of the editor, where it is open. */
  async text(name: string): Promise<string> {
    return (await workspace.openTextDocument(this.uri(name))).getText();
  }

  async open(name: string): Promise<TextEditor> {
    return window.showTextDocument(await workspace.openTextDocument(this.uri(name)));
  }

  async remove(): Promise<void> {
    await closeAll();
    // As in the Explorer: VS Code then knows that the documents are gone, too.
    const edit = new WorkspaceEdit();
    for (const [name] of await workspace.fs.readDirectory(this.folder)) edit.deleteFile(this.uri(name));
    await workspace.applyEdit(edit);
  }
}

/** Closes all editors, with what was typed in them saved: an editor with something to save would ask. */
export async function closeAll(): Promise<void> {
  await workspace.saveAll(false);
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** The position of the first place in a document where a text stands, moved on by a number of characters. */
export function at(document: TextDocument, text: string, characters = 0): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`“${text}” is not in ${document.uri.path}`);
  return document.positionAt(offset + characters);
}

/** Waits until what is looked at is there, looking again whenever one of the events comes. Mocha’s limit of time is the limit. */
export function until<T>(events: readonly Event<unknown>[], look: () => T | undefined | false): Promise<T> {
  return new Promise((resolve, reject) => {
    const listeners: Disposable[] = [];
    const again = (): void => {
      try {
        const found = look();
        if (found === undefined || found === false) return;
        resolve(found as T);
      } catch (error) {
        reject(error);
      }
      for (const listener of listeners) listener.dispose();
    };
    for (const event of events) listeners.push(event(again));
    again();
  });
}

/** Waits until the problems of a file are as wanted. */
export function problems(uri: Uri, wanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
  return until([languages.onDidChangeDiagnostics], () => {
    const found = languages.getDiagnostics(uri);
    return wanted(found) && found;
  });
}

/** The ids of the rules that found problems, in order. */
export const rulesOf = (found: readonly Diagnostic[]): string[] =>
  found.map(({ code }) => String(typeof code === 'object' ? code.value : code)).sort();

/** True where one rule alone found something, and once: while VS Code still looks for the files of a plan, others may. */
export const only =
  (rule: string) =>
  (found: readonly Diagnostic[]): boolean =>
    rulesOf(found).join() === rule;

/** Asks VS Code for what a feature gives, as if a writer had asked for it in an editor. */
export const ask = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  commands.executeCommand<T>(`vscode.execute${command}`, ...args);
