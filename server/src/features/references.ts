import { textOf, valueSpan } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import { resolvePath } from '../workspace/host.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import type { Cursor } from './cursor.ts';
import { comparePlaces, idOf, type Place, placeOf, titleOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { linksTo, type Named, nameIn, subjectAt } from './subject.ts';

/**
 * Every place that names what stands at a cursor: fields, double brackets in prose, plans before a dot, the first lines of parts;
 * for a file the paths that lead to it. With `declaration` also the place where it stands itself. By file, in the order of the text.
 */
export function references({ model }: Snapshot, cursor: Cursor, declaration: boolean): readonly Place[] {
  const subject = subjectAt(model, cursor);
  if (!subject) return [];
  const found = [...(declaration ? declarationsOf(model, subject.named) : []), ...namesOf(model, subject.named)];
  return found.sort(comparePlaces);
}

/** The places of the words that name something, in no particular order; its declaration left out. */
export function* namesOf(model: Model, named: Named): Generator<Place> {
  if (named.what === 'file') yield* pathsTo(model, named.path);
  for (const link of linksTo(model, named)) {
    const { start, end } = nameIn(link, named);
    yield placeOf(link.from.placed, start, end);
  }
  if (named.what === 'plan' && named.plan) for (const part of partsOf(model, named.plan)) yield idOf(part);
}

/** Where something is declared: the id of an item, its title where it has none; the id of a plan. */
export function declarationsOf(model: Model, named: Named): readonly Place[] {
  if (named.what === 'item') return [named.item.id === undefined ? titleOf(named.item) : idOf(named.item)];
  const root = named.what === 'plan' && named.plan && model.root(named.plan);
  return root ? [idOf(root)] : [];
}

/** The first entries of the parts of a plan that say which plan they are of. */
export function partsOf(model: Model, plan: Plan): readonly Item[] {
  return plan.files.flatMap((file: PlanFile) => {
    const first = file.firstBlock && model.content(file.firstBlock)?.items[0];
    return first?.key === 'part' && first.id === plan.id ? [first] : [];
  });
}

/** The paths in plan files that lead to a file. */
function* pathsTo(model: Model, path: string): Generator<Place> {
  for (const file of model.workspace.files.values())
    for (const placed of file.blocks)
      for (const { entry } of model.content(placed)?.paths ?? []) {
        if (resolvePath(file.path, textOf(placed.block, entry)) !== path) continue;
        const { start, end } = valueSpan(placed.block, entry);
        yield placeOf(placed, start, end);
      }
}
