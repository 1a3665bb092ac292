import { callOf, numberOf, shortened, wordsOfProse } from '../features/shown.ts';
import type { Snapshot } from '../features/snapshot.ts';
import { Refs } from '../model/export.ts';
import type { Item } from '../model/item.ts';
import type { Face } from './change.ts';
import { isProse } from './said.ts';

/** The longest that an item is called, in UTF-16 units. */
const LONGEST = 160;

/** What people look for an item in. */
const places: ReadonlySet<string> = new Set(['priority', 'theme', 'section', 'kpq', 'outcome', 'measure']);

/** Items of one state of the plans as a difference names them. */
export class Faces {
  private readonly snapshot: Snapshot;
  private readonly refs: Refs;
  private readonly known = new Map<Item, Face>();
  /** Turns the path of a file into the one to print. */
  readonly show: (path: string) => string;

  constructor(snapshot: Snapshot, show: (path: string) => string) {
    this.snapshot = snapshot;
    this.refs = new Refs(snapshot.model);
    this.show = show;
  }

  of(item: Item): Face {
    const known = this.known.get(item) ?? this.read(item);
    this.known.set(item, known);
    return known;
  }

  private read(item: Item): Face {
    const { model } = this.snapshot;
    const { id, key, placed, entry } = item;
    let above = item.parent;
    while (above && !places.has(above.key)) above = above.parent;
    return {
      ref: this.refs.of(item) ?? '',
      id: id ?? null,
      kind: key,
      isPlan: item.kind.root === true,
      title: this.called(item),
      number: numberOf(model, item) ?? null,
      within: (above && this.called(above)) || null,
      file: this.show(placed.file.path),
      line: placed.position(entry.at).line,
    };
  }

  /** What an item is called: its title, its id, or the first words that it says. */
  private called(item: Item): string {
    const { model } = this.snapshot;
    const called = callOf(model, item, LONGEST);
    if (called) return called;
    for (const entry of item.fields) {
      const said = isProse(entry)
        ? wordsOfProse(model, item, item.proseOf(entry), LONGEST)
        : shortened(item.valueOf(entry), LONGEST);
      if (said) return said;
    }
    return '';
  }
}
