import {
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { PlanFiles } from './files.ts';

/** Milliseconds after which an editor that a page has moved is thought to have come to rest. */
const rest = 500;

/** Moves the editors of a plan as its page asks, and tells their own movements from those. */
export class Follow {
  /** The last movement that a page asked for: an editor that glides, or can’t scroll that far, passes lines between these. */
  #asked: { readonly editor: TextEditor; readonly from: number; readonly to: number; readonly at: number } | undefined;

  /** Scrolls the editor of a file, where one is shown, so that a line is at its top. */
  scroll(files: PlanFiles, file: number, line: number): void {
    const editor = editorOf(files, file);
    if (editor === undefined) return;
    const last = Math.max(0, editor.document.lineCount - 1);
    const to = Math.min(line, last);
    const from = topOf(editor);
    if (from === to) return;
    this.#asked = { editor, from, to, at: performance.now() };
    editor.revealRange(new Range(to, 0, to, 0), TextEditorRevealType.AtTop);
  }

  /** The line at the top of an editor that its writer has scrolled; undefined where a page has. */
  scrolled(editor: TextEditor): number | undefined {
    const line = topOf(editor);
    const asked = this.#asked;
    if (asked?.editor === editor && performance.now() - asked.at < rest) {
      const passes = Math.min(asked.from, asked.to) <= line && line <= Math.max(asked.from, asked.to);
      if (passes) return undefined;
    }
    return line;
  }

  /** Puts the cursor to a line of a file, in the editor that shows it, or in one that is opened beside the page. */
  async reveal(files: PlanFiles, file: number, line: number, focus: boolean, beside: ViewColumn): Promise<void> {
    const uri = files.uris[file];
    if (uri === undefined) return;
    const document = await workspace.openTextDocument(uri);
    const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
    const start = new Position(range.start.line, document.lineAt(range.start.line).firstNonWhitespaceCharacterIndex);
    const shown = editorOf(files, file);
    const viewColumn = shown?.viewColumn ?? beside;
    if (shown !== undefined) this.#asked = { editor: shown, from: 0, to: document.lineCount, at: performance.now() };
    const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: !focus });
    editor.selection = new Selection(start, start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** The line at the top of an editor. */
export const topOf = ({ visibleRanges }: TextEditor): number => visibleRanges[0]?.start.line ?? 0;

/** The editor that shows a file of the plan: the one that has the focus, where there are several. */
function editorOf(files: PlanFiles, file: number): TextEditor | undefined {
  const isIt = (editor: TextEditor): boolean => files.numberOf(editor.document.uri) === file;
  const { activeTextEditor: active, visibleTextEditors } = window;
  return active !== undefined && isIt(active) ? active : visibleTextEditors.find(isIt);
}

/** The column for a text beside a page. */
export const columnBeside = (column: ViewColumn | undefined): ViewColumn =>
  column === undefined || column === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
