import type { Glyph, Look, Rule } from './glyphs.ts';
import type { Grid, Side } from './grid.ts';
import { letterOf } from './letters.ts';

/** Letters of a line that look alike and belong together. Spaces between words are in `text`. */
export interface Run {
  readonly text: string;
  readonly look: Look;
  /** How far above the baseline of the line, in its size: 0.3 for the mark of a footnote. */
  readonly raised: number;
  /** Where a link leads. */
  readonly link: string | undefined;
}

/** Words in a row with no wide gap between them: a line of a column, or the words of a cell. */
export interface Line {
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** The size of most of its letters. */
  readonly size: number;
  /** The direction of writing, in degrees clockwise: 0 from left to right. */
  readonly angle: number;
  readonly runs: readonly Run[];
  /** Where its second word begins, for points: the first may be a mark. */
  readonly second: number | undefined;
  /** How wide its first word is. */
  readonly first: number;
  /** A table that stands in the place of a line. */
  readonly grid?: Grid | undefined;
}

/** The text of a line as it is printed. */
export const textOf = (line: Line): string => line.runs.map(({ text }) => text).join('');

/** A place on the page that leads somewhere. */
export interface LinkArea {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly to: string;
}

/** A line with the sign of a point before it that is drawn, not written. */
export function withDrawnMark(line: Line, rules: readonly Rule[]): Line {
  const [first] = line.runs;
  if (!first || line.angle !== 0) return line;
  const isMark = ({ x0, x1, y0, y1 }: Rule): boolean => {
    const [width, height, gap] = [x1 - x0, y1 - y0, line.x0 - x1].map((length) => length / line.size) as [
      number,
      number,
      number,
    ];
    const isSmall = width > 0.15 && width < 0.75 && height > 0.15 && height < 0.75 && Math.abs(width - height) < 0.15;
    return isSmall && gap > 0.15 && gap < 3 && y1 < line.y + 0.25 * line.size && y0 > line.y - 0.95 * line.size;
  };
  const mark = rules.find(isMark);
  if (!mark) return line;
  const run = { ...first, text: '• ', raised: 0, link: undefined };
  return { ...line, x0: mark.x0, runs: [run, ...line.runs], second: line.x0, first: mark.x1 - mark.x0 };
}

/** Gaps, in the size of the letters: between words, before a place at which other lines begin too, between pieces that don't belong together, and that where spaces are painted between. */
const gaps = { word: 0.17, stop: 0.45, piece: 1.05, pieceWithSpace: 1.7 };

/** Letters that are one line although their baselines differ, in their size. */
const sameBaseline = 0.28;

/** How far above the line a mark may stand, and how much smaller it is. */
const mark = { above: 0.75, below: 0.35, size: 0.82 };

/** The most letters of a line of which some are looked at for standing beside those of another. */
const mostBeside = 400;

interface Letter {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly look: Look;
  /** A space is painted before it. */
  readonly isAfterSpace: boolean;
}

/** The lines of a page, or of a part of it, from the top and from the left. All its letters have one direction. */
export function linesOf(
  glyphs: readonly Glyph[],
  page: number,
  links: readonly LinkArea[] = [],
  sides: readonly Side[] = [],
): Line[] {
  const rows = baselines(lettersOf(glyphs));
  const stops = stopsOf(rows);
  return rows.flatMap((letters) => pieces(letters, sides, stops).map((piece) => lineOf(piece, page, links)));
}

/** Letters without the spaces between them, and without those that are painted twice to look bold. */
function lettersOf(glyphs: readonly Glyph[]): Letter[] {
  const letters: Letter[] = [];
  const seen = new Map<string, Letter[]>();
  let isAfterSpace = false;
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const text = letterOf(glyph.text);
    if (text.trim() === '') {
      isAfterSpace = true;
      continue;
    }
    const { x0, x1, y, look } = glyph;
    // A space counts for what follows it in the same line.
    const isSpaced = isAfterSpace && before !== undefined && Math.abs(before.y - y) < look.size && x0 >= before.x0;
    isAfterSpace = false;
    before = glyph;
    const key = `${text}${Math.round(y / 4)}`;
    const twins = seen.get(key) ?? [];
    const reach = look.size * 0.12;
    if (twins.some((twin) => Math.abs(twin.x0 - x0) < reach && Math.abs(twin.y - y) < reach)) continue;
    const letter = { text, x0, x1, y, look, isAfterSpace: isSpaced };
    // Only those that are near in the order of painting are looked at: the rest of a long page is no twin.
    if (twins.length > 60) twins.splice(0, 30);
    twins.push(letter);
    seen.set(key, twins);
    letters.push(letter);
  }
  return letters;
}

/** Letters by the line that they stand on, from left to right: marks that are set high belong to the line that they stand at. */
function baselines(letters: readonly Letter[]): Letter[][] {
  const sorted = [...letters].sort((one, other) => one.y - other.y);
  const lines: { y: number; size: number; letters: Letter[] }[] = [];
  for (const letter of sorted) {
    const last = lines.at(-1);
    if (last && letter.y - last.y <= sameBaseline * Math.min(letter.look.size, last.size)) last.letters.push(letter);
    else lines.push({ y: letter.y, size: letter.look.size, letters: [letter] });
    const line = lines.at(-1);
    if (line) line.size = Math.max(line.size, letter.look.size);
  }
  // Smaller letters of the line before or after go to the line that they touch.
  for (const [index, line] of lines.entries())
    for (const other of [lines[index + 1], lines[index - 1]]) if (other && mayHold(other, line)) moveMarks(line, other);
  return lines.flatMap((line) => {
    if (line.letters.length === 0) return [];
    return [line.letters.sort((one, other) => one.x0 - other.x0)];
  });
}

/** True for a line so near and so much larger that letters of another may belong to it. */
function mayHold(line: { y: number; size: number }, small: { y: number; letters: readonly Letter[] }): boolean {
  if (Math.abs(line.y - small.y) > line.size || small.letters.length > mostBeside) return false;
  return small.letters.some(({ look }) => look.size <= mark.size * line.size);
}

/** Moves small letters that stand beside the letters of another line to that line. */
function moveMarks(line: { letters: Letter[] }, to: { letters: Letter[] }): void {
  const kept: Letter[] = [];
  const moved: Letter[] = [];
  const first = to.letters.reduce<Letter | undefined>(
    (one, other) => (one && one.x0 <= other.x0 ? one : other),
    undefined,
  );
  for (const letter of line.letters) {
    const isBeside = [...moved.slice(-1), ...to.letters].some((other) => {
      const above = (other.y - letter.y) / other.look.size;
      const isAfter = Math.abs(letter.x0 - other.x1) < 0.25 * other.look.size;
      const isBefore = other === first && letter.x1 <= other.x0 && other.x0 - letter.x1 < 1.5 * other.look.size;
      const isNear = above > -mark.below && above < mark.above && (isAfter || isBefore);
      return isNear && (moved.includes(other) || letter.look.size <= other.look.size * mark.size);
    });
    (isBeside ? moved : kept).push(letter);
  }
  if (moved.length === 0 || moved.length > 12) return;
  line.letters = kept;
  to.letters.push(...moved);
}

/** Places at which pieces of two lines or more begin after a wide gap, in whole points: columns of a table. */
function stopsOf(rows: readonly (readonly Letter[])[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const [first] of pieces(row, [], new Set()).slice(1))
      if (first) counts.set(Math.round(first.x0), (counts.get(Math.round(first.x0)) ?? 0) + 1);
  return new Set([...counts].flatMap(([x, count]) => (count >= 2 ? [x] : [])));
}

/** A line parted where a gap is wide, or where the side of a cell is between words. */
function pieces(letters: readonly Letter[], sides: readonly Side[], stops: ReadonlySet<number>): Letter[][] {
  const found: Letter[][] = [];
  let last: Letter | undefined;
  let reach = Number.NEGATIVE_INFINITY;
  for (const letter of letters) {
    const size = Math.max(letter.look.size, last?.look.size ?? 0);
    const most = size * (letter.isAfterSpace ? gaps.pieceWithSpace : gaps.piece);
    const isGap = last && letter.x0 - reach > gaps.word * size;
    const isParted =
      isGap && sides.some(({ x, y0, y1 }) => x > reach && x < letter.x0 && letter.y > y0 && letter.y < y1);
    const isAtStop = isGap && letter.x0 - reach > gaps.stop * size && stops.has(Math.round(letter.x0));
    if (!last || isParted || isAtStop || letter.x0 - reach > most) found.push([letter]);
    else found.at(-1)?.push(letter);
    last = letter;
    reach = Math.max(reach, letter.x1);
  }
  return found;
}

function lineOf(letters: readonly Letter[], page: number, links: readonly LinkArea[]): Line {
  const sizes = new Map<number, number>();
  for (const { look } of letters) sizes.set(look.size, (sizes.get(look.size) ?? 0) + 1);
  const [size = 0] = [...sizes].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [];
  const base = letters.find(({ look }) => look.size === size)?.y ?? 0;
  const spaced = spacing(letters);
  const runs: { text: string; look: Look; raised: number; link: string | undefined }[] = [];
  let second: number | undefined;
  let first = 0;
  for (const [index, letter] of letters.entries()) {
    const before = letters[index - 1];
    const isWord = before !== undefined && spaced(before, letter);
    if (before && isWord && second === undefined) {
      second = letter.x0;
      first = before.x1 - (letters[0]?.x0 ?? 0);
    }
    const above = (base - letter.y) / size;
    const raised = letter.look.size <= size * mark.size && above > 0.15 ? Math.round(above * 10) / 10 : 0;
    const link = linkAt(letter, links);
    const last = runs.at(-1);
    if (last && last.look === letter.look && last.raised === raised && last.link === link)
      last.text += isWord ? ` ${letter.text}` : letter.text;
    else {
      if (last && isWord) last.text += ' ';
      runs.push({ text: letter.text, look: letter.look, raised, link });
    }
  }
  const x0 = letters[0]?.x0 ?? 0;
  const x1 = letters.reduce((most, letter) => Math.max(most, letter.x1), x0);
  return {
    page,
    x0,
    x1,
    y: base,
    size,
    angle: letters[0]?.look.angle ?? 0,
    runs,
    second,
    first: second === undefined ? x1 - x0 : first,
  };
}

function linkAt({ x0, x1, y, look }: Letter, links: readonly LinkArea[]): string | undefined {
  if (links.length === 0) return undefined;
  const x = (x0 + x1) / 2;
  const middle = y - look.size * 0.3;
  return links.find((area) => x >= area.x0 && x <= area.x1 && middle >= area.y0 && middle <= area.y1)?.to;
}

const gapBetween = (before: Letter, letter: Letter): number =>
  (letter.x0 - before.x1) / Math.max(before.look.size, letter.look.size, 0.1);

/** Where words part: at painted spaces and at gaps. Letters that are spaced out (`P R I O R I T Y`) are one word up to a gap that is wider. */
function spacing(letters: readonly Letter[]): (before: Letter, letter: Letter) => boolean {
  const between = letters.slice(1).map((letter, index) => gapBetween(letters[index] ?? letter, letter));
  const sorted = [...between].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length * 0.4)] ?? 0;
  const isSpacedOut = letters.length >= 5 && middle > 0.14;
  if (!isSpacedOut) return (before, letter) => letter.isAfterSpace || gapBetween(before, letter) > gaps.word;
  const most = Math.max(middle * 1.6, middle + 0.12);
  return (before, letter) => gapBetween(before, letter) > most;
}
