import { oneOf } from '../../features/kind-words.ts';
import type { Item } from '../../model/item.ts';
import { linking } from '../../model/links.ts';
import { capitalised } from '../labels.ts';
import { plain } from '../plain-words.ts';
import type { Fact, Flow, Inline } from '../tree.ts';
import type { Draft, Span } from './draft.ts';
import type { Node } from './nodes.ts';
import type { Face, Outside } from './outside.ts';
import { anchorAbove, type Place, spanOf } from './place.ts';
import { factsOf, listOf, type Written } from './values.ts';
import { byName, type Writer } from './writer.ts';

/** Kinds whose kind is told with the title, unless they stand under a heading that tells it. */
const introduced: ReadonlySet<string> = new Set(['outcome', 'kpq', 'measure']);

/** What an item that holds others begins with: its heading, and what its short fields say. */
export function headDraft(
  place: Place,
  node: Node & { type: 'item' },
  fields: readonly Written[],
  until: number,
): Draft {
  const { item, placed } = node;
  const { entry } = item;
  const whole: Span = { placed, start: entry.at, end: until };
  const spans = [spanOf(item, entry)];
  for (const field of fields) spans.push(spanOf(item, field.entry));
  for (const title of item.fieldsNamed('title')) spans.push(spanOf(item, title));
  return {
    key: place.key,
    role: item.key,
    depth: place.depth,
    item,
    from: whole,
    to: whole,
    spans,
    shape: `head ${place.level} ${place.told} ${place.heading ?? ''}`,
    isLinked: introduced.has(item.key),
    asks: (outside) => [
      outside.number(item),
      ...threadOf(outside, item).flatMap(({ name, faces }) => [name, ...faces]),
    ],
    write: (writer) => write(writer, place, item, fields),
  };
}

function write(writer: Writer, { key, level, heading, told }: Place, item: Item, fields: readonly Written[]): Flow[] {
  const flow: Flow[] = [];
  const line = writer.line(item.placed, item.entry.at);
  if (heading) flow.push({ type: 'heading', level, anchor: anchorAbove(key), children: [plain(heading)], line });
  const title = headingOf(writer, item, heading ? level + 1 : level, key, told);
  if (title) flow.push(title);
  const by = fields.filter(({ field }) => field.key === 'by');
  for (const fact of factsOf(writer, item, by, level))
    for (const one of fact.flow) flow.push(one.type === 'paragraph' ? { ...one, role: 'by', line: fact.line } : one);
  const facts: Fact[] = [
    ...factsOf(
      writer,
      item,
      fields.filter(({ field }) => field.key !== 'by'),
      level,
    ),
    ...threadFacts(writer, item),
  ];
  if (facts.length > 0) flow.push({ type: 'facts', role: 'details', facts });
  return flow;
}

/** Who names an item, as facts. */
export const threadFacts = (writer: Writer, item: Item): Fact[] =>
  threadOf(writer.outside, item).map(({ name, faces }) => ({
    name: [plain(writer.words[name])],
    flow: [faces.length === 1 ? { type: 'paragraph', children: byName(faces[0] as Face) } : listOf(faces.map(byName))],
  }));

/** Headings below this level have what stands before the title on the same line. */
const LOWEST_LARGE = 3;

/** The heading of an item with its number; undefined where it has neither title nor number. */
export function headingOf(
  writer: Writer,
  item: Item,
  level: number,
  anchor: string,
  isToldAbove = false,
): Flow | undefined {
  const children: readonly Inline[] = writer.title(item);
  const shown = numberShown(writer, item, isToldAbove);
  const hasWords = shown !== undefined && shown !== writer.outside.number(item);
  const number = hasWords && level > LOWEST_LARGE && children.length > 0 ? `${shown}:` : shown;
  if (children.length === 0 && number === undefined) return undefined;
  const line = writer.line(item.placed, item.entry.at);
  return { type: 'heading', level: Math.min(6, level), anchor, number, children, line };
}

/** What stands before a title: “Priority 1”, “2.1”, “Priority area”. A number with a point in it stands alone. */
export function numberShown(
  { labels, outside, language, words }: Writer,
  item: Item,
  isToldAbove = true,
): string | undefined {
  const number = outside.number(item);
  const noun = labels.isNone(item.key) ? undefined : (words.nouns[item.key] ?? capitalised(oneOf(item.kind, language)));
  const label = labels.kind(item.key);
  if (number === undefined) return label ?? (introduced.has(item.key) && !isToldAbove ? noun : undefined);
  return number.includes('.') ? number : [label ?? noun, number].filter(Boolean).join(' ');
}

type ThreadName = 'worksTowards' | 'askedBy' | 'answeredBy' | 'answers' | 'helpedBy';

/** Who names an item from elsewhere, and what it is linked to without saying so itself; what stands in it is seen there. */
export function threadOf(
  outside: Outside,
  item: Item,
): { readonly name: ThreadName; readonly faces: readonly Face[] }[] {
  const { model } = outside;
  const facesOf = (name: ThreadName, items: readonly Item[]) => ({
    name,
    faces: items.filter((one) => one.parent !== item && one !== item.parent).map((one) => outside.face(one)),
  });
  const threads = () => {
    switch (item.key) {
      case 'outcome':
        return [
          facesOf('worksTowards', ordered(linking(model, item, 'outcomes', 'priority'))),
          facesOf('askedBy', ordered(linking(model, item, 'outcomes', 'kpq'))),
          facesOf('answeredBy', ordered(linking(model, item, 'outcomes', 'measure'))),
        ];
      case 'kpq':
        return [
          facesOf('helpedBy', ordered(linking(model, item, 'kpqs', 'priority'))),
          facesOf('answeredBy', ordered(linking(model, item, 'kpqs', 'measure'))),
        ];
      case 'measure':
        return [facesOf('answers', ordered(linking(model, item, 'measures', 'kpq')))];
      default:
        return [];
    }
  };
  return threads().filter(({ faces }) => faces.length > 0);
}

/** Items in the order in which they are printed; those of other plans last. */
export const ordered = (items: readonly Item[]): readonly Item[] =>
  items.length < 2 ? items : [...items].sort((a, b) => compare(a, b));

function compare(a: Item, b: Item): number {
  if (a.plan === b.plan) return (a.plan?.compareBlocks(a.placed, b.placed) ?? 0) || a.entry.at - b.entry.at;
  return (a.plan?.root.path ?? '') < (b.plan?.root.path ?? '') ? -1 : 1;
}
