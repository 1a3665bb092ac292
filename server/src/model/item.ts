import { type Entry, hasValue, type Kind, keyOf, nameOf, proseOf, textOf } from '@goldthread/grammar';
import type { Plan } from '../workspace/plan.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';

/** A place where an item names another one. Offsets are those of the block of the item that names. */
export interface Link {
  readonly from: Item;
  /** The field that names it, in English: `outcomes`; `prose` for double brackets in a title or in text. */
  readonly relation: string;
  readonly entry: Entry;
  /** The plan or library before the dot, if any. */
  readonly library: string | undefined;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const isField = (entry: Entry): boolean => entry.definition?.item === false;

const noItems: Item[] = [];
const noLinks: readonly Link[] = [];

/** One item of a plan: an outcome, a priority, an action … Made anew when its block is read again, never changed. */
export class Item {
  readonly kind: Kind;
  readonly placed: PlacedBlock;
  readonly entry: Entry;
  readonly parent: Item | undefined;
  /** The id as compared, in NFC; undefined where the item has none. */
  readonly id: string | undefined;
  children: Item[] = noItems;
  links: readonly Link[] = noLinks;

  constructor(kind: Kind, placed: PlacedBlock, entry: Entry, parent: Item | undefined) {
    this.kind = kind;
    this.placed = placed;
    this.entry = entry;
    this.parent = parent;
    this.id = entry.nameEnd > entry.nameStart ? nameOf(placed.block, entry).normalize('NFC') : undefined;
  }

  /** Takes an item in that stands in its block. Only while the block is being read. */
  hold(child: Item): void {
    if (this.children.length > 0) this.children.push(child);
    else this.children = [child];
  }

  /** The key of its kind, in English. */
  get key(): string {
    return this.kind.key;
  }

  /** The title as written; empty where there is none. */
  get title(): string {
    return textOf(this.placed.block, this.entry);
  }

  /** The plan or library that it stands in. */
  get plan(): Plan | undefined {
    return this.placed.file.plan;
  }

  /** The fields of the item, in the order of the text. */
  get fields(): readonly Entry[] {
    const { children } = this.entry;
    return children.every(isField) ? children : children.filter(isField);
  }

  /** The first field with a key, in the item's own language or, if given, in another. */
  field(key: string, language?: string): Entry | undefined {
    for (const entry of this.entry.children) {
      if (entry.definition?.key !== key || entry.definition.item) continue;
      if (language === undefined || nameOf(this.placed.block, entry) === language) return entry;
    }
    return undefined;
  }

  /** All fields with a key. */
  fieldsNamed(key: string): readonly Entry[] {
    return this.entry.children.filter((entry) => entry.definition?.key === key && !entry.definition.item);
  }

  /** True where the field is there and has a value. */
  has(key: string): boolean {
    const entry = this.field(key);
    return entry !== undefined && hasValue(entry);
  }

  /** The value of a field in one line; empty where there is none. */
  value(key: string): string {
    const entry = this.field(key);
    return entry ? this.valueOf(entry) : '';
  }

  /** The value of one of its fields in one line. */
  valueOf(entry: Entry): string {
    return textOf(this.placed.block, entry);
  }

  /** The prose of one of its fields, as Markdown. */
  proseOf(entry: Entry): string {
    return proseOf(this.placed.block, entry);
  }

  /** The key or name of an entry as it is written. */
  keyOf(entry: Entry): string {
    return keyOf(this.placed.block, entry);
  }

  nameOf(entry: Entry): string {
    return nameOf(this.placed.block, entry);
  }

  /** The nearest item above that is of a kind. */
  above(kind: string): Item | undefined {
    for (let item = this.parent; item; item = item.parent) if (item.key === kind) return item;
    return undefined;
  }

  /** Its children of a kind. */
  childrenOf(kind: string): readonly Item[] {
    return this.children.filter((child) => child.key === kind);
  }

  /** The item and all below it, outermost first, in the order of the text. */
  *withBelow(): Generator<Item> {
    const waiting: Item[] = [this];
    for (let item = waiting.pop(); item; item = waiting.pop()) {
      yield item;
      for (let index = item.children.length - 1; index >= 0; index--) waiting.push(item.children[index] as Item);
    }
  }
}
