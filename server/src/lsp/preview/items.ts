import { Refs } from '../../model/export.ts';
import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';

/** The item that has a ref; undefined where there is none. */
export function itemWithRef(model: Model, ref: string): Item | undefined {
  const refs = new Refs(model);
  for (const plan of model.workspace.plans) {
    if (!ref.startsWith(refs.ofPlan(plan))) continue;
    for (const item of model.items(plan)) if (refs.of(item) === ref) return item;
  }
  return undefined;
}
