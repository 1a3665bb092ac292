import { textWidth } from '../text-width.ts';

/** The characters whose widths are known: ASCII, and what stands in plans besides. */
const characters = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), ...'‘’“”–—…•£→·'];

/** The widths of these characters in a face, in hundredths of its size. */
const table = (widths: string): ReadonlyMap<string, number> => {
  const read = widths.split(' ').map(Number);
  return new Map(characters.map((one, index) => [one, (read[index] ?? 0) / 100]));
};

/** The widths of a family of letters, and how high a line is, as parts of its size. Italic letters are as wide as upright ones. */
interface Family {
  readonly line: number;
  readonly regular: ReadonlyMap<string, number>;
  readonly bold: ReadonlyMap<string, number>;
}

/** The families that Word gives a new document, from their own metrics. */
const calibri: Family = {
  line: 1.2207,
  regular: table(
    '23 33 40 50 51 72 68 22 30 30 50 50 25 31 25 39 51 51 51 51 51 51 51 51 51 51 27 27 50 50 50 46 89 58 54 53 62 49 46 63 62 25 32 52 42 86 65 66 52 67 54 46 49 64 57 89 52 49 47 31 39 31 50 50 29 48 53 42 53 50 31 47 53 23 24 46 23 80 53 53 53 53 35 39 34 53 45 72 43 45 40 31 46 31 50 25 25 42 42 50 91 69 50 51 91 25',
  ),
  bold: table(
    '23 33 44 50 51 73 71 23 31 31 50 50 26 31 27 43 51 51 51 51 51 51 51 51 51 51 28 28 50 50 50 46 90 61 56 53 63 49 46 64 63 27 33 55 42 87 66 68 53 69 56 47 50 65 59 91 55 52 48 33 43 33 50 50 30 49 54 42 54 50 32 47 54 25 26 48 25 81 54 54 54 54 36 40 35 54 47 75 46 47 40 34 48 34 50 26 26 44 44 50 91 71 50 51 91 27',
  ),
};
const cambria: Family = {
  line: 1.1724,
  regular: table(
    '22 29 39 62 51 89 69 24 38 38 43 55 21 33 21 49 55 55 55 55 55 55 55 55 55 55 26 26 55 55 55 42 89 62 61 56 66 58 54 61 69 32 31 63 54 82 68 65 57 65 62 50 59 65 60 92 57 57 54 35 49 35 55 37 29 49 55 44 56 49 30 49 55 28 27 52 27 83 56 53 56 55 41 43 34 55 50 77 48 50 46 39 32 39 71 22 22 38 38 50 100 75 44 53 84 28',
  ),
  bold: table(
    '22 34 42 62 54 98 74 25 41 41 45 59 23 34 23 51 59 59 59 59 59 59 59 59 59 59 28 28 59 59 59 45 92 65 65 57 71 58 55 65 72 35 34 68 55 85 68 70 61 70 66 51 64 68 63 96 62 60 57 37 51 37 59 37 29 54 59 47 60 53 33 52 60 31 30 59 31 89 60 57 60 59 46 46 37 60 53 80 53 53 48 39 32 39 59 24 24 40 40 50 100 77 44 56 84 28',
  ),
};

const families: Readonly<Record<string, Family>> = { calibri, carlito: calibri, cambria, caladea: cambria };

/** How high a line of another family is: about as in most. */
const USUAL_LINE = 1.17;

/** What `textWidth` leaves for letters that are wider than those of Arial. */
const ROOM = 1.15;

/** How high a line is in a family of letters, as part of their size. */
export const lineHeight = (family: string): number => families[family.toLowerCase()]?.line ?? USUAL_LINE;

/** Measures words in a family of letters, in the unit of their size; about, for families that it doesn’t know. */
export function wordMeasure(family: string, size: number, isBold: boolean): (word: string) => number {
  const known = families[family.toLowerCase()];
  if (!known) return (word) => textWidth(word, size, isBold) / ROOM;
  const widths = isBold ? known.bold : known.regular;
  const usual = widths.get('n') ?? 0;
  return (word) => {
    let width = 0;
    for (const one of word) width += widths.get(one) ?? widths.get(one.normalize('NFD').charAt(0)) ?? usual;
    return width * size;
  };
}
