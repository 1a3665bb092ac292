import { diffWordsWithSpace } from 'diff';
import type { Words } from './change.ts';

/** So many words may come and go before two texts are taken for two others: telling them apart word by word helps nobody then. */
const MOST = 2000;
/** So much of two texts must be the same for them to be told apart word by word: of a text that is new, single words stay by chance. */
const LEAST = 0.4;

/** Two texts as one, with the words that went and those that came. */
export function wordsOfBoth(before: string, after: string): Words[] {
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
