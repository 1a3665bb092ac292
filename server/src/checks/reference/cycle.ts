import type { Item, Link } from '../../model/item.ts';
import { type ItemRule, named, type RuleContext } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { endsOf, fieldOf, follow, writtenIn } from './follow.ts';
import { keyFor, quoted } from './words.ts';

/** The fields by which a plan comes after another one: followed on from plan to plan, they never come back. */
const after: ReadonlySet<string> = new Set(['delivers', 'updates', 'summarises', 'supersedes']);
/** The field by which a priority serves another one. */
const serves: ReadonlySet<string> = new Set(['priorities']);

/** What is followed from an item of each kind. */
const followedFrom: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['plan', after],
  ['priority', serves],
]);

/** How many plans or priorities a circle has at most. A longer one would have to be looked for in plans that no change has touched. */
const LONGEST = 3;
/** How many links are followed from one item: more than any plan has, few enough for one full of circles. */
const MOST_LINKS = 1_000;

/** A plan or an item leads back to itself. */
export const cycle: ItemRule = {
  id: 'reference/cycle',
  severity: 'error',
  says: 'A plan, or an item of it, leads back to itself.',
  why: 'A plan that delivers itself, or an item above itself, can’t be read from top to bottom.',
  source: 'House rule',
  breaks: {
    'main.plan': 'plan delivery: Delivery Plan 2027\n  delivers: strategy\n',
    'strategy.plan': 'plan strategy: Strategy 2026–2030\n  delivers: delivery\n',
  },
  clean: {
    'main.plan': 'plan delivery: Delivery Plan 2027\n  delivers: strategy\n',
    'strategy.plan': 'plan strategy: Strategy 2026–2030\n',
  },
  kinds: 'all',
  reads: 'neighbours',
  item(item, context) {
    for (const { link, followed } of endsOf(item, context)) {
      if (link.relation !== 'prose' && followed?.end === 'item' && followed.item === item)
        context.report(item.placed, link, {
          item,
          message: `${named(item)} names itself in ${keyOf(link)}. Name another one, or take ${quoted(writtenIn(link))} out.`,
          messageCy: () =>
            `Mae ${keyOf(link)} yn ${namedCy(item)} yn enwi’r eitem ei hun. Enwch eitem arall, neu tynnwch ${quoted(writtenIn(link))} allan.`,
        });
    }
    const circle = circleFrom(item, context);
    if (!circle) return;
    const { link } = circle;
    // The titles of the items further on may change without this item being looked at again.
    const items = (): readonly Item[] => [item, ...(circleFrom(item, context)?.items ?? [])];
    context.report(item.placed, link, {
      item,
      message: () =>
        `${keyOf(link)} leads in a circle: from ${items().map(named).join(' to ')} and back. One of them has to come first: take one of these links out.`,
      messageCy: () =>
        `Mae ${keyOf(link)} yn arwain mewn cylch: ${items()
          .map((one, index) => joinCy(index === 0 ? 'o' : 'i', namedCy(one)))
          .join(' ')} ac yn ôl. Rhaid i un ohonynt ddod yn gyntaf: tynnwch un o’r dolenni hyn allan.`,
    });
  },
};

const keyOf = (link: Link): string => `“${keyFor(fieldOf(link) ?? link.from.kind, link.from)}”`;

/** A way from an item back to it: its link that leads there, and the items in between. */
interface Circle {
  readonly link: Link;
  readonly items: readonly Item[];
}

/** The shortest way by which an item leads back to itself through others. */
function circleFrom(item: Item, context: RuleContext): Circle | undefined {
  const relations = followedFrom.get(item.key);
  if (!relations || item.links.length === 0) return undefined;
  const naming = new Map<Item, Link>();
  for (const { link, followed } of endsOf(item, context)) {
    const to = relations.has(link.relation) && followed?.end === 'item' ? followed.item : undefined;
    if (to && to !== item && !naming.has(to)) naming.set(to, link);
  }
  if (naming.size === 0) return undefined;
  const seen = new Set<Item>([item, ...naming.keys()]);
  let ways = [...naming.keys()].map((to): readonly Item[] => [to]);
  let links = 0;
  while (ways.length > 0) {
    const longer: (readonly Item[])[] = [];
    for (const way of ways)
      for (const link of (way.at(-1) as Item).links) {
        if (!relations.has(link.relation) || ++links > MOST_LINKS) continue;
        const next = endOf(link, context);
        if (next === item) return { link: naming.get(way[0] as Item) as Link, items: way };
        if (!next || seen.has(next) || way.length + 1 === LONGEST) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    ways = longer;
  }
  return undefined;
}

function endOf(link: Link, context: RuleContext): Item | undefined {
  const followed = follow(link, context);
  return followed?.end === 'item' ? followed.item : undefined;
}
