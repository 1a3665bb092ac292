import type { Line } from './lines.ts';
import { beginsSmall, endsSentence } from './looks.ts';

/** How a text is written, as its own lines show. */
export interface Habits {
  /** It has marks of Markdown: what looks like emphasis is. */
  readonly isMarkdown: boolean;
  /** Paragraphs go over several lines; otherwise each is a line. */
  readonly isWrapped: boolean;
  /** How long a full line is. */
  readonly width: number;
  /** Some headings are marked as such, so that a short line alone need not be one. */
  readonly hasMarkedHeadings: boolean;
  /** The words that a hyphen at the end of a line cuts, as the text has them elsewhere. */
  readonly knows: (word: string) => boolean;
}

/** Lines that are looked at for the habits of a text. */
const sample = 20_000;

/** The habits of a text. */
export function habitsOf(lines: readonly Line[], knows: (word: string) => boolean): Habits {
  const some = lines.slice(0, sample);
  const isMarkdown = some.some(({ text }) =>
    /^#{1,6}\s\S|^\*\*[^\s*]|\*\*[^\s*][^*]{0,500}\*\*|<b>|\]\(#?[^\s()]{0,300}\)/u.test(text),
  );
  const lengths = some.map(({ text, indent }) => text.length + indent).sort((one, other) => one - other);
  const width = Math.min(Math.max(lengths[Math.floor(lengths.length * 0.9)] ?? 80, 60), 200);
  // In wrapped text most lines that another follows at once are nearly as long as they can be.
  const followed = some.filter((line, index) => some[index + 1]?.gap === 0 && line.text.length > 30);
  const full = followed.filter(({ text, indent }) => text.length + indent > width * 0.7 && text.length < 200);
  const isWrapped = followed.length >= 3 && full.length > followed.length * 0.5 && followed.length > some.length * 0.15;
  const hasMarkedHeadings = some.some(({ text }) => /^#{1,6}\s\S/u.test(text));
  return { isMarkdown, isWrapped, width, hasMarkedHeadings, knows };
}

/** Lines as the words of one block: breaks stay where they were meant, and words that a hyphen cuts are put together. */
export function joinedLines(lines: readonly Line[], habits: Habits): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const words = line.isBroken ? line.text.replace(/\\$/, '') : line.text;
    if (before === undefined) text = words;
    else if (before.isBroken || isMeant(before, line, lines, habits)) text += `\n${words}`;
    else text = joinedWords(text, words, habits.knows);
  }
  return text;
}

/** True for a line that says what something is: “Lead department: Department for Transport”. */
const isFact = (text: string): boolean => /^\p{Lu}[\p{L} ’'()/-]{1,40}: \S/u.test(text);

/** A line break in an address or a signature: short lines, each with a beginning of its own. */
function isMeant(before: Line, line: Line, lines: readonly Line[], habits: Habits): boolean {
  if (isFact(line.text) && isFact((lines[0] as Line).text)) return true;
  if (beginsSmall(line.text) || /[,\-–—]$/.test(before.text)) return false;
  const isShort = before.text.length < Math.min(habits.width * 0.6, 60);
  return habits.isWrapped
    ? isShort && lines.every(({ text }) => text.length < habits.width * 0.7)
    : isShort || endsSentence(before.text);
}

/** Two halves of a text that was cut at the end of a line. */
export function joinedWords(before: string, after: string, knows: (word: string) => boolean): string {
  const first = /(\p{L}{1,40})[-\u2010\u00ad]$/u.exec(before.slice(-42))?.[1];
  const second = /^(\p{Ll}{1,40})/u.exec(after)?.[1];
  if (first === undefined || second === undefined) return `${before} ${after}`;
  const isPlain = before.endsWith('\u00ad') || knows(first + second);
  const isHyphened = !isPlain && (knows(`${first}-${second}`) || (knows(first) && knows(second)));
  return isHyphened ? before + after : before.slice(0, -1) + after;
}
