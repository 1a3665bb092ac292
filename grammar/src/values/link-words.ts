import type { KeyLanguage } from '../vocabulary/index.ts';

/** The small words that join the parts of a value. */
interface LinkWords {
  /** Between the two dates of a period. */
  readonly to: readonly string[];
  /** Before the first day of a period that goes on. */
  readonly since: readonly string[];
  /** Between a quantity and the date of a target. */
  readonly by: readonly string[];
  /** Between a quantity and the period of a baseline. */
  readonly in: readonly string[];
}

const english: LinkWords = { to: ['to'], since: ['since'], by: ['by'], in: ['in'] };

/** The first word of each list is the one that is offered. A Welsh file may use the English words too. */
export const linkWords: Readonly<Record<KeyLanguage, LinkWords>> = {
  en: english,
  cy: {
    to: ['i', 'hyd', ...english.to],
    since: ['ers', ...english.since],
    by: ['erbyn', ...english.by],
    in: ['yn', 'ym', 'yng', ...english.in],
  },
};
