import type { PlanFile, Range } from '../../workspace/plan-file.ts';
import { cursorAt } from '../cursor.ts';
import type { Snapshot } from '../snapshot.ts';
import { type Abilities, type Action, type ActionKind, type Asking, touches } from './action.ts';
import { addId } from './add-id.ts';
import { allow } from './allow.ts';
import { bulletsToActions } from './bullets-to-actions.ts';
import { createItem } from './create-item.ts';
import { explain } from './explain.ts';
import { extractPart } from './extract-part.ts';
import { mend } from './mend.ts';
import { mendAllAlike, mendAllSafe } from './mend-all.ts';
import { moveItem } from './move-item.ts';

/** Every action there is, by what it gives, in the order in which they are offered. */
const makers: readonly { readonly kind: ActionKind; readonly make: (asking: Asking) => Action[] }[] = [
  { kind: 'quickfix', make: mend },
  { kind: 'quickfix', make: moveItem },
  { kind: 'quickfix', make: createItem },
  { kind: 'quickfix', make: mendAllAlike },
  { kind: 'quickfix', make: allow },
  { kind: 'quickfix', make: explain },
  { kind: 'refactor.rewrite', make: bulletsToActions },
  { kind: 'refactor.rewrite', make: addId },
  { kind: 'refactor.extract', make: extractPart },
  { kind: 'source.fixAll.goldthread', make: mendAllSafe },
];

/** The kinds of action that there are. */
export const actionKinds: readonly ActionKind[] = [...new Set(makers.map(({ kind }) => kind))];

/** What can be done at a place of a file; only actions of some kinds, if any are given. A kind stands for all that begin with it. */
export function actionsAt(
  snapshot: Snapshot,
  file: PlanFile,
  range: Range,
  can: Abilities,
  only?: readonly string[],
): Action[] {
  const wanted = makers.filter(({ kind }) => only?.some((one) => isOf(kind, one)) ?? true);
  if (wanted.length === 0) return [];
  const all = snapshot.diagnostics(file);
  const asking: Asking = {
    snapshot,
    file,
    range,
    cursor: cursorAt(snapshot.model, file, range.start),
    all,
    found: all.filter((diagnostic) => touches(diagnostic.range, range)),
    can,
    language: file.tree.language,
  };
  return wanted.flatMap(({ make }) => make(asking));
}

/** True for a kind that is another one, or a sort of it: `refactor.extract` of `refactor`. */
const isOf = (kind: string, other: string): boolean => other === '' || kind === other || kind.startsWith(`${other}.`);
