import type { KeyLanguage } from '../vocabulary/index.ts';
import { spanOf } from './calendar.ts';
import { lastWords, type PlacedWord } from './characters.ts';
import { type PlanDate, readDate } from './date.ts';
import { misdated } from './date-mend.ts';
import { seasons } from './date-words.ts';
import { linkWords } from './link-words.ts';
import { type Period, readPeriod } from './period.ts';
import { clearPeriod } from './period-mend.ts';
import { type Quantity, readQuantity } from './quantity.ts';
import { remembering } from './remembering.ts';
import { faulty, found, type Result, shifted } from './result.ts';
import { whysIn } from './whys.ts';

/** Where a measure should get to, and by when. */
export interface Target {
  /** The target as written. */
  readonly text: string;
  readonly quantity: Quantity;
  /** The date behind “by”; undefined where there is none. */
  readonly by: PlanDate | undefined;
}

/** Where a measure stood, and when. */
export interface Baseline {
  /** The baseline as written. */
  readonly text: string;
  readonly quantity: Quantity;
  /** The period behind “in”; undefined where there is none. */
  readonly in: Period | undefined;
}

/** How a quantity and a time are joined. */
interface Joint<T> {
  readonly language: KeyLanguage;
  /** The words that join them, the one that is offered first. */
  readonly links: readonly string[];
  /** An example of the whole value. */
  readonly example: string;
  /** Reads the time. */
  readonly read: (text: string) => Result<T>;
  /** True for a text that is a time, or is meant for one. */
  readonly isTime: (text: string) => boolean;
}

/** Where a word that joins stands, and the time behind it. */
interface Place {
  readonly at: number;
  readonly time: number;
}

/** How many words a time has at most, and how many UTF-16 units. */
const WORDS_IN_A_TIME = 12;
const LONGEST_TIME = 120;

/** Words that are seen in the place of “by” and “in”. */
const otherLinks: ReadonlySet<string> = new Set([
  ...linkWords.cy.by,
  ...linkWords.cy.in,
  ...linkWords.cy.since,
  ...['at', 'on', 'for', 'from', 'during', 'until', 'ar', 'mewn'],
]);

/** Words that make a time of what follows “by” or “in”: “by next spring”, “in the last year”. */
const timeWords: ReadonlySet<string> = new Set([...seasons, 'next', 'last', 'end', 'nesaf', 'diwethaf', 'diwedd']);

/** Words behind a date that go with it no further: “or sooner”. */
const idleWords = /^(?:or (?:sooner|earlier|before)|neu (?:gynt|cyn hynny))(?!\p{L})/iu;

/** Words behind a date that make it another date or several: “or 2030”, “to date”. */
const goingOn: ReadonlySet<string> = new Set([
  ...[linkWords.cy.to, linkWords.cy.since].flat(),
  ...['or', 'and', 'neu', 'a', 'ac', 'onwards', 'ymlaen'],
]);

/** Words behind a year that make it a part of what is counted: “£120 in 2019 prices”. */
const pricedIn = /^(?:prices|terms|money|values)(?!\p{L})/iu;

/** Reads a target: `11,000 by 2024-03`, `70% of victims by 2030`, `11,000`; in a Welsh file also with `erbyn`. */
export const readTarget = remembering(targetAnew);

function targetAnew(text: string, language: KeyLanguage = 'en'): Result<Target> {
  const links = linkWords[language].by;
  const parts = readJoined<PlanDate>(text, {
    language,
    links,
    example: `11,000 ${links[0]} 2024-03`,
    read: (time) => readDate(time, language),
    isTime: isDateLike,
  });
  return parts.fault ? parts : found({ text, quantity: parts.value.quantity, by: parts.value.time });
}

/** Reads a baseline: `12,480 in 2019/20`, `58% in 2020-04 to 2020-09`, `58%`; in a Welsh file also with `yn`. */
export const readBaseline = remembering(baselineAnew);

function baselineAnew(text: string, language: KeyLanguage = 'en'): Result<Baseline> {
  const links = linkWords[language].in;
  const parts = readJoined<Period>(text, {
    language,
    links,
    example: `12,480 ${links[0]} 2019/20`,
    read: (time) => readPeriod(time, language),
    isTime: (time) =>
      isDateLike(time) || isPeriod(readPeriod(time, language)) || clearPeriod(time, language) !== undefined,
  });
  return parts.fault ? parts : found({ text, quantity: parts.value.quantity, in: parts.value.time });
}

const isDateLike = (text: string): boolean => spanOf(text) !== undefined || misdated(text, 'en') !== undefined;

/** True for a period, also for one that ends before it starts. */
const isPeriod = (period: Result<Period>): boolean => period.value !== undefined || period.fault.code !== undefined;

/** Reads a quantity with a time behind it; the time may be missing. */
function readJoined<T>(
  text: string,
  joint: Joint<T>,
): Result<{ readonly quantity: Quantity; readonly time: T | undefined }> {
  const words = lastWords(text, WORDS_IN_A_TIME);
  const link = findLink(text, words, joint, (word) => joint.links.includes(word));
  if (link) {
    if (link.at === 0) return faulty(whysIn[joint.language].numberMissing(joint.example), 0, text.length);
    const quantity = readQuantity(text.slice(0, link.at).trimEnd(), joint.language);
    if (quantity.fault) return quantity;
    const earlier = swallowedTime(text, lastWords(text.slice(0, link.at), WORDS_IN_A_TIME), joint);
    if (earlier) return earlier;
    const time = joint.read(text.slice(link.time));
    return time.fault ? shifted(time.fault, link.time) : found({ quantity: quantity.value, time: time.value });
  }
  const misjoined = misjoinedTime(text, words, joint);
  if (misjoined) return misjoined;
  const quantity = readQuantity(text, joint.language);
  if (quantity.fault) return quantity;
  const swallowed = swallowedTime(text, words, joint);
  if (swallowed) return swallowed;
  return inexactTime(text, quantity.value, joint) ?? found({ quantity: quantity.value, time: undefined });
}

/** The last of some words that a time follows. */
function findLink<T>(
  text: string,
  words: readonly PlacedWord[],
  joint: Joint<T>,
  isLink: (word: string) => boolean,
): Place | undefined {
  for (let index = words.length - 2; index >= 0; index--) {
    const { word, start: at } = words[index] as PlacedWord;
    const { start: time } = words[index + 1] as PlacedWord;
    if (text.length - time > LONGEST_TIME) return undefined;
    if (isLink(word.toLowerCase()) && joint.isTime(text.slice(time))) return { at, time };
  }
  return undefined;
}

/** The fault of a time that is joined with another word or stands in brackets: `12,480 (2019/20)`, `70% in 2030`. */
function misjoinedTime<T>(text: string, words: readonly PlacedWord[], joint: Joint<T>): Result<never> | undefined {
  const bracket = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const inBrackets = bracket > 0 && text.length - bracket <= LONGEST_TIME ? text.slice(bracket + 1, -1).trim() : '';
  const link = joint.isTime(inBrackets)
    ? { at: bracket, time: bracket + 1 }
    : findLink(text, words, joint, (word) => otherLinks.has(word));
  if (!link || link.at === 0) return undefined;
  const quantity = readQuantity(text.slice(0, link.at).trimEnd(), joint.language);
  if (quantity.fault) return quantity;
  const time = joint.isTime(inBrackets) ? inBrackets : text.slice(link.time);
  const known = joint.read(time);
  const goesOn = linkWords.cy.since.some((word) => text.slice(link.at, link.time).toLowerCase().startsWith(word));
  const clear = known.fault ? known.fault.meant : time;
  const meant = clear === undefined || goesOn ? undefined : `${joint.links[0]} ${clear}`;
  const why = whysIn[joint.language].joined(joint.links[0] ?? '', joint.example);
  return faulty(why, link.at, text.length, { meant });
}

/** The fault of a time with more words behind it, which would be read as a part of what is counted: `600 homes by 2040 at the latest`. */
function swallowedTime<T>(text: string, words: readonly PlacedWord[], joint: Joint<T>): Result<never> | undefined {
  for (let index = words.length - 3; index > 0; index--) {
    const { word, start } = words[index] as PlacedWord;
    if (!joint.links.includes(word.toLowerCase())) continue;
    const time = (words[index + 1] as PlacedWord).start;
    for (let last = words.length - 2; last > index; last--) {
      const end = (words[last] as PlacedWord).end;
      if (end - time > LONGEST_TIME) continue;
      const written = text.slice(time, end).replace(/[,;:.]+$/, '');
      if (!/\d/.test(written) || !joint.isTime(written)) continue;
      return notLast(text, { at: start, time }, written, text.slice(end).trim(), joint);
    }
  }
  return undefined;
}

/** The fault of a time that words stand behind; the words go where they make it no other time. */
function notLast<T>(
  text: string,
  { at, time }: Place,
  written: string,
  behind: string,
  joint: Joint<T>,
): Result<never> | undefined {
  if (pricedIn.test(behind)) return undefined;
  const whys = whysIn[joint.language];
  const known = joint.read(written);
  if (known.fault && known.fault.meant === undefined) return shifted(known.fault, time);
  const [next = ''] = behind.toLowerCase().split(/\s/, 1);
  if (/\d/.test(behind) || (goingOn.has(next) && !idleWords.test(behind)))
    return faulty(whys.dateBehind(text.slice(at, time).trim(), joint.example), at, text.length);
  return faulty(whys.dateLast(behind, joint.example), time, text.length, { meant: known.fault?.meant ?? written });
}

/** The fault of a quantity whose unit is a time that is not exact, or a joining word with nothing behind it. */
function inexactTime<T>(text: string, quantity: Quantity, joint: Joint<T>): Result<never> | undefined {
  const [link = '', ...time] = quantity.unit.split(' ', WORDS_IN_A_TIME);
  const isTime = time.length === 0 || time.some((word) => timeWords.has(word.toLowerCase()) || /^\d{4}$/.test(word));
  if (!joint.links.includes(link.toLowerCase()) || !isTime) return undefined;
  const why = whysIn[joint.language].dateBehind(link, joint.example);
  return faulty(why, text.indexOf(link), text.length);
}
