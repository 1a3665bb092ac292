import { attribute, Markup, markup } from '../markup.ts';
import type { Theme } from '../theme/theme.ts';

/** The colours of drawings that stand alone: those of the document on white paper. */
export const colours = {
  paper: '#ffffff',
  ink: '#18212a',
  quiet: '#4c5865',
  line: '#ccd4db',
  accent: '#0f4c5c',
  soft: '#e9f1f3',
  good: '#14632f',
  warn: '#7a4a00',
} as const;

export type DrawingColours = Readonly<Record<keyof typeof colours, string>>;

/** The colours of drawings in the documents of a theme. */
export const drawingColours = ({
  'accent-soft': soft = colours.soft,
  ...given
}: Theme['colours'] = {}): DrawingColours => {
  const { paper, ink, quiet, line, accent } = { ...colours, ...given };
  return { ...colours, paper, ink, quiet, line, accent, soft };
};

/** The looks of all drawings with colours as they are, in selectors that other programs than browsers know too. */
const styleIn = ({ paper, ink, quiet, line, accent, soft, good, warn }: DrawingColours): string => `
svg { color: ${ink}; font-family: "Source Sans 3", Arial, Helvetica, "DejaVu Sans", sans-serif; }
text { fill: ${ink}; }
.chart .series-1 { color: ${accent}; }
.chart .series-2 { color: ${warn}; }
.chart .series-3 { color: ${good}; }
.chart .series-4 { color: ${quiet}; }
.chart .axis { color: ${ink}; }
.chart .name { color: ${ink}; }
.chart .target { color: ${ink}; }
.chart .baseline { color: ${ink}; }
.chart .halo { stroke: ${paper}; }
.chart .value { paint-order: stroke; stroke: ${paper}; stroke-width: 4px; stroke-linejoin: round; }
.thread .headings text { paint-order: stroke; stroke: ${paper}; stroke-width: 6px; }
.thread .band { fill: ${soft}; fill-opacity: 0.6; stroke: none; }
.thread .node > .shape { fill: ${paper}; stroke: ${quiet}; }
.thread .theme > .shape { fill: none; stroke: none; }
.thread .outcome > .shape { fill: ${soft}; stroke: ${accent}; stroke-width: 1.5; }
.thread .local > .shape { fill: ${paper}; stroke-width: 1; }
.thread .bar { stroke: ${accent}; }
.thread .number { fill: ${accent}; }
.thread text.remark { fill: ${quiet}; font-style: italic; }
.thread .short > text.remark { fill: ${warn}; }
.thread .end > text.remark { fill: ${warn}; }
.thread .end > .shape { fill: none; stroke: ${warn}; stroke-width: 1.5; }
.thread .legend .missing { fill: none; stroke: ${warn}; }
.thread .legend .unknown { fill: none; stroke: ${warn}; }
.thread .link { stroke: ${quiet}; stroke-width: 1.25; stroke-opacity: 0.65; }
.thread .link.inherited { stroke-opacity: 0.8; }
.thread .link.broken { stroke: ${warn}; stroke-opacity: 1; }
.matrix .grid { stroke: ${line}; }
.matrix .head { stroke: ${accent}; stroke-width: 2; }
.matrix .total { fill: ${soft}; }
.matrix .sign { fill: ${accent}; }
.matrix .off { fill: ${quiet}; }
`;

/** How far a drawing stands from the edge. */
const MARGIN = 16;

/** A drawing of a page as a file of its own, on paper: with its looks in it, and nothing else from elsewhere. */
export function standalone(svg: string, language: string, shown: DrawingColours = colours): string {
  const start = /^<svg[^>]*>/.exec(svg)?.[0] ?? '<svg>';
  const size = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(start)?.[1] ?? 0);
  const [width, height] = [size('width'), size('height')];
  const box = `viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}"`;
  const opened = start
    .replace(/ viewBox="[^"]*"/, ` ${box}`)
    .replace(/ width="[^"]*"/, ` width="${width + 2 * MARGIN}"`)
    .replace(/ height="[^"]*"/, ` height="${height + 2 * MARGIN}"`)
    .replace(/^<svg/, `<svg${attribute('xml:lang', language)}`);
  const ground = markup`<rect x="${-MARGIN}" y="${-MARGIN}" width="${width + 2 * MARGIN}" height="${height + 2 * MARGIN}" fill="${shown.paper}"/>`;
  // Title and description come first: programs that read a drawing out look there.
  const inside = svg.slice(start.length);
  const told = /^\s*<title[^>]*>[^<]*<\/title>\s*<desc[^>]*>[^<]*<\/desc>/.exec(inside)?.[0] ?? '';
  return markup`<?xml version="1.0" encoding="UTF-8"?>
${new Markup(opened)}${new Markup(told)}<style>${new Markup(styleIn(shown))}</style>${ground}${new Markup(inside.slice(told.length))}
`.text;
}
