import {
  type Field,
  faultOf,
  readDate,
  readMoney,
  readPeriod,
  readQuantity,
  type ValueType,
} from '@goldthread/grammar';
import { code, plain, table } from './markdown.ts';

/** Values of one type as the reference shows them: those that are right, and those that Goldthread asks to write otherwise. */
interface Shown {
  readonly type: ValueType;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const dates: readonly Shown[] = [
  {
    type: 'date',
    right: ['2026-05-13', '2026-05', '2026-Q2', '2026', '2026/27'],
    wrong: ['28/08/19', '03/04/2019', 'May 2026', '2026/2027', '2026-02-30'],
  },
  {
    type: 'period',
    right: ['2026-04-01 to 2030-03-31', '2026 to 2030', 'since 2026-05'],
    wrong: ['2026-2030', '2030 to 2026'],
  },
  { type: 'due', right: ['2028-10', 'over my term of office'], wrong: ['28/10/2028'] },
];

const figures: readonly Shown[] = [
  { type: 'quantity', right: ['12,480 incidents', '69%', '0.6 billion', '-4.5 points'], wrong: ['twelve', '1 in 5'] },
  { type: 'money', right: ['£1.24m', '£171,200,000', '€3bn'], wrong: ['1.24m'] },
  { type: 'target', right: ['11,000 by 2030-03', '70%'], wrong: ['11,000 by March 2030', 'below 20%'] },
  { type: 'baseline', right: ['12,480 in 2025/26', '58%'], wrong: ['12,480 in 2025-26'] },
];

const others: readonly Shown[] = [
  { type: 'language', right: ['en', 'cy'], wrong: ['Welsh'] },
  {
    type: 'path',
    right: ['images/map.png'],
    wrong: ['images\\map.png', '/images/map.png', 'https://example.org/map.png'],
  },
];

/** Every value that the reference shows. */
export const shownValues: readonly Shown[] = [...dates, ...figures, ...others];

const faultIn = (type: ValueType, text: string): string | undefined =>
  faultOf({ type } satisfies Pick<Field, 'type'>, text, 'en')?.why;

/** Values that are right, with what they are understood as. */
const rightTable = (shown: readonly Shown[]): string =>
  table(
    ['Type', 'Written', 'Understood as'],
    shown.flatMap(({ type, right }) =>
      right.map((text, index) => [index === 0 ? `**${type}**` : '', code(text), meaningOf(type, text)]),
    ),
  );

/** Values that are not, with what is said of them. */
const wrongTable = (shown: readonly Shown[]): string =>
  table(
    ['Type', 'Not', 'What Goldthread says'],
    shown.flatMap(({ type, wrong }) => wrong.map((text) => [type, code(text), plain(faultIn(type, text) ?? '')])),
  );

/** The tables of the reference's chapter on values. */
export const valueTables = (): Record<string, string> => ({
  'dates-right': rightTable(dates),
  'dates-wrong': wrongTable(dates),
  'figures-right': rightTable(figures),
  'figures-wrong': wrongTable(figures),
  'others-wrong': wrongTable(others),
});

/** What is understood of a value, in words. */
function meaningOf(type: ValueType, text: string): string {
  switch (type) {
    case 'date':
      return span(readDate(text).value);
    case 'period':
      return span(readPeriod(text).value);
    case 'due': {
      const date = readDate(text).value;
      return date ? span(date) : 'words, which no calendar can sort: a check says so';
    }
    case 'quantity':
      return quantity(text);
    case 'money': {
      const money = readMoney(text).value;
      return money ? `${grouped(money.amount.toFixed())} ${money.currency}` : '';
    }
    default:
      return withTime(type, text);
  }
}

function quantity(text: string): string {
  const { amount, percent, unit } = readQuantity(text).value ?? { amount: undefined, percent: false, unit: '' };
  return [`${grouped(amount?.toFixed() ?? '')}${percent ? ' per cent' : ''}`, unit].filter(Boolean).join(' ');
}

/** A target or a baseline: a quantity and, where it is given, a time. */
function withTime(type: ValueType, text: string): string {
  const [amount = '', time] = text.split(type === 'target' ? ' by ' : ' in ');
  if (time === undefined) return quantity(amount);
  const period = readPeriod(time).value;
  return type === 'target'
    ? `${quantity(amount)}, by ${day(period?.last)}`
    : `${quantity(amount)}, for ${span(period)}`;
}

/** A stretch of time by its first and last day. */
function span(time: { readonly first: string; readonly last: string | undefined } | undefined): string {
  if (!time) return '';
  if (time.last === undefined) return `from ${day(time.first)}`;
  return time.first === time.last ? day(time.first) : `${day(time.first)} to ${day(time.last)}`;
}

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as an ISO string, in words: “31 March 2030”. */
const day = (iso: string | undefined): string => (iso ? inWords.format(new Date(`${iso}T00:00:00Z`)) : '');

/** The digits of a number in groups of three. */
const grouped = (digits: string): string => digits.replace(/^-?\d+/, (whole) => Number(whole).toLocaleString('en-GB'));
