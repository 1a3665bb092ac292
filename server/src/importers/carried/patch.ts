import { diffArrays } from 'diff';
import { bracketed } from '../../features/shown.ts';
import { escaped, plainWords } from '../words.ts';
import { type Names, printedWords } from './places.ts';
import { keyOf } from './units.ts';

/** A piece of Markdown that stays whole, with its words as they are printed. */
interface Piece {
  readonly source: string;
  readonly words: readonly string[];
}

/**
 * Markdown with other words: the words that stay keep their marks, and what stands in double brackets stays where its words do. Undefined where a
 * mark would lose its other half, or where too much has changed for that.
 */
export function patched(source: string, words: string, names: Names, isMarkdown: boolean): string | undefined {
  const pieces = piecesOf(source, names);
  const before = pieces.flatMap((piece, index) => piece.words.map((word) => ({ word, index })));
  const after = words.split(' ').filter(Boolean);
  const changes = diffArrays(
    before.map(({ word }) => keyOf(word)),
    after.map(keyOf),
    { maxEditLength: 2000 },
  );
  if (!changes) return undefined;
  const written: string[] = [];
  const done = new Set<number>();
  const kept = new Map<number, number>();
  let from = 0;
  for (const { added, removed, value } of changes) {
    if (!added && !removed)
      for (const { index } of before.slice(from, from + value.length)) kept.set(index, (kept.get(index) ?? 0) + 1);
    if (!added) from += value.length;
  }
  let [one, other] = [0, 0];
  for (const { added, removed, value } of changes)
    for (const _ of value) {
      if (added) written.push(isMarkdown ? escaped(after[other] ?? '') : (after[other] ?? ''));
      else if (!removed) {
        const { index = -1 } = before[one] ?? {};
        const piece = pieces[index];
        if (piece && kept.get(index) === piece.words.length) {
          if (!done.has(index)) written.push(piece.source);
          done.add(index);
        } else written.push(isMarkdown ? escaped(after[other] ?? '') : (after[other] ?? ''));
      }
      if (!added) one++;
      if (!removed) other++;
    }
  const text = written.join(' ');
  return keyOf(printedWords(text, names)) === keyOf(words) ? text : undefined;
}

/** Words of Markdown one by one, with what stands in double brackets as one. */
function piecesOf(source: string, names: Names): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const plain = (text: string): void => {
    for (const chunk of text.split(/\s+/).filter(Boolean))
      pieces.push({ source: chunk, words: wordsIn(plainWords(chunk)) });
  };
  for (const { start, end } of bracketed(source)) {
    // What stands right before and behind, such as a full stop, is of the same piece.
    const left = source.lastIndexOf(' ', start) + 1;
    const right = source.indexOf(' ', end);
    const [first, last] = [Math.max(from, left), right < 0 ? source.length : right];
    if (first > start || first < from) continue;
    plain(source.slice(from, first));
    const piece = source.slice(first, last);
    pieces.push({ source: piece, words: wordsIn(printedWords(piece, names)) });
    from = last;
  }
  plain(source.slice(from));
  return pieces.filter(({ words }) => words.length > 0);
}

const wordsIn = (text: string): string[] => text.split(' ').filter(Boolean);
