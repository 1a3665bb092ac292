import { kindOf } from '@goldthread/grammar';
import type { DraftField, DraftItem, DraftPart } from '../draft/draft.ts';
import type { Spot } from '../source.ts';
import { fieldOf, newField, newItem } from './items.ts';
import { putWords } from './values.ts';

/** Whether an item of a kind may stand in another. */
export const mayStandIn = (kind: string, container: DraftItem): boolean =>
  kindOf(kind)?.in.includes(container.kind) ?? false;

/** The last part of an item. */
const last = (item: DraftItem): DraftPart | undefined => item.parts.at(-1);

/** Whether an item is a section that was made to hold words between other things. */
const isNameless = (part: DraftPart | undefined): part is DraftItem =>
  part?.type === 'item' && part.kind === 'section' && part.title === '';

/**
 * Puts a paragraph at the end of an item, in the field given where it can still go there, else behind the items: as `text` of a section,
 * else in a section without a title. The order of words is always kept. Gives the item that has it now.
 */
export function putProse(container: DraftItem, markdown: string, spot: Spot, key = 'text', name?: string): DraftItem {
  const end = last(container);
  const mayRepeat = container.kind === 'section' && key === 'text';
  const open = openField(container, key, name);
  if (open) {
    open.value = `${open.value}\n\n${markdown}`;
    return container;
  }
  // The same in another language stands beside it.
  const isBeside = end?.type === 'field' && end.key === key && name !== undefined;
  const hasItems = container.parts.some(({ type }) => type === 'item');
  if (container.kind !== 'plan' && (mayRepeat || isBeside || (!fieldOf(container, key) && !hasItems))) {
    container.parts.push(newField(key, markdown, name));
    return container;
  }
  if (isNameless(end)) return putProse(end, markdown, spot, 'text', name);
  if (!mayStandIn('section', container)) {
    if (name === undefined) putWords(container, markdown);
    else container.parts.push(newField('text', markdown, name));
    return container;
  }
  const section = newItem('section', '', spot, 1);
  section.parts.push(newField('text', markdown, name));
  container.parts.push(section);
  return section;
}

/** The prose at the end of an item that goes on with what comes next: in this language, with nothing behind it but other languages. */
function openField({ parts }: DraftItem, key: string, name: string | undefined): DraftField | undefined {
  for (const part of [...parts].reverse()) {
    if (part.type !== 'field' || part.key !== key) return undefined;
    if (part.name === name) return part;
  }
  return undefined;
}

/**
 * Puts an item at the end of another, or at the end of a section without a title in it where it may not stand there itself. Gives what has
 * it now; undefined where it can stand in neither.
 */
export function putItem(container: DraftItem, item: DraftItem): DraftItem | undefined {
  if (mayStandIn(item.kind, container)) {
    container.parts.push(item);
    return container;
  }
  if (!mayStandIn('section', container) || !kindOf(item.kind)?.in.includes('section')) return undefined;
  const end = last(container);
  const section = isNameless(end) ? end : newItem('section', '', item.spot, 1);
  if (section !== end) container.parts.push(section);
  section.parts.push(item);
  return section;
}
