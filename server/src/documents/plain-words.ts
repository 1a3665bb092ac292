import type { Inline } from './tree.ts';

/** Words that stand as they are. */
export const plain = (text: string): Inline => ({ type: 'text', text });

/** The words of a line alone, without spaces around them. */
export function wordsOf(line: readonly Inline[]): string {
  let words = '';
  const waiting = line.toReversed();
  for (let inline = waiting.pop(); inline; inline = waiting.pop()) {
    if ('children' in inline) waiting.push(...inline.children.toReversed());
    else if ('text' in inline) words += inline.text;
    else if (inline.type === 'image') words += inline.alt;
    else words += ' ';
  }
  return words.trim();
}
