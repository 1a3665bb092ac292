import { linkHorizontal } from 'd3-shape';
import { attribute, joined, type Markup, markup } from '../markup.ts';
import { textWidth, wrapped } from '../text-width.ts';
import type { Drawing } from '../tree.ts';
import type { ViewOptions } from '../view.ts';
import { faultsIn, labelOf, Neighbours, summary } from './around.ts';
import { boxesOf, type ColumnName, metrics } from './boxes.ts';
import type { ThreadGraph } from './graph.ts';
import { KeptLayout } from './kept-layout.ts';
import { HEADING, type Layout, type PlacedBox, type Point, type Route } from './layout.ts';
import { dashed, drawLegend } from './legend.ts';
import { sameAsText } from './same.ts';
import { outline } from './shapes.ts';
import { type Steps, stepsOf } from './steps.ts';
import { type ThreadWords, threadWords } from './words.ts';

/** How a thread is drawn. */
export interface DrawOptions {
  readonly language: ViewOptions['language'];
  /** True where a page script goes along the thread with its reader; false for a picture. */
  readonly interactive: boolean;
  /** Stands before the ids in the drawing, so that several can be on one page. */
  readonly prefix: string;
}

/** What is needed to draw any piece. */
interface Pen {
  readonly options: DrawOptions;
  readonly words: ThreadWords;
  readonly neighbours: Neighbours;
  readonly steps: ReadonlyMap<string, Steps>;
}

/**
 * The golden thread as a picture: a column for each kind of item, lines for what serves what, open boxes where it is broken. All that
 * makes the picture readable is in attributes; colours come from classes, and without a style sheet it is black on nothing. `layouts`
 * may remember the places of the last time.
 */
export function drawThread(graph: ThreadGraph, options: DrawOptions, layouts = new KeptLayout()): Drawing {
  const words = threadWords(options.language);
  const layout = layouts.of(boxesOf(graph, words));
  const neighbours = new Neighbours(graph);
  const pen: Pen = { options, words, neighbours, steps: stepsOf(layout) };
  const description = `${summary(graph, options.language)} ${words.ends(faultsIn(graph))}`;
  return {
    type: 'drawing',
    svg: svgOf(layout, pen, description).text,
    title: words.title,
    description,
    same: sameAsText(graph, neighbours, options),
  };
}

function svgOf(layout: Layout, pen: Pen, description: string): Markup {
  const { options, words } = pen;
  const legend = drawLegend(layout, words);
  const height = layout.height + legend.height;
  const [title, desc] = [`${options.prefix}title`, `${options.prefix}description`];
  const role = options.interactive
    ? markup` role="group" aria-labelledby="${title}" aria-describedby="${desc}"`
    : markup` role="img" aria-labelledby="${title} ${desc}"`;
  return markup`<svg class="thread" xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${height}" viewBox="0 0 ${layout.width} ${height}" font-family="sans-serif" font-size="${metrics.size}"${role}>
<title id="${title}">${words.title}</title><desc id="${desc}">${description}${options.interactive ? ` ${words.keys}` : ''}</desc>
${legend.svg}<g transform="translate(0 ${legend.height})">
<g class="bands"${hidden(options)}>${layout.bands.map(({ x, y, width, height }) => markup`<rect class="band" x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="none" stroke="currentColor" stroke-opacity="0.2"/>`)}</g>
<g class="links"${hidden(options)}>${[...layout.nested.map(drawNested), ...layout.routes.map(drawRoute)]}</g>
<g class="headings"${hidden(options)}>${layout.headings.flatMap((y) => layout.columns.map(({ name, x }) => drawHeading(words.columns[name], x, y)))}</g>
${drawBoxes(layout, pen)}
</g></svg>`;
}

const hidden = ({ interactive }: DrawOptions): Markup => (interactive ? markup` aria-hidden="true"` : markup``);

const curve = linkHorizontal<{ source: Point; target: Point }, Point>()
  .source(({ source }) => source as [number, number])
  .target(({ target }) => target as [number, number]);

function drawRoute({ edge, points }: Route): Markup {
  let path = '';
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [source, target] = [points[index] as Point, points[index + 1] as Point];
    const piece = curve({ source, target }) ?? '';
    path += index === 0 ? piece : `L${piece.slice(1)}`;
  }
  return drawPath(edge, path);
}

/** A line in one column: round the corner for a priority in another, else in a bow on the right side. */
function drawNested({ edge, points }: Route): Markup {
  const [first, second, third] = points as [Point, Point, Point | undefined];
  if (third) return drawPath(edge, `M${first[0]},${first[1]}V${second[1]}H${third[0]}`);
  const bow = first[0] + metrics.between / 2;
  return drawPath(edge, `M${first[0]},${first[1]}C${bow},${first[1]},${bow},${second[1]},${second[0]},${second[1]}`);
}

function drawPath({ from, to, sort, of }: Route['edge'], path: string): Markup {
  const ends = of === undefined ? markup` data-from="${from}" data-to="${to}"` : markup` data-of="${of}"`;
  return markup`<path class="link ${sort}"${ends} d="${path}" fill="none" stroke="currentColor"${dashed(sort)}/>`;
}

function drawHeading(heading: string, x: number, y: number): Markup {
  const lines = wrapped(heading, { size: metrics.size, width: metrics.column, most: 2, bold: true });
  const first = y + HEADING - 6 - (lines.length - 1) * metrics.line;
  return markup`<text class="heading" font-weight="bold" fill="currentColor">${lines.map((line, index) => markup`<tspan x="${x}" y="${first + index * metrics.line}">${line}</tspan>`)}</text>`;
}

/** All boxes, column by column. Where a reader goes along them they are the choices of a list, and the first takes the focus. */
function drawBoxes(layout: Layout, pen: Pen): Markup {
  const { options, words } = pen;
  const first = layout.boxes.find(({ box }) => isItem(box.shape));
  const columnByRef = new Map(layout.boxes.map(({ box, column }) => [box.key, column]));
  const isLeftOfItem = ({ box, column }: PlacedBox): boolean => column < (columnByRef.get(box.node.ref) ?? 0);
  const columns = layout.columns.map(({ name }, index) => {
    const placed = layout.boxes.filter(({ column }) => column === index);
    const items = joined(placed.filter(({ box }) => isItem(box.shape)).map((one) => drawItem(one, one === first, pen)));
    const ends = joined(placed.filter(({ box }) => !isItem(box.shape)).map((one) => drawEnd(one, isLeftOfItem(one))));
    return { name, items, ends };
  });
  const group = (name: ColumnName, items: Markup): Markup =>
    options.interactive && items.text !== ''
      ? markup`<g role="group" aria-label="${words.columns[name]}">${items}</g>`
      : markup`<g>${items}</g>`;
  const role = options.interactive ? markup` role="listbox" aria-label="${words.title}"` : markup``;
  return markup`<g class="ends"${hidden(options)}>${columns.map(({ ends }) => ends)}</g>
<g class="nodes"${role}>${columns.map(({ name, items }) => group(name, items))}</g>`;
}

const isItem = (shape: string): boolean => shape !== 'missing' && shape !== 'unknown';

function drawItem(placed: PlacedBox, isFirst: boolean, pen: Pen): Markup {
  const { box } = placed;
  const { node } = box;
  const { neighbours, options, words, steps } = pen;
  const { serves, servedBy, broken } = neighbours.of(node.ref);
  const classes = ['node', node.kind];
  if (node.local) classes.push('local');
  if (node.elsewhere !== undefined) classes.push('elsewhere');
  if (node.lacks.length > 0 || broken.length > 0) classes.push('short');
  const step = steps.get(node.ref);
  const asked = options.interactive
    ? markup` role="option" aria-selected="false" tabindex="${isFirst ? 0 : -1}" data-item="${node.ref}"${attribute('data-serves', serves.join(' ') || undefined)}${attribute('data-served-by', servedBy.join(' ') || undefined)}${attribute('data-up', step?.up)}${attribute('data-down', step?.down)}${attribute('data-left', step?.left)}${attribute('data-right', step?.right)}`
    : markup``;
  return markup`<g class="${classes.join(' ')}" transform="translate(${placed.x} ${placed.y})"${asked}><title>${labelOf(node, neighbours, words, options.language)}</title>${drawShape(placed)}${drawWords(placed)}</g>
`;
}

function drawShape({ box, width }: PlacedBox, openTo: 'left' | 'right' = 'right'): Markup {
  const dash = isItem(box.shape) ? markup`` : markup` stroke-dasharray="4 4"`;
  const stroke = box.shape === 'theme' ? 'none' : 'currentColor';
  const shape = markup`<path class="shape" d="${outline(box.shape, width, box.height, openTo)}" fill="none" stroke="${stroke}"${dash}/>`;
  if (box.shape !== 'priority') return shape;
  return markup`${shape}<path class="bar" d="M2.5,1V${box.height - 1}" fill="none" stroke="currentColor" stroke-width="4"/>`;
}

function drawWords({ box }: PlacedBox): Markup {
  const { padX, padY, line, smallLine, size, small } = metrics;
  const first = padY + line - 4;
  const number = box.number
    ? markup`<tspan class="number" font-weight="bold" x="${padX}" y="${first}">${box.number.trim()}</tspan>`
    : markup``;
  const shift = box.number ? padX + textWidth(box.number, size, true) + 3 : padX;
  const lines = box.lines.map(
    (text, index) =>
      markup`<tspan x="${index === 0 ? Math.round(shift) : padX}" y="${first + index * line}">${text}</tspan>`,
  );
  const below = padY + box.lines.length * line + smallLine - 3;
  const notes = box.notes.map(
    (text, index) => markup`<tspan x="${padX}" y="${below + index * smallLine}">${text}</tspan>`,
  );
  const bold = box.shape === 'theme' ? markup` font-weight="bold"` : markup``;
  return markup`<text class="words"${bold}${attribute('lang', box.node.lang)} fill="currentColor">${number}${lines}</text>${notes.length > 0 ? markup`<text class="remark" font-size="${small}" fill="currentColor">${notes}</text>` : markup``}`;
}

/** A broken end: open on the side away from its item. */
const drawEnd = (placed: PlacedBox, isLeft: boolean): Markup =>
  markup`<g class="end ${placed.box.shape}" transform="translate(${placed.x} ${placed.y})" data-of="${placed.box.node.ref}">${drawShape(placed, isLeft ? 'left' : 'right')}${drawWords(placed)}</g>
`;
