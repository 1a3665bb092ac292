import type { ProblemRule } from '../rule.ts';

/** A second plan, part or library begins in a file. */
export const secondRoot: ProblemRule = {
  id: 'syntax/second-root',
  severity: 'error',
  says: 'A second plan, part or library begins in the same file.',
  why: 'A file is one of these; what follows would be mixed up with the first.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'plan transport: Transport Plan\n\nplan cycling: Cycling Plan\n',
  clean: 'plan transport: Transport Plan\n\npriority cycling: Cycling\n',
  problem: 'second-root',
  describe: ({ found }) => ({
    message: `A file is one plan, one part or one library, and this one has begun already. Put what stands from “${found}” on into a file of its own.`,
    messageCy: () =>
      `Un cynllun, un rhan neu un llyfrgell yw ffeil, ac mae’r ffeil hon wedi dechrau eisoes. Rhowch yr hyn sydd o “${found}” ymlaen mewn ffeil ar wahân.`,
  }),
};
