import type { Edition } from '../../documents/edition/edition.ts';
import { anchorsIn } from '../../documents/edition/edition.ts';
import type { Flow } from '../../documents/tree.ts';
import type { Item } from '../../model/item.ts';
import type { Match } from '../match.ts';

/** Stands before the name of what is gone, so that nothing that is there is called the same. */
const GONE = ' ';

/** What pieces of a document before are called in the document after. */
export class Names {
  /** By the anchors of items before: those after; undefined for items that are gone. */
  private readonly after = new Map<string, string | undefined>();
  private readonly stayed = new Set<string>();

  constructor(before: Edition, after: Edition, matched: Match) {
    const pairs: readonly (readonly [Item, Item | undefined])[] = [
      ...matched.after,
      ...matched.removed.map((item) => [item, undefined] as const),
    ];
    for (const [old, young] of pairs) {
      const [from, to] = [before.anchor(old), young && after.anchor(young)];
      if (from !== undefined) this.after.set(from, to);
      if (to !== undefined) this.stayed.add(to);
    }
  }

  /** The name after of an anchor, or of the key of a block, before: that of its item, with what it is of it behind a colon. */
  of(name: string): string {
    const [, mark = '', head = '', rest = ''] = /^(_?)([^:]*)(.*)$/s.exec(name) ?? [];
    if (this.after.has(mark + head)) return this.named(mark + head, (after) => after + rest);
    if (this.after.has(head)) return this.named(head, (after) => mark + after + rest);
    return name;
  }

  private named(head: string, write: (after: string) => string): string {
    const after = this.after.get(head);
    return after === undefined ? `${GONE}${write(head)}` : write(after);
  }

  /** True for the name after of an item that was there before. */
  hasStayed(name: string): boolean {
    return this.stayed.has(name);
  }

  /** True where items stand in pieces of the document after that were there before. */
  holdsStayed(flow: readonly Flow[]): boolean {
    return [...anchorsIn([flow])].some((anchor) => this.stayed.has(anchor));
  }

  /** True where items stood in pieces of the document before that are still there. */
  heldStayed(flow: readonly Flow[]): boolean {
    return [...anchorsIn([flow])].some((anchor) => this.after.get(anchor) !== undefined);
  }
}
