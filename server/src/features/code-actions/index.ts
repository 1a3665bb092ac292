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

/** Every action there is, with the kinds that it can be of, in the order in which they are offered. */
const makers: readonly { readonly kinds: readonly ActionKind[]; readonly make: (asking: Asking) => Action[] }[] = [
  { kinds: ['quickfix'], make: mend },
  { kinds: ['quickfix'], make: moveItem },
  { kinds: ['quickfix'], make: createItem },
  { kinds: ['quickfix'], make: mendAllAlike },
  { kinds: ['quickfix'], make: allow },
  { kinds: ['quickfix'], make: explain },
  { kinds: ['quickfix', 'refactor.rewrite'], make: bulletsToActions },
  { kinds: ['refactor.rewrite'], make: addId },
  { kinds: ['refactor.extract'], make: extractPart },
  { kinds: ['source.fixAll.goldthread'], make: mendAllSafe },
];

/** The kinds of action that there are. */
export const actionKinds: readonly ActionKind[] = [...new Set(makers.flatMap(({ kinds }) => kinds))];

/** What can be done at a place of a file; only actions of some kinds, if any are given. A kind stands for all that begin with it. */
export function actionsAt(
  snapshot: Snapshot,
  file: PlanFile,
  range: Range,
  can: Abilities,
  only?: readonly string[],
): Action[] {
  const isWanted = (kind: ActionKind): boolean => only?.some((one) => isOf(kind, one)) ?? true;
  const wanted = makers.filter(({ kinds }) => kinds.some(isWanted));
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
  return wanted.flatMap(({ make }) => make(asking)).filter(({ kind }) => isWanted(kind));
}

/** True for a kind that is another one, or a sort of it: `refactor.extract` of `refactor`. */
const isOf = (kind: string, other: string): boolean => other === '' || kind === other || kind.startsWith(`${other}.`);
