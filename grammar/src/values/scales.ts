import type { KeyLanguage } from '../vocabulary/index.ts';

/** What a number is counted in: ones, hundreds, thousands, millions … */
export type Scale = 1 | 1e2 | 1e3 | 1e6 | 1e9 | 1e12;

/** Letters that stand right behind a number: 12k, 1.24m, 3bn. */
export const scaleLetters: ReadonlyMap<string, Scale> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);

/** Other letters that are seen for a scale, and those to write. */
export const otherScaleLetters: ReadonlyMap<string, string> = new Map([
  ['th', 'k'],
  ['mn', 'm'],
  ['mln', 'm'],
  ['mil', 'm'],
  ['mill', 'm'],
  ['b', 'bn'],
  ['bln', 'bn'],
  ['t', 'tn'],
]);

const english: readonly (readonly [string, Scale])[] = [
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
];

/** The words for a scale, in small letters. A Welsh file may use the English words too. */
export const scaleWords: Readonly<Record<KeyLanguage, ReadonlyMap<string, Scale>>> = {
  en: new Map(english),
  cy: new Map([
    ...english,
    ['mil', 1e3],
    ['fil', 1e3],
    ['miliwn', 1e6],
    ['filiwn', 1e6],
    ['biliwn', 1e9],
    ['triliwn', 1e12],
    ['driliwn', 1e12],
  ]),
};
