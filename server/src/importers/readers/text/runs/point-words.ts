import { lineEnd } from '../../../mending/glue.ts';
import { beginningOf, isSentence } from '../../../mending/starters.ts';
import { marksOf } from '../marks.ts';
import type { Rough } from '../rough.ts';
import { seam } from './items.ts';

/** True for the mark that counts on from another: `b)` behind `a)`. */
export function isNextMark(mark: string, next: string | undefined): boolean {
  const [one, other] = [marksOf(`${mark} x`), marksOf(`${next} x`)];
  return (
    next !== undefined &&
    one.some(({ counting, value }) => other.some((mark) => mark.counting === counting && mark.value === value + 1))
  );
}

/** A point as it is known again: its letters alone. */
export const itemKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** True for a question. */
export const isQuestion = (item: string): boolean => beginningOf(plain(item)) === 'question' && item.length < 200;

/** True for a block that begins as an action does. */
export const isLikeAction = (block: Rough): boolean => isAction(block.text);

/** True for words that begin as an action does, and are no sentence of prose. */
export function isAction(item: string): boolean {
  const beginning = beginningOf(plain(item));
  return (beginning === 'verb' || beginning === 'doing' || beginning === 'to') && !isSentence(item);
}

/** The first word of a text. */
export const first = (text: string): string => text.split(/[\s\u2028]+/, 1)[0] as string;

/** Words with spaces where lines ended. */
export const plain = (text: string): string =>
  text.replaceAll(lineEnd, ' ').replaceAll(seam, ' ').replace(/\s+/g, ' ').trim();
