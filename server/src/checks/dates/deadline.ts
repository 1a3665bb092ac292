import { readDate, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { once } from '../once.ts';
import type { Span } from '../rule.ts';

/** A deadline that stands in words. */
export interface Deadline extends Span {
  readonly words: string;
  /** The date that the words mean, where they have one. */
  readonly date: string | undefined;
}

/** A pattern in which a space stands for any white space, and which begins and ends with whole words. */
const phrases = (...patterns: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'iu');

const within = '(?:by the end of|before the end of|during|over|throughout|within)';
const whose = '(?:my|our|this|the|his|her|their)';
const years = '(?:[\\p{L}\\d]+[- ]year )?';
const number = '(?:[\\p{L}\\d]+ (?:to [\\p{L}\\d]+ )?)?';
const kindOfYear = '(?:calendar|financial|fiscal|academic|school|municipal|council)';
const named = "(?:[\\p{L}’'-]+ ){0,4}?";

/** Words that set a deadline and nothing else, in English and in Welsh. Seen in published plans, and their like. */
const deadlines = once(() =>
  phrases(
    `${within} ${whose} ${years}(?:term (?:of|in) office|time in office|period (?:of|in) office)`,
    `${within} (?:my|this) ${years}term(?! time)`,
    `${within} (?:the )?(?:life|lifetime|course|term|period|time|duration) of (?:this|the|our|my) ${named}(?:plan|strategy)`,
    `${within} (?:this|the|our) (?:plan|strategy)(?:['’]s)? (?:period|lifetime|term)`,
    `(?:by|before) the end of (?:this|the|our|my) ${named}(?:plan|strategy)`,
    `(?:by|before) the end of (?:the |this |next )?(?:(?:current|coming|next) )?(?:${kindOfYear} )?(?:year(?: 20\\d\\d[-/]\\d{2,4})?|decade|month|quarter|term)`,
    `(?:by|before) (?:the )?${kindOfYear} year[- ]end`,
    `(?:by|during|within|in|over) (?:this|next|the coming|the current|the next) ${kindOfYear} year`,
    `(?:over|within|in|during) (?:the |our |my )?(?:next|coming) ${number}(?:${kindOfYear} )?(?:years?|months?|weeks?)`,
    `(?:by|erbyn) (?:early|late|mid|spring|summer|autumn|winter)[- ](?:in )?20[1-9]\\d`,
    `(?:erbyn diwedd|cyn diwedd|yn ystod|dros|drwy gydol) (?:fy |ein |y |yr )?(?:nhymor|tymor|cyfnod)(?: i)? (?:yn y swydd|mewn swydd|fel comisiynydd)`,
    `(?:erbyn diwedd|cyn diwedd|yn ystod|dros|drwy gydol) (?:(?:oes|gyfnod|cyfnod|tymor|hyd) )?(?:y|ein) (?:cynllun|strategaeth)(?: (?:hwn|hon))?`,
    `(?:erbyn|cyn) diwedd (?:y |yr )?(?:flwyddyn|degawd|mis|chwarter|tymor)`,
    `(?:dros|o fewn|yn ystod|yn) (?:y |yr )?(?:[\\p{L}\\d]+ )?(?:flwyddyn|blynedd|blynyddoedd|mis|misoedd) (?:ariannol )?(?:nesaf|i ddod)`,
  ),
);

/** Words that set a deadline with a date in them: “by March 2021”, “by the end of 2024”, “erbyn diwedd mis Mawrth 2024”. */
const dated = once(() =>
  phrases(
    `by (?:the )?(?:end of )?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?20[1-9]\\d(?:\\/\\d\\d)?(?![-,%/]?\\d)`,
    `erbyn (?:diwedd )?(?:mis )?(?:(?:ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr) )?20[1-9]\\d(?:\\/\\d\\d)?(?![-,%/]?\\d)`,
  ),
);

const linkWord = /^(?:by|before|in|on|erbyn|cyn) /iu;
/** “the financial year” before its figures, which say the same. */
const wordsBeforeYear = /\bthe (?:\p{L}+ )?year (?=\d)/iu;

/** The date that words such as “by the end of March 2024” mean; undefined where they have no date. */
export function dateMeant(words: string): string | undefined {
  const rest = words.trim().replace(/\s+/g, ' ').replace(linkWord, '').replace(wordsBeforeYear, '');
  const { value, fault } = readDate(rest);
  return value?.text ?? fault?.meant;
}

/** The month in which each season is nearly over, in English and in Welsh. The Welsh autumn, “hydref”, is October. */
const lastMonths: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '05': 'spring gwanwyn wanwyn ngwanwyn',
    '08': 'summer haf',
    '11': 'autumn',
    '12': 'winter gaeaf aeaf ngaeaf',
  }).flatMap(([month, words]) => words.split(' ').map((word) => [word, month] as const)),
);

/** A year with the word before it, or a date in figures. */
const yearInWords =
  /(?:([\p{L}\p{M}]+)[\s,-]+(?:(?:of|o|mis)\s+)?)?\b((20\d\d)(?:-(?:\d\d(?:-\d\d)?|Q[1-4])|\/\d\d)?)\b/giu;

/** A date such as the words may mean, in the last of the years that they name: “Spring 2028” is about 2028-05. */
export function dateLike(words: string): string | undefined {
  const [, word = '', date = '', year = ''] = [...words.matchAll(yearInWords)].at(-1) ?? [];
  if (date !== year && readDate(date).value) return date;
  const month = lastMonths.get(word.toLowerCase());
  return month ? `${year}-${month}` : (dateMeant(`${word} ${year}`) ?? (year || undefined));
}

const wholePlan =
  /\b(?:(?:my|our|this|the|year) term|(?:term|time|period) (?:of|in) office|(?:this|the|our|my|crime) (?:plan|strategy)|cynllun|nhymor|tymor yn y swydd)\b/iu;

/** True for words that mean the end of the plan or of the time for which its author is in office. */
export const meansWholePlan = (words: string): boolean => wholePlan.test(words.replace(/\s+/g, ' '));

/**
 * The first deadline that an action's title or text sets in words. Dates are looked for in the title alone: in a text
 * they may tell of what has been.
 */
export function deadlineIn(action: Item): Deadline | undefined {
  const { block } = action.placed;
  const text = action.field('text');
  for (const entry of text ? [action.entry, text] : [action.entry]) {
    const { start, end } = valueSpan(block, entry);
    const written = block.text.slice(start, end);
    const match = (entry === action.entry ? dated().exec(written) : null) ?? deadlines().exec(written);
    if (!match) continue;
    const [words] = match;
    return { words, start: start + match.index, end: start + match.index + words.length, date: dateMeant(words) };
  }
  return undefined;
}
