import { shortened } from '../../features/shown.ts';
import { isContents } from '../document/contents.ts';
import type { WholeDocument } from '../edition/annex.ts';
import type { Metadata } from '../edition/metadata.ts';
import type { Picture } from '../edition/picture.ts';
import { wordsIn } from '../html/words.ts';
import { colours, drawingColours } from '../svg/standalone.ts';
import { lightPalette, type Palette } from '../theme/palette.ts';
import type { Theme, ThemeFont } from '../theme/theme.ts';
import type { Flow } from '../tree.ts';
import type { Block } from '../view.ts';
import type { SheetBlock, SheetData, SheetFlow, SheetPicture } from './data.ts';
import { scaleIn, sizeOf } from './figures.ts';
import { flowsOf } from './flows.ts';
import { namesIn } from './names.ts';
import { type PdfOptions, type Place, Scribe } from './scribe.ts';
import type { Sheet } from './sheet.ts';
import { printedLine, printedText, spoken } from './text.ts';

/** The letters of the house, which come with the typesetter. */
export const houseFamily = 'Source Sans 3';

/** A4 in points of print, and what is left white around the text, as in `templates/document.typ`. */
const A4 = { width: 595.28, height: 841.89 };
const margins = { text: { across: 124, along: 140 }, annex: { across: 88, along: 118 } };

/** The height of the heading of an annex and the words below it. */
const HEADING = 104;

/** Where the text stands, and annexes on pages that stand or lie. */
const body: Place = {
  width: A4.width - margins.text.across,
  height: A4.height - margins.text.along - HEADING,
  depth: 0,
  inLists: 0,
};
const upright: Place = {
  ...body,
  width: A4.width - margins.annex.across,
  height: A4.height - margins.annex.along - HEADING,
};
const lying: Place = {
  ...body,
  width: A4.height - margins.annex.across,
  height: A4.width - margins.annex.along - HEADING,
};

/** How long the words above and below each page are at most, in UTF-16 units. */
const RUNNING = 90;

/** A sheet, and the paths of the pictures that it could not take. */
export interface WrittenSheet extends Sheet {
  readonly untaken: readonly string[];
}

/** A document for print: what the typesetter is given. */
export function sheetOf(
  { title, blocks, annex }: Pick<WholeDocument, 'title' | 'blocks' | 'annex'>,
  metadata: Metadata,
  options: Omit<PdfOptions, 'colours'>,
  theme: Theme | undefined,
): WrittenSheet {
  const all = [...blocks, ...annex];
  const names = namesIn(all.flatMap(({ flow }) => flow));
  const scribe = new Scribe(
    { ...options, colours: drawingColours(theme?.colours) },
    wordsIn(options.language),
    names,
    listedIn(blocks),
  );
  const written = (some: readonly Block[], place: Place): SheetBlock[] =>
    some.map((block) => ({ role: block.role, depth: block.depth, flow: blockFlow(block, scribe, place) }));
  const isCover = ({ role }: Block): boolean => role === 'cover';
  const logo = theme?.logo && pictureOf(theme.logo, scribe);
  const picture = theme?.cover.picture && pictureOf({ picture: theme.cover.picture, alt: '' }, scribe);
  const data: SheetData = {
    title: printedLine(title).trim() || '–',
    author: shown(metadata.creator),
    description: shown(metadata.description),
    keywords: [metadata.area].flatMap((one) => shown(one) ?? []),
    date: dayOf(metadata.date),
    lang: 'en',
    region: undefined,
    ...spoken(options.language),
    head: shortened(printedLine(title), RUNNING),
    foot: shortened(printedLine(metadata.publisher ?? ''), RUNNING),
    theme: {
      colours: { ...paletteOf(theme), warn: colours.warn },
      text: families(theme?.fonts.text),
      headings: families(theme?.fonts.headings, theme?.fonts.text),
      look: theme?.cover.look ?? 'filled',
      logo,
      picture,
    },
    cover: written(blocks.filter(isCover), body),
    body: written(
      blocks.filter((block) => !isCover(block)),
      body,
    ),
    annexes: annexesIn(annex).map((some) => {
      const isWide = isWider(some);
      return { isWide, blocks: written(some, isWide ? lying : upright) };
    }),
  };
  scribe.settle();
  const fonts = [theme?.fonts.text, theme?.fonts.headings].flatMap((font) => font?.files ?? []);
  return { data: JSON.stringify(data), files: scribe.files, fonts, untaken: [...scribe.untaken] };
}

/** The colours of a document: those of the theme, else those of the house. */
const paletteOf = (theme: Theme | undefined): Palette => ({ ...lightPalette, ...theme?.colours });

/** Only letters that stand in the file are the same for all readers: families without files are left out. */
const families = (...fonts: readonly (ThemeFont | undefined)[]): string[] => [
  ...fonts.flatMap((font) => (font && font.files.length > 0 ? font.family : [])).slice(0, 1),
  houseFamily,
];

const shown = (text: string | undefined): string | undefined => (text ? printedText(text) : undefined);

const pictureOf = (
  { picture, alt }: { readonly picture: Picture; readonly alt: string },
  scribe: Scribe,
): SheetPicture | undefined => {
  const file = scribe.pictureFile(picture, 'picture');
  return file && { ...file, alt: printedLine(alt) };
};

/** The day of a date as ISO 8601 writes it: the first where it has none. */
function dayOf(date: string | undefined): SheetData['date'] {
  const [year, month = 1, day = 1] = (date ?? '').split('-').map(Number);
  if (!year || month < 1 || month > 12 || day < 1) return undefined;
  const days = [31, year % 4 || (year % 100 === 0 && year % 400) ? 28 : 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day > (days[month - 1] ?? 0) ? undefined : [year, month, day];
}

/** The anchors of the headings that the list of contents names. */
function listedIn(blocks: readonly Block[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: Flow[] = blocks.filter(isContents).flatMap(({ flow }) => flow);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'list') for (const { flow } of next.points) waiting.push(...flow);
    else if (next.type === 'paragraph')
      for (const one of next.children) if (one.type === 'mention' && one.anchor !== undefined) found.add(one.anchor);
  }
  return found;
}

/** The annexes apart: each begins with a heading that is numbered. */
function annexesIn(blocks: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  for (const block of blocks) {
    const begins = block.flow.some((one) => one.type === 'heading' && one.level === 2 && one.number !== undefined);
    const last = found.at(-1);
    if (last && !begins) last.push(block);
    else found.push([block]);
  }
  return found;
}

/** True where pages that lie show drawings larger, or tables stand alone. */
function isWider(blocks: readonly Block[]): boolean {
  const drawings = blocks.flatMap(({ flow }) => flow).filter((one) => one.type === 'drawing');
  return drawings.every(({ svg }) => scaleIn(lying, sizeOf(svg)) >= scaleIn(upright, sizeOf(svg)));
}

/** The list of contents is made from the headings, with the pages on which they stand. */
function blockFlow(block: Block, scribe: Scribe, place: Place): SheetFlow[] {
  if (!isContents(block)) return flowsOf(block.flow, scribe, place);
  return block.flow.flatMap((one): SheetFlow[] =>
    one.type === 'list' ? [{ t: 'outline' }] : flowsOf([one], scribe, place),
  );
}
