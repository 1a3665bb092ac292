/** Widths in thousandths of the size of the type, and the characters that are so wide: those of Arial and Helvetica. */
const widths: readonly (readonly [width: number, characters: string])[] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [260, '|¦'],
  [278, ' !,./:;[\\]ft·I'],
  [333, '()-`r“”•{}'],
  [400, '*"°'],
  [500, 'cksvxyzJ'],
  [556, '#$0123456789?_abdeghnopquL£€–'],
  [584, '+<=>~^×÷'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…'],
  [1015, '@'],
];
const widthOf = new Map(widths.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)));

/** A letter that is in no row: as wide as most, and one of a script whose letters are wide. */
const USUAL = 640;
const WIDE = 1000;
const PICTURE = 1400;
/** Letters of other fonts are wider than those of the table, up to so much (DejaVu Sans, Verdana). Bold ones are wider still. */
const ROOM = 1.15;
const BOLD = 1.08;

/** So many characters are remembered. */
const MOST_KNOWN = 5000;

/** Makes one sign of two. */
const JOINER = '\u200d';

const mark = /^(?:\p{M}|\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier})$/u;
const picture = /^\p{Extended_Pictographic}$/u;
const wide = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]$/u;

function characterWidth(character: string): number {
  const known = widthOf.get(character);
  if (known !== undefined) return known;
  if (mark.test(character)) return 0;
  if (picture.test(character)) return PICTURE;
  const plain = widthOf.get(character.normalize('NFD').charAt(0));
  const width = plain ?? (wide.test(character) ? WIDE : character > '\u0590' ? WIDE : USUAL);
  if (widthOf.size < MOST_KNOWN) widthOf.set(character, width);
  return width;
}

/** How wide a text is at most, in the unit of the size of the type: measured by a table, since there is no page to measure it on. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  let before = '';
  for (const character of text) {
    if (before !== JOINER) width += characterWidth(character);
    before = character;
  }
  return (width * size * ROOM * (bold ? BOLD : 1)) / 1000;
}

/** How a text is broken into lines. */
interface Wrapping {
  readonly size: number;
  readonly width: number;
  readonly most: number;
  readonly bold?: boolean;
  /** What stands before the text in the first line takes so much of it. */
  readonly first?: number;
}

/** A text in lines that are no wider than asked, broken between words, within a word only where it must be; an ellipsis where it is cut. */
export function wrapped(text: string, { size, width, most, bold = false, first = 0 }: Wrapping): string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length === 0 ? first : 0);
  const fits = (words: string): boolean => textWidth(words, size, bold) <= room();
  const words = text.split(' ').filter((word) => word !== '');
  for (let next = words.shift(); next !== undefined; next = words.shift()) {
    const longer = line ? `${line} ${next}` : next;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) words.unshift(next);
    else {
      const head = headOf(next, fits);
      line = head;
      if (head.length < next.length) words.unshift(next.slice(head.length));
    }
    if (lines.length === most - 1) return [...lines, shortened(line, words, fits)];
    lines.push(line);
    line = '';
  }
  return line ? [...lines, line] : lines;
}

/** The longest beginning of a word that fits, one character at least; what belongs to a character stays with it. */
function headOf(word: string, fits: (text: string) => boolean): string {
  let head = '';
  for (const character of word) {
    if (head && !mark.test(character) && !head.endsWith(JOINER) && !fits(head + character)) break;
    head += character;
  }
  return head;
}

/** A last line, with an ellipsis where more would follow. */
function shortened(line: string, more: readonly string[], fits: (text: string) => boolean): string {
  if (more.length === 0) return line;
  let cut = [...(fits(`${line} ${more[0]}`) ? line : `${line} ${more[0]}`)];
  while (cut.length > 1 && !fits(`${cut.join('')}…`)) cut = cut.slice(0, -1);
  const text = cut.join('');
  const space = text.lastIndexOf(' ');
  const whole = space > text.length * 0.6 ? text.slice(0, space) : text;
  return `${whole.replace(/[\s,;:.–—-]+$/, '')}…`;
}
