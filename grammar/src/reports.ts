import type { Frame } from './frame.ts';
import { type Indentation, trimStart } from './lines.ts';
import type { Problem, ProblemCode } from './tree.ts';

/** Collects what is wrong with the layout of one block after the other. Offsets that it is given are those of the text. */
export class Reports {
  /** What is wrong with the block that is being read. */
  problems: Problem[] = [];
  private readonly text: string;
  private origin = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Begins a block at an offset. */
  begin(origin: number): void {
    this.origin = origin;
    this.problems = [];
  }

  add(code: ProblemCode, start: number, end: number, details: Partial<Problem>): void {
    const { origin } = this;
    const found = this.text.slice(start, end);
    this.problems.push({ code, start: start - origin, end: end - origin, ...details, found });
  }

  /** Reports tabs and look-alike spaces in an indentation, once for each line. */
  checkSpaces(lineStart: number, { hasTab, hasOddSpace, at, column }: Indentation): void {
    if (hasTab || hasOddSpace) this.add(hasTab ? 'tab' : 'odd-space', lineStart, at, { meant: ' '.repeat(column) });
  }

  /** Reports an entry that is not as deep as the others of its frame: the first one, if that is the one that is odd. */
  checkDepth(frame: Frame, lineStart: number, column: number): void {
    if (frame.childIndent < 0) {
      frame.childIndent = column;
      frame.firstChild = lineStart;
    }
    if (frame.childIndent === column || frame.isOdd(column)) return;
    const firstIsOdd = !frame.isOutermost && column === frame.indent + 2;
    const at = firstIsOdd ? frame.firstChild : lineStart;
    frame.addOdd(firstIsOdd ? frame.childIndent : column, this.problems.length);
    if (firstIsOdd) frame.childIndent = column;
    const meant = ' '.repeat(frame.childIndent);
    this.add('indentation', at, trimStart(this.text, at, this.text.length), { meant });
    if (!firstIsOdd) return;
    for (const { report } of frame.odd)
      if (report >= 0) this.problems[report] = { ...(this.problems[report] as Problem), meant };
  }
}
