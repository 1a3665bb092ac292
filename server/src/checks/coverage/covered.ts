import { fieldOn, readChoice } from '@goldthread/grammar';
import type { Item, Link } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import type { BlockContent } from '../../model/read-block.ts';
import type { Plan } from '../../workspace/plan.ts';
import { headSpan, type Mark, type Marks, named, type RuleContext } from '../rule.ts';
import { wordIn } from '../syntax/words.ts';
import { joinCy, keyCy, manyCy, namedCy } from '../welsh.ts';

/** A framework that a plan says it covers, and where it says so. */
export interface Covered {
  readonly framework: Item;
  readonly link: Link;
  /** True where one of its goals or requirements is enough. */
  readonly anyWillDo: boolean;
}

/** The kinds whose items serve goals and meet requirements. A duty states a requirement only, and meets none. */
const serving = new Set(fieldOn('priority', 'goals')?.on);

/** The frameworks that a plan covers, each once. A library that is named as a whole is no framework. */
export function covered(model: Model, plan: Plan): Covered[] {
  const found = new Map<Item, Covered>();
  const root = plan.kind === 'plan' ? model.root(plan) : undefined;
  for (const link of root?.links ?? []) {
    if (link.relation !== 'covers') continue;
    const framework = model.target(link);
    if (framework?.key === 'framework' && !found.has(framework))
      found.set(framework, { framework, link, anyWillDo: coverageOf(framework) === 'any' });
  }
  return [...found.values()];
}

function coverageOf(framework: Item): string | undefined {
  const { choices = [], choicesCy = [] } = fieldOn('framework', 'coverage') ?? {};
  return readChoice(framework.value('coverage'), choices, choicesCy, framework.placed.file.tree.language).value;
}

const relations = new Set(['goals', 'requirements']);

/**
 * Marks what coverage depends on in a block, under one key for the whole plan: what the plan covers, the items that serve
 * goals and meet requirements, and the plan's own frameworks.
 */
export function markCoverage({ placed, items }: BlockContent, mark: (key: string, mark: Mark) => void): void {
  for (const item of items) {
    const counts =
      item.key === 'framework' ||
      (item.key === 'plan'
        ? item.field('covers') !== undefined
        : serving.has(item.key) && item.links.some((link) => relations.has(link.relation)));
    if (counts) mark('coverage', { placed, ...headSpan(item), note: item.key, item });
  }
}

/** The goals and requirements that the marked items of a plan say that they serve or meet. */
export function served(model: Model, marks: Marks): Set<Item> {
  const found = new Set<Item>();
  for (const { item } of marks.all)
    for (const link of item?.links ?? []) {
      const target = relations.has(link.relation) ? model.target(link) : undefined;
      if (target) found.add(target);
    }
  return found;
}

/** True where a goal or requirement, or one in it, is served or met. */
export function isServed(item: Item, by: ReadonlySet<Item>): boolean {
  for (const below of item.withBelow()) if (by.has(below)) return true;
  return false;
}

/** The items of a kind anywhere in a framework or goal. */
export const allOf = (item: Item, kind: string): Item[] => [...item.withBelow()].filter(({ key }) => key === kind);

/** What to write to name an item of a framework, seen from a plan: `library.id`; undefined where it has no id. */
function nameFrom(plan: Plan, item: Item): string | undefined {
  if (item.id === undefined) return undefined;
  return item.plan && item.plan !== plan ? `${item.plan.id}.${item.id}` : item.id;
}

/** What a goal or requirement is called in a message: its title and the law that it cites. */
const cited = (item: Item): string => [named(item), item.value('cites')].filter(Boolean).join(', ');

const citedCy = (item: Item): string => [namedCy(item), item.value('cites')].filter(Boolean).join(', ');

/** What is done about a goal or a requirement, in Welsh. */
const doesCy = ({ key }: Item): string => (key === 'goal' ? 'gwasanaethu' : 'bodloni');

/**
 * Reports, at the name in `covers`, that nothing in the plan serves a goal or meets a requirement. `does` is the word for
 * it: “meeting”, “serving”.
 */
export function reportUnserved(
  plan: Plan,
  { framework, link }: Covered,
  item: Item,
  does: string,
  context: RuleContext,
): void {
  const name = nameFrom(plan, item);
  const field = item.key === 'goal' ? 'goals' : 'requirements';
  const mend = name
    ? `Where the plan does this, write “${field}: ${name}”; where it does not, add what is missing.`
    : `It has no id that could be named: write one behind its “${item.key}”.`;
  context.report(link.from.placed, link, {
    item: link.from,
    message: `Nothing in this plan is marked as ${does} ${cited(item)} (${named(framework)}). ${mend}`,
    messageCy: () =>
      `Nid oes dim yn y cynllun hwn wedi’i nodi fel rhywbeth sy’n ${joinCy(doesCy(item), citedCy(item))} (${namedCy(framework)}). ${name ? `Lle mae’r cynllun yn gwneud hyn, ysgrifennwch “${wordIn(field, 'cy')}: ${name}”; lle nad yw, ychwanegwch yr hyn sydd ar goll.` : `Nid oes ganddo id y gellid ei enwi: ysgrifennwch un ar ôl ei ${keyCy(item.key)}.`}`,
  });
}

/** Reports that nothing in the plan serves or meets anything of a framework of which one thing is enough. */
export function reportNothing(
  plan: Plan,
  { framework, link }: Covered,
  items: readonly Item[],
  does: string,
  context: RuleContext,
): void {
  const [first] = items;
  if (!first) return;
  const example = nameFrom(plan, first);
  const field = first.key === 'goal' ? 'goals' : 'requirements';
  context.report(link.from.placed, link, {
    item: link.from,
    message: `Nothing in this plan is marked as ${does} any of the ${first.kind.nouns} of ${named(framework)}. Name one where the plan does: “${field}: ${example ?? '…'}”.`,
    messageCy: () =>
      `Nid oes dim yn y cynllun hwn wedi’i nodi fel rhywbeth sy’n ${doesCy(first)} yr un o’r ${manyCy(first.key)} yn ${namedCy(framework)}. Enwch un lle mae’r cynllun yn gwneud hynny: “${wordIn(field, 'cy')}: ${example ?? '…'}”.`,
  });
}
