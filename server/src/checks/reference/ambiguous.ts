import type { Link } from '../../model/item.ts';
import { namesPlans } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import { headSpan, type PlanRule, type RuleContext } from '../rule.ts';
import { joinCy, listedCy, oneCy, thisCy } from '../welsh.ts';
import { quoted, seenFrom } from './words.ts';

/** Two plans or libraries have one id. */
export const ambiguous: PlanRule = {
  id: 'reference/ambiguous',
  severity: 'error',
  says: 'Two plans or libraries have the same id.',
  why: 'If two libraries have the name, a reader and the program may understand different things.',
  source: 'House rule',
  breaks: {
    'main.plan': 'plan parks: Parks for All\n  uses: partners\n',
    'north.plan': 'library partners: Partners in the north\n',
    'south.plan': 'library partners: Partners in the south\n',
  },
  clean: {
    'main.plan': 'plan parks: Parks for All\n  uses: northern-partners\n',
    'north.plan': 'library northern-partners: Partners in the north\n',
    'south.plan': 'library southern-partners: Partners in the south\n',
  },
  plan(plan, context) {
    const root = context.model.root(plan);
    if (!root || plan.shipped || plan.root.tree.root === undefined) return;
    const [first] = sharing(plan.id, context);
    if (first && first !== plan && plan.id !== '') {
      const { entry, placed } = root;
      const span = entry.nameEnd > entry.nameStart ? { start: entry.nameStart, end: entry.nameEnd } : headSpan(root);
      context.report(placed, span, {
        item: root,
        message: `Another ${first.kind} has the id ${quoted(plan.id)} already, in ${quoted(seenFrom(first.root.path, plan.root.path))}, so a link to it could mean either. Give this one an id of its own.`,
        messageCy: () =>
          `Id ${oneCy(first.kind)} arall yw ${quoted(plan.id)} eisoes, yn ${quoted(seenFrom(first.root.path, plan.root.path))}, felly gallai dolen i’r id olygu’r naill neu’r llall. ${joinCy('Rhowch id gwahanol i', thisCy(plan.kind))}.`,
      });
    }
    for (const link of root.links) if (namesPlans(link) && link.library === undefined) checkLink(link, plan, context);
  },
};

/** The plans and libraries of the workspace that have an id, in the order of their paths. One that comes with the program gives way to them. */
const sharing = (id: string, context: RuleContext): readonly Plan[] =>
  context.model.workspace.plansNamed(id).filter((plan) => !plan.shipped && plan.root.tree.root !== undefined);

function checkLink(link: Link, plan: Plan, context: RuleContext): void {
  const [first, second, ...others] = sharing(link.id, context);
  if (!first || !second || link.id === plan.id) return;
  const paths = [first, second].map((one) => quoted(seenFrom(one.root.path, plan.root.path)));
  context.report(link.from.placed, link, {
    item: link.from,
    message: `${others.length > 0 ? 'Several files have' : 'Two files have'} the id ${quoted(link.id)}: ${paths.join(' and ')}${others.length > 0 ? ' among them' : ''}. A reader can’t tell which one is meant. Give each an id of its own.`,
    messageCy: () =>
      `Mae gan ${others.length > 0 ? 'sawl ffeil' : 'ddwy ffeil'} yr id ${quoted(link.id)}${others.length > 0 ? ', yn eu plith' : ':'} ${listedCy(paths)}. Ni all darllenydd wybod pa un a olygir. Rhowch i bob un ei id ei hun.`,
  });
}
