import { plain } from '../../documents/plain-words.ts';
import type { Flow, Inline, Point } from '../../documents/tree.ts';
import type { Face } from '../change.ts';
import { excerpts, inSentence, type Told } from '../outline.ts';
import type { Piece } from '../tell.ts';
import { capital } from '../words-of-change.ts';

/** Gives where an item stands on the page; undefined for one that doesn’t stand there. */
export type Places = (item: Face) => string | undefined;

/** An item by what it is called, as a way to where it stands. */
export function way(item: Face, places: Places): Inline {
  const children: Inline[] = [{ type: 'emphasis', children: [plain(item.title || item.id || 'without a title')] }];
  const anchor = places(item);
  return anchor === undefined ? (children[0] as Inline) : { type: 'mention', anchor, item: item.ref, children };
}

/** A sentence about what changed, as words of a document. It begins with a capital. */
export const sentence = ([first = '', ...others]: readonly Piece[], places: Places): Inline[] =>
  [typeof first === 'string' ? capital(first) : first, ...others].flatMap((piece): Inline[] => {
    if (typeof piece === 'string') return [plain(piece)];
    if ('item' in piece) return [way(piece.item, places)];
    if ('value' in piece) return [plain(piece.isFigure ? piece.value : `“${piece.value}”`)];
    return excerpts(piece.words).flatMap(({ text, is }): Inline[] => {
      const words = [plain(inSentence(text))];
      if (is === 'same') return words;
      return [{ type: is === 'added' ? 'inserted' : 'removed', children: words }];
    });
  });

/** Sentences as a list. */
export function sentences(told: readonly Told[], places: Places): Flow {
  const points = told.map(
    ({ pieces }): Point => ({ flow: [{ type: 'paragraph', children: sentence(pieces, places) }] }),
  );
  return { type: 'list', ordered: false, role: 'sentences', points };
}
