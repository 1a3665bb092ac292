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

/** The most lines that an editor leaves above one that it is to show at its top: room for the headings that stick there. */
const room = 6;

/** How much of that room is taken back with each line that the writer scrolls on: little, so that nothing jumps. */
const payback = 0.25;

/** A movement that a page has asked for and that has not come to its end. */
interface Asked {
  readonly editor: TextEditor;
  /** The lines that may be at the top on the way. */
  readonly low: number;
  readonly high: number;
  /** The line at the end; undefined where the editor decides. */
  readonly to: number | undefined;
}

/** Moves the editors of a plan as its page asks, and tells their own movements from those. */
export class Follow {
  #asked: Asked | undefined;
  /** How many lines an editor has left above the one that it was asked for, and what was at its top then. */
  #above: { readonly editor: TextEditor; readonly lines: number; readonly top: number } | undefined;

  /** Scrolls the editor of a file, where one is shown, so that a line is at its top. */
  scroll(files: PlanFiles, file: number, line: number): void {
    const editor = editorOf(files, file);
    if (editor === undefined) return;
    const to = Math.min(line, editor.document.lineCount - 1);
    const top = topOf(editor);
    const before = this.#asked?.editor === editor ? this.#asked : { low: top, high: top };
    this.#asked = { editor, low: Math.min(before.low, top, to), high: Math.max(before.high, top, to), to };
    editor.revealRange(new Range(to, 0, to, 0), TextEditorRevealType.AtTop);
  }

  /** The line, with a fraction, that the page should have at its top when a writer has scrolled an editor; undefined where a page has. */
  scrolled(editor: TextEditor): number | undefined {
    const top = topOf(editor);
    const asked = this.#asked;
    if (asked?.editor === editor && asked.low - room <= top && top <= asked.high) {
      if (asked.to === undefined) this.#asked = undefined;
      else if (asked.to - room <= top && top <= asked.to) {
        this.#asked = undefined;
        this.#above = { editor, lines: asked.to - top, top };
      }
      return undefined;
    }
    this.#asked = undefined;
    const above = this.#above?.editor === editor ? this.#above : { lines: 0, top };
    const lines = Math.max(0, above.lines - Math.abs(top - above.top) * payback);
    this.#above = { editor, lines, top };
    return top + lines;
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
    if (shown !== undefined) this.#asked = { editor: shown, low: 0, high: document.lineCount, to: undefined };
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
