import type { ProblemRule } from '../rule.ts';
import { exampleOf } from './examples.ts';

const whatIsMissing = {
  language: 'which language it is in',
  period: 'which period it is for',
  key: 'which field or kind it is for',
} as const;
const whatIsMissingCy = {
  language: 'ym mha iaith y mae',
  period: 'ar gyfer pa gyfnod y mae',
  key: 'ar gyfer pa faes neu fath y mae',
} as const;

/** A field does not say which language, period or key it is for. */
export const missingName: ProblemRule = {
  id: 'syntax/missing-name',
  severity: 'error',
  says: 'A field does not say which language, period or kind it is for.',
  why: 'Without that it cannot be put in its place.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Library Service Plan\n\nmeasure loans: Books lent\n  actual: 120,400\n',
  clean: 'plan p: Library Service Plan\n\nmeasure loans: Books lent\n  actual 2025/26: 120,400\n',
  problem: 'missing-name',
  describe({ found, definition }, { placed }) {
    if (!definition || definition.item)
      return {
        message: `‘${found}’ needs a word before its colon.`,
        messageCy: () => `Mae angen gair rhwng ‘${found}’ a’i golon.`,
      };
    const example = exampleOf(definition, placed.file.tree.language);
    return {
      message: `‘${found}’ has to say before its colon ${whatIsMissing[definition.name ?? 'key']}, as in “${example}”.`,
      messageCy: () =>
        `Rhaid i ‘${found}’ ddweud o flaen y colon ${whatIsMissingCy[definition.name ?? 'key']}, fel yn “${example}”.`,
    };
  },
};
