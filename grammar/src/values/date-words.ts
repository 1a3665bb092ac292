import type { KeyLanguage } from '../vocabulary/index.ts';

/** A month: its name for messages, and every way in which plans write it, in small letters. */
interface Month {
  readonly name: Readonly<Record<KeyLanguage, string>>;
  readonly names: readonly string[];
}

/**
 * The months from January, in English and in Welsh, with their usual short forms and, in Welsh, their mutations. The
 * Welsh short forms that are words of their own (`hyd`, `med`) are left out.
 */
const months: readonly Month[] = [
  { name: { en: 'January', cy: 'Ionawr' }, names: ['january', 'jan', 'ionawr'] },
  { name: { en: 'February', cy: 'Chwefror' }, names: ['february', 'feb', 'chwefror', 'chwef'] },
  { name: { en: 'March', cy: 'Mawrth' }, names: ['march', 'mar', 'mawrth', 'fawrth'] },
  { name: { en: 'April', cy: 'Ebrill' }, names: ['april', 'apr', 'ebrill', 'ebr'] },
  { name: { en: 'May', cy: 'Mai' }, names: ['may', 'mai', 'fai'] },
  { name: { en: 'June', cy: 'Mehefin' }, names: ['june', 'jun', 'mehefin', 'fehefin', 'meh'] },
  { name: { en: 'July', cy: 'Gorffennaf' }, names: ['july', 'jul', 'gorffennaf', 'orffennaf', 'ngorffennaf', 'gorff'] },
  { name: { en: 'August', cy: 'Awst' }, names: ['august', 'aug', 'awst'] },
  { name: { en: 'September', cy: 'Medi' }, names: ['september', 'sept', 'sep', 'medi', 'fedi'] },
  { name: { en: 'October', cy: 'Hydref' }, names: ['october', 'oct', 'hydref'] },
  {
    name: { en: 'November', cy: 'Tachwedd' },
    names: ['november', 'nov', 'tachwedd', 'dachwedd', 'nhachwedd', 'thachwedd', 'tach'],
  },
  { name: { en: 'December', cy: 'Rhagfyr' }, names: ['december', 'dec', 'rhagfyr', 'ragfyr', 'rhag'] },
];

/** The number of each month, from 1, by each of its names in small letters. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((month, index) => month.names.map((name) => [name, index + 1] as const)),
);

/** The name of a month, counted from 1; of a number that is no month, the number. */
export const monthName = (number: number, language: KeyLanguage): string =>
  months[number - 1]?.name[language] ?? String(number);

/** Words that a date may hold and that say nothing more: days of the week and small words, in both languages. */
export const paddingWords: ReadonlySet<string> = new Set([
  'monday',
  'mon',
  'tuesday',
  'tues',
  'tue',
  'wednesday',
  'wed',
  'thursday',
  'thurs',
  'thu',
  'friday',
  'fri',
  'saturday',
  'sat',
  'sunday',
  'sun',
  'dydd',
  'llun',
  'mercher',
  'iau',
  'gwener',
  'sadwrn',
  'sul',
  'the',
  'of',
  'in',
  'on',
  'o',
  'y',
  'yr',
  'mis',
  'ar',
]);

/** The seasons, which have no first and last day. The Welsh autumn, `hydref`, is taken as October. */
export const seasons: ReadonlySet<string> = new Set([
  'spring',
  'summer',
  'autumn',
  'winter',
  'gwanwyn',
  'wanwyn',
  'haf',
  'gaeaf',
  'aeaf',
]);

/** Words that make a date less exact than it looks. */
export const vagueWords: ReadonlySet<string> = new Set([
  'early',
  'late',
  'mid',
  'middle',
  'start',
  'beginning',
  'end',
  'around',
  'about',
  'circa',
  'half',
  'first',
  'second',
  'h',
  'dechrau',
  'ddechrau',
  'canol',
  'ganol',
  'diwedd',
  'ddiwedd',
  'tua',
  'hanner',
  'cyntaf',
  'ail',
]);

/** What follows the figures of a day in English and in Welsh: 28th, 1af. */
export const ordinalEndings = /(\d)(?:st|nd|rd|th|af|il|ail|ydd|edd|fed|ain|eg|ed)(?![\p{L}\p{M}])/gu;
