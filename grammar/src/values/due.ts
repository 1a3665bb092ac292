import type { KeyLanguage } from '../vocabulary/index.ts';
import { type PlanDate, readDate } from './date.ts';
import { misdated } from './date-mend.ts';
import { readPeriod } from './period.ts';
import { remembering } from './remembering.ts';
import { faulty, found, type Result } from './result.ts';
import { whysIn } from './whys.ts';

/** When something will be done. */
export interface Due {
  /** The time as written. */
  readonly text: string;
  /** The date; undefined where the time is given in words. */
  readonly date: PlanDate | undefined;
}

/**
 * Reads when something is due: a date, or words such as “over my term in office”. A date that is written another way
 * (`28/08/19`) is a fault; a time with no exact date (“summer 2019”) is words.
 */
export const readDue = remembering(anew);

function anew(text: string, language: KeyLanguage = 'en'): Result<Due> {
  const date = readDate(text, language);
  if (date.value) return found({ text, date: date.value });
  const { end } = readPeriod(text, language).value ?? {};
  if (end) {
    return faulty(whysIn[language].oneDate(end.text), 0, text.length, { meant: end.text });
  }
  const known = misdated(text, language);
  return known && !known.inWords ? date : found({ text, date: undefined });
}
