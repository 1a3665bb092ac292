import type { Clash, PlanDifference } from '../../server/src/difference/change.ts';
import { compare, type State } from '../../server/src/difference/compare.ts';
import { prettyDifference } from '../../server/src/difference/pretty.ts';
import { engineFor } from '../helpers/engine.ts';

export type Files = Readonly<Record<string, string>>;

/** The plans of some files, those that come with the program left out. */
export function stateOf(files: Files): State {
  const engine = engineFor(files);
  const { snapshot } = engine;
  return {
    snapshot,
    plans: snapshot.workspace.plans.filter(({ root }) => Object.hasOwn(files, root.path)),
    show: (path) => path,
    fingerprint: (path) => files[path],
    isBlank: (path) => files[path]?.trim() === '',
    allowed: (path) => engine.diagnosis(path).allowed,
  };
}

export const differences = (before: Files, after: Files): PlanDifference[] => compare(stateOf(before), stateOf(after));

/** A difference as it is printed, without breaks in its lines. */
export const printed = (plans: readonly PlanDifference[], clashes: readonly Clash[] = []): string =>
  prettyDifference(plans, clashes, { colour: false, width: 1_000_000 });

/** The sentences that are printed about the changes of a plan, each below what it is about; what came of it left out. */
export const told = (plan: PlanDifference): string =>
  printed([
    { ...plan, renumbered: [], thread: { before: empty, after: empty, loosened: [], tied: [] }, findings: none },
  ])
    .split('\n')
    .slice(1)
    .filter((line) => line !== '' && line !== 'Nothing in the plans has changed.')
    .map((line) => line.slice(2))
    .join('\n');

const empty = { items: {}, loose: {} };
const none = { new: [], mended: [], allowed: [] };
