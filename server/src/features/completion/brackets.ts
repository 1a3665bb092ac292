import { referenceFrom } from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { wordsFor } from '../words.ts';
import { best, itemsOf, libraryBefore, membersOf, planBeforeDot, usedPlans } from './items.ts';
import type { Offer, Offers } from './offer.ts';
import { phrases } from './phrases.ts';
import type { Spot } from './spot.ts';

/** No id and no title that is typed in brackets is longer, and no brackets are closed farther away. */
const LONGEST = 300;

const opened = /\[\[([^[\]|:]*)$/;
const chosen = /\[\[([^[\]|:]+):([^[\]|:\s]*)$/;
const word = /^[\p{L}\p{M}\p{N}.-]*/u;
const untilMark = /^[^[\]|:]*(?=\]\]|\||:)/;

/** What may stand in double brackets: any item; behind a colon what is printed of it. Undefined outside brackets. */
export function bracketOffers(spot: Spot): Offers | undefined {
  const { text, lineStart, lineEnd, offset } = spot;
  const before = text.slice(Math.max(lineStart, offset - LONGEST), offset);
  const rest = text.slice(offset, Math.min(lineEnd, offset + LONGEST));
  const named = opened.exec(before)?.[1];
  const [, item, what] = (named === undefined ? chosen.exec(before) : undefined) ?? [];
  if (named === undefined && what === undefined) return undefined;
  const typed = (named ?? what ?? '').trimStart();
  const isClosed = named !== undefined && rest.includes(']]');
  const end = offset + ((isClosed ? untilMark : word).exec(rest)?.[0].length ?? 0);
  const close = closing(text, end, lineEnd);
  const offers = named === undefined ? printable(spot, item ?? '') : best([...everything(spot, named)], typed);
  return {
    span: { start: offset - typed.length, end },
    offers: offers.map((offer) => (offer.again ? offer : { ...offer, text: offer.text + close })),
  };
}

/** The brackets that are still to be written at a place. */
function closing(text: string, at: number, lineEnd: number): string {
  if (/[|:]/.test(text.charAt(at)) && at < lineEnd) return '';
  const there = /^\]*/.exec(text.slice(at, Math.min(lineEnd, at + 2)))?.[0].length ?? 0;
  return ']'.repeat(2 - there);
}

/** All items of the plan and of what it uses, as far as they have ids. */
function* everything(spot: Spot, named: string): Generator<Offer> {
  if (!spot.plan) return;
  const any = (): boolean => true;
  const library = libraryBefore(named);
  if (library !== undefined) {
    yield* membersOf(spot, library, any);
    return;
  }
  yield* itemsOf(spot, spot.plan, any);
  const used = usedPlans(spot);
  for (const plan of used) yield* itemsOf(spot, plan, any);
  for (const plan of used) yield planBeforeDot(spot, plan);
}

/** What may be printed of an item instead of its title: its number, and of a statistic its value. */
function printable({ snapshot: { model, workspace }, plan, language }: Spot, name: string): Offer[] {
  const words = wordsFor(phrases, language);
  const { library, id } = referenceFrom(name.trim(), 0);
  const plans = library === undefined ? [plan] : workspace.plansNamed(library);
  const items = plans.flatMap((one) => (one ? model.withId(one, id) : []));
  const hasValue = items.length === 0 || items.some(({ key }) => key === 'statistic');
  return (hasValue ? (['number', 'value'] as const) : (['number'] as const)).map((what) => {
    return { label: what, text: what, detail: words[what], kind: CompletionItemKind.EnumMember };
  });
}
