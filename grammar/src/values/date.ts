import type { KeyLanguage } from '../vocabulary/index.ts';
import { type Span, spanOf } from './calendar.ts';
import { misdated } from './date-mend.ts';
import { remembering } from './remembering.ts';
import { faulty, found, type Result } from './result.ts';
import { whysIn } from './whys.ts';

/** A date: a day, a month, a quarter, a year or a financial year. */
export interface PlanDate extends Span {
  /** The date as written. */
  readonly text: string;
}

/**
 * Reads a date: `2021-05-13`, `2021-05`, `2021`, `2021-Q2` (a quarter of the calendar year) or `2021/22` (1 April to
 * 31 March). A date written another way is a fault that offers the right form where it is clear.
 * `language` is that in which a fault is told.
 */
export const readDate = remembering(anew);

function anew(text: string, language: KeyLanguage): Result<PlanDate> {
  const span = spanOf(text);
  if (span) return found({ text, ...span });
  const known = misdated(text, language);
  if (!known) return faulty(whysIn[language].noDate(text), 0, text.length);
  return faulty(known.why, 0, text.length, { meant: known.meant, code: known.code });
}

/**
 * Compares two dates as exactly as the less exact of them allows: -1 where the first is earlier, 1 where it is later,
 * 0 where neither can be said, because they have days in common. `2021` and `2021-05-13` are equal.
 */
export function compareAtCoarser(a: Span, b: Span): -1 | 0 | 1 {
  if (a.last < b.first) return -1;
  return a.first > b.last ? 1 : 0;
}
