import { idsFrom } from '../ids-from.ts';
import type { Spot } from './spot.ts';

/** Ids for an item with a title that nothing in its plan has: a short one, then one of the whole title. None where the title gives none. */
export function freeIds(
  { snapshot, plan, language }: Pick<Spot, 'snapshot' | 'plan' | 'language'>,
  title: string,
): readonly string[] {
  const isTaken = (id: string): boolean => plan !== undefined && snapshot.model.withId(plan, id).length > 0;
  const free = (id: string): string => {
    let number = 1;
    let found = id;
    while (isTaken(found)) found = `${id}-${++number}`;
    return found;
  };
  return [...new Set(idsFrom(title, language).map(free))];
}
