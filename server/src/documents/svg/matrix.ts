import { type Markup, markup, noMarkup } from '../markup.ts';
import { wordsOf } from '../plain-words.ts';
import { wrapped } from '../text-width.ts';
import type { Cell, Drawing, Flow } from '../tree.ts';
import type { Page } from '../view.ts';

type Table = Flow & { readonly type: 'table' };

/** Measures of the drawing, in CSS pixels. */
const SIZE = 13;
const LINE = 17;
const FIRST = 280;
const PAD = 8;
const INDENT = 16;
const DEEPEST = 6;
/** Columns are so wide; where there are many, their headings are set upright. */
const WIDE = 112;
const NARROW = 40;
const MANY = 7;
const UPRIGHT = 190;
/** The most lines of a heading and of the name of a priority. */
const MOST_LINES = 8;
const MOST_UPRIGHT = 2;
const GAP = 18;

/** A line of the drawing: how high it is, and what is in it, seen from its top. */
interface Row {
  readonly height: number;
  readonly svg: Markup;
}

/** The words of a paragraph of notes: what the signs mean. */
const legendOf = (flow: readonly Flow[]): string =>
  flow.flatMap((one) => (one.type === 'paragraph' && one.role === 'note' ? [wordsOf(one.children)] : [])).join(' ');

/** The tables of a matrix as a picture; undefined for a page without any. */
export function drawMatrix({ blocks, title }: Page): Drawing | undefined {
  const tables = blocks.flatMap(({ flow }) => flow.filter((one): one is Table => one.type === 'table'));
  const columns = tables[0]?.head[0]?.length ?? 0;
  if (columns === 0) return undefined;
  const isUpright = columns - 1 >= MANY;
  const column = isUpright ? NARROW : WIDE;
  const width = FIRST + (columns - 1) * column;
  const legend = wrapped(legendOf(blocks[0]?.flow ?? []), { size: SIZE, width, most: MOST_LINES });
  const rows: Row[] = tables.flatMap((table) => [
    ...(table.caption ? [captionRow(wordsOf(table.caption), width)] : []),
    headRow(table.head[0] ?? [], column, width, isUpright),
    ...table.rows.map((cells) => bodyRow(cells, column, width)),
    { height: GAP, svg: noMarkup },
  ]);
  rows.push({ height: legend.length * LINE, svg: lines(legend, 0, LINE - 3) });
  const heading = blocks[0]?.flow.find((one) => one.type === 'heading');
  const name = heading ? wordsOf(heading.children) : title;
  const description = (blocks[0]?.flow ?? [])
    .flatMap((one) => (one.type === 'paragraph' ? [wordsOf(one.children)] : []))
    .join(' ');
  let height = 0;
  const drawn = rows.map((row) => {
    const svg = markup`<g transform="translate(0 ${height})">${row.svg}</g>`;
    height += row.height;
    return svg;
  });
  const svg = markup`<svg class="matrix" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="${SIZE}" role="img" aria-labelledby="_matrix-title _matrix-description"><title id="_matrix-title">${name}</title><desc id="_matrix-description">${description}</desc>${drawn}</svg>`;
  return { type: 'drawing', svg: svg.text, title: name, description, same: tables };
}

const lines = (text: readonly string[], x: number, y: number, marks: Markup = noMarkup): Markup =>
  markup`<text${marks}>${text.map((line, index) => markup`<tspan x="${x}" y="${y + index * LINE}">${line}</tspan>`)}</text>`;

const rule = (y: number, width: number, name: string): Markup =>
  markup`<line class="${name}" x1="0" x2="${width}" y1="${y}" y2="${y}" stroke="currentColor"/>`;

function captionRow(text: string, width: number): Row {
  const broken = wrapped(text, { size: 15, width, most: 2, bold: true });
  const height = broken.length * LINE + PAD;
  return { height, svg: lines(broken, 0, LINE - 3, markup` font-weight="bold" font-size="15"`) };
}

function headRow(cells: readonly Cell[], column: number, width: number, isUpright: boolean): Row {
  const [first, ...others] = cells.map(({ children }) => wordsOf(children));
  const room = isUpright ? UPRIGHT - PAD : column - PAD;
  const most = isUpright ? MOST_UPRIGHT : MOST_LINES;
  const headings = others.map((text) => wrapped(text, { size: SIZE, width: room, most, bold: true }));
  const highest = headings.reduce((high, one) => Math.max(high, one.length), 1);
  const height = isUpright ? UPRIGHT : highest * LINE + 2 * PAD;
  const bold = markup` font-weight="bold"`;
  const drawn = headings.map((text, index) => {
    const x = FIRST + index * column;
    if (!isUpright)
      return lines(
        text,
        x + column / 2,
        height - PAD - (text.length - 1) * LINE - 3,
        markup`${bold} text-anchor="middle"`,
      );
    const across = x + column / 2 + SIZE / 3 - ((text.length - 1) * LINE) / 2;
    return text.map(
      (line, at) =>
        markup`<text transform="translate(${across + at * LINE} ${height - PAD}) rotate(-90)"${bold}>${line}</text>`,
    );
  });
  return {
    height,
    svg: markup`${lines([first ?? ''], 0, height - PAD - 3, bold)}${drawn.flat()}${rule(height, width, 'head')}`,
  };
}

function bodyRow(cells: readonly Cell[], column: number, width: number): Row {
  const [first, ...others] = cells;
  const isTotal = first?.role?.includes('total') ?? false;
  const indent = Math.min(first?.depth ?? 0, DEEPEST) * INDENT;
  const name = wrapped(wordsOf(first?.children ?? []), {
    size: SIZE,
    width: FIRST - indent - PAD,
    most: MOST_LINES,
    bold: isTotal,
  });
  const height = Math.max(1, name.length) * LINE + PAD;
  const ground = isTotal
    ? markup`<rect class="total" x="0" y="0" width="${width}" height="${height}" fill="none"/>`
    : noMarkup;
  const drawn = others.map((cell, index) => cellOf(cell, FIRST + (index + 0.5) * column, height / 2 + SIZE / 3));
  const bold = isTotal ? markup` font-weight="bold"` : noMarkup;
  return {
    height,
    svg: markup`${ground}${lines(name, indent + PAD / 2, LINE - 1, bold)}${drawn}${rule(height, width, 'grid')}`,
  };
}

function cellOf({ children, toggle }: Cell, x: number, y: number): Markup {
  const look = toggle ? (toggle.on ? 'sign' : 'off') : 'count';
  return markup`<text class="${look}" x="${x}" y="${y}" text-anchor="middle">${wordsOf(children)}</text>`;
}
