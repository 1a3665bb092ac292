import { CompletionItemKind } from 'vscode-languageserver-types';
import { addingUse } from '../../checks/reference/unknown-library.ts';
import type { Edit } from '../../checks/rule.ts';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { oneOf } from '../kind-words.ts';
import { titleShown } from '../shown.ts';
import { wordsFor } from '../words.ts';
import { foundBy, isLike, MOST, type Offer } from './offer.ts';
import { phrases } from './phrases.ts';
import type { Spot } from './spot.ts';

/** How long a title may be in a list. */
const LONGEST = 90;
/** How much of a title counts when something is looked for by it. */
const LONGEST_FOUND = 300;

/** The items with an id of a plan or library, as this plan names them. */
export function* itemsOf(
  spot: Spot,
  from: Plan,
  fits: (item: Item) => boolean,
  besides?: readonly Edit[],
): Generator<Offer> {
  const { model } = spot.snapshot;
  for (const id of model.ids(from)) {
    const item = model.withId(from, id).find(fits);
    if (item) yield itemOffer(spot, item, from === spot.plan ? id : `${from.id}.${id}`, besides);
  }
}

/** An item as the list shows it: by its title, with its id beside it. What only the list shows is worked out when it is shown. */
function itemOffer({ snapshot, language }: Spot, item: Item, text: string, besides?: readonly Edit[]): Offer {
  const { title } = item;
  return {
    get label() {
      return titleShown(snapshot.model, item, LONGEST) || text;
    },
    get detail() {
      return `${oneOf(item.kind, language)} · ${text}`;
    },
    beside: title === '' ? undefined : text,
    kind: CompletionItemKind.Reference,
    text,
    found: foundBy(text, title.slice(0, LONGEST_FOUND), item.value('aliases')),
    item,
    besides,
  };
}

/** The plans and libraries that the plan says it uses. */
export function usedPlans({ snapshot, plan }: Spot): ReadonlySet<Plan> {
  const used = new Set<Plan>();
  if (!plan) return used;
  for (const name of snapshot.checker.facts(plan).uses) {
    const named = snapshot.model.library(plan, name.normalize('NFC'));
    if (named && named !== plan) used.add(named);
  }
  return used;
}

/** The items of the plan or library that is named before a dot; if the plan does not use it yet, it will. */
export function* membersOf(spot: Spot, name: string, fits: (item: Item) => boolean): Generator<Offer> {
  const { snapshot, plan } = spot;
  const library = plan && snapshot.model.library(plan, name);
  if (!plan || !library) return;
  const isUsed = library === plan || usedPlans(spot).has(library);
  yield* itemsOf(spot, library, fits, isUsed ? undefined : usingToo(spot, library.id));
}

/** What makes the plan use a plan or library, where its head stands in this file. */
export function usingToo({ snapshot, plan, file }: Spot, id: string): readonly Edit[] {
  const root = plan && snapshot.model.root(plan);
  if (root?.placed.file !== file) return [];
  return addingUse(root, id).flatMap(({ edits }) => edits);
}

/** A plan or library as it stands before a dot. */
export function beforeDot(
  spot: Spot,
  { id, root, title }: { readonly id: string; readonly root: string; readonly title: string },
  besides?: readonly Edit[],
): Offer {
  const words = wordsFor(phrases, spot.language);
  return {
    label: `${id}.`,
    beside: title,
    detail: root === 'library' ? words.library : words.plan,
    kind: CompletionItemKind.Module,
    text: `${id}.`,
    found: foundBy(id, title),
    again: true,
    besides,
  };
}

/** The same for a plan or library that is in memory. */
export const planBeforeDot = (spot: Spot, plan: Plan): Offer =>
  beforeDot(spot, { id: plan.id, root: plan.kind, title: spot.snapshot.model.root(plan)?.title ?? '' });

/** What stands before the dot in a half-written reference. */
export const libraryBefore = (typed: string): string | undefined =>
  /^\s*([^.\s]+)\./.exec(typed)?.[1]?.normalize('NFC');

/**
 * Those of many that are like what is typed, the likest first, one more than a list holds at most; all of few, since the editor
 * chooses among them itself.
 */
export function best(offers: readonly Offer[], typed: string): readonly Offer[] {
  const begun = typed.trim().toLowerCase();
  if (offers.length <= MOST) return offers;
  if (begun === '') return offers.slice(0, MOST + 1);
  const like = offers.filter((offer) => isLike(begun, offer));
  const holds = ({ found, label }: Offer): boolean => (found ?? label).toLowerCase().includes(begun);
  return like.length <= MOST
    ? like
    : [...like.filter(holds), ...like.filter((offer) => !holds(offer))].slice(0, MOST + 1);
}
