import { isIdShaped } from '@goldthread/grammar';
import { Refs } from '../model/export.ts';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { BlockContent } from '../model/read-block.ts';
import type { Plan } from '../workspace/plan.ts';

/**
 * Where the items of one document stand on its page: at their ids, which stay the same as long as the plan has them. An item without
 * an id, and one whose id another has already, stands at a name that no id can be: it begins with `_`. No anchor has spaces in it,
 * whatever somebody wrote for an id.
 */
export class Anchors {
  /** The anchors that are not simply the id, in one text: while it is the same, so is every anchor that an id gives. */
  readonly odd: string;
  private readonly plan: Plan | undefined;
  private readonly anchors = new Map<Item, string>();
  private readonly own = new Map<Item, string>();
  private readonly names: Refs;

  /** `contents` is what the blocks of the document say; it belongs to no plan where `plan` is undefined. */
  constructor(model: Model, plan: Plan | undefined, contents: readonly BlockContent[]) {
    this.plan = plan;
    this.names = new Refs(model);
    this.odd = this.read(contents);
  }

  /** The anchor of an item; undefined for one that stands in another document. */
  of(item: Item): string | undefined {
    return this.anchors.get(item);
  }

  /** The ref of an item (`model/export.ts`); undefined where it belongs to no plan. */
  ref(item: Item): string | undefined {
    return this.own.get(item) ?? (item.plan === this.plan ? undefined : this.names.of(item));
  }

  /** Puts an item in the place of one that was read anew and is called the same. */
  move(from: Item, to: Item): void {
    for (const names of [this.anchors, this.own]) {
      const name = names.get(from);
      if (name === undefined) continue;
      names.delete(from);
      names.set(to, name);
    }
  }

  private read(contents: readonly BlockContent[]): string {
    const { plan } = this;
    const odd: string[] = [];
    const before = plan ? this.names.ofPlan(plan).length : 0;
    const counts = new Map<string, number>();
    const taken = new Set<string>();
    for (const { items } of contents)
      for (const item of items) {
        const ref = plan && this.names.of(item);
        if (ref !== undefined) this.own.set(item, ref);
        const name = (ref === undefined ? this.localName(item, counts) : ref.slice(before)).replace(/\s/gu, '-');
        let anchor = isItsId(name, item) ? (item.id as string) : `_${name || '/plan'}`;
        for (let again = 2; taken.has(anchor); again++) anchor = `_${name}~${again}`;
        taken.add(anchor);
        this.anchors.set(item, anchor);
        if (item.id !== undefined && anchor !== item.id) odd.push(anchor);
      }
    return odd.join('\n');
  }

  /** What an item of no plan is called: as in `Refs`, without a plan before it. */
  private localName(item: Item, counts: Map<string, number>): string {
    if (item.id !== undefined && !item.kind.root) return `.${item.id}`;
    const above = (item.parent && this.anchors.get(item.parent)) ?? '';
    const unnamed = `${above}/${item.key}`;
    const count = (counts.get(unnamed) ?? 0) + 1;
    counts.set(unnamed, count);
    return `${unnamed}-${count}`;
  }
}

/** True where a name behind that of the plan is a dot and the id alone. */
const isItsId = (name: string, { id }: Item): boolean =>
  id !== undefined && name.length === id.length + 1 && name.endsWith(id) && isIdShaped(id);
