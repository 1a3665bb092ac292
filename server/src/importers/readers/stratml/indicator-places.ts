import { fieldOn, kindOf } from '@goldthread/grammar';
import type { Draft, DraftItem } from '../../draft/draft.ts';
import { itemsOf } from '../../draft/draft.ts';

const indicators: ReadonlySet<string> = new Set(['kpq', 'measure']);

/** Puts questions and measures that stand where plans have none behind what they stand in, at the margin, with a link in place of that. */
export function placeIndicators({ plan, links }: Draft): void {
  for (const top of plan.parts.filter((part) => part.type === 'item').toReversed()) {
    const moved = [...itemsOf(top)].flatMap((holder) => takeMisplaced(holder, links));
    plan.parts.splice(plan.parts.indexOf(top) + 1, 0, ...moved);
  }
}

function takeMisplaced(holder: DraftItem, links: Draft['links']): DraftItem[] {
  const misplaced = holder.parts.filter(
    (part): part is DraftItem =>
      part.type === 'item' && indicators.has(part.kind) && kindOf(part.kind)?.in.includes(holder.kind) === false,
  );
  for (const item of misplaced) {
    holder.parts.splice(holder.parts.indexOf(item), 1);
    const [down, up] = [kindOf(item.kind)?.plural ?? '', kindOf(holder.kind)?.plural ?? ''];
    const link = { confidence: 1, words: item.title, spot: item.spot };
    if (fieldOn(holder.kind, down)) links.push({ ...link, from: holder, relation: down, to: item });
    else if (fieldOn(item.kind, up)) links.push({ ...link, from: item, relation: up, to: holder });
  }
  return misplaced;
}
