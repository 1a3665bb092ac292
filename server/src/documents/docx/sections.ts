import type { Drawing, Flow } from '../tree.ts';
import type { Block } from '../view.ts';

/** A sheet of paper, in twentieths of a point: its size standing upright, what is left white around the text, and how far from the edge headers and footers stand. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer', number>>;
}

const MARGIN = 1304;
const EDGE = 708;

export const A4: Sheet = {
  width: 11906,
  height: 16838,
  margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: EDGE, footer: EDGE },
};

/** So much of a page is kept from pictures: for the heading above and the caption below, in twentieths of a point. */
const AROUND_PICTURES = 2600;

/** The room for text and pictures on a sheet that stands upright or lies. */
export function roomOn({ width, height, margin }: Sheet, isWide: boolean): { width: number; height: number } {
  const across = (isWide ? height : width) - margin.left - margin.right;
  const down = (isWide ? width : height) - margin.top - margin.bottom;
  return { width: across, height: Math.max(down / 4, down - AROUND_PICTURES) };
}

/** An annex, and whether its pages lie. */
interface Annex {
  readonly blocks: readonly Block[];
  readonly isWide: boolean;
}

/** The annexes of a document one by one: each begins with a heading, and its pages lie unless what is drawn there is higher than wide. */
export function annexesOf(blocks: readonly Block[]): readonly Annex[] {
  const parts: Block[][] = [];
  for (const block of blocks) {
    const begins = block.flow.some((one) => one.type === 'heading' && one.level <= 2);
    if (begins || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts.map((part) => ({ blocks: part, isWide: !drawingsIn(part.flatMap(({ flow }) => flow)).some(isHigh) }));
}

/** The drawings in a piece of a document, those in groups among them. */
export const drawingsIn = (flow: readonly Flow[]): Drawing[] =>
  flow.flatMap((one) => (one.type === 'drawing' ? [one] : one.type === 'group' ? drawingsIn(one.flow) : []));

function isHigh({ svg }: Drawing): boolean {
  const start = /^<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const size = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(start)?.[1] ?? 0);
  return size('height') > size('width');
}
