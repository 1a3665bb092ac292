import {
  type Diagnostic,
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  languages,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReadDocument } from '../../../server/src/lsp/import/protocol.ts';
import { later } from '../editors.ts';
import { columnBeside } from '../preview/follow.ts';
import type { FromPage, ToPage } from './messages.ts';
import { isNoteLine, type PlacedNote, readNotes } from './notes.ts';
import { PlanLines } from './plan-lines.ts';
import { readMessage } from './read-message.ts';
import { importShell } from './shell.ts';
import { pageWords } from './words.ts';

/** So many milliseconds later, at most, the window hears that a page has got the focus: a click that gives it to the text may be overtaken by that. */
const lateFocus = 300;

/** The rule that finds notes to settle. */
const rule = 'import/unsure';

/** A document that was imported, and the plan that was made of it. */
export interface ImportedDocument {
  /** The name of the document. */
  readonly name: string;
  readonly page: ReadDocument;
  readonly plan: Uri;
}

/** A page that shows a document as it was read, beside the plan that it became. */
export class ImportPanel {
  readonly panel: WebviewPanel;
  readonly #client: BaseLanguageClient;
  readonly #page: ReadDocument;
  readonly #blocks: PlanLines;
  readonly #looks: PlanLines;
  #plan: Uri;
  #notes: readonly PlacedNote[] = [];
  #version = 0;
  /** The line to which the page has put the cursor. */
  #put: number | undefined;
  /** The block that the reader has chosen: it is the one to be marked as long as the cursor is at its line. */
  #chosen: number | undefined;

  constructor(
    panel: WebviewPanel,
    { context, client }: { readonly context: ExtensionContext; readonly client: BaseLanguageClient },
    { name, page, plan }: ImportedDocument,
  ) {
    this.panel = panel;
    this.#client = client;
    this.#page = page;
    this.#plan = plan;
    this.#blocks = new PlanLines(page.blocks.map(({ line }) => line));
    this.#looks = new PlanLines(page.looks.map(({ line }) => line));
    const notes = later(client.outputChannel, () => this.#tellNotes());
    const listening = Disposable.from(
      notes,
      panel.webview.onDidReceiveMessage((raw: unknown) => void this.#receive(raw)),
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        // An editor that has just been opened is at its beginning, and nobody has gone there.
        if (kind !== undefined || textEditor.selection.active.line > 0) this.#tellCursor(textEditor);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!this.#isPlan(document)) return;
        this.#blocks.change(contentChanges);
        this.#looks.change(contentChanges);
        notes.soon();
      }),
      workspace.onDidRenameFiles(({ files }) => {
        const renamed = files.find(({ oldUri }) => oldUri.toString() === this.#plan.toString());
        this.#plan = renamed?.newUri ?? this.#plan;
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.#plan.toString())) notes.soon();
      }),
    );
    panel.onDidDispose(() => listening.dispose());
    panel.iconPath = Uri.joinPath(context.extensionUri, 'client/media/plan-light.svg');
    const address = (path: string): string =>
      panel.webview.asWebviewUri(Uri.joinPath(context.extensionUri, path)).toString();
    panel.webview.html = importShell({
      name,
      page,
      words: pageWords((words, ...values) => l10n.t(words, ...values)),
      language: env.language,
      source: panel.webview.cspSource,
      styles: [address('client/media/import.css')],
      script: address('client/dist/import.js'),
      nonce: crypto.randomUUID().replaceAll('-', ''),
    });
  }

  async #receive(raw: unknown): Promise<void> {
    const message = readMessage(raw);
    try {
      if (message === undefined) this.#client.outputChannel.warn('import: a message that no page sends was ignored');
      else await this.#do(message);
    } catch (error) {
      this.#client.outputChannel.warn(`import: ${String(error)}`);
    }
  }

  async #do(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready': {
        const editor = window.visibleTextEditors.find(({ document }) => this.#isPlan(document));
        if (editor !== undefined && editor.selection.active.line > 0) this.#tellCursor(editor);
        return this.#tellNotes();
      }
      case 'block':
        this.#chosen = message.number;
        return this.#show(this.#blocks.at(message.number), message.focus);
      case 'look':
        return this.#show(this.#looks.at(message.number), true);
      case 'note':
        return message.version === this.#version ? this.#show(this.#notes[message.number]?.line, true) : undefined;
    }
  }

  /** Puts the cursor to a line of the plan. */
  async #show(line: number | undefined, focus: boolean): Promise<void> {
    if (line === undefined) return;
    const shown = window.visibleTextEditors.find(({ document }) => this.#isPlan(document));
    const editor = await window.showTextDocument(shown?.document ?? (await workspace.openTextDocument(this.#plan)), {
      viewColumn: shown?.viewColumn ?? columnBeside(this.panel.viewColumn),
      preserveFocus: !focus,
    });
    const { document } = editor;
    const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(Math.min(line, document.lineCount - 1));
    const start = range.start.with({ character: firstNonWhitespaceCharacterIndex });
    this.#put = start.line;
    editor.selection = new Selection(start, start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    if (!focus) return;
    await new Promise((resolve) => setTimeout(resolve, lateFocus));
    if (this.panel.active) await window.showTextDocument(document, { viewColumn: editor.viewColumn ?? ViewColumn.One });
  }

  #tellCursor({ document, selection }: TextEditor): void {
    if (!this.#isPlan(document)) return;
    const { line } = selection.active;
    const isPut = line === this.#put;
    if (!isPut) this.#put = undefined;
    const isChosen = this.#chosen !== undefined && this.#blocks.at(this.#chosen) === line;
    if (!isChosen) this.#chosen = undefined;
    const block = this.#chosen ?? this.#blocks.holding(belowNotes(document, line));
    this.#say({ type: 'cursor', block, isToBeSeen: !isPut });
  }

  /** The notes that the plan has are those that the checks find; while those have found nothing, the lines that look like notes. */
  #tellNotes(): void {
    const document = workspace.textDocuments.find((one) => this.#isPlan(one));
    if (document === undefined) return;
    const found = languages.getDiagnostics(this.#plan).filter((one) => ruleOf(one) === rule);
    const lines = found.length > 0 ? found.map(({ range }) => range.start.line) : linesOfNotes(document);
    this.#notes = readNotes(
      lines.filter((line) => line < document.lineCount).map((line) => ({ line, text: document.lineAt(line).text })),
      this.#page.kinds,
    );
    this.#version += 1;
    this.#say({
      type: 'notes',
      version: this.#version,
      notes: this.#notes.map(({ kind, words }) => ({ kind, words })),
    });
  }

  #isPlan({ uri }: TextDocument): boolean {
    return uri.toString() === this.#plan.toString();
  }

  #say(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

/** The line that a note is about: the first below it that is none. */
function belowNotes(document: TextDocument, line: number): number {
  let below = line;
  while (below + 1 < document.lineCount && /^\s*#/.test(document.lineAt(below).text)) below += 1;
  return below;
}

const ruleOf = ({ code }: Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

const linesOfNotes = (document: TextDocument): number[] =>
  Array.from({ length: document.lineCount }, (_, line) => line).filter((line) =>
    isNoteLine(document.lineAt(line).text),
  );
