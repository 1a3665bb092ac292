import { diffWordsWithSpace } from 'diff';
import type { Words } from './change.ts';

/** So many words may come and go before two texts are taken for two others: telling them apart word by word helps nobody then. */
const MOST = 2000;
/** So much of two texts must be the same for them to be told apart word by word: of a text that is new, single words stay by chance. */
const LEAST = 0.4;

/** A name in double brackets. */
const name = /\[\[[^[\]|\n]*(?:\|[^[\]]*)?\]\]/g;
/** Characters that mean nothing to anybody, of which each stands for a name. */
const PRIVATE = 0xf0000;
const privates = /[\u{f0000}-\u{ffffd}]/gu;

/** Two texts as one, with the words that went and those that came. A name in double brackets is one word. */
export function wordsOfBoth(before: string, after: string): Words[] {
  const names = [...new Set(`${before}\n${after}`.match(name))];
  if (names.length === 0 || privates.test(before + after)) return wordsOf(before, after);
  const signs = new Map(names.map((one, index) => [one, String.fromCodePoint(PRIVATE + index)]));
  const signed = (text: string): string => text.replace(name, (one) => signs.get(one) ?? one);
  const unsigned = (text: string): string =>
    text.replace(privates, (sign) => names[(sign.codePointAt(0) ?? 0) - PRIVATE] ?? sign);
  return wordsOf(signed(before), signed(after)).map(({ text, is }) => ({ text: unsigned(text), is }));
}

function wordsOf(before: string, after: string): Words[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST });
  if (!found) return replaced(before, after);
  const runs = smoothed(
    found.map(({ value, added, removed }) => words(value, added ? 'added' : removed ? 'removed' : 'same')),
  );
  const same = runs.reduce((sum, { text, is }) => sum + (is === 'same' ? text.length : 0), 0);
  return same < LEAST * Math.min(before.length, after.length) ? replaced(before, after) : runs;
}

/** True for two texts with the same words, of which only quotation marks, dashes or dots are written otherwise. */
export const isSetOtherwise = (before: string, after: string): boolean =>
  before !== after && plainMarks(before) === plainMarks(after);

/** A text with the marks that a keyboard has: as it is before a program for writing sets it. */
const plainMarks = (text: string): string =>
  text
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐‑]|(?<=\d)–(?=\d)/g, '-')
    .replace(/\s*(?:---?|[–—])\s*|\s-\s/g, ' - ')
    .replaceAll('…', '...');

const words = (text: string, is: Words['is']): Words => ({ text, is });

const replaced = (before: string, after: string): Words[] =>
  [words(before, 'removed'), words(after, 'added')].filter(({ text }) => text !== '');

/** Runs of words that changed as one where no more than a space or a short word stayed between them. */
function smoothed(runs: readonly Words[]): Words[] {
  const found: Words[] = [];
  let [went, came] = ['', ''];
  const end = (): void => {
    if (went) found.push(words(went, 'removed'));
    if (came) found.push(words(came, 'added'));
    [went, came] = ['', ''];
  };
  for (const [index, { text, is }] of runs.entries()) {
    if (is === 'removed') went += text;
    else if (is === 'added') came += text;
    else if (went && came && index < runs.length - 1 && text.trim().length <= SHORT) {
      went += text;
      came += text;
    } else {
      end();
      found.push(words(text, 'same'));
    }
  }
  end();
  return found;
}

/** No longer than this is a word that stayed by chance, in UTF-16 units. */
const SHORT = 3;
