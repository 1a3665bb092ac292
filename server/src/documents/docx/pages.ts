import type { PageNumberEstimator } from 'docx';
import { type BodyParagraph, type BodySection, type BodyTable, readBody } from './body.ts';
import { type Laid, LineBreaker, total } from './lines.ts';
import type { Measures, StyleMeasures } from './measures.ts';

/** Fewer lines of a paragraph than this don’t stand alone on a page. */
const TOGETHER = 2;

/** A line of a footnote and the letters that stand in it, and what stands above the first on a page. In twentieths of a point. */
const NOTE = { line: 245, letters: 100, rule: 200 };

/**
 * Says on which pages things stand, so that the contents of a document have their numbers when it is first opened. Pages are filled as
 * Word fills them: lines by the widths of letters, headings with what follows them, rows of tables whole. Word counts anew where the
 * fields are updated (F9). `notes` are the letters in each footnote.
 */
export const pagesWith =
  (styles: StyleMeasures, notes: ReadonlyMap<string, number>): PageNumberEstimator =>
  (body) => {
    const pages = new Pages(new LineBreaker(styles), notes);
    for (const section of readBody(body)) pages.fill(section);
    return { bookmarks: pages.bookmarks };
  };

/** Pages that are filled from top to bottom. */
class Pages {
  readonly bookmarks = new Map<string, string>();
  private readonly breaker: LineBreaker;
  private readonly notes: ReadonlyMap<string, number>;
  private page = 0;
  /** What is taken of the page, the room below the last paragraph left out, and that room. */
  private taken = 0;
  private after = 0;
  private height = 0;
  private hasNotes = false;
  private isAsked = false;

  constructor(breaker: LineBreaker, notes: ReadonlyMap<string, number>) {
    this.breaker = breaker;
    this.notes = notes;
  }

  /** Puts a section on pages of its own. */
  fill({ blocks, width, height }: BodySection): void {
    this.height = height;
    this.turn(true);
    for (let at = 0; at < blocks.length; ) at = this.put(blocks, at, width);
  }

  /** `isAsked` where the document says so, not because a page is full. */
  private turn(isAsked = false): void {
    this.page++;
    this.isAsked = isAsked;
    this.taken = 0;
    this.after = 0;
    this.hasNotes = false;
  }

  /** Puts the paragraphs that keep together, or a table, where there is room; gives where those begin that follow. */
  private put(blocks: readonly (BodyParagraph | BodyTable)[], start: number, width: number): number {
    const group: Laid[] = [];
    let at = start;
    for (let block = blocks[at]; block && !('rows' in block); block = blocks[at]) {
      const laid = this.breaker.laid(block, width);
      if (group.length > 0 && breaksBefore(laid)) break;
      group.push(laid);
      at++;
      if (!keepsNext(laid)) break;
    }
    const last = group.at(-1);
    const next = last === undefined || keepsNext(last) ? blocks[at] : undefined;
    const table = next && 'rows' in next ? this.breaker.rows(next) : undefined;
    const heads = table?.findIndex(({ isHeader }) => !isHeader) ?? 0;
    const behind = table ? total(table.slice(0, Math.max(0, heads) + 1).map(({ height }) => height)) : 0;
    const first = group[0];
    if (first && breaksBefore(first) && this.taken > 0) this.turn(true);
    if (group.length > 1 || table) {
      const kept = keptHeight(group, this.after, table !== undefined) + behind;
      if (this.taken > 0 && this.taken + kept > this.height && kept <= this.height) this.turn();
    }
    for (const laid of group) this.putParagraph(laid);
    if (!table) return at;
    this.putRows(table);
    return at + 1;
  }

  private putParagraph({ lines, measures, paragraph }: Laid): void {
    const { before: own = measures.before } = paragraph;
    // Word takes the larger of the rooms between two paragraphs, and none at the top of a page that comes by itself.
    const above = this.taken === 0 && !this.isAsked ? 0 : Math.max(this.after, own);
    const notes = this.notesHeight(paragraph);
    const room = this.height - this.taken - above - notes;
    const fitting = countFitting(lines, room, measures);
    const isSplit = fitting < lines.length;
    const isWhole = measures.keepsLines || lines.length < 2 * TOGETHER;
    if (isSplit && this.taken > 0 && (isWhole || fitting < TOGETHER)) this.turn();
    else this.taken += above;
    this.mark(paragraph);
    this.reserve(notes);
    this.putLines(lines, measures);
    this.after = measures.after;
  }

  /** Fills the page with lines, and the next ones; at least two go over. */
  private putLines(lines: readonly number[], measures: Measures): void {
    let rest = lines;
    for (;;) {
      const fitting = countFitting(rest, this.height - this.taken, measures);
      if (fitting >= rest.length) break;
      const here = Math.max(this.taken === 0 ? 1 : 0, Math.min(fitting, Math.max(rest.length - TOGETHER, TOGETHER)));
      rest = rest.slice(here);
      this.turn();
    }
    this.taken += total(rest);
  }

  private putRows(rows: ReturnType<LineBreaker['rows']>): void {
    this.taken += this.after;
    this.after = 0;
    const heads = rows.filter(({ isHeader }) => isHeader).map(({ height }) => height);
    for (const { height, cells, isHeader } of rows) {
      const notes = cells.reduce((sum, { paragraph }) => sum + this.notesHeight(paragraph), 0);
      if (this.taken > 0 && this.taken + height + notes > this.height) {
        this.turn();
        if (!isHeader) this.taken += total(heads);
      }
      for (const { paragraph } of cells) this.mark(paragraph);
      this.reserve(notes);
      for (this.taken += height; this.taken > this.height; ) {
        const over = this.taken - this.height;
        this.turn();
        this.taken = over;
      }
    }
  }

  private mark({ bookmarks }: BodyParagraph): void {
    for (const name of bookmarks) this.bookmarks.set(name, String(this.page));
  }

  /** What footnotes take of the page on which their marks stand. */
  private notesHeight({ notes }: BodyParagraph): number {
    if (notes.length === 0) return 0;
    const lines = notes.map((id) => Math.ceil((this.notes.get(id) ?? 0) / NOTE.letters) || 1);
    return total(lines) * NOTE.line + (this.hasNotes ? 0 : NOTE.rule);
  }

  private reserve(notes: number): void {
    if (notes === 0) return;
    this.hasNotes = true;
    this.taken += Math.min(notes, this.height / 2);
  }
}

const breaksBefore = ({ paragraph, measures }: Laid): boolean => paragraph.breaksBefore || measures.breaksBefore;

const keepsNext = ({ paragraph, measures }: Laid): boolean => paragraph.keepsNext || measures.keepsNext;

/** What has to stand on one page of paragraphs that keep together: all of them, of the last one its first lines. */
function keptHeight(group: readonly Laid[], above: number, isBeforeTable: boolean): number {
  let height = 0;
  let after = above;
  for (const [index, { lines, measures, paragraph }] of group.entries()) {
    const isLast = index === group.length - 1;
    const all = !isLast || isBeforeTable || measures.keepsLines || lines.length < 2 * TOGETHER;
    height += Math.max(after, paragraph.before ?? measures.before) + total(all ? lines : lines.slice(0, TOGETHER));
    after = measures.after;
    if (isLast) height += isBeforeTable ? after : 0;
    if (isLast && !isBeforeTable) height -= (lines[0] ?? 0) * (1 - 1 / measures.line);
  }
  return height;
}

/** How many lines there is room for. What stands between lines may go below the last on a page. */
function countFitting(lines: readonly number[], room: number, { line }: Measures): number {
  let taken = 0;
  const over = lines.findIndex((height) => {
    taken += height;
    return taken - height * (1 - 1 / line) > room;
  });
  return over < 0 ? lines.length : over;
}
