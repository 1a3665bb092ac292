import { type Period, readPeriod } from '@goldthread/grammar';
import type { Plan } from '../../workspace/plan.ts';
import type { RuleContext } from '../rule.ts';

/** The time that a plan covers; undefined where it does not say or what it says can't be read. */
export function periodOf(plan: Plan | undefined, context: RuleContext): Period | undefined {
  const { period } = context.facts(plan);
  return plan && period ? readPeriod(period, plan.root.tree.language).value : undefined;
}
