import type { Draft, DraftItem } from '../draft/draft.ts';
import { likeness } from '../words.ts';
import { doubt } from './items.ts';
import type { Fate, Mention } from './reading.ts';

/** How alike two wordings have to be to be one outcome or question. */
const alike = 0.78;

/** From how many words on the beginning of a wording stands for all of it. */
const fewest = 3;

const normal = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How alike two wordings are: one that is the beginning of the other is meant to be it. */
function nearness(one: string, other: string): number {
  const [a, b] = [normal(one), normal(other)];
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.split(' ').length >= fewest && long.startsWith(`${short} `)) return 0.9;
  return likeness(a, b);
}

/** Wordings that are one outcome or question. */
interface Cluster {
  /** The one that the plan declares, or the first. */
  head: Mention;
  readonly all: Mention[];
}

/**
 * Makes links of outcomes and questions that priorities repeat: each is declared once. What the plan declares, or several priorities name,
 * stands at the margin; an outcome of one priority alone stays in it. Another wording is kept as a doubt. Nothing is decided by order: the
 * declaration may come last.
 */
export function settleMentions(draft: Draft, kind: 'outcome' | 'kpq', mentions: readonly Mention[]): Fate[] {
  const clusters: Cluster[] = [];
  const declaredFirst = [...mentions].sort((a, b) => Number(a.owner !== undefined) - Number(b.owner !== undefined));
  for (const mention of declaredFirst) {
    const { title } = mention.item;
    const ranked = clusters
      .map((cluster) => ({ cluster, near: nearness(cluster.head.item.title, title) }))
      .sort((a, b) => b.near - a.near);
    const best = ranked[0];
    if (best && best.near >= alike) best.cluster.all.push(mention);
    else clusters.push({ head: mention, all: [mention] });
  }
  const fates: Fate[] = [];
  for (const { head, all } of clusters) {
    const isShared = head.owner === undefined || all.length > 1 || kind === 'kpq';
    if (isShared && head.owner !== undefined) hoist(draft, head);
    for (const mention of all) {
      if (mention.owner && isShared) link(draft, mention, head.item, `${kind}s`);
      if (mention === head) continue;
      take(mention);
      fates.push({ at: mention.at, what: 'link', item: head.item });
      if (normal(mention.item.title) !== normal(head.item.title)) sayOther(head.item, mention);
    }
  }
  return fates;
}

/** Puts an outcome at the margin, before the first theme or priority. */
function hoist(draft: Draft, mention: Mention): void {
  take(mention);
  const at = draft.plan.parts.findIndex(
    (part) => part.type === 'item' && (part.kind === 'theme' || part.kind === 'priority'),
  );
  draft.plan.parts.splice(at < 0 ? draft.plan.parts.length : at, 0, mention.item);
}

function link(draft: Draft, { owner, item }: Mention, to: DraftItem, relation: string): void {
  draft.links.push({
    from: owner as DraftItem,
    relation,
    to,
    confidence: nearness(item.title, to.title),
    words: item.title,
    spot: item.spot,
  });
}

function sayOther(item: DraftItem, { item: other, owner }: Mention): void {
  const message = owner
    ? `Under “${owner.title}” this stands as “${other.title}”.`
    : `This stands a second time, as “${other.title}”.`;
  if (!item.doubts.some((known) => known.message === message)) doubt(item, 'wording', message, other.spot);
}

/** Takes an item out of what holds it. */
function take({ container, item }: Mention): void {
  const at = container.parts.lastIndexOf(item);
  if (at >= 0) container.parts.splice(at, 1);
}
