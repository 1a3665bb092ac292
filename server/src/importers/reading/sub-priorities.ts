import type { DraftItem, DraftPart } from '../draft/draft.ts';
import { fieldOf, newItem } from './items.ts';
import { narrative } from './narrative.ts';
import { mayStandIn, putItem, putProse } from './places.ts';

/** How many chapters of a priority have to hold actions, and which share of them. */
const enough = { count: 2, share: 0.3 };

/** From which confidence on a priority is one by what the document says of it. */
const sure = 0.7;

/**
 * A priority whose chapters have actions of their own is made of priorities: so are those beside them. Chapters without a title, and those
 * that tell rather than promise, stay what they are.
 */
export function settleSubPriorities(item: DraftItem): void {
  for (const part of item.parts) if (part.type === 'item') settleSubPriorities(part);
  if (item.kind !== 'priority') return;
  const chapters = item.parts.filter(
    (part): part is DraftItem =>
      part.type === 'item' && part.kind === 'section' && part.title !== '' && !narrative.test(part.title),
  );
  // Those that are priorities by the shape of the document alone say the same of the chapters beside them.
  const made = item.parts.filter((part) => part.type === 'item' && part.kind === 'priority' && part.confidence < sure);
  const acting = chapters.filter(holdsActions).length + made.length;
  if (acting < enough.count || acting < (chapters.length + made.length) * enough.share) return;
  for (const chapter of chapters) toPriority(chapter);
}

const holdsActions = (item: DraftItem): boolean =>
  item.parts.some(
    (part) =>
      part.type === 'item' &&
      (part.kind === 'action' || ((part.kind === 'group' || part.title === '') && holdsActions(part))),
  );

/** Makes a chapter a priority: what it holds is put into it anew, as a priority holds it. */
function toPriority(chapter: DraftItem): void {
  const parts = chapter.parts.splice(0);
  chapter.kind = 'priority';
  chapter.confidence = 0.7;
  for (const part of parts) place(chapter, part);
}

function place(priority: DraftItem, part: DraftPart): void {
  if (part.type === 'item') {
    if (part.kind === 'section' && part.title === '') for (const inner of part.parts) place(priority, inner);
    else if (!putItem(priority, part)) priority.parts.push(part);
    return;
  }
  if (part.key === 'text' || part.key === 'summary') putProse(priority, part.value, priority.spot);
  else if (mayHold(priority, part.key)) priority.parts.push(part);
  else {
    const group = newItem('group', '', priority.spot, 1);
    group.parts.push(part);
    priority.parts.push(group);
  }
}

/** Whether a field of a section may stand on a priority, and is not there yet. */
const mayHold = (priority: DraftItem, key: string): boolean =>
  fieldOf(priority, key) === undefined && mayStandIn('action', priority);
