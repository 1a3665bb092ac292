/** Signs that mean something wherever they stand: of marks, tags, entities, formulas and addresses. */
const signs = /[\\`*[\]<>|~$]|&(?=#?\w*(?:;|$))|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)|(?<=\bwww)\./giu;

/** Characters that nobody sees, and those that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Words that Markdown shows as they are. What they would mean at the start of a line, `atLineStart` takes from them. */
export const escapedWords = (text: string): string =>
  text.replace(unseen, ' ').replace(/\s+/g, ' ').replace(signs, '\\$&');

/** What begins a list, a heading, a line or a quotation where a line begins with it. */
const beginning = /^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+=#>]))/;

/** Nothing to see: what keeps a line from being read as something else. */
export const NOTHING = '<span></span>';

/** A line of Markdown that is no list, heading, rule or footnote, whatever it begins with. */
export const atLineStart = (line: string): string =>
  /^\[\^[^\]]*\]:/.test(line) ? NOTHING + line : line.replace(beginning, '$1\\');

/** The lines of a paragraph that is one whatever its lines begin with, and no definition of a link either. */
export function paragraph(text: string): string {
  const lines = text.split('\n').map((line) => atLineStart(line.trimStart()));
  const whole = lines.join('\n');
  return whole.startsWith('[') && whole.includes(']:') ? NOTHING + whole : whole;
}

/** An address between the round brackets of a link. */
export const escapedAddress = (address: string): string =>
  address.replace(/[\s<>()\\\p{Cc}\p{Cs}]/gu, (sign) =>
    sign.isWellFormed() ? encodeURIComponent(sign).replace('(', '%28').replace(')', '%29') : '%EF%BF%BD',
  );

/** Text as code in a line. In a table a stroke ends the cell even there. */
export function code(text: string, isInTable: boolean): string {
  const words = text.replace(unseen, ' ').replace(/\s+/g, ' ');
  if (words.trim() === '') return '';
  const ticks = '`'.repeat(longestRun(words) + 1);
  const space = /^`|`$|^ .* $/.test(words) ? ' ' : '';
  const inside = isInTable ? words.replaceAll('|', '\\|') : words;
  return `${ticks}${space}${inside}${space}${ticks}`;
}

/** Text as a block of code. */
export function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text.replace(/\r\n?/g, '\n')}\n${fence}`;
}

const longestRun = (text: string): number =>
  [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
