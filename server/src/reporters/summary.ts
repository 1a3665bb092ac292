import type { Diagnostic } from '../checks/diagnose.ts';
import type { Severity } from '../checks/rule.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import { graver, severities } from './style.ts';

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

/** How often a rule was broken, and the gravest that it said. */
export interface RuleSummary {
  readonly count: number;
  readonly severity: Severity;
}

/** What was found in all. */
export interface Summary {
  readonly files: number;
  readonly items: number;
  readonly counts: Counts;
  /** How many findings each rule has, by id. */
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly plans: readonly PlanSummary[];
}

const nothing = (): Counts => ({ error: 0, warning: 0, info: 0, hint: 0 });

/** Counts what was found. Plans come in the order of their first files; rules by the gravest they say, then by how often. */
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
  const rules = new Map<string, RuleSummary>();
  for (const { rule, severity, file } of diagnostics) {
    counts[severity]++;
    const ofPlan = byFile.get(file);
    if (ofPlan) ofPlan[severity]++;
    const known = rules.get(rule);
    if (!known) rules.set(rule, { count: 1, severity });
    else rules.set(rule, { count: known.count + 1, severity: graver(known.severity, severity) });
  }
  return {
    files: checked.length,
    items,
    counts,
    rules: new Map([...rules].sort(byGravity)),
    plans: [...plans].map(([plan, found]) => ({ plan, counts: found })),
  };
}

function byGravity([a, first]: readonly [string, RuleSummary], [b, second]: readonly [string, RuleSummary]): number {
  const gravity = severities.indexOf(first.severity) - severities.indexOf(second.severity);
  return gravity || second.count - first.count || (a < b ? -1 : 1);
}
