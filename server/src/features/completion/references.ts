import { type Entry, type Field, readReferences, valueSpan } from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Span } from '../../checks/rule.ts';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { wordsFor } from '../words.ts';
import { beforeDot, best, itemsOf, libraryBefore, membersOf, planBeforeDot, usedPlans, usingToo } from './items.ts';
import { foundBy, type Offer, type Offers } from './offer.ts';
import { phrases } from './phrases.ts';
import { behindGap, pieceAt } from './pieces.ts';
import { itemOf, type Spot } from './spot.ts';

/** The items, plans and libraries that a field may name, without those it names already. */
export function referenceOffers(spot: Spot, field: Field, entry: Entry | undefined, start: number): Offers {
  const { text, offset } = spot;
  const piece = pieceAt(spot, start);
  const before = idsBefore(spot, piece);
  const span = { start: before?.end ?? piece.start, end: piece.end };
  if (before && spot.typed === ' ') return { span, offers: [] };
  const there = namedBeside(spot, field, entry, piece);
  for (const id of before?.ids ?? []) there.add(id);
  const typed = text.slice(span.start, offset).trim();
  const all = [...nameable(spot, field, itemOf(spot, entry), libraryBefore(typed))];
  const left = all.filter((offer) => !there.has(offer.text));
  const offers = best(left, typed);
  if (before) return { span, offers: offers.map((offer) => ({ ...offer, text: `, ${offer.text}` })) };
  return behindGap({ span, offers }, spot);
}

/** Longer text between two commas is no list of ids. */
const LONGEST = 300;

const comesAfter = /^(\S.*?)\s+\S*$/;

/** Ids that stand before the word that is being written, with no comma between; undefined where these are words of a title. */
function idsBefore(spot: Spot, { start }: Span): { readonly ids: readonly string[]; readonly end: number } | undefined {
  const { text, offset, plan, snapshot } = spot;
  const written = offset - start > LONGEST ? undefined : comesAfter.exec(text.slice(start, offset))?.[1];
  if (written === undefined || !plan) return undefined;
  const ids = written.split(/\s+/);
  const isKnown = (id: string): boolean => snapshot.model.withId(plan, id.normalize('NFC')).length > 0;
  return ids.every(isKnown) ? { ids, end: start + written.length } : undefined;
}

/** What the other pieces of a list name, as it is written. */
function namedBeside(spot: Spot, field: Field, entry: Entry | undefined, span: Span): Set<string> {
  if (!entry || !spot.placed) return new Set();
  const { start, end } = valueSpan(spot.placed.block, entry);
  const named = readReferences(spot.text, start, end, { ...field, orWords: false });
  const others = named.filter((one) => one.end <= span.start || one.start >= span.end);
  return new Set(others.map(({ library, id }) => (library === undefined ? id : `${library}.${id}`)));
}

/** What a field may name: items of the plan, those related to the item first; plans; items of libraries; libraries. */
function* nameable(spot: Spot, field: Field, own: Item | undefined, library: string | undefined): Generator<Offer> {
  const { plan } = spot;
  if (!plan) return;
  const to = field.to ?? [];
  const fits = (item: Item): boolean => to.includes(item.key) && item !== own;
  if (library !== undefined) {
    yield* membersOf(spot, library, fits);
    return;
  }
  const items = [...itemsOf(spot, plan, fits)];
  yield* nearestFirst(spot, own, items);
  yield* plansToName(spot, to);
  const holding: Plan[] = [];
  for (const used of usedPlans(spot)) {
    const held = [...itemsOf(spot, used, fits)];
    yield* held;
    if (held.length > 0) holding.push(used);
  }
  for (const used of holding) yield planBeforeDot(spot, used);
  if (items.length === 0 && holding.length === 0 && to.some((kind) => leanedOn.has(kind))) yield* notUsedYet(spot);
}

/** What libraries are there for: the kinds that plans seldom have of their own. */
const leanedOn: ReadonlySet<string> = new Set(['framework', 'goal', 'requirement']);

/** The libraries that could be used: choosing one makes the plan use it. */
function* notUsedYet(spot: Spot): Generator<Offer> {
  const used = new Set([...usedPlans(spot)].map(({ id }) => id));
  for (const known of spot.snapshot.knownPlans())
    if (known.root === 'library' && !used.has(known.id) && known.id !== spot.plan?.id)
      yield beforeDot(spot, known, usingToo(spot, known.id));
}

/** The items first that an item is near to: they name what it names, or stand in it. */
function nearestFirst(spot: Spot, own: Item | undefined, offers: readonly Offer[]): readonly Offer[] {
  const { model } = spot.snapshot;
  const near = new Set((own?.links ?? []).flatMap((link) => (isInProse(link) ? [] : (model.target(link) ?? []))));
  if (near.size === 0) return offers;
  const isNear = ({ item }: Offer): boolean =>
    item !== undefined &&
    ((item.parent !== undefined && near.has(item.parent)) ||
      item.links.some((link) => !isInProse(link) && near.has(model.target(link) as Item)));
  const related = new Set(offers.filter(isNear));
  return [...related, ...offers.filter((offer) => !related.has(offer))];
}

const isInProse = ({ relation }: { readonly relation: string }): boolean => relation === 'prose';

/** The plans and libraries that a field names as a whole, without this one. */
function* plansToName({ snapshot, plan, language }: Spot, to: readonly string[]): Generator<Offer> {
  const words = wordsFor(phrases, language);
  for (const { root, id, title } of snapshot.knownPlans()) {
    if (!to.includes(root) || id === plan?.id) continue;
    const detail = root === 'library' ? words.library : words.plan;
    yield { label: id, beside: title, detail, text: id, found: foundBy(id, title), kind: CompletionItemKind.Module };
  }
}
