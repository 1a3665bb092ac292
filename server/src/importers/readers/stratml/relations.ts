import type { Draft, DraftItem } from '../../draft/draft.ts';
import { elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { inWords, say } from './made.ts';
import { lineOf, proseFrom } from './words.ts';

/** A link that an indicator has to something else by its identifier. */
export interface Relation {
  readonly from: DraftItem;
  readonly element: XmlElement;
}

/** The fields that make the links of an indicator that Goldthread wrote, by the kinds of both; `isBack` where the other one has it. */
const linkTypes: Readonly<Record<string, { readonly relation: string; readonly isBack?: true }>> = {
  'kpq outcome': { relation: 'outcomes' },
  'measure outcome': { relation: 'outcomes' },
  'measure kpq': { relation: 'kpqs' },
  'kpq priority': { relation: 'kpqs', isBack: true },
  'measure action': { relation: 'measures', isBack: true },
};

const partsOfRelationship: ReadonlySet<string> = new Set(['ReferentIdentifier', 'Name', 'Description', 'Identifier']);

/**
 * Reads a link: into `links` where it is one that Goldthread wrote and the plan has a field for it, else into words. `items` has what it may lead to.
 */
export function relate(
  { from, element }: Relation,
  items: ReadonlyMap<string, DraftItem>,
  links: Draft['links'] | undefined,
): void {
  const identifier = lineOf(elementsOf(element, 'ReferentIdentifier')[0]);
  const to = items.get(identifier);
  const name = lineOf(elementsOf(element, 'Name')[0]);
  const description = elementsOf(element, 'Description').map(lineOf).filter(Boolean).join(' ');
  const known = to && links ? linkTypes[`${from.kind} ${to.kind}`] : undefined;
  if (to && known) {
    const [one, other] = known.isBack ? [to, from] : [from, to];
    if (one.parts.includes(other) || other.parts.includes(one)) return;
    const spot = { line: element.line };
    links?.push({ from: one, relation: known.relation, to: other, confidence: 1, words: description, spot });
    return;
  }
  const type = inWords(element.attributes['RelationshipType'] ?? 'Related to');
  const said = [name, description].filter(Boolean).join(': ');
  const title = to ? to.title : identifier;
  const rest = elementsOf(element).flatMap((one) => (partsOfRelationship.has(one.name) ? [] : [lineOf(one)]));
  const all = [title, said === title ? '' : said, ...rest].filter(Boolean).join('. ');
  if (all) say(from, proseFrom(`${type}: ${all}`));
}
