import { namesPlans } from '../../model/model.ts';
import { titlesFor } from '../fix-titles.ts';
import { deletingLines } from '../fixes.ts';
import type { Edit, Fix, KeyRule, Mark } from '../rule.ts';
import { wordIn } from '../syntax/words.ts';
import { isNamedPlan } from './follow.ts';
import { quoted } from './words.ts';

/** What a mark is of: a name in `uses`, or a link that has it. */
const LISTED = 'listed';
const NAMED = 'named';

/** Nothing names anything of a library that a plan says it uses. */
export const unusedLibrary: KeyRule = {
  id: 'reference/unused-library',
  severity: 'hint',
  says: 'A plan says that it uses a library, but names nothing of it.',
  why: '“uses” tells a reader what the plan leans on; a library that nothing is named of is left over from an earlier draft, or its links are missing.',
  source: 'House rule',
  breaks: 'plan our-county: Our County\n  uses: wfg-2015\n\npriority rivers: Clean rivers\n',
  clean:
    'plan our-county: Our County\n  uses: wfg-2015\n\npriority rivers: Clean rivers\n  goals: wfg-2015.resilient-wales\n',
  readsOtherPlans: true,
  marks({ placed, items }, mark) {
    let told: Set<string> | undefined;
    for (const item of items)
      for (const link of item.links) {
        const { start, end } = link;
        if (link.relation === 'uses') {
          if (link.library === undefined) mark(link.id, { placed, start, end, note: LISTED, item });
          continue;
        }
        const name = link.library ?? (namesPlans(link) ? link.id : undefined);
        if (name === undefined || told?.has(name)) continue;
        told ??= new Set();
        told.add(name);
        mark(name, { placed, start, end, note: NAMED });
      }
  },
  key(name, marks, plan, context) {
    if (plan.kind !== 'plan' || name === plan.id || marks.all.some(({ note }) => note === NAMED)) return;
    if (!context.model.workspace.plansNamed(name).some((one) => isNamedPlan(one, context))) return;
    for (const mark of marks.all)
      context.report(mark.placed, mark, {
        item: mark.item,
        message: `This plan names nothing of ${quoted(name)}. Link what it serves, such as “goals: ${name}. …”, or take the name out of “uses”.`,
        messageCy: () =>
          `Nid yw’r cynllun hwn yn enwi dim o ${quoted(name)}. Dolennwch yr hyn y mae’n ei wasanaethu, er enghraifft “amcanion: ${name}. …”, neu tynnwch yr enw o “defnyddio”.`,
        fixes: takingOut(mark),
      });
  },
};

/** A mend that takes a name out of `uses`, or the whole line where it is the only one. */
function takingOut({ placed, start, end, item }: Mark): Fix[] {
  const links = item?.links.filter((link) => link.relation === 'uses') ?? [];
  const index = links.findIndex((link) => link.start === start);
  const link = links[index];
  if (!link) return [];
  const title = titlesFor(placed).takeOut(wordIn('uses', placed.file.tree.language));
  if (links.length === 1) return [deletingLines(title, placed, { start: link.entry.at, end: link.entry.end })];
  const next = links[index + 1];
  const span = next ? { start, end: next.start } : { start: links[index - 1]?.end ?? start, end };
  if (placed.block.text.slice(span.start, span.end).includes('#')) return [];
  const edits: readonly Edit[] = [{ placed, ...span, text: '' }];
  return [{ title, edits }];
}
