import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { bounds } from './bounds.ts';

/** A change of places: `a b c d e f` of ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

const same: Matrix = [1, 0, 0, 1, 0, 0];

/** The one change after the other. */
const after = (one: Matrix, two: Matrix): Matrix => [
  one[0] * two[0] + one[2] * two[1],
  one[1] * two[0] + one[3] * two[1],
  one[0] * two[2] + one[2] * two[3],
  one[1] * two[2] + one[3] * two[3],
  one[0] * two[4] + one[2] * two[5] + one[4],
  one[1] * two[4] + one[3] * two[5] + one[5],
];

/** How text is shown (ISO 32000-1, 9.3). */
export interface TextState {
  readonly font: string;
  readonly size: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** How wide letters are drawn: 1 for as they are. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

/** What holds for all that is drawn next. */
export interface DrawingState {
  readonly matrix: Matrix;
  readonly text: TextState;
  readonly colour: string;
}

/** Marked content: its number, and whether it is none of the words of the document. */
interface Marked {
  readonly mark: number | undefined;
  readonly isArtifact: boolean;
}

const noText: TextState = {
  font: '',
  size: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

const unmarked: Marked = { mark: undefined, isArtifact: false };

/** Where the next letter is drawn, and how: follows the steps by which a page is painted. */
export class Drawing {
  state: DrawingState;
  private readonly page: Matrix;
  private readonly kept: DrawingState[] = [];
  private readonly marks: Marked[] = [];
  private readonly forms: number[] = [];
  private textMatrix: Matrix = same;
  private lineX = 0;
  private lineY = 0;
  private x = 0;
  private y = 0;

  /** @param page What leads from the places of the page to points from its top left corner. */
  constructor(page: Matrix) {
    this.page = page;
    this.state = { matrix: page, text: noText, colour: '#000000' };
  }

  get marked(): Marked {
    return this.marks.at(-1) ?? unmarked;
  }

  /** Where a place on the line is, as seen from the next letter. */
  place(along: number, up: number): readonly [number, number] {
    const { text } = this.state;
    return at(this.whole, this.x + along * text.stretch, this.y + up + text.rise);
  }

  onPage(x: number, y: number): readonly [number, number] {
    return at(this.state.matrix, x, y);
  }

  advance(along: number, up: number): void {
    this.x += along * this.state.text.stretch;
    this.y += up;
  }

  /** The size of letters in points, as they are on the page. */
  get sizeOfText(): number {
    const [, , c, d] = this.whole;
    return Math.abs(this.state.text.size) * Math.hypot(c, d);
  }

  /** The direction of writing, in degrees clockwise. */
  get angleOfText(): number {
    const [a, b] = this.whole;
    return (Math.atan2(b, a) * 180) / Math.PI;
  }

  private get whole(): Matrix {
    return after(this.state.matrix, this.textMatrix);
  }

  /** Takes a step. False where it changes nothing here. */
  take(step: number, given: readonly unknown[]): boolean {
    const follow = steps.get(step);
    if (!follow) return false;
    follow(this, given);
    return true;
  }

  keep(): void {
    this.kept.push(this.state);
    if (this.kept.length > bounds.depth) this.kept.shift();
  }

  giveBack(): void {
    this.state = this.kept.pop() ?? this.state;
  }

  openForm(matrix: Matrix | undefined): void {
    this.keep();
    this.forms.push(this.kept.length);
    if (matrix) this.move(matrix);
  }

  /** What a form kept and did not give back ends with it. */
  closeForm(): void {
    const depth = this.forms.pop() ?? this.kept.length;
    while (this.kept.length > depth) this.kept.pop();
    this.giveBack();
  }

  /** An annotation is painted on the page, whatever was painted before it. */
  openAnnotation(transform: Matrix | undefined, matrix: Matrix | undefined): void {
    this.keep();
    this.forms.push(this.kept.length);
    this.state = { matrix: this.page, text: noText, colour: '#000000' };
    if (transform) this.move(transform);
    if (matrix) this.move(matrix);
  }

  move(matrix: Matrix): void {
    this.state = { ...this.state, matrix: after(this.state.matrix, matrix) };
  }

  set(text: Partial<TextState>): void {
    this.state = { ...this.state, text: { ...this.state.text, ...text } };
  }

  paint(colour: string): void {
    this.state = { ...this.state, colour };
  }

  beginText(matrix: Matrix = same): void {
    this.textMatrix = matrix;
    this.lineX = 0;
    this.lineY = 0;
    this.x = 0;
    this.y = 0;
  }

  nextLine(x: number, y: number): void {
    this.lineX += x;
    this.lineY += y;
    this.x = this.lineX;
    this.y = this.lineY;
  }

  openMark(tag: unknown, number: unknown): void {
    const name = typeof tag === 'object' && tag !== null ? (tag as { readonly name?: unknown }).name : tag;
    const around = this.marked;
    const mark = typeof number === 'number' ? number : around.mark;
    this.marks.push({ mark, isArtifact: around.isArtifact || name === 'Artifact' });
    if (this.marks.length > bounds.depth) this.marks.shift();
  }

  closeMark(): void {
    this.marks.pop();
  }
}

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

const figure = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** Six figures of any sort of list; undefined for anything else. */
function matrixOf(value: unknown): Matrix | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const list = value as ArrayLike<unknown>;
  return list.length === 6
    ? [figure(list[0]), figure(list[1]), figure(list[2]), figure(list[3]), figure(list[4]), figure(list[5])]
    : undefined;
}

type Follow = (drawing: Drawing, given: readonly unknown[]) => void;

/** What each step of painting changes for the letters after it (ISO 32000-1, Annex A). */
const steps: ReadonlyMap<number, Follow> = new Map<number, Follow>([
  [OPS.save, (drawing) => drawing.keep()],
  [OPS.restore, (drawing) => drawing.giveBack()],
  [OPS.transform, (drawing, given) => drawing.move(matrixOf(given) ?? same)],
  [OPS.paintFormXObjectBegin, (drawing, given) => drawing.openForm(matrixOf(given[0]))],
  [OPS.paintFormXObjectEnd, (drawing) => drawing.closeForm()],
  [OPS.beginAnnotation, (drawing, given) => drawing.openAnnotation(matrixOf(given[2]), matrixOf(given[3]))],
  [OPS.endAnnotation, (drawing) => drawing.closeForm()],
  [OPS.beginText, (drawing) => drawing.beginText()],
  [OPS.setTextMatrix, (drawing, given) => drawing.beginText(matrixOf(given.length === 6 ? given : given[0]) ?? same)],
  [OPS.moveText, (drawing, given) => drawing.nextLine(figure(given[0]), figure(given[1]))],
  [
    OPS.setLeadingMoveText,
    (drawing, given) => {
      drawing.set({ leading: figure(given[1]) });
      drawing.nextLine(figure(given[0]), figure(given[1]));
    },
  ],
  [OPS.nextLine, (drawing) => drawing.nextLine(0, drawing.state.text.leading)],
  [OPS.setLeading, (drawing, given) => drawing.set({ leading: -figure(given[0]) })],
  [OPS.setCharSpacing, (drawing, given) => drawing.set({ letterSpacing: figure(given[0]) })],
  [OPS.setWordSpacing, (drawing, given) => drawing.set({ wordSpacing: figure(given[0]) })],
  [OPS.setHScale, (drawing, given) => drawing.set({ stretch: figure(given[0]) / 100 })],
  [OPS.setTextRise, (drawing, given) => drawing.set({ rise: figure(given[0]) })],
  [OPS.setTextRenderingMode, (drawing, given) => drawing.set({ mode: figure(given[0]) })],
  [OPS.setFont, (drawing, given) => drawing.set({ font: String(given[0] ?? ''), size: figure(given[1]) })],
  [OPS.setFillRGBColor, (drawing, given) => drawing.paint(String(given[0] ?? '#000000'))],
  [OPS.beginMarkedContent, (drawing, given) => drawing.openMark(given[0], undefined)],
  [OPS.beginMarkedContentProps, (drawing, given) => drawing.openMark(given[0], given[1])],
  [OPS.endMarkedContent, (drawing) => drawing.closeMark()],
]);
