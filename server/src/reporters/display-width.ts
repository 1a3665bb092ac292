/** Blocks of characters that a terminal draws two columns wide (Unicode East Asian Width W and F), as first and last code point. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

const plain = /^[\x20-\x7e]*$/;
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u;
/** Characters that take no room of their own: combining marks, joiners, and marks of direction. */
const widthless = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
const controls = /(?!\t)[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Made when it is needed: it takes longer than most of what a program loads at its start. */
let segmenter: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** What a reader sees as one character, with its place in the text (in UTF-16 units) and the columns that it takes. */
export interface Grapheme {
  readonly text: string;
  readonly index: number;
  readonly width: number;
}

/** The characters of a text, as a reader counts them. */
export function graphemes(text: string): Grapheme[] {
  if (plain.test(text)) return Array.from(text, (character, index) => ({ text: character, index, width: 1 }));
  return Array.from(segments(text), ({ segment, index }) => ({
    text: segment,
    index,
    width: widthOf(segment),
  }));
}

/** How many columns of a terminal a text takes. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segments(text)) width += widthOf(segment);
  return width;
}

/** What services that run builds take for a command wherever it stands in a line: `##[error]`, `##vso[…]`. */
const command = /##(?=[a-z]*\[)/gi;

/**
 * A text that is safe to print: control characters and marks that turn the direction of writing, which could rewrite what
 * the terminal shows, each become a replacement character, and so does what would make a command to a build service of it. Tabs stay,
 * and so does the length.
 */
export const printable = (text: string): string => {
  const shown = plain.test(text) ? text : text.replace(controls, '\uFFFD');
  return shown.includes('##') ? shown.replace(command, '#\uFFFD') : shown;
};

/** What GitHub Actions takes for a command at the start of a line, whatever space and colour stand before it: `::error::`. */
const commandAtStart = /^((?:[^\S\n]|\p{Cc}\[\d+m)*):(?=:)/gmu;

/** Lines of which no build service takes one for a command. The length stays. */
export const withoutCommands = (lines: string): string =>
  lines.includes('::') ? lines.replace(commandAtStart, '$1\uFFFD') : lines;

/** A text that is safe to print, in one line. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());

/** A text with spaces behind it, up to a number of columns. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

function widthOf(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return emoji.test(grapheme) && grapheme.includes('\uFE0F') ? 2 : 1;
  if (widthless.test(grapheme)) return 0;
  if (emoji.test(grapheme)) return 2;
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
