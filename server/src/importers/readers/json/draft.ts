import { type Field, fieldOn, kindOf, meaningAnywhere } from '@goldthread/grammar';
import type { Draft, DraftField, DraftItem, DraftPart } from '../../draft/draft.ts';
import { countsAt, type JsonObject, listAt, maybeWordsAt, objectAt, type Place, valuesAt, wordsAt } from './shape.ts';
import { englishValue } from './welsh.ts';

/** What is said of a plan and of what stands in it: a plan or library, and its items in the printed order. */
export interface WrittenPlan {
  readonly plan: JsonObject;
  readonly at: Place;
  readonly items: readonly (readonly [item: JsonObject, at: Place])[];
}

/**
 * A plan from what other programs read of it. Everything is as its writer has it; links stand in the fields that name items.
 *
 * @throws {ImportFault} where something is not there or is not what it should be.
 */
export function draftOf({ plan, at, items }: WrittenPlan): Draft {
  const isWelsh = plan['keys'] === 'cy';
  const root = itemOf(plan, at, wordsAt(plan['kind'], at.at('kind')));
  root.parts.push(...fieldsOf(plan, at, root.kind, isWelsh).map(({ field }) => field));
  const known = new Map<string, Holder>();
  const holders: Holder[] = [];
  for (const [written, place] of items) {
    const item = itemOf(written, place, wordsAt(written['kind'], place.at('kind')));
    const parent = maybeWordsAt(written['parent'], place.at('parent'));
    const above = parent === undefined ? undefined : known.get(parent);
    if (parent !== undefined && !above) throw place.at('parent').fault('names an item that does not stand before it');
    const holder: Holder = { item, fields: fieldsOf(written, place, item.kind, isWelsh), items: [] };
    if (above) above.items.push(item);
    else root.parts.push(item);
    known.set(wordsAt(written['ref'], place.at('ref')), holder);
    holders.push(holder);
  }
  for (const { item, fields, items: inside } of holders) item.parts.push(...inOrder(fields, inside));
  return { plan: root, labels: new Map(labelsOf(plan, at)), links: [] };
}

/** An item, and what will stand in it. */
interface Holder {
  readonly item: DraftItem;
  readonly fields: readonly PlacedField[];
  readonly items: DraftItem[];
}

/** A field, and how many items stand before it in what both stand in. */
interface PlacedField {
  readonly field: DraftField;
  readonly before: number;
}

function itemOf(written: JsonObject, at: Place, kind: string): DraftItem {
  if (!kindOf(kind)) throw at.at('kind').fault(`is ‘${kind.slice(0, 60)}’, and plans have no such thing`);
  const id = maybeWordsAt(written['id'], at.at('id'));
  return {
    type: 'item',
    kind,
    ...(id ? { id } : {}),
    title: inOneLine(wordsAt(written['title'], at.at('title'))),
    parts: [],
    spot: {},
    confidence: 1,
    doubts: [],
  };
}

function fieldsOf(written: JsonObject, at: Place, kind: string, isWelsh: boolean): PlacedField[] {
  const place = at.at('fields');
  const behind = countsAt(written['behind'], at.at('behind'));
  return valuesAt(written['fields'], place).flatMap(([written, values]) => {
    const space = written.indexOf(' ');
    const key = space < 0 ? written : written.slice(0, space);
    const definition = fieldNamed(kind, key);
    if (!definition) throw place.at(written).fault('is no field that plans have');
    const name = space < 0 ? undefined : inOneLine(written.slice(space));
    return values.map((value, index): PlacedField => {
      const field: DraftField = {
        type: 'field',
        key,
        ...(name ? { name } : {}),
        value: readValue(value, definition, isWelsh),
      };
      return { field, before: behind.get(written)?.[index] ?? 0 };
    });
  });
}

/** A field that items of a kind have, or one that stands where it may not: the checks of the plan say so. */
function fieldNamed(kind: string, key: string): Field | undefined {
  const own = fieldOn(kind, key);
  if (own) return own;
  const anywhere = meaningAnywhere(key, 'en');
  return anywhere?.item === false ? anywhere : undefined;
}

function readValue(value: string, definition: Field, isWelsh: boolean): string {
  if (definition.type === 'prose') return value.replace(/\r\n?/g, '\n');
  const line = inOneLine(value);
  return isWelsh ? englishValue(line, definition) : line;
}

/** Fields and items as they stand one after another. */
function inOrder(fields: readonly PlacedField[], items: readonly DraftItem[]): DraftPart[] {
  const sorted = fields.toSorted((one, other) => one.before - other.before);
  const parts: DraftPart[] = [];
  let next = 0;
  for (const [index, item] of [...items, undefined].entries()) {
    for (; next < sorted.length && (item === undefined || (sorted[next] as PlacedField).before <= index); next++)
      parts.push((sorted[next] as PlacedField).field);
    if (item) parts.push(item);
  }
  return parts;
}

function labelsOf(plan: JsonObject, at: Place): [string, string][] {
  const { labels } = plan;
  if (labels === undefined) return [];
  const place = at.at('labels');
  return Object.entries(objectAt(labels, place)).map(([key, words]) => [key, inOneLine(wordsAt(words, place.at(key)))]);
}

/** Words in one line. */
const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** The items of a file with the place of each. */
export const itemsIn = (items: unknown, at: Place): (readonly [JsonObject, Place])[] =>
  listAt(items, at).map((item, index) => [objectAt(item, at.at(index)), at.at(index)]);
