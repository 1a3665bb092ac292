import { joined, type Markup, markup } from '../markup.ts';
import { textWidth } from '../text-width.ts';
import { type Edge, metrics } from './boxes.ts';
import type { Layout } from './layout.ts';
import { outline } from './shapes.ts';
import type { ThreadWords } from './words.ts';

/** How lines are broken that aren’t written in the text. */
export const dashes: Readonly<Partial<Record<Edge['sort'], string>>> = {
  implied: '6 3',
  inherited: '1.5 4',
  broken: '4 4',
};

const SAMPLE = 26;
const ROW = 24;

/** What the lines and the open boxes in a drawing mean: those that are in it. Gives the rows and how high they are. */
export function drawLegend(layout: Layout, words: ThreadWords): { readonly svg: Markup; readonly height: number } {
  const sorts = new Set(layout.routes.map(({ edge }) => edge.sort));
  const shapes = new Set(layout.boxes.map(({ box }) => box.shape));
  const entries: { readonly sample: Markup; readonly label: string }[] = [];
  for (const sort of ['written', 'implied', 'inherited'] as const)
    if (sorts.has(sort)) entries.push({ sample: lineSample(sort), label: words.legend[sort] });
  if (layout.boxes.some(({ box }) => box.node.local))
    entries.push({
      sample: markup`<g class="node outcome local"><path class="shape" d="${outline('outcome', SAMPLE, 14)}" fill="none" stroke="currentColor"/></g>`,
      label: words.local,
    });
  for (const shape of ['missing', 'unknown'] as const)
    if (shapes.has(shape))
      entries.push({
        sample: markup`<path class="shape ${shape}" d="${outline(shape, SAMPLE, 14)}" fill="none" stroke="currentColor" stroke-dasharray="4 4"/>`,
        label: words.legend[shape],
      });
  let x = 0;
  let y = 0;
  const drawn = entries.map(({ sample, label }) => {
    const width = SAMPLE + 8 + textWidth(label, metrics.small) + 20;
    if (x > 0 && x + width > layout.width) {
      x = 0;
      y += ROW;
    }
    const svg = markup`<g transform="translate(${Math.round(x) + 8} ${y + 5})">${sample}<text x="${SAMPLE + 8}" y="11" font-size="${metrics.small}" fill="currentColor">${label}</text></g>`;
    x += width;
    return svg;
  });
  return { svg: markup`<g class="legend">${joined(drawn)}</g>`, height: entries.length > 0 ? y + ROW + 8 : 0 };
}

const lineSample = (sort: Edge['sort']): Markup =>
  markup`<path class="link ${sort}" d="M0,7H${SAMPLE}" fill="none" stroke="currentColor" stroke-width="1.5"${dashed(sort)}/>`;

/** The attribute that breaks a line. */
export const dashed = (sort: Edge['sort']): Markup =>
  dashes[sort] === undefined ? markup`` : markup` stroke-dasharray="${dashes[sort]}"`;
