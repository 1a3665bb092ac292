import type { Diagnostic } from '../checks/diagnose.ts';
import type { Severity } from '../checks/rule.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import { severities } from './style.ts';

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

/** A file that was checked. */
export interface CheckedFile {
  readonly file: PlanFile;
  /** How many items stand in it, the first line of the file left out. */
  readonly items: number;
}

/** What was found in one plan. */
export interface PlanSummary {
  /** The plan; undefined for parts that no plan includes. */
  readonly plan: Plan | undefined;
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
export function summarise(checked: readonly CheckedFile[], diagnostics: readonly Diagnostic[]): Summary {
  const plans = new Map<Plan | undefined, Counts>();
  const byFile = new Map<string, Counts>();
  let items = 0;
  for (const { file, items: own } of checked) {
    const counts = plans.get(file.plan) ?? nothing();
    plans.set(file.plan, counts);
    byFile.set(file.path, counts);
    items += own;
  }
  const counts = nothing();
  const rules = new Map<string, Counts>();
  for (const { rule, severity, file } of diagnostics) {
    counts[severity]++;
    const ofPlan = byFile.get(file);
    if (ofPlan) ofPlan[severity]++;
    const ofRule = rules.get(rule) ?? nothing();
    rules.set(rule, ofRule);
    ofRule[severity]++;
  }
  return {
    files: checked.length,
    items,
    counts,
    rules: new Map([...rules].sort(byGravity)),
    plans: [...plans].map(([plan, found]) => ({ plan, counts: found })),
  };
}

function byGravity([a, first]: readonly [string, Counts], [b, second]: readonly [string, Counts]): number {
  const more = severities.map((severity) => second[severity] - first[severity]).find((difference) => difference !== 0);
  return more ?? (a < b ? -1 : 1);
}

/** All findings of all severities together. */
export const total = (counts: Counts): number => severities.reduce((sum, severity) => sum + counts[severity], 0);
