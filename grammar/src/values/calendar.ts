/** How exact a date is. */
export type Precision = 'day' | 'month' | 'quarter' | 'year' | 'financial-year';

/** The days that a date takes in; comparing the ISO strings compares the days. */
export interface Span {
  readonly precision: Precision;
  /** The first and the last day, such as `2021-05-01` and `2021-05-31`. */
  readonly first: string;
  readonly last: string;
}

/**
 * The years that a plan can speak of. The oldest Act in force is of 1267; a year outside these is a slip of the
 * keyboard.
 */
const EARLIEST_YEAR = 1200;
const LATEST_YEAR = 2999;

/** True for a year that a plan can speak of. */
export const isYear = (year: number): boolean => year >= EARLIEST_YEAR && year <= LATEST_YEAR;

/** How many days a month has; 0 for a number that is no month. Months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

const twoFigures = (number: number): string => String(number).padStart(2, '0');

/** A day as a plan writes it, `2021-05-13`; undefined where the calendar has no such day. */
export const dayText = (year: number, month: number, day: number): string | undefined =>
  isYear(year) && day >= 1 && day <= daysInMonth(year, month)
    ? `${year}-${twoFigures(month)}-${twoFigures(day)}`
    : undefined;

/** A month as a plan writes it, `2021-05`; undefined where there is no such month. */
export const monthText = (year: number, month: number): string | undefined =>
  isYear(year) && daysInMonth(year, month) > 0 ? `${year}-${twoFigures(month)}` : undefined;

/** The financial year that begins in this year, as a plan writes it: `2021/22`. */
export const financialYearText = (year: number): string | undefined =>
  isYear(year) ? `${year}/${twoFigures((year + 1) % 100)}` : undefined;

const months = (precision: Precision, year: number, from: number, to: number): Span => ({
  precision,
  first: `${year}-${twoFigures(from)}-01`,
  last: `${year}-${twoFigures(to)}-${daysInMonth(year, to)}`,
});

const dateShape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4])|\/(\d{2}))?$/;

/**
 * The days of a date that is written as a plan writes dates: `2021-05-13`, `2021-05`, `2021`, `2021-Q2` (a quarter of
 * the calendar year), `2021/22` (1 April to 31 March). Undefined for any other text and for days that are not in the
 * calendar.
 */
export function spanOf(text: string): Span | undefined {
  const match = dateShape.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  if (!isYear(year)) return undefined;
  if (match[5]) {
    if (text !== financialYearText(year)) return undefined;
    return { precision: 'financial-year', first: `${year}-04-01`, last: `${year + 1}-03-31` };
  }
  if (match[4]) return months('quarter', year, Number(match[4]) * 3 - 2, Number(match[4]) * 3);
  if (match[3]) {
    const day = dayText(year, month, Number(match[3]));
    return day === undefined ? undefined : { precision: 'day', first: day, last: day };
  }
  if (match[2]) return daysInMonth(year, month) > 0 ? months('month', year, month, month) : undefined;
  return months('year', year, 1, 12);
}
