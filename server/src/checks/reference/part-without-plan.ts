import { fieldOn, wordFor } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import { lineEndOf } from '../fixes.ts';
import type { Edit, Fix, ItemRule, RuleContext } from '../rule.ts';
import { isNamedPlan } from './follow.ts';
import { pathFrom, quoted } from './words.ts';

/** No plan includes a part. One that is in another plan than it says is found where that plan includes it. */
export const partWithoutPlan: ItemRule = {
  id: 'reference/part-without-plan',
  severity: 'error',
  says: 'A part is in no plan.',
  why: 'A part that no plan includes is left out of the document, and nothing in it is checked against the plan.',
  source: 'House rule',
  breaks: {
    'main.plan': 'part better-health: Older people\n\npriority falls: Prevent falls\n',
    'better-health.plan': 'plan better-health: Better Health\n\noutcome well: People live well for longer\n',
  },
  clean: {
    'main.plan': 'part better-health: Older people\n\npriority falls: Prevent falls\n',
    'better-health.plan':
      'plan better-health: Better Health\n\noutcome well: People live well for longer\n\ninclude: main.plan\n',
  },
  kinds: ['part'],
  reads: 'itself',
  item(part, context) {
    const { placed, plan, id } = part;
    const { file } = placed;
    if (plan || id === undefined || file.firstEntry !== part.entry) return;
    const path = file.path.slice(file.path.lastIndexOf('/') + 1);
    context.report(
      placed,
      { start: part.entry.nameStart, end: part.entry.nameEnd },
      {
        item: part,
        message: `No plan ${quoted(id)} includes this part, so it would be left out of the document. In the first file of that plan, write “include: ${path}” where the part belongs.`,
        messageCy: () =>
          `Nid oes cynllun ${quoted(id)} sy’n cynnwys y rhan hon, felly byddai’n cael ei gadael allan o’r ddogfen. Yn ffeil gyntaf y cynllun hwnnw, ysgrifennwch “cynnwys: ${path}” lle mae’r rhan yn perthyn.`,
        fixes: () => including(part, id, context),
      },
    );
  },
};

/** A mend that includes the part at the end of its plan, where there is one such plan. */
function including(part: Item, id: string, context: RuleContext): Fix[] {
  const plans = context.model.workspace.plansNamed(id).filter((plan) => !plan.shipped && isNamedPlan(plan, context));
  const [plan] = plans;
  if (!plan || plans.length > 1 || plan.kind !== 'plan') return [];
  return [{ title: titlesFor(part.placed).include(id), edits: includeAtEnd(plan, part.placed.file) }];
}

function includeAtEnd(plan: Plan, part: PlanFile): readonly Edit[] {
  const placed = plan.root.blocks.at(-1);
  if (!placed) return [];
  const { text } = placed.block;
  const lineEnd = lineEndOf(text);
  const field = fieldOn('plan-content', 'include');
  if (!field) return [];
  const gap = /[\r\n]$/.test(text) ? lineEnd : lineEnd + lineEnd;
  const line = `${gap}${wordFor(field, plan.root.tree.language)}: ${pathFrom(plan.root.path, part.path)}${lineEnd}`;
  return [{ placed, start: text.length, end: text.length, text: line }];
}
