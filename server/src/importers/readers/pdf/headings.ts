import type { Line } from './lines.ts';
import { isBold, isCapitals, type Paragraph } from './paragraphs.ts';
import { plain } from './prose.ts';

/** How the words of a document look. */
export interface House {
  /** The size of running text, in points. */
  readonly size: number;
  readonly colour: string;
  /** True where running text is bold. */
  readonly isBold: boolean;
}

/** A heading by its looks: what sets it apart, for comparing with other headings. */
export interface Style {
  readonly size: number;
  readonly isBold: boolean;
  readonly isCapitals: boolean;
  readonly isColoured: boolean;
}

/** The most characters of a heading, larger than the text or of the same size, and the most lines. */
const most = { large: 200, same: 120, lines: 4 };

/** How much larger than the text the letters of a heading are that has nothing else to set it apart. */
const larger = 1.14;

/** The look of running text: that of most letters. */
export function houseOf(lines: Iterable<Line>): House {
  const counts = new Map<string, { house: House; letters: number }>();
  for (const line of lines)
    for (const { look, text } of line.runs) {
      const key = `${look.size} ${look.colour} ${look.isBold}`;
      const one = counts.get(key) ?? {
        house: { size: look.size, colour: look.colour, isBold: look.isBold },
        letters: 0,
      };
      one.letters += text.length;
      counts.set(key, one);
    }
  const [first] = [...counts.values()].sort((one, other) => other.letters - one.letters);
  return first?.house ?? { size: 11, colour: '#000000', isBold: false };
}

/** What makes a paragraph a heading; undefined where it is none. */
export function headingStyle(paragraph: Paragraph, house: House): Style | undefined {
  const [first] = paragraph.lines;
  if (!first || paragraph.lines.length > most.lines) return undefined;
  const text = plain(
    paragraph.lines.flatMap((line) => [...line.runs, { ...(line.runs[0] as Line['runs'][0]), text: ' ' }]),
  );
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  // Figures in large letters are what a plan shows, not what it is divided by.
  if (letters < 3 || letters < text.length * 0.4) return undefined;
  if (/^[“‘"]/.test(text)) return undefined;
  const isSentence = /[.;,]$/u.test(text) && !/\b(?:etc|Ltd|plc)\.$/.test(text);
  const size = Math.max(...paragraph.lines.map((line) => line.size));
  const style = {
    size,
    isBold: paragraph.lines.every(isBold),
    isCapitals: isCapitals(text),
    isColoured: paragraph.lines.every(({ runs }) =>
      runs.every(
        ({ look, link, text: words }) => link === undefined && (look.colour !== house.colour || words.trim() === ''),
      ),
    ),
  };
  const sentences = text.match(/[.!?]\s+\p{Lu}/gu)?.length ?? 0;
  if (size >= larger * house.size) return text.length <= most.large && sentences < 2 && !isSentence ? style : undefined;
  if (size < 0.93 * house.size || text.length > most.same || isSentence || sentences > 0) return undefined;
  const isSetApart = style.isBold && !house.isBold;
  if (isSetApart || style.isCapitals) return style;
  return style.isColoured && paragraph.lines.length === 1 && !/[.!?:]$/.test(text) && text.length <= 80
    ? style
    : undefined;
}

const keyOf = ({ size, isBold: bold, isCapitals: capitals }: Style): string =>
  `${Math.round(size * 2)} ${bold} ${capitals}`;

/** The bookmarks of a document, by their words as they are compared: how deep those with the same words stand, in order, 1 for the first level. */
export type Bookmarks = ReadonlyMap<string, readonly number[]>;

/** The level of each heading: by size, then by capitals and bold letters; where the document has bookmarks, as those have it. */
export class Levels {
  private readonly levels = new Map<string, number>();
  private readonly bookmarks: Bookmarks;
  private readonly shift: number;
  private readonly times = new Map<string, number>();
  private readonly asked = new Map<string, number>();

  constructor(headings: readonly { readonly style: Style; readonly text: string }[], bookmarks: Bookmarks) {
    this.bookmarks = bookmarks;
    const styles = new Map(headings.map(({ style }) => [keyOf(style), style]));
    const ranked = [...styles].sort(([, one], [, other]) => weight(other) - weight(one));
    const [title] = ranked;
    const isTitled = headings.some(
      ({ style, text }) => keyOf(style) === title?.[0] && !this.bookmarks.has(comparable(text)),
    );
    this.shift = isTitled && bookmarks.size > 0 ? 1 : 0;
    for (const { text } of headings) this.times.set(comparable(text), (this.times.get(comparable(text)) ?? 0) + 1);
    const known = new Map<string, number[]>();
    const met = new Map<string, number>();
    for (const { style, text } of headings) {
      const key = comparable(text);
      const depths = bookmarks.get(key) ?? [];
      const depth = this.times.get(key) === depths.length ? depths[met.get(key) ?? 0] : undefined;
      met.set(key, (met.get(key) ?? 0) + 1);
      if (depth === undefined) continue;
      const own = known.get(keyOf(style));
      if (own) own.push(depth + this.shift);
      else known.set(keyOf(style), [depth + this.shift]);
    }
    let before = 0;
    for (const [key] of ranked) {
      const depths = known.get(key)?.sort((one, other) => one - other);
      const level = depths?.[Math.floor(depths.length / 2)] ?? before + 1;
      before = Math.min(6, Math.max(1, level));
      this.levels.set(key, before);
    }
  }

  /** The level of a heading, and whether the document says so itself. */
  of(style: Style, text: string): { readonly level: number; readonly isMarked: boolean } {
    const key = comparable(text);
    const depths = this.bookmarks.get(key) ?? [];
    const at = this.asked.get(key) ?? 0;
    this.asked.set(key, at + 1);
    // Words that head more places than they have bookmarks: which of them has one, their looks say.
    const areSame = depths.every((depth) => depth === depths[0]);
    const depth =
      this.times.get(key) === depths.length ? depths[at] : areSame && depths.length > 1 ? depths[0] : undefined;
    if (depth !== undefined) return { level: Math.min(6, depth + this.shift), isMarked: true };
    return { level: this.levels.get(keyOf(style)) ?? 6, isMarked: false };
  }
}

const weight = ({ size, isBold: bold, isCapitals: capitals }: Style): number =>
  Math.round(size * 2) * 10 + (capitals ? 2 : 0) + (bold ? 1 : 0);

/** Words as they are compared with bookmarks. */
export const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
