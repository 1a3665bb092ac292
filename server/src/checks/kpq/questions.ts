import { byAlphabet } from '@goldthread/grammar';

/** How questions begin in a language: those that ask for yes or no, and those that ask for more. */
interface Questions {
  /** First words of questions that yes or no answers, in small letters. */
  readonly closed: ReadonlySet<string>;
  /** First words of questions that ask how, what or how much, in small letters. */
  readonly open: ReadonlySet<string>;
  /** A closed beginning that opens up further on: “Are people safe, and how do we know?” */
  readonly opensUp: RegExp;
  /** How an open question may begin, to offer in a message. */
  readonly offer: string;
  /** The same in a Welsh message. */
  readonly offerCy: string;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const english: Questions = {
  closed: words(
    'is are am was were isn’t aren’t wasn’t weren’t do does did don’t doesn’t didn’t has have had hasn’t haven’t can could can’t couldn’t will would won’t wouldn’t shall should shouldn’t may might must',
  ),
  open: words('how what where which who whom whose when why to in for by with'),
  opensUp: /(?:[,;:–—]|\s(?:and|or|but))\s+(?:how|what|where|which|who|when|why|to what extent)\s/i,
  offer: '“How well …?”, “To what extent …?” or “What …?”',
  offerCy: '“How well …?”, “To what extent …?” neu “What …?”',
};

const welsh: Questions = {
  closed: words('a ai oni onid oes oedd ydy ydi ydyw yw ydyn ydym ydych ydw fydd fu fyddwn fyddan gaiff all allwn'),
  open: words('pa pam sut beth faint ble pryd pwy i ym mha o ar at gan am'),
  opensUp: /(?:[,;:–—]|\s(?:a|ac|neu|ond))\s+(?:sut|beth|faint|ble|pryd|pwy|pam|pa|i ba)\s/i,
  offer: '“Pa mor dda …?”, “I ba raddau …?” neu “Beth …?”',
  offerCy: '“Pa mor dda …?”, “I ba raddau …?” neu “Beth …?”',
};

/** How questions begin in the language of a plan, as `language` gives it; undefined for languages that are not known here. */
export function questionsIn(language: string): Questions | undefined {
  const code = language.toLowerCase();
  if (/^en(?:-|$)/.test(code)) return english;
  return /^cy(?:-|$)/.test(code) ? welsh : undefined;
}

const opening = byAlphabet(/^[^A-Za-z]{0,8}([A-Za-z'’]+)/, () => /^[^\p{L}]{0,8}([\p{L}\p{M}'’]+)/u);

/** The first word of a title, in small letters and with a curly apostrophe, and where it stands in the title. */
export function firstWord(title: string): { readonly word: string; readonly start: number; readonly end: number } {
  const [found, written = ''] = opening(title).exec(title) ?? [''];
  const word = written.toLowerCase().replaceAll("'", '’');
  return { word, start: found.length - written.length, end: found.length };
}

/** True for a text with a question mark of any script in it. */
export const hasQuestionMark = (text: string): boolean => /[?？؟]/.test(text);
