import type { KeyRule } from '../rule.ts';
import { allOf, covered, isServed, markCoverage, reportNothing, reportUnserved, served } from './covered.ts';

/**
 * Nothing in a plan is marked as meeting what a framework asks that the plan says it covers. A priority, group, section,
 * action, outcome, measure or budget meets a requirement by naming it; a duty only states it. There is one finding for each
 * requirement, or one for the framework where any of them will do. It never says whether the law is complied with: the check
 * sees only what is marked.
 */
export const requirementNotMet: KeyRule = {
  id: 'coverage/requirement-not-met',
  severity: 'warning',
  completeness: true,
  says: 'Nothing in a plan is marked as meeting a requirement of a framework that it covers.',
  why: 'A reader, or an inspector, can’t find where the plan does what the framework asks.',
  source:
    'House rule; what is asked has its source in the framework, such as Police Reform and Social Responsibility Act 2011 s.7(1)',
  breaks:
    'plan p: Plan\n  uses: equality-2010\n  covers: equality-2010.specific-duties\n\npriority fair: Fair to everyone\n  requirements: equality-2010.equality-objectives\n',
  clean:
    'plan p: Plan\n  uses: equality-2010\n  covers: equality-2010.specific-duties\n\npriority fair: Fair to everyone\n  requirements: equality-2010.equality-objectives\n  action: Publish what we know of our services and staff each January\n    requirements: equality-2010.equality-information\n',
  readsOtherPlans: true,
  marks: markCoverage,
  key(_key, marks, plan, context) {
    const { model } = context;
    const frameworks = covered(model, plan);
    if (frameworks.length === 0) return;
    const by = served(model, marks);
    for (const one of frameworks) {
      const requirements = allOf(one.framework, 'requirement');
      if (!one.anyWillDo) {
        for (const requirement of requirements)
          if (!by.has(requirement)) reportUnserved(plan, one, requirement, 'meeting', context);
      } else if (!isServed(one.framework, by)) reportNothing(plan, one, requirements, 'meeting', context);
    }
  },
};
