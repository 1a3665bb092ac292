import { type Field, fieldOn, fields, kinds, meaningIn, nameOf, wordFor } from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { wordsFor } from '../words.ts';
import { financialYears, lastDay } from './dates.ts';
import { freeIds } from './ids.ts';
import { languageName } from './languages.ts';
import type { Offer, Offers } from './offer.ts';
import { phrases } from './phrases.ts';
import type { NameSite } from './site.ts';
import { itemOf, type Spot } from './spot.ts';

/** What may stand between the key of a line and its colon: an id made of the title, the plan of a part, a language, a year, a word to label. */
export function nameOffers(spot: Spot, site: NameSite): Offers {
  const { span, hasColon, definition } = site;
  const offers = definition.item ? idsFor(spot, definition.key) : namesFor(spot, definition);
  return { span, offers: hasColon ? offers : offers.map((offer) => ({ ...offer, text: `${offer.text}: ` })) };
}

function idsFor(spot: Spot, kind: string): Offer[] {
  const { snapshot, own, language } = spot;
  const words = wordsFor(phrases, language);
  if (kind === 'part')
    return [...snapshot.knownPlans()]
      .filter(({ root }) => root === 'plan')
      .map(({ id, title }) => ({ label: id, text: id, detail: title, kind: CompletionItemKind.Module }));
  const item = own && itemOf(spot, own);
  if (!item || item.entry !== own || item.title === '') return [];
  return freeIds(spot, item.title).map((id) => ({
    label: id,
    text: id,
    detail: words.newId,
    kind: CompletionItemKind.Text,
  }));
}

function namesFor(spot: Spot, field: Field): Offer[] {
  const { holder, own, placed } = spot;
  const there = (holder?.children ?? [])
    .filter((entry) => entry !== own && entry.definition === field)
    .map((entry) => (placed ? nameOf(placed.block, entry) : ''));
  const named = (label: string, detail?: string): Offer => ({
    label,
    text: label,
    detail,
    kind: CompletionItemKind.Constant,
  });
  switch (field.name) {
    case 'language':
      return languagesToName(spot)
        .filter((language) => !there.includes(language))
        .map((language) => named(language, languageName(language, spot.language)));
    case 'period':
      return periodsToName(spot, field, there).map((period) => named(period));
    case 'key':
      return wordsToLabel(spot);
    default:
      return [];
  }
}

/** The languages that the plan says it is translated into. */
export const translationsOf = ({ snapshot, plan }: Spot): readonly string[] =>
  snapshot.checker.facts(plan).translations;

/** The same; where the plan does not say, the other language in which files can be written. */
function languagesToName(spot: Spot): readonly string[] {
  const said = translationsOf(spot);
  return said.length > 0 ? said : [spot.language === 'cy' ? 'en' : 'cy'];
}

/** The periods for which an item has no figure yet, from its first one to the end of the plan: in the form of the others. */
export function periodsToName(spot: Spot, field: Field, there: readonly string[]): readonly string[] {
  const item = itemOf(spot, spot.holder);
  const { first, last } = spanOfFigures(spot, item?.value(baselineOf(field)) ?? '', there);
  if (first === undefined || last === undefined) return [];
  const isInYears = there.length > 0 && there.every((name) => /^\d{4}$/.test(name));
  const all = isInYears
    ? financialYears(`${first}-04-01`, `${last}-04-01`).map((year) => year.slice(0, 4))
    : financialYears(`${first}-04-01`, `${last}-03-31`);
  const named = all.filter((year) => !there.includes(year));
  const latest = there.toSorted().at(-1) ?? '';
  return [...named.filter((year) => year > latest), ...named.filter((year) => year <= latest)];
}

/** The field of a kind of item that says where its figures begin: the one that is read as a baseline. */
const baselineOf = ({ on }: Field): string =>
  fields.find((field) => field.type === 'baseline' && on.some((kind) => fieldOn(kind, field.key) === field))?.key ?? '';

const year = /(?<!\d)20\d\d(?!\d)/g;

/** The years of the first and the last figure that may be there. */
function spanOfFigures(
  spot: Spot,
  baseline: string,
  there: readonly string[],
): { first: number | undefined; last: number | undefined } {
  const years = [baseline, ...there].flatMap((text) => [...text.matchAll(year)].map(([found]) => Number(found)));
  const end = Number(lastDay(spot)?.slice(0, 4)) || undefined;
  const all = end === undefined ? years : [...years, end];
  if (all.length === 0) return { first: undefined, last: undefined };
  return { first: Math.min(...all), last: Math.max(...all) };
}

/** The fields and kinds that may have a heading, without those of which this file says it already. */
function wordsToLabel({ file, language, own }: Spot): Offer[] {
  const labelled = new Set<string>();
  for (const { block } of file.blocks) {
    const [entry] = block.entries;
    if (entry && entry !== own && entry.definition?.item === false && entry.definition.name === 'key')
      labelled.add(nameOf(block, entry));
  }
  const offers = new Map<string, Offer>();
  const add = (label: string, detail: string, kind: CompletionItemKind): void => {
    if (!labelled.has(label) && !offers.has(label)) offers.set(label, { label, text: label, detail, kind });
  };
  const content = kinds.filter(({ root }) => !root);
  for (const kind of content)
    add(language === 'cy' ? kind.pluralCy : kind.plural, meaningIn(kind, language), CompletionItemKind.Class);
  for (const field of fields)
    if (field.type === 'prose' || field.type === 'reference')
      add(wordFor(field, language), meaningIn(field, language), CompletionItemKind.Property);
  for (const kind of content) add(wordFor(kind, language), meaningIn(kind, language), CompletionItemKind.Class);
  for (const field of fields) add(wordFor(field, language), meaningIn(field, language), CompletionItemKind.Property);
  return [...offers.values()];
}
