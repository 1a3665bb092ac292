import {
  type Context,
  type Definition,
  type Entry,
  type Field,
  type KeyLanguage,
  type Kind,
  kinds,
  meaningIn,
  nameOf,
  type ValueType,
  wordFor,
} from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Item } from '../../model/item.ts';
import { askedOf, lackedBy } from './asked.ts';
import { freeIds } from './ids.ts';
import { periodsToName, translationsOf } from './names.ts';
import type { Abilities, Offer, Offers } from './offer.ts';
import type { KeySite } from './site.ts';
import { wholeItem } from './snippets.ts';
import { itemOf, type Spot } from './spot.ts';

/** Fields that nearly every kind may carry come after those that are about a kind. */
const manyKinds = kinds.length / 2;

/** The kinds and fields that may stand on a line, the likeliest first; behind the key of a line with a title also an id for it. */
export function keyOffers(spot: Spot, site: KeySite, abilities: Abilities): Offers {
  const { context, span } = site;
  const item = itemOf(spot, spot.holder);
  const offers: Offer[] = site.hasColon ? [...idOffers(spot, site)] : [];
  for (const definition of inOrder(spot, item, offerable(spot, context)))
    if (definition.item) {
      offers.push(kindOffer(spot, site, definition));
      const whole = site.hasColon ? undefined : wholeItem(spot, definition, item, context, abilities);
      if (whole) offers.push(whole);
    } else offers.push(...fieldOffers(spot, site, definition, abilities));
  return { span, offers };
}

/** What the words of a place mean, each once. A file begins with what it is, and only begins so. */
function offerable({ file, own, placed, language }: Spot, { words }: Context): Definition[] {
  const first = file.firstEntry;
  const isFirst = !first || (own === first && placed?.file === file);
  const definitions = new Set(words.values());
  return [...definitions].filter((definition) => {
    const isRoot = definition.item && definition.root === true;
    return isRoot === isFirst && words.get(wordFor(definition, language)) === definition;
  });
}

/**
 * The likeliest first: what rules ask for and the item lacks; the kind that stands above; what rules ask for at all; the fields of an
 * item, or else the kinds of a file; the others; what nearly every item may carry. Within each as the vocabulary has them.
 */
function inOrder(spot: Spot, item: Item | undefined, definitions: readonly Definition[]): Definition[] {
  const lacked = item ? lackedBy(spot.snapshot.model, item) : [];
  const asked = item ? askedOf(item.key) : [];
  const above = kindAbove(spot);
  const isCommon = (definition: Definition): boolean => !definition.item && definition.on.length > manyKinds;
  const groups: readonly ((definition: Definition) => boolean)[] = [
    ...lacked.map((key) => (definition: Definition) => definition.key === key),
    ({ key }) => key === above,
    ({ key }) => asked.includes(key),
    (definition) => definition.item !== (item !== undefined) && !isCommon(definition),
    (definition) => !isCommon(definition),
    () => true,
  ];
  const ranked = definitions.map((definition) => ({
    definition,
    rank: groups.findIndex((group) => group(definition)),
  }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ definition }) => definition);
}

/** The kind of the item that stands right above, beside the line. */
function kindAbove({ holder, placed, line, own, file }: Spot): string | undefined {
  const beside = (entries: readonly Entry[]): Entry | undefined => entries.findLast((entry) => entry.line < line);
  const last = holder
    ? beside(holder.children)
    : placed &&
      (beside(placed.block.entries) ?? (own ? file.blocks[placed.index - 1]?.block.entries.at(-1) : undefined));
  const definition = last?.definition;
  return definition?.item && !definition.root ? definition.key : undefined;
}

function kindOffer({ language }: Spot, { hasColon, context }: KeySite, kind: Kind): Offer {
  const word = wordFor(kind, language);
  const isPart = kind.key === 'part';
  const text = hasColon ? word : `${word}${isPart ? ' ' : ': '}`;
  return { ...about(kind, word, language, context), text, kind: CompletionItemKind.Class, again: isPart };
}

/** A field as often as it may still stand here: in the plan’s own language and in each that it is translated into. */
function fieldOffers(spot: Spot, { hasColon, context }: KeySite, field: Field, { snippets }: Abilities): Offer[] {
  const { language, placed } = spot;
  const word = wordFor(field, language);
  const there = siblingsOf(spot).filter((entry) => entry.definition === field);
  const names = there.map((entry) => (placed ? nameOf(placed.block, entry) : ''));
  const offer = (name: string, behind: string): Offer => {
    const label = name === '' ? word : `${word} ${name}`;
    const text = hasColon ? label : `${label}${behind}`;
    return {
      ...about(field, label, language, context),
      text,
      kind: CompletionItemKind.Property,
      again: hasChoice.has(field.type),
    };
  };
  if (field.name === 'key') return [{ ...offer('', ' '), again: true }];
  if (field.name === 'period') {
    const [next] = hasColon ? [] : periodsToName(spot, field, names);
    if (next === undefined) return [{ ...offer('', ' '), again: true }];
    const snippet = snippets ? `${word} \${1:${next}}: ` : undefined;
    return [{ ...offer('', ''), text: `${word} ${next}: `, snippet }];
  }
  const translations = translationsOf(spot);
  if (field.nameRequired && translations.length === 0) return [{ ...offer('', ' '), again: true }];
  const offers: Offer[] = [];
  if (!field.nameRequired && (field.repeats || !names.includes(''))) offers.push(offer('', ': '));
  if (field.name === 'language' && (field.nameRequired || names.includes('')))
    for (const other of translations) if (!names.includes(other)) offers.push(offer(other, ': '));
  return offers;
}

/** The types of values among which something can be chosen. */
const hasChoice: ReadonlySet<ValueType> = new Set([
  'reference',
  'date',
  'due',
  'period',
  'choice',
  'language',
  'languages',
  'kinds',
]);

/** The entries that stand beside the line, without that on it. */
const siblingsOf = ({ holder, own }: Spot): readonly Entry[] =>
  holder?.definition ? holder.children.filter((entry) => entry !== own) : [];

/** Ids for the item on the line, made of its title, where it has a title and no id. */
function* idOffers(spot: Spot, { span }: KeySite): Generator<Offer> {
  const { own, offset, text, placed } = spot;
  const item = own?.definition?.item && own.nameEnd === own.nameStart ? itemOf(spot, own) : undefined;
  if (!item || !placed || item.entry !== own || offset !== span.end || item.title === '') return;
  const key = text.slice(span.start, span.end);
  for (const id of freeIds(spot, item.title)) {
    const label = `${key} ${id}`;
    yield { label, text: label, found: key, detail: item.title, kind: CompletionItemKind.Text };
  }
}

/** What a writer is told of a key: what it is for, with an example. */
const about = (
  definition: Definition,
  label: string,
  language: KeyLanguage,
  { place }: Context,
): Pick<Offer, 'label' | 'found' | 'detail' | 'more'> => ({
  label,
  found: label.startsWith(definition.key) ? label : `${label} ${definition.key}`,
  detail: meaningIn(definition, language),
  more: { word: wordFor(definition, language), place },
});
