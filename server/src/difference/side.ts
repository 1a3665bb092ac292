import type { AllowedFinding } from '../checks/diagnose.ts';
import { bracketed } from '../features/shown.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { Item } from '../model/item.ts';
import type { Plan } from '../workspace/plan.ts';

/** One of two states of a plan that are compared. */
export interface Side {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  /** What a file holds, in a few letters that are others where it holds something else; undefined where there is none. */
  readonly fingerprint: ((path: string) => string | undefined) | undefined;
  /** What the checks would find in a file, did no comment in it allow it, and for what reason. */
  readonly allowed: ((path: string) => readonly AllowedFinding[]) | undefined;
}

/** The items of a plan, its first entry and its parts left out, in the printed order. */
export const itemsOf = ({ snapshot, plan }: Side): Item[] =>
  [...snapshot.model.items(plan)].filter(({ kind }) => !kind.root);

/** A text with other names in its double brackets: what `rename` gives, where it gives one. */
export function withNames(
  text: string,
  rename: (library: string | undefined, id: string) => string | undefined,
): string {
  if (!text.includes('[[')) return text;
  let renamed = '';
  let from = 0;
  for (const { start, inside, reference, end } of bracketed(text)) {
    const name = rename(reference.library, reference.id);
    if (name === undefined) continue;
    const old = reference.library === undefined ? reference.id : `${reference.library}.${reference.id}`;
    renamed += `${text.slice(from, start)}[[${inside.replace(old, () => name)}]]`;
    from = end;
  }
  return renamed + text.slice(from);
}
