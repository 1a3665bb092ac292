import type { Field } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Flow, ParagraphRole } from '../tree.ts';
import type { Draft } from './draft.ts';
import { headingAbove, leadInOf } from './lists.ts';
import type { Node } from './nodes.ts';
import { draftOf, type Place } from './place.ts';
import { linksOf } from './values.ts';
import { byName } from './writer.ts';

type FieldNode = Node & { readonly type: 'field' };

/** Links that are printed as a list under a heading of their own, by the kinds that have them so. */
const listed: Readonly<Record<string, ReadonlySet<string>>> = {
  priority: new Set(['outcomes', 'kpqs']),
};

/** True for a field that is told with the heading of its item: all but prose, words that a list completes, and links in a list. */
export const isHeadField = (item: Item, field: Field): boolean =>
  field.type !== 'prose' && field.key !== 'lead-in' && listed[item.key]?.has(field.key) !== true;

/** What paragraphs of a field are, where they are more than paragraphs. */
const roles: Readonly<Record<string, ParagraphRole>> = { summary: 'standfirst', note: 'note' };

/** The prose of a field; or words that a list should have completed. */
export function proseDraft(place: Place, item: Item, node: FieldNode): Draft {
  const { field, entry } = node;
  const role = roles[field.key];
  return draftOf(place, [node], {
    role: field.key,
    item,
    write(writer) {
      if (field.key === 'lead-in') return [leadInOf(writer, item, node)];
      const flow = writer.prose(item, entry, place.heading ? place.level + 1 : place.level);
      const shown = role ? flow.map((one): Flow => (one.type === 'paragraph' ? { ...one, role } : one)) : flow;
      return [...headingAbove(writer, place, node), ...shown];
    },
  });
}

/** The items that a field names, as a list of ways to them under a heading. */
export function referencesDraft(place: Place, item: Item, node: FieldNode): Draft {
  const { field, entry, placed } = node;
  return draftOf(place, [node], {
    role: field.key,
    item,
    write(writer) {
      const line = writer.line(placed, entry.at);
      const points = linksOf(item, entry, field).map(({ name, text }) => {
        const face = writer.named(name);
        return {
          flow: [{ type: 'paragraph', children: face ? byName(face) : [{ type: 'broken', text }] } satisfies Flow],
        };
      });
      return [...headingAbove(writer, place, node), { type: 'list', ordered: false, role: field.key, points, line }];
    },
  });
}
