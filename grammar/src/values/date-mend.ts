import { daysInMonth, dayText, financialYearText, isYear, monthText, spanOf } from './calendar.ts';
import { plain } from './characters.ts';
import { monthName, monthNumbers, ordinalEndings, paddingWords, seasons, vagueWords } from './date-words.ts';
import { type FaultCode, quoted } from './result.ts';

/** What a text says that is meant for a date but is not one as plans write it. */
export interface Misdated {
  /** One sentence that ends with an example of the right form. */
  readonly why: string;
  /** The date that was meant, in place of the whole text, where that is clear. */
  readonly meant?: string | undefined;
  readonly code?: FaultCode;
  /** True for a time that has no exact date, such as a season: a due date takes it as words. */
  readonly inWords?: boolean;
}

/** No date is longer than this, in UTF-16 units. */
const LONGEST_DATE = 60;

const writtenAnotherWay = (meant: string): Misdated => ({
  why: `A date is written in figures with the year first, so this one is ${meant}.`,
  meant,
});

const noYear = (text: string): Misdated => ({
  why: `${quoted(text)} does not say which year: write the year first, such as 2021-05-13 or 2021-05.`,
});

/** A day from its parts, or the reason why the calendar does not have it. */
function dayFrom(year: number, month: number, day: number): Misdated | undefined {
  if (!isYear(year)) return undefined;
  const meant = dayText(year, month, day);
  if (meant) return writtenAnotherWay(meant);
  const days = daysInMonth(year, month);
  if (days === 0)
    return { why: `There is no month ${month}: months go from 01 for January to 12 for December, such as 2021-05-13.` };
  return {
    why: `${monthName(month)} ${year} has ${days} days, so there is no ${day} ${monthName(month)}: write a day that there is, such as ${dayText(year, month, days)}.`,
  };
}

const monthFrom = (year: number, month: number): Misdated | undefined => {
  const meant = monthText(year, month);
  return meant ? writtenAnotherWay(meant) : undefined;
};

/** A year from two figures or four: 70 to 99 are of the last century. */
const fullYear = (figures: string): number =>
  figures.length > 2 ? Number(figures) : Number(figures) + (Number(figures) < 70 ? 2000 : 1900);

/** `2021-5-13`, `2021/05/13`, `2021.05.13`, `20210513`, `2021-05-13T09:00`, `2021-02-30`. */
function yearFirst(text: string): Misdated | undefined {
  const match =
    /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})(-)(\d{2})-(\d{2})[T ]\d{2}:\d{2}\S*$/i.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const swapped = month > 12 ? dayText(year, day, month) : undefined;
  return swapped ? writtenAnotherWay(swapped) : dayFrom(year, month, day);
}

/** `28/08/19`, `28.8.2019`, `3-4-2019`: the day first, as in the UK, unless only the American order makes a date. */
function dayFirst(text: string): Misdated | undefined {
  const match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] as string)];
  const british = dayText(year, second, first);
  const american = dayText(year, first, second);
  if (british && american && british !== american)
    return {
      why: `${quoted(text)} is ${first} ${monthName(second)} in the UK but ${second} ${monthName(first)} in the United States: write the year, the month and the day in that order, so that nobody can mistake it, as in ${british}.`,
      meant: british,
      code: 'ambiguous-date',
    };
  return american && !british ? writtenAnotherWay(american) : dayFrom(year, second, first);
}

/** `05/2021`, `2021-5`, `2021/05`, `2021-13`. */
function monthAndYear(text: string): Misdated | undefined {
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (monthFirst) return monthFrom(Number(monthFirst[2]), Number(monthFirst[1]));
  const match = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
  if (!match || isMonthOrYears(text)) return undefined;
  return monthFrom(Number(match[1]), Number(match[2]));
}

/** True for `2010/12` and `2010–12`: December 2010, or the years from 2010 to 2012. */
function isMonthOrYears(text: string): boolean {
  const match = /^\d{2}(\d{2})[-/](\d{2})$/.exec(text);
  return match !== null && Number(match[2]) > Number(match[1]);
}

/** `2021/2022`, `2021-22`, `21/22`, `FY 2021/22`: a financial year; `2021/23`, `2017-2021`: several years. */
function financialYear(text: string): Misdated | undefined {
  const match = /^(fy|financial year|tax year|blwyddyn ariannol)? ?(\d{4}|\d{2})(?: ?[-/] ?(\d{4}|\d{2}))?$/i.exec(
    text,
  );
  if (!match) return undefined;
  const named = match[1];
  const first = match[2] as string;
  const second = match[3];
  const year = fullYear(first);
  if (!isYear(year)) return undefined;
  if (!second) return named ? { why: whyTwoYears(text) } : undefined;
  const follows = Number(second) === (second.length === 2 ? (year + 1) % 100 : year + 1);
  const couldBeMonth = !named && first.length === 2 && Number(second) <= 12;
  if (follows && !couldBeMonth && second.length <= first.length) {
    const meant = financialYearText(year);
    return { why: `A financial year is its first year, a slash and two figures of its second: ${meant}.`, meant };
  }
  return first.length === 4 || follows ? { why: whyTwoYears(text) } : undefined;
}

const whyTwoYears = (text: string): string =>
  `${quoted(text)} is not one date: a financial year runs from April to the March after it and names both years, such as 2021/22.`;

/** `Q2 2021`, `2021 Q2`, `2021-q2`, and `Q2 2021/22`, which is a quarter of the financial year. */
function quarter(text: string): Misdated | undefined {
  const compact = text
    .toLowerCase()
    .replace(/quarter|chwarter|qtr/g, 'q')
    .replace(/\b(?:of|fy)\b|[ ,]/g, '');
  const quarterFirst = /^q(\d)[-/]?(\d{4})(?:[-/](\d{2}|\d{4}))?$/.exec(compact);
  const match = quarterFirst ?? /^(\d{4})(?:[-/](\d{2}|\d{4}))?[-/]?q(\d)$/.exec(compact);
  if (!match) return undefined;
  const [figure, year, second] = quarterFirst ? [match[1], match[2], match[3]] : [match[3], match[1], match[2]];
  const number = Number(figure);
  if (!isYear(Number(year))) return undefined;
  if (number < 1 || number > 4)
    return { why: `There is no quarter ${number}: quarters go from Q1 to Q4, such as 2021-Q2.` };
  if (!second) {
    const meant = `${year}-Q${number}`;
    return { why: `A quarter of the calendar year is written after the year: ${meant}.`, meant };
  }
  if (Number(second) % 100 !== (Number(year) + 1) % 100) return { why: whyTwoYears(text) };
  const meant = number === 4 ? `${Number(year) + 1}-Q1` : `${year}-Q${number + 1}`;
  return { why: `Quarters are those of the calendar year, so this quarter of the financial year is ${meant}.`, meant };
}

/** The parts of a date in words, in the orders that plans write: `d` a number of one or two figures, `m` a month, `y` a year. */
const orders: Readonly<Record<string, readonly [year: number, month: number, day?: number]>> = {
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
  ymd: [0, 1, 2],
  dmd: [2, 1, 0],
  mdd: [2, 0, 1],
  my: [1, 0],
  ym: [0, 1],
};

/** The words and numbers of a text in small letters, `28th` as `28`; undefined where other characters stand between. */
function partsOf(text: string): readonly string[] | undefined {
  if (!/^[\p{L}\p{M}\d ,.'’/-]+$/u.test(text)) return undefined;
  const lower = text
    .toLowerCase()
    .replace(ordinalEndings, '$1')
    .replace(/dydd \p{L}+/gu, ' ');
  return lower.match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
}

/** `28 August 2019`, `28th Aug 2019`, `August 28, 2019`, `Dydd Mercher 28 Awst 2019`, `August 2019`, `Aug-19`. */
function inNames(text: string): Misdated | undefined {
  const parts = partsOf(text)?.filter((part) => !paddingWords.has(part));
  if (!parts || parts.length > 3) return undefined;
  const letter = (part: string): string =>
    monthNumbers.has(part) ? 'm' : /^\d{4}$/.test(part) ? 'y' : /^\d{1,2}$/.test(part) ? 'd' : '?';
  const shape = parts.map(letter).join('');
  if (shape === 'm') return { ...noYear(text), inWords: true };
  if (shape === 'md' && (Number(parts[1]) > 31 || /^\p{L}+(?:-| ?['’])\d{2}$/u.test(text)))
    return monthFrom(fullYear(parts[1] as string), monthNumbers.get(parts[0] as string) as number);
  if (shape === 'md' || shape === 'dm') return noYear(text);
  const order = orders[shape];
  if (!order) return undefined;
  const year = fullYear(parts[order[0]] as string);
  const month = monthNumbers.get(parts[order[1]] as string) as number;
  return order[2] === undefined ? monthFrom(year, month) : dayFrom(year, month, Number(parts[order[2]]));
}

/** `end of March 2024`, `diwedd 2024`: its last day is the last day of what follows. */
function endOf(text: string): Misdated | undefined {
  const match = /^(?:the )?(?:end|diwedd|ddiwedd)(?: of)? (.+)$/i.exec(text);
  const rest = match?.[1];
  if (rest === undefined) return undefined;
  const meant = spanOf(rest) ? rest : exactly(rest)?.meant;
  return meant
    ? { why: `A date takes in all its days, its last day too, so this is ${meant}.`, meant, inWords: true }
    : undefined;
}

/** `Summer 2019`, `early 2024`, `mid-2021`, `first half of 2021`. */
function vaguely(text: string): Misdated | undefined {
  const parts = partsOf(text);
  if (!parts || parts.length > 8) return undefined;
  const isVague = (part: string) => seasons.has(part) || vagueWords.has(part);
  const isTime = (part: string) => seasons.has(part) || monthNumbers.has(part) || spanOf(part) !== undefined;
  const belongs = (part: string) => isVague(part) || isTime(part) || paddingWords.has(part) || /^\d{1,2}$/.test(part);
  if (!parts.every(belongs) || !parts.some(isVague) || !parts.some(isTime)) return undefined;
  return {
    why: `${quoted(text)} has no exact first and last day: give a month, a quarter or a year, such as 2019-07, 2019-Q3 or 2019.`,
    inWords: true,
  };
}

/** Figures with the marks of dates between them: four figures at least, so that small numbers are left alone. */
function figures(text: string): Misdated | undefined {
  if (!/^\d+[ /.-][\d /.-]*$/.test(text) || text.replace(/\D/g, '').length < 4) return undefined;
  return { why: whyNoDate(text) };
}

/** Why a text is no date, where nothing better can be said. */
export const whyNoDate = (text: string): string =>
  `${quoted(text)} is not a date: write a day, a month, a quarter, a year or a financial year, such as 2021-05-13, 2021-05, 2021-Q2, 2021 or 2021/22.`;

/** The readings that can tell which date was meant, the surest first. */
const exactReadings = [yearFirst, dayFirst, financialYear, monthAndYear, quarter, inNames];
const readings = [...exactReadings, endOf, vaguely, figures];

function first(text: string, from: typeof readings): Misdated | undefined {
  let reason: Misdated | undefined;
  for (const reading of from) {
    const result = reading(text);
    if (result?.meant) return result;
    reason ??= result;
  }
  return reason;
}

const exactly = (text: string): Misdated | undefined => first(text, exactReadings);

/** A word before a date that says no more than its field does. */
const leadingWord = /^(?:by|on|in|erbyn|ar|yn|ym) +(?=\S)/i;

/** What is wrong with a text that looks like a date but is not one; undefined for a date and for other words. */
export function misdated(written: string): Misdated | undefined {
  if (written.length > LONGEST_DATE || spanOf(written)) return undefined;
  const typed = plain(written).replace(leadingWord, '');
  const text = typed.replace(/ *([/.-]) */g, '$1').replace(/ +/g, ' ');
  if (!spanOf(text)) return first(text, readings);
  const isSpacedOrDashed = typed !== text || /[\u2012-\u2015]/.test(written);
  if (isSpacedOrDashed && isMonthOrYears(text))
    return {
      why: `${quoted(written)} could be a month or several years: write a month with a hyphen, or years with “to”, such as 2010-12 or 2010 to 2012.`,
    };
  if (typed !== text || typed !== plain(written)) return writtenAnotherWay(text);
  return {
    why: `Some characters here only look like the figures and hyphens of a date: type it again, as ${text}.`,
    meant: text,
  };
}
