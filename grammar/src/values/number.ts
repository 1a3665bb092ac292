import Big from 'big.js';
import type { KeyLanguage } from '../vocabulary/index.ts';
import { plain } from './characters.ts';
import { faulty, found, type Result } from './result.ts';
import { whysIn } from './whys.ts';

/** A number at some place of a text. */
export interface PlacedNumber {
  /** The exact value. */
  readonly amount: Big;
  /** The offset behind its last figure. */
  readonly end: number;
}

/** The longest number, in UTF-16 units, for which a right form is offered. */
const LONGEST_MEND = 40;

const figuresOnly = /^\d+$/;

const isFigure = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** The offset behind the figures, commas and points that begin at `at`. */
export function endOfFigures(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isFigure(text, end) || text[end] === ',' || text[end] === '.')) end++;
  return end;
}

/** True for figures with or without commas between the thousands: `12480`, `12,480`, `171,200,000`. */
function isWhole(text: string): boolean {
  const groups = text.split(',');
  if (groups.length === 1) return figuresOnly.test(text);
  return groups.every(
    (group, index) => figuresOnly.test(group) && (index > 0 ? group.length === 3 : group.length <= 3),
  );
}

/** The value of `12480`, `12,480` or `12,480.5`; undefined for figures with commas or points in other places. */
function exactly(text: string): Big | undefined {
  const [whole, decimals, ...others] = text.split('.');
  if (whole === undefined || others.length > 0 || !isWhole(whole)) return undefined;
  if (decimals !== undefined && !figuresOnly.test(decimals)) return undefined;
  return new Big(text.replaceAll(',', ''));
}

/** The number that was meant by figures with a comma or a point too many, or by those of a language that swaps them. */
function numberMeant(text: string): string | undefined {
  if (text.length > LONGEST_MEND) return undefined;
  const bare = text.replace(/[,.]+$/, '').replace(/^\./, '0.');
  if (exactly(bare)) return bare;
  const swapped = bare.replace(/[,.]/g, (mark) => (mark === ',' ? '.' : ','));
  return /\..*\.|\..*,/.test(bare) && exactly(swapped) ? swapped : undefined;
}

/** The telephone numbers that police and health services count calls to: “250 999 calls” is no 250,999. */
export const telephoneNumber = /^\s*(?:999|101|111)\s+\p{L}/u;

/** Figures with spaces between the thousands: `12 480`. */
const spacedThousands = /^\d{1,3}(?:\s\d{3})+(?![\d,])/;

/**
 * Reads the number that begins at `at`: figures with an optional comma between the thousands, and a point before
 * decimals. `example` is a value of the type that is being read, for the message.
 */
export function readNumber(text: string, at: number, example: string, language: KeyLanguage): Result<PlacedNumber> {
  const end = endOfFigures(text, at);
  const spaced = spacedThousands.exec(text.slice(at, at + LONGEST_MEND))?.[0];
  if (spaced && !telephoneNumber.test(text.slice(end, end + LONGEST_MEND))) {
    const meant = spaced.replace(/\s/g, ',');
    return faulty(whysIn[language].thousands(meant), at, at + spaced.length, { meant });
  }
  const written = text.slice(at, end);
  const amount = end > at ? exactly(written) : undefined;
  if (amount) return found({ amount, end });
  const meant = numberMeant(written);
  return faulty(whysIn[language].noNumber(written, example), at, end, { meant });
}

const typedNumber = /^[-+]?[£€$]?[\d,.]+(?:%|\p{L}*)$/u;

/**
 * The fault of a text whose first word is not typed with the keyboard's figures and minus sign, with the same word
 * typed with them; undefined where that makes no difference.
 */
export function lookAlike(text: string, example: string, language: KeyLanguage): Result<never> | undefined {
  const end = text.search(/\s|$/);
  if (end > LONGEST_MEND) return undefined;
  const meant = plain(text.slice(0, end));
  if (meant === text.slice(0, end) || !typedNumber.test(meant)) return undefined;
  return faulty(whysIn[language].looksLikeNumber(example), 0, end, { meant });
}
