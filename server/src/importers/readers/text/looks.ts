/** What a line looks like, whatever it says. */

const letters = /\p{L}/gu;
const capitals = /\p{Lu}/gu;

/** How many of the characters of a text are of a sort. */
const count = (text: string, sort: RegExp): number => text.match(sort)?.length ?? 0;

/** True for words in capitals: “PRIORITY 1”, “THE ROLE OF OUR PCSOs”. One word needs three letters. */
export function isCapitals(text: string): boolean {
  const all = count(text, letters);
  if (all < 3) return false;
  const large = count(text, capitals);
  if (large === all) return true;
  // “ACEs” and “PCSOs” are a plural in capitals; a line with whole words in small letters is not in capitals.
  return large >= all * 0.8 && !/(?<![\p{L}’'])\p{Ll}{3,}/u.test(text) && large >= 3;
}

/** True where a sentence ends: with a stop, a question or an exclamation, and what may stand behind it. */
export const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]*_]{0,4}$/u.test(text);

/** True where more is to follow: a colon, or a dash. */
export const leadsOn = (text: string): boolean => /[:–—-][*_]{0,3}$/u.test(text);

/** True where a text has more than one sentence. */
export const hasSentences = (text: string): boolean => /\p{L}{2}[.!?]["'”’)]?\s+["'“‘(]?\p{Lu}/u.test(text);

/** True where words begin with a small letter. */
export const beginsSmall = (text: string): boolean => /^["'“‘(*_]{0,3}\p{Ll}/u.test(text);

/** True for a number that stands alone: `12,730`, `£4.5m`, `66%`. */
export const isFigure = (text: string): boolean => figure.test(text);

const figure =
  /^[£€$+~<>]?\d[\d,.]{0,15}\s?(?:%|m|bn|k|million|billion|\+|(?:minutes?|seconds?|hours?|days?|weeks?|months?|years?|miles?|tonnes?|munud|awr|diwrnod)(?:\s\d{1,3}\s(?:minutes?|seconds?|hours?))?)?$/iu;

/** How many words a text has. */
export const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Words that a sentence can't end with: what they belong to follows. */
const open = new Set(
  'a an the of and or to in on at for with by from as into that which who our their its my your his her is are was were be been has have had will shall would can could may must should than this these those both between through within across under over about against including such not y yr a ac i o ar at am gan gyda drwy trwy dros ein ei eu fy yn mae sydd bod fod neu'.split(
    ' ',
  ),
);

/** True where a text stops in the middle of a sentence for sure: with a comma, or a word that wants another. */
export function stopsOpen(text: string): boolean {
  if (/[,(]$/u.test(text)) return true;
  const last = /(?:^|[\s(])(\p{L}+)$/u.exec(text.slice(-40))?.[1];
  return last !== undefined && open.has(last);
}

/** True for a line that may be a heading by its length and its ends: no sentence, no list of words, no address. */
export function couldHead(text: string): boolean {
  if (text.length > 110 || wordCount(text) > 14) return false;
  if (!/^["'“‘(]?[\p{Lu}\p{N}]/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
  return !/[.,;!–—-]$/u.test(text) && !/^(?:https?:|www\.)|@/iu.test(text) && !hasSentences(text);
}
