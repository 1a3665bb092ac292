import type { ProblemRule } from '../rule.ts';
import { exampleOf } from './examples.ts';
import { withArticle } from './words.ts';

/** An item has no title. */
export const missingTitle: ProblemRule = {
  id: 'syntax/missing-title',
  severity: 'error',
  says: 'An item has no title.',
  why: 'The title is what is printed, and what links to the item show.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Library Service Plan\n\noutcome read:\n',
  clean: 'plan p: Library Service Plan\n\noutcome read: More children read for pleasure\n',
  problem: 'missing-title',
  describe({ found, definition }, { placed }) {
    const noun = definition?.item ? definition.noun : found;
    const example = definition ? `, as in “${exampleOf(definition, placed.file.tree.language)}”` : '';
    return {
      message: `${capitalised(withArticle(noun))} needs a title, or there is nothing to print. Write it behind the colon${example}.`,
      messageCy: () => {
        const exampleWords = definition ? `, fel yn “${exampleOf(definition, 'cy')}”` : '';
        return `Mae angen teitl ar ôl ‘${definition?.cy ?? found}’, neu ni fydd dim i’w argraffu. Ysgrifennwch ef ar ôl y colon${exampleWords}.`;
      },
    };
  },
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
