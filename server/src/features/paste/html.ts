import { Parser } from 'htmlparser2';
import { isPoint, withoutMark } from '../points.ts';
import { addPoint, type CopiedPoint, cleaned, type Piece, tableOf } from './piece.ts';
import { paragraphsOf, type Run } from './runs.ts';

/** So much of a copied page is read, in UTF-16 units, and tags so deep in each other. */
const MOST = 2_000_000;
const DEEPEST = 400;
const CHUNK = 64_000;
const MOST_SPAN = 60;

const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const unread = new Set('head math noscript script select style svg template textarea title xml'.split(' '));
const lists = new Set(['ul', 'ol']);
const cells = new Set(['td', 'th']);

interface Open {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | undefined;
  /** True inside what is not read: a style sheet, hidden words. */
  readonly hidden: boolean;
  /** True inside the mark that Word writes before a point. */
  readonly mark: boolean;
}

interface Table {
  readonly rows: string[][];
  /** Columns of the next rows that a cell above reaches down to, with how many rows are left of it. */
  readonly reached: Map<number, number>;
  cell: { readonly words: string[]; readonly columns: number; readonly rows: number } | undefined;
}

/** Reads copied HTML, as Word, web pages and spreadsheets write it: untidy, cut off, or not HTML at all. */
class Copied {
  readonly pieces: Piece[] = [];
  private readonly open: Open[] = [];
  private runs: Run[] = [];
  /** The lists and points that are open. */
  private readonly lists: { readonly isNumbered: boolean }[] = [];
  private readonly points: { readonly level: number; isTold: boolean }[] = [];
  private readonly tables: Table[] = [];
  private heading: number | undefined;
  /** The level of a paragraph that Word prints as a point, and what it writes before it. */
  private wordLevel: number | undefined;
  private wordMark = '';

  get isTooDeep(): boolean {
    return this.open.length > DEEPEST;
  }

  begin(name: string, attributes: Readonly<Record<string, string>>): void {
    const above = this.open.at(-1);
    const style = attributes.style ?? '';
    if (blocks.has(name)) this.endWords();
    this.open.push({
      name,
      bold: isBold(name, style, above?.bold ?? false),
      italic: isItalic(name, style, above?.italic ?? false),
      href: name === 'a' ? attributes.href : above?.href,
      hidden: above?.hidden || unread.has(name) || /display:\s*none|mso-hide:\s*all/i.test(style),
      mark: above?.mark || /mso-list:\s*ignore/i.test(style),
    });
    if (name === 'br') this.add('\n');
    else if (lists.has(name)) this.lists.push({ isNumbered: name === 'ol' });
    else if (name === 'li') this.beginPoint(attributes);
    else if (/^h[1-6]$/.test(name)) this.heading = Number(name[1]);
    else if (name === 'table') this.tables.push({ rows: [], reached: new Map(), cell: undefined });
    else if (name === 'tr') this.tables.at(-1)?.rows.push([]);
    else if (cells.has(name)) this.beginCell(attributes);
    else if (name === 'p') {
      const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1];
      const className = /^MsoList(?:Bullet|Number)(\d?)$/i.exec(attributes.class ?? '');
      this.wordLevel = level ? Number(level) - 1 : className ? Number(className[1] || '1') - 1 : undefined;
      this.wordMark = /number/i.test(className?.[0] ?? '') ? '1.' : '';
    }
  }

  text(text: string): void {
    const { hidden, mark } = this.open.at(-1) ?? {};
    if (hidden) return;
    if (mark) this.wordMark += text;
    else this.add(cleaned(text).replace(/\s+/g, ' '));
  }

  end(name: string): void {
    if (blocks.has(name)) this.endWords();
    this.open.pop();
    if (lists.has(name)) this.lists.pop();
    else if (name === 'li') this.points.pop();
    else if (/^h[1-6]$/.test(name)) this.heading = undefined;
    else if (name === 'p') this.wordLevel = undefined;
    else if (cells.has(name)) this.endCell();
    else if (name === 'table') this.endTable();
  }

  /** Ends what is still open. */
  finish(): readonly Piece[] {
    this.endWords();
    while (this.tables.length > 0) {
      this.endCell();
      this.endTable();
    }
    return this.pieces;
  }

  private add(text: string): void {
    const { bold = false, italic = false, href } = this.open.at(-1) ?? {};
    this.runs.push({ text, bold, italic, href });
  }

  /** Ends a paragraph, a point or the words of a cell. */
  private endWords(): void {
    const paragraphs = paragraphsOf(this.runs);
    this.runs = [];
    for (const words of paragraphs) {
      const cell = this.tables.at(-1)?.cell;
      if (cell) cell.words.push(words.markdown);
      else if (!this.isPoint(words)) this.pieces.push({ kind: 'paragraph', words, heading: this.heading });
    }
  }

  /** Takes words as a point where they are one, or as more of one. */
  private isPoint(words: CopiedPoint['words']): boolean {
    const point = this.points.at(-1);
    const last = this.pieces.at(-1);
    const told =
      point?.isTold && last?.kind === 'list' ? last.points.findLastIndex(({ level }) => level === point.level) : -1;
    const before = last?.kind === 'list' ? last.points[told] : undefined;
    if (last?.kind === 'list' && before) {
      const markdown = `${before.words.markdown} ${words.markdown}`;
      last.points[told] = { ...before, words: { markdown, plain: `${before.words.plain} ${words.plain}` } };
    } else if (point) {
      point.isTold = true;
      addPoint(this.pieces, { level: point.level, isNumbered: this.lists.at(-1)?.isNumbered ?? false, words });
    } else if (this.wordLevel !== undefined) {
      addPoint(this.pieces, {
        level: this.wordLevel,
        isNumbered: /^\W*(?:\d+|[a-z]+)[.)]/i.test(this.wordMark),
        words,
      });
      this.wordMark = '';
    } else if (isPoint(words.plain) && !/^\W?\w+[.)]/.test(words.plain)) {
      const own = { markdown: withoutMark(words.markdown.replace(/^\\/, '')), plain: withoutMark(words.plain) };
      addPoint(this.pieces, { level: 0, isNumbered: false, words: own });
    } else return false;
    return true;
  }

  private beginPoint(attributes: Readonly<Record<string, string>>): void {
    const told = Number(attributes['aria-level'] ?? attributes['data-aria-level']);
    const level = told >= 1 && told <= 9 ? told - 1 : Math.max(0, this.lists.length - 1);
    this.points.push({ level, isTold: false });
  }

  private beginCell({ colspan, rowspan }: Readonly<Record<string, string>>): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (table.rows.length === 0) table.rows.push([]);
    table.cell = { words: [], columns: spanOf(colspan), rows: spanOf(rowspan) };
  }

  private endCell(): void {
    const table = this.tables.at(-1);
    const row = table?.rows.at(-1);
    if (!table?.cell || !row) return;
    const { words, columns, rows } = table.cell;
    table.cell = undefined;
    fillReached(table, row);
    for (let column = 0; column < columns && row.length < MOST_SPAN; column++) {
      if (rows > 1) table.reached.set(row.length, rows - 1);
      row.push(column === 0 ? words.join('; ') : '');
    }
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const { rows } = table;
    const outer = this.tables.at(-1)?.cell;
    const piece = tableOf(rows);
    if (outer) outer.words.push(...rows.flat().filter(Boolean));
    else if (piece) this.pieces.push(piece);
    else
      for (const words of rows.flat().filter(Boolean))
        this.pieces.push({ kind: 'paragraph', words: { markdown: words, plain: words } });
  }
}

/** Leaves the cells of a row empty that a cell above reaches down to. */
function fillReached({ reached }: Table, row: string[]): void {
  for (let left = reached.get(row.length); left !== undefined; left = reached.get(row.length)) {
    if (left > 1) reached.set(row.length, left - 1);
    else reached.delete(row.length);
    row.push('');
  }
}

const spanOf = (written = '1'): number => Math.min(MOST_SPAN, Math.max(1, Number.parseInt(written, 10) || 1));

const isBold = (name: string, style: string, above: boolean): boolean => {
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return above || name === 'b' || name === 'strong';
};

const isItalic = (name: string, style: string, above: boolean): boolean => {
  const slant = /font-style:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (slant) return slant === 'italic' || slant === 'oblique';
  return above || name === 'i' || name === 'em';
};

/** Reads what was copied as HTML. */
export function readHtml(html: string): readonly Piece[] {
  const copied = new Copied();
  const parser = new Parser({
    onopentag: (name, attributes) => copied.begin(name, attributes),
    ontext: (text) => copied.text(text),
    onclosetag: (name) => copied.end(name),
  });
  const end = Math.min(html.length, MOST);
  for (let at = 0; at < end && !copied.isTooDeep; at += CHUNK) parser.write(html.slice(at, Math.min(end, at + CHUNK)));
  if (!copied.isTooDeep) parser.end();
  return copied.finish();
}
