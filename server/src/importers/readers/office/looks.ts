/** What is a heading by its looks alone: short words that stand out from the body, with the rank that their size gives them. */
import { couldHead, isCapitals } from '../text/looks.ts';
import { marksOf } from '../text/marks.ts';
import { type Item, type Line, linesOf, textOfLine } from './lines.ts';
import { isPlainStyle, namesTable } from './style-names.ts';

/** How the words of a line look, where all of them look alike. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly capitals: boolean;
  readonly colour: string | undefined;
  /** How many numbers stand before it: 2 for “1.2 Title”. 0 for none. */
  readonly numbers: number;
}

/** How the words look of which a document has most. */
export interface Body {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string | undefined;
  /** Whether headings are marked: then colour alone makes none. */
  readonly hasHeadings: boolean;
}

/** Larger than the body by so much, words stand out. */
const standsOut = 1.15;
/** In points: sizes that nobody tells apart. */
const sameSize = 0.6;

/** The look that most characters have; headings that are marked are not asked. */
export function bodyOf(items: readonly Item[]): Body {
  const sizes = new Map<number, number>();
  const colours = new Map<string | undefined, number>();
  let bold = 0;
  let all = 0;
  let headings = 0;
  for (const line of linesOf(items)) {
    if (line.part === 'heading') headings++;
    if (line.part === 'heading' || line.part === 'title') continue;
    for (const { text, format } of line.spans) {
      sizes.set(format.size, (sizes.get(format.size) ?? 0) + text.length);
      colours.set(format.colour, (colours.get(format.colour) ?? 0) + text.length);
      if (format.bold) bold += text.length;
      all += text.length;
    }
  }
  return { size: most(sizes) ?? 11, colour: most(colours), bold: bold > all * 0.6, hasHeadings: headings > 2 };
}

/** What was counted most. */
export function most<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let found: T | undefined;
  let best = 0;
  for (const [one, count] of counts)
    if (count > best) {
      best = count;
      found = one;
    }
  return found;
}

/** How a line looks: what all its words have; its size is that of its first words. */
export function lookOf(line: Line): Look {
  const words = line.spans.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const text = textOfLine(line).trim();
  const colour = words[0]?.format.colour;
  return {
    size: words[0]?.format.size ?? 0,
    bold: words.length > 0 && words.every(({ format }) => format.bold),
    capitals: words.length > 0 && (words.every(({ format }) => format.capitals) || isCapitals(text)),
    colour: words.every(({ format }) => format.colour === colour) ? colour : undefined,
    numbers: line.listed ? line.listed.level + 1 : numbersBefore(text),
  };
}

/** Whether a line could be a heading by its looks and its words. */
export function standsOutAsHeading(line: Line, body: Body, isLabel: boolean): boolean {
  const text = textOfLine(line).trim();
  if (
    line.part ||
    isPlainStyle(line.style) ||
    text === '' ||
    text.includes('\n') ||
    !couldHead(text) ||
    isPoint(line, text) ||
    namesTable(text) ||
    /^[“‘"«].*[”’"»]$/.test(text)
  )
    return false;
  const look = lookOf(line);
  const isColoured = !body.hasHeadings && look.colour !== undefined && look.colour !== body.colour;
  if (look.size < body.size * 0.95) return false;
  return (
    isLabel ||
    (look.bold && !body.bold) ||
    look.capitals ||
    look.size >= body.size * standsOut ||
    (isColoured && isShort(text))
  );
}

/** Whether a look is larger than another (above 0), smaller (below 0), or of the same rank. */
export function compareLooks(one: Look, other: Look): number {
  if (Math.abs(one.size - other.size) > sameSize) return one.size - other.size;
  if (one.numbers > 0 && other.numbers > 0 && one.numbers !== other.numbers) return other.numbers - one.numbers;
  if (one.capitals !== other.capitals) return one.capitals ? 1 : -1;
  if (one.bold !== other.bold) return one.bold ? 1 : -1;
  return 0;
}

/** A point of a list that stands out is a point all the same, but for a number that is that of a heading. */
const isPoint = (line: Line, text: string): boolean =>
  line.listed ? !/\d/.test(line.listed.mark) : marksOf(text)[0]?.counting === 'sign';

/** “1.2 Title” and “1. Title”, with “Priority 1.2: Title”. */
function numbersBefore(text: string): number {
  const found = /^(?:\p{L}{1,20}\s)?(\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s/u.exec(text);
  return found ? (found[1] as string).split('.').length : 0;
}

const isShort = (text: string): boolean => text.length <= 60;
