import type { Severity } from '../checks/rule.ts';
import type { CheckedPlan, CheckResult } from './checked.ts';
import { severities } from './style.ts';

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

/** What was found in one plan. */
export interface PlanSummary {
  /** The plan; undefined for parts that no plan includes. */
  readonly plan: CheckedPlan | undefined;
  readonly counts: Counts;
}

/** What was found in all. */
export interface Summary {
  readonly files: number;
  readonly items: number;
  readonly counts: Counts;
  /** How many findings of each severity each rule has, by id; the same rule may only hint in a draft. */
  readonly rules: ReadonlyMap<string, Counts>;
  readonly plans: readonly PlanSummary[];
}

const nothing = (): Counts => ({ error: 0, warning: 0, info: 0, hint: 0 });

/** Counts what was found. Plans come in the order of their first files; rules by how many errors, warnings … they have. */
export function summarise({ plans: known, files }: CheckResult): Summary {
  const byPath = new Map(known.map((plan) => [plan.file, plan]));
  const plans = new Map<string | null, Counts>();
  const counts = nothing();
  const rules = new Map<string, Counts>();
  let items = 0;
  for (const { plan, items: own, diagnostics } of files) {
    const ofPlan = plans.get(plan) ?? nothing();
    plans.set(plan, ofPlan);
    items += own;
    for (const { rule, severity } of diagnostics) {
      const ofRule = rules.get(rule) ?? nothing();
      rules.set(rule, ofRule);
      for (const counted of [counts, ofPlan, ofRule]) counted[severity]++;
    }
  }
  return {
    files: files.length,
    items,
    counts,
    rules: new Map([...rules].sort(byGravity)),
    plans: [...plans].map(([path, found]) => ({ plan: path === null ? undefined : byPath.get(path), counts: found })),
  };
}

function byGravity([a, first]: readonly [string, Counts], [b, second]: readonly [string, Counts]): number {
  const more = severities.map((severity) => second[severity] - first[severity]).find((difference) => difference !== 0);
  return more ?? (a < b ? -1 : 1);
}

/** All findings of all severities together. */
export const total = (counts: Counts): number => severities.reduce((sum, severity) => sum + counts[severity], 0);
