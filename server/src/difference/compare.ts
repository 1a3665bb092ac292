import type { AllowedFinding } from '../checks/diagnose.ts';
import { numberOf } from '../features/shown.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { Item } from '../model/item.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Change, Face, PlanDifference } from './change.ts';
import { itemChanges } from './changes.ts';
import { Faces } from './faces.ts';
import { findingChanges } from './findings.ts';
import type { Known } from './known.ts';
import { LinkChanges } from './link-changes.ts';
import { type Match, match } from './match.ts';
import { Placements } from './placed.ts';
import { itemsOf, type Side } from './side.ts';
import { threadChanges } from './thread.ts';

/** Some plans in one of two states. */
export interface State {
  readonly snapshot: Snapshot;
  readonly plans: readonly Plan[];
  /** How a file is called, the same in both states. */
  show(path: string): string;
  /** What a file holds, in a few letters that are others where it holds something else; undefined where there is none. */
  readonly fingerprint?: (path: string) => string | undefined;
  /** What the checks would find in a file, did no comment in it allow it, and for what reason. */
  readonly allowed?: (path: string) => readonly AllowedFinding[];
  /** True for a file, by the name that both states have for it, that is there and in which nothing is written. */
  readonly isBlank?: (name: string) => boolean;
}

const noMatch: Match = { after: new Map(), before: new Map(), removed: [], added: [] };

/** How plans differ between two states, plan by plan: those of the state after first, in its order, then those that are gone. */
export function compare(before: State, after: State): PlanDifference[] {
  const pairs = pairsOf(before, after);
  const matches = pairs.map(([one, other]) => (one && other ? match(one, other) : noMatch));
  const known = knownFrom(matches, before, after);
  return pairs.map(([one, other], index) => {
    const difference = differenceOf(one, other, matches[index] ?? noMatch, known);
    const isGone = one !== undefined && difference.after === null;
    return { ...difference, isEmptied: isGone && after.isBlank?.(before.show(one.plan.root.path)) === true };
  });
}

function knownFrom(matches: readonly Match[], before: State, after: State): Known {
  const afterOf = new Map(matches.flatMap((each) => [...each.after]));
  const beforeOf = new Map(matches.flatMap((each) => [...each.before]));
  return {
    after: (item) => afterOf.get(item),
    before: (item) => beforeOf.get(item),
    faces: {
      before: new Faces(before.snapshot, (path) => before.show(path)),
      after: new Faces(after.snapshot, (path) => after.show(path)),
    },
  };
}

/** A plan in both states; in one of them where it is new or gone. */
export type Pair = readonly [before: Side | undefined, after: Side | undefined];

/** Which plan is which: by its id, else by the file that it begins in, else the only one that is left if it holds the same items. */
export function pairsOf(before: State, after: State): Pair[] {
  const left = new Set(before.plans);
  const found = new Map<Plan, Plan>();
  const join = (nameBefore: (plan: Plan) => string, nameAfter: (plan: Plan) => string): void => {
    const waiting = Map.groupBy(left, nameBefore);
    for (const plan of after.plans) {
      const name = nameAfter(plan);
      const one = found.has(plan) || name === '' ? undefined : waiting.get(name)?.shift();
      if (!one) continue;
      found.set(plan, one);
      left.delete(one);
    }
  };
  const idOf = ({ kind, id }: Plan): string => id && `${kind} ${id}`;
  join(idOf, idOf);
  join(
    ({ kind, root }) => `${kind} ${before.show(root.path)}`,
    ({ kind, root }) => `${kind} ${after.show(root.path)}`,
  );
  const side = ({ snapshot, fingerprint, allowed }: State, plan: Plan): Side => ({
    snapshot,
    plan,
    fingerprint,
    allowed,
  });
  const alone = after.plans.filter((plan) => !found.has(plan));
  const [one, other] = [[...left][0], alone[0]];
  if (one && other && left.size + alone.length === 2 && areAlike(side(before, one), side(after, other))) {
    found.set(other, one);
    left.delete(one);
  }
  return [
    ...after.plans.map((plan): Pair => {
      const old = found.get(plan);
      return [old && side(before, old), side(after, plan)];
    }),
    ...[...left].map((plan): Pair => [side(before, plan), undefined]),
  ];
}

/** True for two plans that hold much the same: of the items of either, at least half is in the other. */
function areAlike(before: Side, after: Side): boolean {
  const { removed, added } = match(before, after);
  const halfOf = (side: Side): number => itemsOf(side).length / 2;
  return removed.length <= halfOf(before) && added.length <= halfOf(after);
}

function differenceOf(
  before: Side | undefined,
  after: Side | undefined,
  matched: Match,
  known: Known,
): Omit<PlanDifference, 'isEmptied'> {
  const faceOf = (side: Side | undefined, faces: Faces): Face | null => {
    const root = side?.snapshot.model.root(side.plan);
    return root ? faces.of(root) : null;
  };
  return {
    before: faceOf(before, known.faces.before),
    after: faceOf(after, known.faces.after),
    changes: before && after ? changesOf(before, after, matched, known) : [],
    renumbered: before && after ? renumbered(before, after, known) : [],
    thread: threadChanges(before, after, known),
    findings: findingChanges(before, after, known),
  };
}

/** All changes of a plan, place by place in the printed order. */
function changesOf(before: Side, after: Side, matched: Match, known: Known): Change[] {
  const placements = new Placements(before, after, matched, known);
  const links = new LinkChanges(before, after, known, (item) => placements.isMoved(item));
  const changes: Change[] = [];
  const root = after.snapshot.model.root(after.plan);
  const own = (item: Item): Change[] => {
    const old = known.before(item);
    return [...(old ? itemChanges(before, after, old, item, known) : []), ...links.of(item)];
  };
  if (root) changes.push(...own(root));
  changes.push(...placements.in(undefined));
  for (const item of matched.removed) changes.push(...links.of(item));
  for (const item of itemsOf(after)) changes.push(...own(item), ...placements.in(item));
  return changes;
}

function renumbered(before: Side, after: Side, { before: beforeOf, faces }: Known): PlanDifference['renumbered'] {
  return itemsOf(after).flatMap((item) => {
    const old = beforeOf(item);
    const from = old && numberOf(before.snapshot.model, old);
    const to = numberOf(after.snapshot.model, item);
    return from === undefined || to === undefined || from === to ? [] : [{ item: faces.after.of(item), from }];
  });
}
