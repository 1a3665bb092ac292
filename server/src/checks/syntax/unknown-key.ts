import { contextOf, type KeyLanguage, meaningAnywhere, wordFor } from '@goldthread/grammar';
import { replacing } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';
import { asText } from './as-text.ts';
import { entryUpTo, those } from './lines.ts';
import { oneOf } from './words.ts';

const MOST_WORDS = 10;

/** A line begins with a word that is not in the vocabulary. */
export const unknownKey: ProblemRule = {
  id: 'syntax/unknown-key',
  severity: 'error',
  says: 'A line begins with a word that a plan does not know.',
  why: 'Only lines that begin with a known word can be checked, linked and printed at the right place.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan p: Safety Plan\n\noutcom safe: Communities are safe\n',
  clean: 'plan p: Safety Plan\n\noutcome safe: Communities are safe\n',
  problem: 'unknown-key',
  describe(problem, { placed }) {
    const { found, meant, place = 'plan-content' } = problem;
    const { language } = placed.file.tree;
    const welsh = language === 'en' ? meaningAnywhere(found.toLowerCase(), 'cy')?.key : undefined;
    if (welsh !== undefined)
      return {
        message: `‘${found}’ is Welsh for ‘${welsh}’, and the lines of this file begin with English words. To write them in Welsh, begin the file with “# language: cy”.`,
        fixes: [replacing(`Change to ‘${welsh}’`, placed, problem, welsh)],
      };
    if (meant !== undefined)
      return {
        message: `‘${found}’ is not a word that can begin a line. Did you mean ‘${meant}’?`,
        fixes: [replacing(`Change to ‘${meant}’`, placed, problem, meant)],
      };
    const entry = entryUpTo(placed.block, problem.start);
    const isAlone = entry !== undefined && entry.at === problem.start && entry.children.length === 0;
    return {
      message: `‘${found}’ is not a word that can begin a line here. Is this text? Then put it under “text:”. A line can begin with ${wordsOf(place, language)}.`,
      fixes: those(isAlone ? asText(placed, { start: entry.at, end: entry.end }) : undefined),
    };
  },
};

/** What can stand in a place, in words; the first ones where there are many. */
function wordsOf(place: string, language: KeyLanguage): string {
  const definitions = new Set(contextOf(place, language).words.values());
  const words = [...definitions].filter((one) => !(one.item && one.root)).map((one) => `‘${wordFor(one, language)}’`);
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(', ')} and others` : oneOf(words);
}
