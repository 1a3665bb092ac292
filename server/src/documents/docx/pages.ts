import type { PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Flow } from '../tree.ts';

/** What a document holds at most for its pages to be laid out: letters in a word, headings in a row, pieces. */
const most = { letters: 250, headings: 20, pieces: 40_000 };

/** Lays the pages out, as Word would. That takes most of the time that a document takes. */
const laidOut = estimatePageNumbersWith({ guess: true });

/** On which pages things stand, where nobody can say: the contents have no numbers then until Word is asked for them. */
const unknown: PageNumberEstimator = () => ({ bookmarks: new Map() });

/**
 * Says on which pages the headings of a document stand. The library that lays it out takes minutes over what no document for people
 * holds, such as a word of a thousand letters, and was not made for it: then there are no numbers.
 */
export const pagesOf = (flow: readonly Flow[]): PageNumberEstimator =>
  isOrdinary(flow)
    ? Object.assign((...[body, context]: Parameters<PageNumberEstimator>) => {
        try {
          return laidOut(body, context);
        } catch {
          return unknown(body, context);
        }
      }, laidOut)
    : unknown;

/** What in a piece is no words. */
const mute: ReadonlySet<string> = new Set(['type', 'svg', 'anchor', 'item', 'href', 'path', 'note', 'back', 'toggle']);

/** True for a document such as people write. */
function isOrdinary(flow: readonly Flow[]): boolean {
  let pieces = 0;
  let headings = 0;
  const waiting: unknown[] = [...flow].reverse();
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string') {
      if (one.length > most.letters && one.split(/\s+/).some((word) => word.length > most.letters)) return false;
    } else if (typeof one === 'object' && one !== null) {
      const { type } = one as { type?: string };
      if (type === 'heading') headings++;
      else if (type !== undefined && type !== 'text' && type !== 'group') headings = 0;
      if (headings > most.headings || ++pieces > most.pieces) return false;
      for (const [key, value] of Object.entries(one).reverse()) if (!mute.has(key)) waiting.push(value);
    }
  }
  return true;
}
