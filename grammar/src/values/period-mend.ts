import type { KeyLanguage } from '../vocabulary/index.ts';
import { spanOf } from './calendar.ts';
import { plain } from './characters.ts';
import { misdated } from './date-mend.ts';
import { linkWords } from './link-words.ts';

/** No period is longer than this, in UTF-16 units. */
export const LONGEST_PERIOD = 120;

const opening = /^(?:from|between|since|o|rhwng|ers) /i;
const goesOn = /(?: (?:onwards?|ymlaen)| ?- ?(?:date|now|present)?| to (?:date|now|present))$/i;

/** What stands between two dates: a word or a dash. “And” is one only after “between”. */
const separators = / (?:to|until|till|through|hyd at|hyd|i|tan) | ?-(?:to-)? ?/gi;
const separatorsBetween = / (?:to|and|i|a|ac) /gi;

/** The date that a text names, written as a plan writes it, where that is clear. */
function clearDate(text: string): string | undefined {
  if (spanOf(text)) return text;
  const known = misdated(text, 'en');
  return known?.code ? undefined : known?.meant;
}

/** The earlier date of two, which may leave out what the later one says: “May to July 2021”. */
function startFrom(text: string, later: string): string | undefined {
  const year = /\d{4}/.exec(later)?.[0];
  return clearDate(text) ?? (year && /\p{L}/u.test(text) ? clearDate(`${text} ${year}`) : undefined);
}

/** The later date of two, which may be two figures of a year: “2017-21”. */
function endFrom(text: string, start: string): string | undefined {
  return /^\d{2}$/.test(text) && /^\d{4}$/.test(start) ? clearDate(start.slice(0, 2) + text) : clearDate(text);
}

function isInOrder(start: string, end: string): boolean {
  const [first, last] = [spanOf(start), spanOf(end)];
  return first !== undefined && last !== undefined && first.first <= last.last;
}

/** The period that a text names in another way than plans do, written as a plan writes it, where that is clear. */
export function clearPeriod(written: string, language: KeyLanguage): string | undefined {
  if (written.length > LONGEST_PERIOD) return undefined;
  const words = linkWords[language];
  const text = plain(written).replace(/ +/g, ' ');
  const rest = text.replace(opening, '');
  const begun = rest.replace(goesOn, '');
  const only = rest === text && begun === rest ? undefined : clearDate(begun);
  if (only) return `${words.since[0]} ${only}`;
  const between = /^(?:between|rhwng) /i.test(text);
  for (const match of rest.matchAll(between ? separatorsBetween : separators)) {
    const right = rest.slice(match.index + match[0].length);
    const start = startFrom(rest.slice(0, match.index), clearDate(right) ?? right);
    const end = start === undefined ? undefined : endFrom(right, start);
    if (start && end && isInOrder(start, end)) return `${start} ${words.to[0]} ${end}`;
  }
  return undefined;
}
