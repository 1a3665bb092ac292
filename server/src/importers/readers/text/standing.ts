import { divisionOf } from '../../reading/divisions.ts';
import type { Line } from './lines.ts';
import { wordCount } from './looks.ts';
import { roleOf } from './roles.ts';

/** The longest line that is a heading by itself, in UTF-16 units. */
const longest = 90;

/** The most words that a heading has which stands again and again. */
const fewWords = 8;

/**
 * Lines that are headings although a tool has left no empty line around them, with such lines: numbered divisions, and the same few words
 * that stand on lines of their own in several places. What goes on in small letters on the next line is none.
 */
export function headingsApart(lines: readonly Line[]): Line[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) if (text.length <= longest) counts.set(text, (counts.get(text) ?? 0) + 1);
  const stands = lines.map((line, index) => {
    const next = lines[index + 1];
    return !goesOn(line, next) && (isDivision(line.text) || isRepeated(line.text, counts.get(line.text) ?? 0));
  });
  return lines.map((line, index) => {
    const isApart = stands[index] || stands[index - 1];
    return isApart && line.gap === 0 ? { ...line, gap: 1 } : line;
  });
}

const goesOn = ({ text }: Line, next: Line | undefined): boolean =>
  /[,;]$/.test(text) || (next !== undefined && next.gap === 0 && /^\p{Ll}/u.test(next.text));

function isDivision(text: string): boolean {
  if (text.length > longest || /[.]$/.test(text)) return false;
  const division = divisionOf(text);
  return division?.number !== undefined && division.title !== '' && /[:–—|-]/.test(text);
}

const isRepeated = (text: string, count: number): boolean =>
  count >= 2 &&
  /^\p{Lu}/u.test(text) &&
  wordCount(text) <= fewWords &&
  (text.endsWith('?') || (/[\p{L}:]$/u.test(text) && roleOf(text) !== undefined));
