import type { Column } from '../data/columns.ts';

/** The most characters that a cell takes, in UTF-16 units. */
export const LONGEST = 32_767;

/** The styles of cells, by their places in the list of `styles.ts`. */
export const cellStyles = { plain: 0, head: 1, text: 2, figure: 3, date: 4 } as const;

/** The texts of a workbook, each once, in the order in which they are first met. */
export class Texts {
  private readonly known = new Map<string, number>();
  private met = 0;

  /** The number of a text. */
  of(text: string): number {
    this.met++;
    let number = this.known.get(text);
    if (number === undefined) {
      number = this.known.size;
      this.known.set(text, number);
    }
    return number;
  }

  /** How often a cell holds one. */
  get count(): number {
    return this.met;
  }

  get all(): readonly string[] {
    return [...this.known.keys()];
  }
}

/** A text as a cell can hold it, and whether it had to be cut. */
export function fitting(text: string): { readonly text: string; readonly isCut: boolean } {
  const whole = text.toWellFormed().replace(/\r\n?/g, '\n');
  if (whole.length <= LONGEST) return { text: whole, isCut: false };
  return { text: `${whole.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`, isCut: true };
}

/** Where a cell stands: `A1` for the first column and row, both counted from 0. */
export function address(column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

const decimal = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** The first day from which Excel counts days right: it takes 1900 for a leap year. */
const FIRST_DAY = '1900-03-01';

const MILLISECONDS_IN_A_DAY = 86_400_000;

/** The days from Excel’s day 0 to the first of 1970. */
const EPOCH = 25_569;

/** The number by which Excel knows a day; undefined for what is no day that it knows. */
export function dayNumber(iso: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || iso < FIRST_DAY) return undefined;
  const day = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
  return isReal ? day.getTime() / MILLISECONDS_IN_A_DAY + EPOCH : undefined;
}

/** A cell as markup: a number or a day where its column holds such and it is one, else its words, which are never a formula. */
export function cellXml(value: string, at: string, { holds }: Column, texts: Texts): string {
  if (value === '') return '';
  if (holds === 'figure' && decimal.test(value)) return numberXml(at, cellStyles.figure, Number(value));
  const day = holds === 'date' ? dayNumber(value) : undefined;
  return day === undefined ? textXml(at, cellStyles.text, value, texts) : numberXml(at, cellStyles.date, day);
}

// There are many cells, and nothing in one is words: those stand in a list of their own.
const numberXml = (at: string, style: number, value: number): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;

/** A cell with words. */
export const textXml = (at: string, style: number, value: string, texts: Texts): string =>
  `<c r="${at}" s="${style}" t="s"><v>${texts.of(value)}</v></c>`;
