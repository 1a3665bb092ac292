import { nearest } from '@goldthread/grammar';
import type { PlanText } from './load.ts';
import {
  type Head,
  includesOf,
  lastWord,
  namingFields,
  readHead,
  standsAlone,
  wordsBeforeDots,
  wordsOf,
} from './naming.ts';
import { shippedLibraries } from './shipped.ts';

/** Files that are checked together. */
export interface Batch {
  /** All files that the findings depend on, in the order of their paths. */
  readonly texts: readonly PlanText[];
  /** The paths of those whose findings are this batch's to report; each file is reported by one batch. */
  readonly reported: ReadonlySet<string>;
}

/** How many files a batch has, about: so few that what is made for them is dropped while the memory for young things holds it. */
const BATCH = 50;
/** More names that lead nowhere than this are not compared with all plans; everything is checked together then. */
const MOST_UNKNOWN = 1_000;

/**
 * Shares files out into batches such that checking each by itself finds what checking all together does.
 *
 * A finding depends on the file that it stands in, on the plan that the file belongs to, and on what is reached by links, followed
 * in either direction. So files stay together
 *
 * (a) that have the same id in their first entry: a plan and its parts, plans that share an id. Where there is no id the name of
 *     the file stands for it, since that makes the name by which other programs know the plan;
 * (b) of which one names the other: the name of another plan stands either before a dot, anywhere, or in a field that names whole
 *     plans, which stand in first entries but for mistakes. All words in such places that are ids count, whether the words are a name
 *     or not: joining too much costs time, nothing else;
 * (c) of which one includes the other;
 * (d) of which one has a name that nothing has, and the other the id most like it: that is what its writer is offered.
 *
 * A library that names no plan, and in which nothing is counted across plans, gives the same findings whoever names it, and joins
 * none of those who do: it is a guest in each batch that names it, and reported in one. The libraries that come with the program are
 * in all batches; they name no plans.
 */
export function batchesOf(texts: readonly PlanText[], size = BATCH): Batch[] {
  const all = (): Batch[] => [{ texts, reported: new Set(texts.map(({ path }) => path)) }];
  if (texts.length <= size) return all();
  const graph = new Dependence(texts);
  if (!graph.isComplete) return all();
  return packed(graph.components(), Math.ceil(texts.length / size)).map((files) => {
    const reported = new Set(files.map((file) => (texts[file] as PlanText).path));
    const needed = [...graph.withGuests(files)].sort((a, b) => a - b);
    return { texts: needed.map((file) => texts[file] as PlanText), reported };
  });
}

/** Which files depend on each other. Files are numbers: their places in the list. */
class Dependence {
  /** False where there are too many names that lead nowhere to say which plans they may mean. */
  isComplete = true;
  private readonly texts: readonly PlanText[];
  private readonly heads: readonly Head[];
  /** The file that stands for all that a file is joined with, up to itself. */
  private readonly above: Int32Array;
  /** The files by the last word of their id. */
  private readonly byWord = new Map<string, number[]>();
  /** The libraries that are guests, and for every file those that it names. */
  private readonly guests = new Set<number>();
  private readonly invited = new Map<number, Set<number>>();

  constructor(texts: readonly PlanText[]) {
    this.texts = texts;
    this.heads = texts.map(readHead);
    this.above = Int32Array.from(texts.keys());
    const byKey = new Map<string, number>();
    for (const [file, { id, path }] of this.heads.entries()) {
      const key = (id || stem(path)).split(/[./~]/, 1)[0] as string;
      const first = byKey.get(key);
      if (first === undefined) byKey.set(key, file);
      else this.join(first, file);
      if (id !== '') push(this.byWord, lastWord(id), file);
    }
    this.joinIncluded();
    const named = this.readNames();
    this.findGuests(named);
    for (const [file, others] of named.entries())
      for (const other of others) {
        if (this.guests.has(other)) this.invite(file, other);
        else if (!this.guests.has(file)) this.join(file, other);
      }
  }

  /** The files that are joined, set by set. */
  components(): number[][] {
    return [...Map.groupBy(this.texts.keys(), (file) => this.find(file)).values()];
  }

  /** Files, and the libraries that they name and that those name in turn. */
  withGuests(files: readonly number[]): Set<number> {
    const found = new Set(files);
    for (const file of found) for (const guest of this.invited.get(file) ?? []) found.add(guest);
    return found;
  }

  private joinIncluded(): void {
    const byPath = new Map(this.texts.map(({ path }, file) => [path, file]));
    for (const [file, text] of this.texts.entries())
      for (const path of includesOf(text)) {
        const included = byPath.get(path);
        if (included !== undefined) this.join(file, included);
      }
  }

  /** For each file those that it names, and those with the ids most like names that nothing has. */
  private readNames(): Set<number>[] {
    const meant = this.nearestNames();
    return this.heads.map(({ id, text: head, named: pieces }, file) => {
      const { text } = this.texts[file] as PlanText;
      const named = new Set<number>(this.byWord.get(''));
      const add = (word: string): boolean => {
        const files = this.byWord.get(word);
        for (const other of files ?? []) named.add(other);
        return files !== undefined;
      };
      for (const field of [head, ...namingFields(text)]) for (const word of wordsOf(field)) add(word);
      for (const { word, said } of wordsBeforeDots(text))
        if (!add(word) && said) for (const other of meant(word, id)) named.add(other);
      for (const piece of pieces) for (const other of meant(piece, id)) named.add(other);
      named.delete(file);
      return named;
    });
  }

  /** A function that gives the files with the id most like a name, but for an id that is the asker's own. */
  private nearestNames(): (name: string, own: string) => readonly number[] {
    const byId = new Map<string, number[]>();
    for (const [file, { id, root }] of this.heads.entries())
      if (id !== '' && (root === 'plan' || root === 'library')) push(byId, id, file);
    for (const library of shippedLibraries()) {
      const { id } = readHead(library);
      if (!byId.has(id)) byId.set(id, []);
    }
    const ids = [...byId.keys()];
    const known = new Map<string, string | undefined>();
    const look = (name: string, own: string): string | undefined => {
      const key = `${name}\n${own}`;
      if (!known.has(key)) {
        known.set(key, nearest(name, own === '' ? ids : ids.filter((id) => id !== own)));
        if (known.size > MOST_UNKNOWN) this.isComplete = false;
      }
      return known.get(key);
    };
    return (name, own) => {
      if (byId.has(name) || !this.isComplete) return [];
      const found = look(name, '');
      const other = found === own ? look(name, own) : found;
      return other === undefined ? [] : (byId.get(other) ?? []);
    };
  }

  /** Libraries each in a file of its own, that name no plan, neither themselves nor through others. */
  private findGuests(named: readonly ReadonlySet<number>[]): void {
    const sizes = new Map<number, number>();
    for (const file of this.texts.keys()) sizes.set(this.find(file), (sizes.get(this.find(file)) ?? 0) + 1);
    for (const [file, { root }] of this.heads.entries())
      if (root === 'library' && sizes.get(this.find(file)) === 1 && standsAlone(this.texts[file] as PlanText))
        this.guests.add(file);
    for (let before = -1; before !== this.guests.size; ) {
      before = this.guests.size;
      for (const file of this.guests)
        for (const other of named[file] ?? []) if (!this.guests.has(other)) this.guests.delete(file);
    }
  }

  private invite(file: number, guest: number): void {
    const invited = this.invited.get(file);
    if (invited) invited.add(guest);
    else this.invited.set(file, new Set([guest]));
  }

  private find(file: number): number {
    let at = file;
    for (let above = this.above[at] as number; above !== at; above = this.above[at] as number) {
      this.above[at] = this.above[above] as number;
      at = above;
    }
    return at;
  }

  private join(a: number, b: number): void {
    this.above[this.find(b)] = this.find(a);
  }
}

/** The name of a file without its folder and its ending. */
const stem = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.plan$/, '');

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Sets of files packed together into a number of batches, the largest first, each into the batch that has the fewest. */
function packed(components: readonly number[][], count: number): number[][] {
  const batches: number[][] = Array.from({ length: count }, () => []);
  for (const component of components.toSorted((a, b) => b.length - a.length)) {
    const least = batches.reduce((a, b) => (b.length < a.length ? b : a));
    for (const file of component) least.push(file);
  }
  return batches.filter((files) => files.length > 0);
}
