import { isIdShaped, isReferenceShaped, type KeyLanguage } from '@goldthread/grammar';
import { idsFrom } from '../../features/ids-from.ts';
import type { Draft, DraftItem } from './draft.ts';
import { itemsOf } from './draft.ts';

/** The id of a plan: the one asked for, the one that the document gave, or one of its title. */
export const planIdOf = ({ plan }: Draft, language: KeyLanguage, asked: string | undefined): string =>
  asked ?? plan.id ?? idsFrom(plan.title, language).at(-1) ?? 'plan';

/** Gives an id to each item that something links to, of its title; ids that the document gave are kept while no other item has them. */
export function giveIds(
  draft: Draft,
  language: KeyLanguage,
  planId: string | undefined,
): ReadonlyMap<DraftItem, string> {
  const ids = new Map<DraftItem, string>();
  const taken = new Set<string>();
  const take = (item: DraftItem, id: string): void => {
    taken.add(id);
    ids.set(item, id);
  };
  take(draft.plan, planIdOf(draft, language, planId));
  for (const item of itemsOf(draft.plan))
    if (item !== draft.plan && item.id !== undefined && isId(item.id) && !taken.has(item.id)) take(item, item.id);
  for (const { to } of draft.links) if (!ids.has(to)) take(to, freeId(to, language, taken));
  return ids;
}

function freeId(item: DraftItem, language: KeyLanguage, taken: ReadonlySet<string>): string {
  const wanted = idsFrom(item.title, language).filter(isId);
  const found = wanted.find((id) => !taken.has(id));
  if (found !== undefined) return found;
  const stem = wanted[0] ?? item.kind;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

const isId = (words: string): boolean => isIdShaped(words) && isReferenceShaped(words);
