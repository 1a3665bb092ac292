import type { DraftItem } from '../draft/draft.ts';
import type { Spot } from '../source.ts';
import { plainWords } from '../words.ts';
import { newField, newItem } from './items.ts';
import { isInCapitals } from './recase.ts';

/** The most words that a figure is shown with. */
const most = 18;

const figure =
  '(?:(?:over|around|about|almost|nearly|more than|less than|up to|dros|tua|bron) )?[£€$]?\\d[\\d,.]*(?: ?(?:%|per cent|million|billion|bn|m|k))?(?![\\d-])';
const first = new RegExp(`^(?<value>${figure})\\s+(?<rest>.+)$`, 'iu');
const last = new RegExp(`^(?<before>.+?)\\s+(?<value>(?:by )?${figure})(?:\\s*(?<when>\\([^)]+\\)))?$`, 'iu');

/**
 * A figure that is shown by itself, as a statistic: large letters with a few words, no sentence. `text` is Markdown in a line; undefined
 * for anything else.
 */
export function statisticOf(text: string, spot: Spot): DraftItem | undefined {
  const words = plainWords(text);
  if (words.length > 200 || words.split(' ').length > most || /[.!?:;]$/.test(words) || !/\d/.test(words))
    return undefined;
  const isShown =
    /\\\n/.test(text) || /^\s*\*\*/.test(text) || isInCapitals(words.replace(/\([^)]*\)|\bin \d{4}\S*$/gu, ''));
  const ahead = first.exec(words)?.groups;
  if (ahead?.value && ahead.rest && (isShown || isCounted(ahead.rest))) {
    const when = /^(?<title>.+?)\s+(?<when>in \d{4}(?:[/-]\d{2,4})?|per \p{L}+|(?:each|every) \p{L}+)$/u.exec(
      ahead.rest,
    )?.groups;
    return statistic(when?.title ?? ahead.rest, ahead.value, when?.when, spot);
  }
  const behind = last.exec(words)?.groups;
  // A year at the end of words is no figure.
  if (
    behind?.value &&
    behind.before &&
    isShown &&
    /[%£€$]|\d{3}|\d,\d/.test(behind.value) &&
    !/^(?:19|20)\d\d$/.test(behind.value)
  )
    return statistic(behind.before, behind.value, behind.when?.replace(/[()]/g, ''), spot);
  return undefined;
}

const named = new RegExp(`^(?<title>[^:]{3,80}):\\s+(?<value>${figure})$`, 'iu');

/** Figures with their names, one to a line: “Population: 764,300”. Undefined for one line, and where any is something else. */
export function figuresInLines(text: string, spot: Spot): readonly DraftItem[] | undefined {
  const lines = text.split(/\\\n/).map(plainWords);
  const found = lines.flatMap((line) => {
    const { title, value } = named.exec(line)?.groups ?? {};
    return title === undefined || value === undefined ? [] : [statistic(title, value, undefined, spot)];
  });
  return lines.length > 1 && found.length === lines.length ? found : undefined;
}

/** Words in which all main ones are in capitals: “VICTIMS SUPPORTED in 2019/20”. */
const isCounted = (words: string): boolean => {
  const [start = ''] = words.split(' ');
  return start.length > 2 && start === start.toUpperCase() && /\p{L}/u.test(start);
};

function statistic(title: string, value: string, when: string | undefined, spot: Spot): DraftItem {
  const item = newItem('statistic', title, spot, 0.8);
  item.parts.push(newField('value', value.replace(/^BY (?=\S)/, 'by ')));
  if (when !== undefined) item.parts.push(newField('when', when));
  return item;
}
