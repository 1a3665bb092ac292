import type { Model } from '../model/model.ts';
import type { Range } from '../workspace/plan-file.ts';
import type { Cursor } from './cursor.ts';
import { idOf, placeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { linksTo, nameIn, type Subject, subjectAt } from './subject.ts';

/**
 * The places of an id that may be typed at together: where it is declared, and every link to it. That is safe where the id is the
 * only one of its name, where no other file and no name with a dot speaks of it, and where all are spelled alike, letter by letter:
 * then what is typed keeps every link. Otherwise undefined, and a rename is what is wanted.
 */
export function linkedEditing({ model }: Snapshot, cursor: Cursor): readonly Range[] | undefined {
  const subject = subjectAt(model, cursor);
  return subject && subject.said !== 'title' ? rangesOf(model, cursor, subject) : undefined;
}

function rangesOf(model: Model, { file }: Cursor, { named }: Subject): readonly Range[] | undefined {
  if (named.what !== 'item') return undefined;
  const { item, plan } = named;
  if (!plan || plan.shipped || item.id === undefined || item.placed.file !== file) return undefined;
  if (model.withId(plan, item.id).length > 1) return undefined;
  const written = item.placed.block.text.slice(item.entry.nameStart, item.entry.nameEnd);
  const ranges = [idOf(item).range];
  for (const link of linksTo(model, named)) {
    const { start, end } = nameIn(link, named);
    const { placed } = link.from;
    if (placed.file !== file || link.library !== undefined || placed.block.text.slice(start, end) !== written)
      return undefined;
    ranges.push(placeOf(placed, start, end).range);
  }
  return ranges.length > 1 ? ranges : undefined;
}

/** What may stand in an id while it is typed, as a pattern of the protocol: no space, and nothing that ends a name. */
export const idPattern = '[^\\s:,.#|\\[\\]]+';
