import { fieldOn, hasValue } from '@goldthread/grammar';
import type { Item, Link } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingField, replacing } from '../fixes.ts';
import type { Fix, ItemRule, RuleContext } from '../rule.ts';
import { joinCy, thisCy } from '../welsh.ts';
import { endsOf, fieldOf, isUsed, planNamed, writtenIn } from './follow.ts';
import { meantById, meantByName } from './suggest.ts';
import { keyFor, planWords, planWordsCy, quoted } from './words.ts';

/** A plan or library is named that is not there, or that the plan does not say it uses. */
export const unknownLibrary: ItemRule = {
  id: 'reference/unknown-library',
  severity: 'error',
  says: 'A plan or library is named that is not there, or that is not in “uses”.',
  why: 'Items from a library that is not there can’t be checked, and “uses” tells a reader what a plan leans on.',
  source: 'House rule',
  breaks: 'plan our-county: Our County\n  uses: wfg-2051\n',
  clean:
    'plan our-county: Our County\n  uses: wfg-2015\n\npriority rivers: Clean rivers\n  goals: wfg-2015.resilient-wales\n',
  kinds: 'all',
  reads: 'neighbours',
  item(item, context) {
    const told: string[] = [];
    for (const { link, followed } of endsOf(item, context)) {
      if (followed?.end === 'no-library') reportMissing(link, followed.name, context);
      else if (followed?.end === 'not-used' && !told.includes(followed.library.id)) {
        told.push(followed.library.id);
        reportNotUsed(link, followed.library, context);
      }
    }
  },
};

/** Nothing has the name. Where it stands in `uses`, that is the one place to say so. */
function reportMissing(link: Link, name: string, context: RuleContext): void {
  const { from } = link;
  const plan = from.plan as Plan;
  const isUse = fieldOf(link)?.key === 'uses';
  if (!isUse && isUsed(name, plan, context)) return;
  const findMeant = (): string | undefined =>
    isUse ? meantUse(link, name, plan, context) : meantLink(link, name, plan, context);
  const wrong = (): string =>
    isUse
      ? `There is no plan or library ${quoted(name)} in this folder or among those that come with the program.`
      : `There is no plan or library ${quoted(name)}, so ${quoted(writtenIn(link))} leads nowhere.`;
  const advice = (): string =>
    isUse
      ? 'Correct the name, or put its file beside this one.'
      : 'Before a dot stands the id of a plan or library: correct it, or leave it out for an item of this plan.';
  context.report(from.placed, link, {
    item: from,
    message: () => {
      const meant = findMeant();
      return `${wrong()} ${meant === undefined ? advice() : `Did you mean ‘${meant}’?`}`;
    },
    messageCy: () => {
      const meant = findMeant();
      const leads = isUse
        ? `Nid oes cynllun na llyfrgell ${quoted(name)} yn y ffolder hon nac ymhlith y rhai sy’n dod gyda’r rhaglen.`
        : `Nid oes cynllun na llyfrgell ${quoted(name)}, felly nid yw ${quoted(writtenIn(link))} yn arwain i unman.`;
      const advised = isUse
        ? 'Cywirwch yr enw, neu rhowch ei ffeil wrth ochr hon.'
        : 'Id cynllun neu lyfrgell sydd o flaen dot: cywirwch ef, neu ei hepgor ar gyfer eitem o’r cynllun hwn.';
      return `${leads} ${meant === undefined ? advised : `Ai ‘${meant}’ oedd dan sylw?`}`;
    },
    fixes: () => {
      const meant = findMeant();
      return meant === undefined
        ? []
        : [replacing(titlesFor(from.placed).changeTo(`‘${meant}’`), from.placed, link, meant)];
    },
  });
}

/** `uses` takes whole plans, with commas between them. */
function meantUse(link: Link, name: string, plan: Plan, context: RuleContext): string | undefined {
  const pieces = name.split(/[\s;&]+/).filter((piece) => piece !== 'and' && piece !== 'a' && piece !== 'ac');
  const areNames = pieces.length > 1 && pieces.every((piece) => planNamed(piece, plan, context));
  if (areNames && !writtenIn(link).includes('#')) return pieces.join(', ');
  return meantByName(name, plan, context);
}

/** A link whose library is not there: the item may be of this plan or of another library, or the name is misspelt. */
function meantLink(link: Link, name: string, plan: Plan, context: RuleContext): string | undefined {
  const own = meantById({ ...link, library: undefined }, undefined, context);
  if (own && own.item?.id === link.id) return own.text;
  const near = meantByName(name, plan, context);
  return near === undefined ? undefined : `${near}.${link.id}`;
}

function reportNotUsed(link: Link, library: Plan, context: RuleContext): void {
  const { from } = link;
  const plan = from.plan as Plan;
  if (hasMisspelt(library, plan, context)) return;
  context.report(from.placed, link, {
    item: from,
    message: `This ${plan.kind} does not say that it uses ${planWords(library)}. Add it to “uses” at the top: “uses: ${library.id}”.`,
    messageCy: () =>
      `${joinCy('Nid yw', thisCy(plan.kind))} yn dweud ei ${plan.kind === 'plan' ? 'fod' : 'bod'} yn ${joinCy('defnyddio', planWordsCy(library))}. Ychwanegwch yr enw at “defnyddio” ar y brig: “defnyddio: ${library.id}”.`,
    fixes: () => addingUse(context.model.root(plan), library.id),
  });
}

/** True where `uses` has the name with a slip in it: that is reported there. */
const hasMisspelt = (library: Plan, plan: Plan, context: RuleContext): boolean =>
  context
    .facts(plan)
    .uses.some((name) => !planNamed(name, plan, context) && meantByName(name, plan, context) === library.id);

/** A mend that adds a name to the `uses` in the head of a plan. None where that says something else. */
export function addingUse(root: Item | undefined, name: string): Fix[] {
  const field = root && fieldOn(root.key, 'uses');
  if (!field) return [];
  const { placed } = root;
  const title = titlesFor(placed).addTo(name, keyFor(field, root));
  const entry = root.field('uses');
  if (!entry) return [addingField(title, root, `${keyFor(field, root)}: ${name}`)];
  const last = root.links.filter((link) => link.entry === entry).at(-1);
  if (!last && hasValue(entry)) return [];
  const at = last?.end ?? entry.valueStart;
  return [{ title, edits: [{ placed, start: at, end: at, text: last ? `, ${name}` : ` ${name}` }] }];
}
