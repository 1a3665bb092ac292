import type { KeyLanguage } from '../vocabulary/index.ts';
import type { Span } from './calendar.ts';
import { lastWords } from './characters.ts';
import { compareAtCoarser, type PlanDate, readDate } from './date.ts';
import { misdated } from './date-mend.ts';
import { linkWords } from './link-words.ts';
import { clearPeriod, LONGEST_PERIOD } from './period-mend.ts';
import { remembering } from './remembering.ts';
import { type Fault, faulty, found, type Result, shifted } from './result.ts';
import { whysIn } from './whys.ts';

/** A time with a beginning: a date, `date to date` or `since date`. */
export interface Period {
  /** The period as written. */
  readonly text: string;
  /** The first day as an ISO string, and the last; a period since a date has no last day. */
  readonly first: string;
  readonly last: string | undefined;
  /** The dates it is written with. A period that is one date begins and ends with it. */
  readonly start: PlanDate;
  readonly end: PlanDate | undefined;
}

/**
 * Reads a period: a date, `2021-05-13 to 2024-05-08`, `since 2011`; in a Welsh file also with `i` or `hyd`, and `ers`.
 * A period that ends before it starts is a fault with the code `start-after-end`.
 */
export const readPeriod = remembering(anew);

function anew(text: string, language: KeyLanguage = 'en'): Result<Period> {
  if (text.length > LONGEST_PERIOD) return faulty(whyNoPeriod(text, language), 0, text.length);
  const words = linkWords[language];
  const parts = lastWords(text, LONGEST_PERIOD);
  const [opening, next] = parts;
  if (opening && next && words.since.includes(opening.word.toLowerCase())) return readSince(text, next.start, language);
  const links = parts.filter((part, index) => {
    const isInside = index > 0 && index < parts.length - 1;
    return isInside && words.to.includes(part.word.toLowerCase());
  });
  const link = links.length === 1 ? links[0] : undefined;
  if (link) {
    const end = parts[parts.indexOf(link) + 1]?.start as number;
    return readFromTo(text, text.slice(0, link.start).trimEnd(), end, language);
  }
  const date = readDate(text, language);
  if (date.value) {
    const { first, last } = date.value;
    return found({ text, first, last, start: date.value, end: date.value });
  }
  if (date.fault.meant !== undefined) return date;
  return (
    misread(text, language) ?? (misdated(text, language) ? date : faulty(whyNoPeriod(text, language), 0, text.length))
  );
}

function readSince(text: string, at: number, language: KeyLanguage): Result<Period> {
  const start = readDate(text.slice(at), language);
  if (start.value)
    return found({ text, first: start.value.first, last: undefined, start: start.value, end: undefined });
  if (start.fault.meant !== undefined) return shifted(start.fault, at);
  return misread(text, language) ?? shifted(start.fault, at);
}

function readFromTo(text: string, before: string, at: number, language: KeyLanguage): Result<Period> {
  const start = readDate(before, language);
  const end = readDate(text.slice(at), language);
  if (start.value && end.value) {
    if (compareAtCoarser(start.value, end.value) > 0) {
      const why = whysIn[language].endsFirst(end.value.text, start.value.text);
      return faulty(why, 0, text.length, { code: 'start-after-end' });
    }
    return found({ text, first: start.value.first, last: end.value.last, start: start.value, end: end.value });
  }
  const wrong = [start.fault, end.fault && shifted(end.fault, at).fault].filter((fault) => fault !== undefined);
  const first = wrong[0] as Fault;
  if (wrong.length === 1 && first.meant !== undefined) return { fault: first };
  return misread(text, language) ?? { fault: first };
}

/** The fault of a period that is written in another way than plans do, where it is clear what it says. */
function misread(text: string, language: KeyLanguage): Result<Period> | undefined {
  const meant = clearPeriod(text, language);
  return meant === undefined || meant === text
    ? undefined
    : faulty(whysIn[language].periodMeant(...linksOf(language), meant), 0, text.length, { meant });
}

const whyNoPeriod = (text: string, language: KeyLanguage): string =>
  whysIn[language].noPeriod(text, ...linksOf(language));

/** The words for “to” and “since” that are offered. */
const linksOf = (language: KeyLanguage): [string, string] => [
  linkWords[language].to[0] ?? '',
  linkWords[language].since[0] ?? '',
];

/**
 * True where a date lies in a period, compared as exactly as the less exact of the dates allows: 2024 lies in a period
 * that ends on 2024-05-08.
 */
export const contains = (period: Pick<Period, 'first' | 'last'>, date: Span): boolean =>
  date.last >= period.first && (period.last === undefined || date.first <= period.last);
