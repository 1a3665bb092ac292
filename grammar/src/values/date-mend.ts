import type { KeyLanguage } from '../vocabulary/index.ts';
import { daysInMonth, dayText, financialYearText, isYear, monthText, spanOf } from './calendar.ts';
import { plain } from './characters.ts';
import { monthName, monthNumbers, ordinalEndings, paddingWords, seasons, vagueWords } from './date-words.ts';
import type { FaultCode } from './result.ts';
import { type Whys, whysIn } from './whys.ts';

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

const writtenAnotherWay = (meant: string, whys: Whys): Misdated => ({ why: whys.anotherWay(meant), meant });

/** A day from its parts, or the reason why the calendar does not have it. */
function dayFrom(year: number, month: number, day: number, language: KeyLanguage): Misdated | undefined {
  const whys = whysIn[language];
  if (!isYear(year)) return undefined;
  const meant = dayText(year, month, day);
  if (meant) return writtenAnotherWay(meant, whys);
  const days = daysInMonth(year, month);
  if (days === 0) return { why: whys.noMonth(month) };
  return { why: whys.noDay(day, monthName(month, language), year, days, dayText(year, month, days) ?? '') };
}

const monthFrom = (year: number, month: number, whys: Whys): Misdated | undefined => {
  const meant = monthText(year, month);
  return meant ? writtenAnotherWay(meant, whys) : undefined;
};

/** A year from two figures or four: 70 to 99 are of the last century. */
const fullYear = (figures: string): number =>
  figures.length > 2 ? Number(figures) : Number(figures) + (Number(figures) < 70 ? 2000 : 1900);

/** `2021-5-13`, `2021/05/13`, `2021.05.13`, `20210513`, `2021-05-13T09:00`, `2021-02-30`. */
function yearFirst(text: string, language: KeyLanguage): Misdated | undefined {
  const match =
    /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})(-)(\d{2})-(\d{2})[T ]\d{2}:\d{2}\S*$/i.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const swapped = month > 12 ? dayText(year, day, month) : undefined;
  return swapped ? writtenAnotherWay(swapped, whysIn[language]) : dayFrom(year, month, day, language);
}

/** `28/08/19`, `28.8.2019`, `3-4-2019`: the day first, as in the UK, unless only the American order makes a date. */
function dayFirst(text: string, language: KeyLanguage): Misdated | undefined {
  const match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] as string)];
  const british = dayText(year, second, first);
  const american = dayText(year, first, second);
  if (british && american && british !== american)
    return {
      why: whysIn[language].ambiguous(
        text,
        `${first} ${monthName(second, language)}`,
        `${second} ${monthName(first, language)}`,
        british,
      ),
      meant: british,
      code: 'ambiguous-date',
    };
  return american && !british ? writtenAnotherWay(american, whysIn[language]) : dayFrom(year, second, first, language);
}

/** `05/2021`, `2021-5`, `2021/05`, `2021-13`. */
function monthAndYear(text: string, language: KeyLanguage): Misdated | undefined {
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (monthFirst) return monthFrom(Number(monthFirst[2]), Number(monthFirst[1]), whysIn[language]);
  const match = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
  if (!match || isMonthOrYears(text)) return undefined;
  return monthFrom(Number(match[1]), Number(match[2]), whysIn[language]);
}

/** True for `2010/12` and `2010–12`: December 2010, or the years from 2010 to 2012. */
function isMonthOrYears(text: string): boolean {
  const match = /^\d{2}(\d{2})[-/](\d{2})$/.exec(text);
  return match !== null && Number(match[2]) > Number(match[1]);
}

/** True for `2028-13` and `2028-00`: a slip in a month, as no year that may follow is written so. */
function isNoMonth(text: string): boolean {
  const match = /^\d{2}(\d{2})-(\d{2})$/.exec(text);
  return match !== null && Number(match[2]) < Number(match[1]);
}

/** `2021/2022`, `2021-22`, `21/22`, `FY 2021/22`: a financial year; `2021/23`, `2017-2021`: several years. */
function financialYear(text: string, language: KeyLanguage): Misdated | undefined {
  const match = /^(fy|financial year|tax year|blwyddyn ariannol)? ?(\d{4}|\d{2})(?: ?[-/] ?(\d{4}|\d{2}))?$/i.exec(
    text,
  );
  if (!match) return undefined;
  const named = match[1];
  const first = match[2] as string;
  const second = match[3];
  const year = fullYear(first);
  if (!isYear(year)) return undefined;
  if (!second) return named ? { why: whysIn[language].severalYears(text) } : undefined;
  const follows = Number(second) === (second.length === 2 ? (year + 1) % 100 : year + 1);
  const couldBeMonth = !named && first.length === 2 && Number(second) <= 12;
  if (follows && !couldBeMonth && second.length <= first.length) {
    const meant = financialYearText(year);
    return { why: whysIn[language].financialYear(meant ?? ''), meant };
  }
  if (isNoMonth(text)) return { why: whysIn[language].noMonth(Number(second)) };
  return first.length === 4 || follows ? { why: whysIn[language].severalYears(text) } : undefined;
}

/** `Q2 2021`, `2021 Q2`, `2021-q2`, and `Q2 2021/22`, which is a quarter of the financial year. */
function quarter(text: string, language: KeyLanguage): Misdated | undefined {
  const whys = whysIn[language];
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
  if (number < 1 || number > 4) return { why: whys.noQuarter(number) };
  if (!second) {
    const meant = `${year}-Q${number}`;
    return { why: whys.quarter(meant), meant };
  }
  if (Number(second) % 100 !== (Number(year) + 1) % 100) return { why: whys.severalYears(text) };
  const meant = number === 4 ? `${Number(year) + 1}-Q1` : `${year}-Q${number + 1}`;
  return { why: whys.financialQuarter(meant), meant };
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
function inNames(text: string, language: KeyLanguage): Misdated | undefined {
  const whys = whysIn[language];
  const parts = partsOf(text)?.filter((part) => !paddingWords.has(part));
  if (!parts || parts.length > 3) return undefined;
  const letter = (part: string): string =>
    monthNumbers.has(part) ? 'm' : /^\d{4}$/.test(part) ? 'y' : /^\d{1,2}$/.test(part) ? 'd' : '?';
  const shape = parts.map(letter).join('');
  if (shape === 'm') return { why: whys.noYear(text), inWords: true };
  if (shape === 'md' && (Number(parts[1]) > 31 || /^\p{L}+(?:-| ?['’])\d{2}$/u.test(text)))
    return monthFrom(fullYear(parts[1] as string), monthNumbers.get(parts[0] as string) as number, whys);
  if (shape === 'md' || shape === 'dm') return { why: whys.noYear(text) };
  const order = orders[shape];
  if (!order) return undefined;
  const year = fullYear(parts[order[0]] as string);
  const month = monthNumbers.get(parts[order[1]] as string) as number;
  return order[2] === undefined
    ? monthFrom(year, month, whys)
    : dayFrom(year, month, Number(parts[order[2]]), language);
}

/** `end of March 2024`, `diwedd 2024`: its last day is the last day of what follows. */
function endOf(text: string, language: KeyLanguage): Misdated | undefined {
  const match = /^(?:the )?(?:end|diwedd|ddiwedd)(?: of)? (.+)$/i.exec(text);
  const rest = match?.[1];
  if (rest === undefined) return undefined;
  const meant = spanOf(rest) ? rest : exactly(rest, language)?.meant;
  return meant ? { why: whysIn[language].lastDay(meant), meant, inWords: true } : undefined;
}

/** `Summer 2019`, `early 2024`, `mid-2021`, `first half of 2021`. */
function vaguely(text: string, language: KeyLanguage): Misdated | undefined {
  const parts = partsOf(text);
  if (!parts || parts.length > 8) return undefined;
  const isVague = (part: string) => seasons.has(part) || vagueWords.has(part);
  const isTime = (part: string) => seasons.has(part) || monthNumbers.has(part) || spanOf(part) !== undefined;
  const belongs = (part: string) => isVague(part) || isTime(part) || paddingWords.has(part) || /^\d{1,2}$/.test(part);
  if (!parts.every(belongs) || !parts.some(isVague) || !parts.some(isTime)) return undefined;
  return { why: whysIn[language].vague(text), inWords: true };
}

/** Figures with the marks of dates between them: four figures at least, so that small numbers are left alone. */
function figures(text: string, language: KeyLanguage): Misdated | undefined {
  if (!/^\d+[ /.-][\d /.-]*$/.test(text) || text.replace(/\D/g, '').length < 4) return undefined;
  return { why: whysIn[language].noDate(text) };
}

/** The readings that can tell which date was meant, the surest first. */
const exactReadings = [yearFirst, dayFirst, financialYear, monthAndYear, quarter, inNames];
const readings = [...exactReadings, endOf, vaguely, figures];

function first(text: string, from: typeof readings, language: KeyLanguage): Misdated | undefined {
  let reason: Misdated | undefined;
  for (const reading of from) {
    const result = reading(text, language);
    if (result?.meant) return result;
    reason ??= result;
  }
  return reason;
}

const exactly = (text: string, language: KeyLanguage): Misdated | undefined => first(text, exactReadings, language);

/** A word before a date that says no more than its field does. */
const leadingWord = /^(?:by|on|in|erbyn|ar|yn|ym) +(?=\S)/i;

/** What is wrong with a text that looks like a date but is not one; undefined for a date and for other words. */
export function misdated(written: string, language: KeyLanguage): Misdated | undefined {
  if (written.length > LONGEST_DATE || spanOf(written)) return undefined;
  const typed = plain(written).replace(leadingWord, '');
  const text = typed.replace(/ *([/.-]) */g, '$1').replace(/ +/g, ' ');
  const whys = whysIn[language];
  if (!spanOf(text)) return first(text, readings, language);
  const isSpacedOrDashed = typed !== text || /[\u2012-\u2015]/.test(written);
  if (isSpacedOrDashed && isMonthOrYears(text)) return { why: whys.monthOrYears(written) };
  if (typed !== text || typed !== plain(written)) return writtenAnotherWay(text, whys);
  return { why: whys.looksLikeDate(text), meant: text };
}
