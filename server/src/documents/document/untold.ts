import type { Item } from '../../model/item.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline } from '../tree.ts';
import type { Draft } from './draft.ts';
import type { Node } from './nodes.ts';
import { draftOf, type Place } from './place.ts';
import type { Writer } from './writer.ts';

/** A line that nobody understands, as it is written: a half-written plan loses nothing on its page. */
export function untoldDraft(place: Place, node: Node, holder: Item | undefined): Draft {
  return draftOf(place, [node], { role: 'untold', item: holder, write: (writer) => [untoldFlow(writer, node)] });
}

/** The same where it stands in something else. */
export function untoldFlow(writer: Writer, node: Node): Flow {
  const { placed, at } = node;
  const children: Inline[] = [];
  for (const line of wordsOf(node).split(/\r\n|\r|\n/)) {
    const words = line.trim();
    if (!words) continue;
    if (children.length > 0) children.push({ type: 'break' });
    children.push(plain(words));
  }
  return { type: 'paragraph', role: 'untold', children, line: writer.line(placed, at) };
}

/** The words of such a line, without those of entries that stand in it. */
function wordsOf({ placed, at, until, ...node }: Node): string {
  const first = node.type === 'unknown' ? node.entry.children[0] : undefined;
  return placed.block.text.slice(at, first ? Math.min(first.start, until) : until);
}
