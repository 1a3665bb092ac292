import type { Action, Asking } from './action.ts';

/** For so many faults mends are offered at a time. */
const MOST = 50;

/**
 * Does what a rule offers against what it finds. The only mend there is is the preferred one, unless something is still to be written afterwards.
 *
 *     outcom safe: Communities are safe
 *
 * becomes, by “Change to ‘outcome’”,
 *
 *     outcome safe: Communities are safe
 */
export function mend({ found }: Asking): Action[] {
  return found.slice(0, MOST).flatMap((diagnostic) =>
    diagnostic.fixes.map(
      ({ title, edits, leavesGap }, _, { length }): Action => ({
        title,
        kind: 'quickfix',
        mends: [diagnostic],
        isPreferred: length === 1 && !leavesGap,
        edits,
      }),
    ),
  );
}
