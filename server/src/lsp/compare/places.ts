import type { Face } from '../../difference/change.ts';
import { Refs } from '../../model/export.ts';
import type { Item } from '../../model/item.ts';
import type { Desk } from '../handler.ts';
import type { Compared } from './comparisons.ts';
import type { ComparedPlace } from './protocol.ts';

/** Where the things stand that a difference speaks of. Each place has a number. */
export class Places {
  readonly all: ComparedPlace[] = [];
  private readonly compared: Compared;
  private readonly uri: Desk['uri'];
  private readonly numbers = new Map<string, number>();
  /** The items of the plan as it is now, by ref, and the lines at which they begin. */
  private readonly items: ReadonlyMap<string, Item>;
  private readonly lines: ReadonlySet<string>;
  private readonly files: ReadonlySet<string>;
  private readonly gone: ReadonlySet<Face>;

  constructor(compared: Compared, uri: Desk['uri']) {
    this.compared = compared;
    this.uri = uri;
    const { plan, snapshot, difference } = compared;
    const refs = new Refs(snapshot.model);
    const items = [...snapshot.model.items(plan)];
    this.items = new Map(items.map((item) => [refs.of(item) ?? '', item]));
    this.lines = new Set(items.map((item) => keyOf(item.key, item.placed.file.path, lineOf(item))));
    this.files = new Set(plan.files.map(({ path }) => path));
    this.gone = new Set(difference.changes.flatMap((change) => (change.type === 'removed' ? [change.item] : [])));
  }

  /** The place of an item: where it stands now; where it stood, for one that is gone. Undefined where that is not known. */
  of(face: Face): number | undefined {
    const item = this.gone.has(face) || face.id === null ? undefined : this.items.get(face.ref);
    if (item) return this.number(item.placed.file.path, lineOf(item), false);
    const path = this.compared.pathOf(face.file, false);
    const isNow =
      path !== undefined &&
      !this.gone.has(face) &&
      (!this.files.has(path) || this.lines.has(keyOf(face.kind, path, face.line)));
    return this.at(face.file, face.line, !isNow);
  }

  /** A line of a file. */
  at(name: string, line: number, isBefore: boolean): number | undefined {
    const path = this.compared.pathOf(name, isBefore);
    return path === undefined ? undefined : this.number(path, line, isBefore);
  }

  /** A line of a file as it is now, by its path. */
  now(path: string, line: number): number {
    return this.number(path, line, false);
  }

  private number(path: string, line: number, isBefore: boolean): number {
    const key = keyOf(String(isBefore), path, line);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push({ uri: this.uri(path), line, isBefore }) - 1;
  }
}

const keyOf = (kind: string, path: string, line: number): string => `${kind} ${line} ${path}`;

const lineOf = ({ placed, entry }: Item): number => placed.position(entry.at).line;
