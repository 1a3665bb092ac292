import type { Entry, Field } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline, ParagraphRole } from '../tree.ts';
import type { Draft, Span } from './draft.ts';
import { isOfControlSheet } from './fields.ts';
import { spanOf } from './place.ts';
import { between, factsOf, shownValue, type Written } from './values.ts';
import type { Writer } from './writer.ts';

/** What stands on the cover below the title and above it, as lines of their own; the other fields are told in small below these. */
const lines: Readonly<Record<string, ParagraphRole>> = {
  organisation: 'kicker',
  subtitle: 'subtitle',
  strapline: 'strapline',
};

/** The cover: the title, and what the first lines of the plan say of it, up to an offset of their block. */
export function coverDraft(
  root: Item | undefined,
  fields: readonly Written[],
  title: string,
  key: string,
  until: number,
): Draft {
  const told = fields.filter(({ field }) => isOnCover(field));
  const spans: Span[] = root ? [root.entry, ...told.map(({ entry }) => entry)].map((entry) => spanOf(root, entry)) : [];
  for (const one of root?.fieldsNamed('title') ?? []) if (root) spans.push(spanOf(root, one));
  return {
    key,
    role: 'cover',
    depth: 0,
    item: root,
    from: spans[0],
    to: root && { placed: root.placed, start: root.entry.at, end: until },
    spans,
    shape: title,
    write(writer) {
      if (!root) return [{ type: 'heading', level: 1, anchor: key, children: [plain(title)] }];
      const words = writer.title(root);
      const children: readonly Inline[] = words.length > 0 ? words : [plain(title)];
      const line = writer.line(root.placed, root.entry.at);
      const above = linesOf(writer, root, told, 'organisation');
      const below = ['subtitle', 'strapline'].flatMap((one) => linesOf(writer, root, told, one));
      const rest = told.filter(({ field }) => lines[field.key] === undefined && !inShort.has(field.key));
      const facts = factsOf(writer, root, rest, 2);
      const flow: Flow[] = [...above, { type: 'heading', level: 1, anchor: key, children, line }, ...below];
      const short = told.filter(({ entry, field }) => inShort.has(field.key) && !isPlain(root, entry, field));
      const values = short.map(({ entry, field }) => shownValue(writer, root, entry, field));
      if (values.length > 0) flow.push({ type: 'paragraph', role: 'details', children: between(values, ' · ') });
      if (facts.length > 0) flow.push({ type: 'facts', role: 'cover', facts });
      return flow;
    },
  };
}

/** Fields that speak for themselves: what sort of document it is, where it is for, whose force it is, and when. */
const inShort: ReadonlySet<string> = new Set(['kind', 'area', 'force', 'period']);

/** True where a document says that it is a plan, which nobody doubts. */
const isPlain = (root: Item, entry: Entry, { key, choices, choicesCy }: Field): boolean =>
  key === 'kind' && [choices?.[0], choicesCy?.[0]].includes(root.valueOf(entry).toLowerCase());

function linesOf(writer: Writer, root: Item, told: readonly Written[], key: string): Flow[] {
  return told.flatMap(({ entry, field }): Flow[] => {
    if (field.key !== key) return [];
    const children = shownValue(writer, root, entry, field);
    return [{ type: 'paragraph', role: lines[key], children, line: writer.line(root.placed, entry.at) }];
  });
}

/** True for a field that stands on the cover. */
export const isOnCover = (field: Field): boolean => !isOfControlSheet(field) && field.type !== 'prose';

/** The control sheet: its fields in the order of the text, the empty ones too. */
export function controlSheetDraft(
  root: Item,
  fields: readonly Written[],
  key: string,
  until: number,
): Draft | undefined {
  const told = fields.filter(({ field }) => isOfControlSheet(field));
  if (told.length === 0) return undefined;
  const spans = told.map(({ entry }) => spanOf(root, entry));
  return {
    key,
    role: 'control-sheet',
    depth: 0,
    item: root,
    from: spans[0],
    to: { placed: root.placed, start: root.entry.at, end: until },
    spans,
    shape: '',
    write(writer) {
      const heading: Flow = {
        type: 'heading',
        level: 2,
        anchor: key,
        children: [plain(writer.words.control)],
      };
      return [heading, { type: 'facts', role: 'control-sheet', facts: factsOf(writer, root, told, 3) }];
    },
  };
}
