import { numbersInWords } from './number-words.ts';

/** A figure in a text. Offsets are those of the text that was read. */
export interface Figure {
  /** The exact number as compared: digits without commas and needless zeros, its scale multiplied in, `%` behind a percentage. */
  readonly value: string;
  /** As written, without the word or sign behind it. */
  readonly written: string;
  /** As messages name it: with the currency before it, and the scale or percent sign behind it. */
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}

/** How many noughts a scale adds, in English and in Welsh. */
const noughts: ReadonlyMap<string, number> = new Map(
  (
    [
      [3, 'k thousand mil fil'],
      [6, 'm million miliwn filiwn mn'],
      [9, 'bn billion biliwn'],
      [12, 'tn trillion triliwn driliwn'],
    ] as const
  ).flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const)),
);

/** A number, and what may belong to it behind: a scale, a percent sign. */
const number =
  /(?<![\d.,])(\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?:([kKmM]|bn|tn)(?!\p{L})|\s(thousand|million|billion|trillion|mil|fil|miliwn|filiwn|biliwn|triliwn|driliwn)(?!\p{L}))?(?:\s?(%)|\s(per cent|percent|y cant|y\s?cant)(?!\p{L}))?/giu;

/** The second year of `2017-21` or `2019/20`. */
const shortYear = /(?<!\d)((?:19|20)\d\d)([-–/])(\d\d)(?![\d.,]?\d)/g;

/** The figures of a text, in its order. A year written short (`2019/20`) counts in full. */
export function figuresIn(text: string): Figure[] {
  if (!/\d/.test(text)) return [];
  const short = new Map<number, string>();
  for (const match of text.matchAll(shortYear)) {
    const century = (match[1] as string).slice(0, 2);
    short.set(match.index + 5, century + match[3]);
  }
  return [...text.matchAll(number)].map((match) => {
    const [, written = '', letter, word, sign, words] = match;
    const scale = noughts.get((letter ?? word ?? '').toLowerCase()) ?? 0;
    const value = short.get(match.index) ?? exact(written, scale);
    const currency = /[£€$]/.exec(text.charAt(match.index - 1))?.[0] ?? '';
    const behind = `${letter ?? (word ? ` ${word}` : '')}${sign || words ? '%' : ''}`;
    return {
      value: sign || words ? `${value}%` : value,
      written,
      shown: currency + written + behind,
      start: match.index,
      end: match.index + written.length,
    };
  });
}

/** A number in full: without commas, with so many noughts more, without noughts that count for nothing. */
function exact(written: string, scale: number): string {
  const [whole = '', decimals = ''] = written.replaceAll(',', '').split('.');
  const shifted = decimals.padEnd(scale, '0');
  const integer = (whole + shifted.slice(0, scale)).replace(/^0+(?=\d)/, '');
  const fraction = shifted.slice(scale).replace(/0+$/, '');
  return fraction ? `${integer}.${fraction}` : integer;
}

/** True for a figure that is worth what its digits say: no scale, no century is added to it. */
export const isPlain = ({ value, written }: Figure): boolean => value.replace('%', '') === exact(written, 0);

/** The figures of one text that another lacks, each as often as it lacks it. */
export function figuresMissing(from: readonly Figure[], other: readonly Figure[]): Figure[] {
  const left = new Map<string, number>();
  for (const { value } of other) left.set(value, (left.get(value) ?? 0) + 1);
  return from.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

/** Figures without those that a text says in words: what stands in figures in one language may stand in words in the other. */
export function withoutSaid(figures: readonly Figure[], text: string): readonly Figure[] {
  if (figures.length === 0) return figures;
  const numbers = numbersInWords(text);
  return figures.filter(({ value }) => {
    const wanted = Number(value.replace('%', ''));
    return !numbers.has(wanted) && !(value.endsWith('%') && wanted < 100 && numbers.has(wanted / 100));
  });
}
