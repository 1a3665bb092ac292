import { type Draft, type DraftItem, itemsOf } from '../draft/draft.ts';
import type { Doubt, Spot } from '../source.ts';

/** Kinds that are made of words wherever they are mentioned: what stands near the mention is not about them. */
const mentioned: ReadonlySet<string> = new Set([
  'term',
  'partner',
  'framework',
  'document',
  'role',
  'goal',
  'requirement',
]);

/**
 * Gives each doubt about a place of the document to the item that stands there, so that the plan has a note of it where it matters: the
 * last item that begins at the place or before it. What is before all items, or at no place, goes to the plan itself.
 */
export function placeDoubts({ plan }: Draft, doubts: readonly Doubt[]): void {
  const items = [...itemsOf(plan)].filter(({ kind, spot }) => !mentioned.has(kind) && isKnown(spot));
  items.sort((a, b) => compareSpots(a.spot, b.spot));
  for (const doubt of doubts) itemAt(items, doubt.spot, plan).doubts.push(doubt);
}

function itemAt(items: readonly DraftItem[], spot: Spot, plan: DraftItem): DraftItem {
  let [low, high] = [0, isKnown(spot) ? items.length : 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareSpots((items[middle] as DraftItem).spot, spot) <= 0) low = middle + 1;
    else high = middle;
  }
  return items[low - 1] ?? plan;
}

const isKnown = ({ page, line, paragraph }: Spot): boolean => (page ?? line ?? paragraph) !== undefined;

/** Which of two places comes first in a document; what is not known of both is no matter. */
function compareSpots(a: Spot, b: Spot): number {
  for (const unit of ['page', 'line', 'paragraph'] as const) {
    const [one, other] = [a[unit], b[unit]];
    if (one !== undefined && other !== undefined && one !== other) return one - other;
  }
  return 0;
}
