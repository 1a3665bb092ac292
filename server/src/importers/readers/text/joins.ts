import type { Doubt } from '../../source.ts';
import { beginsSmall, couldHead, endsSentence, isCapitals, leadsOn, stopsOpen, wordCount } from './looks.ts';
import { doubtAt, glimpse, type Rough } from './rough.ts';
import { joinedWords } from './wrapping.ts';

/**
 * Sentences that a picture, a column or a page cut in two, put together again: where the first half stops in the middle of one and the
 * second begins with a small letter, or the first half can't be the end of anything. Each is told as a doubt.
 */
export function joinedSentences(blocks: readonly Rough[], knows: (word: string) => boolean, doubts: Doubt[]): Rough[] {
  const found: Rough[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (last && goesOn(last, block)) {
      const message = `The sentence “${glimpse(last.text.slice(-60).replace(/^\S*\s/, ''), 12)}” was cut in the document and goes on with “${glimpse(block.text)}”. The two halves were put together.`;
      doubts.push(doubtAt('split', block.spot, message));
      last.type = last.type === 'point' ? 'point' : 'paragraph';
      last.text = joinedWords(last.text, block.text, knows);
    } else found.push(block);
  }
  return found;
}

function goesOn(first: Rough, second: Rough): boolean {
  if (second.type !== 'paragraph' || second.look !== 'plain' || second.gap === 0) return false;
  if (first.type === 'heading' && first.look === 'capitals')
    return /[–—-]$/.test(first.text) && beginsSmall(second.text);
  if (first.type !== 'paragraph' && first.type !== 'point') return false;
  const { text } = first;
  if (first.look !== 'plain') return false;
  if (text === '' || endsSentence(text) || leadsOn(text) || /[;*_>]$/.test(text)) return false;
  if (beginsSmall(second.text)) return !/^[*_]/.test(second.text) || stopsOpen(text);
  if (isCapitals(second.text) || first.type === 'point') return false;
  if (stopsOpen(text)) return !text.includes('\n');
  // A paragraph of sentences that stops without a stop goes on, where what follows is of sentences as well.
  return (
    wordCount(text) > 11 &&
    !text.includes('\n') &&
    !couldHead(text) &&
    endsSentence(second.text) &&
    wordCount(second.text) > 8
  );
}
