import { detach, nearest } from '@goldthread/grammar';
import {
  type Head,
  includesOf,
  lastWord,
  namingFields,
  type PlanText,
  readHead,
  standsAlone,
  wordsBeforeDots,
  wordsOf,
} from './naming.ts';

/** What is known of a file that is not held: its head, and which other plans it may name. Plain data. */
export interface Summary extends Omit<Head, 'text' | 'named'> {
  /** The files with the same key belong together: a plan and its parts, plans that share an id. */
  readonly key: string;
  /** All words that may be the ids of plans. */
  readonly words: Set<string>;
  /** Those that look like names of plans: where nothing has such an id, the one most like it is offered. */
  readonly named: Set<string>;
  readonly includes: readonly string[];
  /** True for a library in which nothing is counted across plans. */
  readonly standsAlone: boolean;
}

/** More names that lead nowhere than this are not compared with all plans. */
const MOST_UNKNOWN = 1_000;

/**
 * Knows of every plan file which others its findings depend on, without holding the file: checking a file with those that are
 * `related` to it finds what checking it with all does.
 *
 * A finding depends on the file that it stands in, on the plan that the file belongs to, and on what is reached by links, followed
 * in either direction. So files belong together
 *
 * (a) that have the same id in their first entry: a plan and its parts, plans that share an id. Where there is no id the name of
 *     the file stands for it, since that makes the name by which other programs know the plan;
 * (b) of which one names the other: the name of another plan stands either before a dot, anywhere, or in a field that names whole
 *     plans, which stand in first entries but for mistakes. All words in such places that are ids count, whether the words are a name
 *     or not: joining too much costs time, nothing else;
 * (c) of which one includes the other;
 * (d) of which one has a name that nothing has, and the other the id most like it: that is what its writer is offered.
 *
 * A library that names no plan, and in which nothing is counted across plans, gives the same findings whoever names it: it is a guest
 * of those that name it, and does not bring them together.
 */
export class Catalogue {
  private readonly files = new Map<string, Summary>();
  private readonly byKey = new Map<string, Set<string>>();
  /** The files by the last word of their id, and those in which a word stands. */
  private readonly byWord = new Map<string, Set<string>>();
  private readonly naming = new Map<string, Set<string>>();
  private readonly including = new Map<string, Set<string>>();
  /** The id most like a name that nothing has, by the name and the id of the asker. Empty while ids may have changed. */
  private readonly meant = new Map<string, string | undefined>();
  private readonly guests = new Map<string, boolean>();
  private lost: Map<string, Set<string>> | undefined;
  private ids: ReadonlySet<string> | undefined;

  /** `shipped` are the libraries that come with the program. */
  constructor(shipped: readonly PlanText[] = []) {
    for (const library of shipped) this.set(summaryOf(library, true));
  }

  /** False where there were too many names that lead nowhere to say which plans they may mean. */
  get isComplete(): boolean {
    return this.meant.size <= MOST_UNKNOWN;
  }

  /** Takes in what is known of a file, in the place of what was. */
  set(summary: Summary): void {
    const { path, key, id, words, includes } = summary;
    this.delete(path);
    this.files.set(path, summary);
    add(this.byKey, key, path);
    if (id !== '') add(this.byWord, lastWord(id), path);
    for (const included of includes) add(this.including, included, path);
    for (const word of words) add(this.naming, word, path);
    this.forget();
  }

  /**
   * Takes in what a changed piece of a file may name; true where that was not known before. What is no longer named stays until the
   * file is read again.
   */
  note(path: string, text: string): boolean {
    const summary = this.files.get(path);
    if (!summary) return false;
    const [words, named] = [summary.words.size, summary.named.size];
    addNames(summary, text);
    for (const word of [...summary.words].slice(words)) add(this.naming, word, path);
    if (summary.words.size > words) this.guests.clear();
    if (summary.named.size > named) this.lost = undefined;
    return summary.words.size > words || summary.named.size > named;
  }

  /** Takes a file out. */
  delete(path: string): void {
    const summary = this.files.get(path);
    if (!summary) return;
    this.files.delete(path);
    take(this.byKey, summary.key, path);
    if (summary.id !== '') take(this.byWord, lastWord(summary.id), path);
    for (const word of summary.words) take(this.naming, word, path);
    for (const included of summary.includes) take(this.including, included, path);
    this.forget();
  }

  /** What a file says of itself in its first entry; undefined where it is not known. */
  head(path: string): Pick<Head, 'path' | 'root' | 'id' | 'title'> | undefined {
    return this.files.get(path);
  }

  /** The files that others include and that are not known. */
  unknownIncludes(): string[] {
    return [...this.including.keys()].filter((path) => !this.files.has(path));
  }

  /** What all plans and libraries that have an id say of themselves. */
  *plans(): Generator<Pick<Head, 'path' | 'id' | 'title'> & { readonly root: 'plan' | 'library' }> {
    for (const { path, root, id, title } of this.files.values())
      if (id !== '' && (root === 'plan' || root === 'library')) yield { path, root, id, title };
  }

  /** The paths of all files. */
  paths(): Iterable<string> {
    return this.files.keys();
  }

  /** Some files and all that their findings depend on. With `namers`, those too that name a guest among the first ones. */
  related(paths: Iterable<string>, namers = false): Set<string> {
    const found = new Set<string>();
    const first = new Set(paths);
    for (const path of first) if (this.files.has(path)) found.add(path);
    for (const path of found)
      for (const other of this.neighbours(path, namers && first.has(path))) if (other !== path) found.add(other);
    return found;
  }

  /** True for a library that gives the same findings whoever names it. */
  isGuest(path: string): boolean {
    const known = this.guests.get(path);
    if (known !== undefined) return known;
    const summary = this.files.get(path);
    if (!summary?.standsAlone || this.byKey.get(summary.key)?.size !== 1) return false;
    this.guests.set(path, true);
    const named = [...this.named(summary)].filter((other) => other !== path);
    const isGuest = summary.includes.length === 0 && named.every((other) => this.isGuest(other));
    this.guests.set(path, isGuest);
    return isGuest;
  }

  private *neighbours(path: string, withNamers: boolean): Generator<string> {
    const summary = this.files.get(path);
    if (!summary) return;
    yield* this.named(summary);
    if (this.isGuest(path) && !withNamers) return;
    yield* this.byKey.get(summary.key) ?? [];
    for (const included of summary.includes) if (this.files.has(included)) yield included;
    yield* this.including.get(path) ?? [];
    if (summary.id !== '') yield* this.naming.get(lastWord(summary.id)) ?? [];
    yield* this.missing().get(summary.id) ?? [];
  }

  /** The files that a file names, and those whose id is the one most like a name that nothing has. */
  private *named(summary: Summary): Generator<string> {
    // A plan whose id has no words could be meant anywhere.
    yield* this.byWord.get('') ?? [];
    for (const word of summary.words) yield* this.byWord.get(word) ?? [];
    for (const name of summary.named) {
      const id = this.meantBy(name, summary.id);
      if (id !== undefined) yield* this.byWord.get(lastWord(id)) ?? [];
    }
  }

  /** The files with names that nothing has, by the id most like each. */
  private missing(): ReadonlyMap<string, Set<string>> {
    if (this.lost) return this.lost;
    const lost = new Map<string, Set<string>>();
    for (const summary of this.files.values())
      for (const name of summary.named) {
        const id = this.meantBy(name, summary.id);
        if (id !== undefined) add(lost, id, summary.path);
      }
    this.lost = lost;
    return lost;
  }

  /** The id most like a name, but for the asker’s own; undefined where something has the name, or nothing is like it. */
  private meantBy(name: string, own: string): string | undefined {
    const ids = this.rootIds();
    if (ids.has(name) || !this.isComplete) return undefined;
    const found = this.nearest(name, '');
    return found === own ? this.nearest(name, own) : found;
  }

  private nearest(name: string, own: string): string | undefined {
    const key = `${name}\n${own}`;
    if (!this.meant.has(key)) {
      const ids = [...this.rootIds()];
      this.meant.set(key, nearest(name, own === '' ? ids : ids.filter((id) => id !== own)));
    }
    return this.meant.get(key);
  }

  /** The ids of all plans and libraries. */
  private rootIds(): ReadonlySet<string> {
    if (this.ids) return this.ids;
    this.ids = new Set([...this.plans()].map(({ id }) => id));
    return this.ids;
  }

  /** Lets go of what was worked out from ids and names. */
  private forget(): void {
    this.meant.clear();
    this.guests.clear();
    this.lost = undefined;
    this.ids = undefined;
  }
}

/** Reads what there is to know of a file. A library that comes with the program names nothing and is everybody’s guest. */
export function summaryOf(file: PlanText, shipped = false): Summary {
  const { path, root, id, title, text: head, named } = readHead(file);
  const summary: Summary = {
    path,
    root,
    id: detach(id),
    title: detach(title),
    key: detach((id || stem(path)).split(/[./~]/, 1)[0] as string),
    words: new Set(),
    named: new Set(shipped ? [] : named.map(detach)),
    includes: includesOf(file).map(detach),
    standsAlone: shipped || (root === 'library' && standsAlone(file)),
  };
  if (shipped) return summary;
  for (const word of wordsOf(head)) addWord(summary, word);
  addNames(summary, file.text);
  return summary;
}

function addNames(summary: Summary, text: string): void {
  for (const field of namingFields(text)) for (const word of wordsOf(field)) addWord(summary, word);
  for (const { word, said } of wordsBeforeDots(text)) {
    addWord(summary, word);
    if (said && !summary.named.has(word)) summary.named.add(detach(word));
  }
}

function addWord({ words }: Summary, word: string): void {
  if (!words.has(word)) words.add(detach(word));
}

/** The name of a file without its folder and its ending. */
const stem = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.plan$/, '');

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

function take(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  values?.delete(value);
  if (values?.size === 0) map.delete(key);
}
