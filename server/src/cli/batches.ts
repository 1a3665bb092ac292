import { shippedLibraries } from '../disk/shipped.ts';
import { Catalogue, type Summary } from '../workspace/catalogue.ts';
import { lastWord } from '../workspace/naming.ts';

/** Files that are checked together. */
export interface Batch {
  /** The paths of all files that the findings depend on, in order. */
  readonly paths: readonly string[];
  /** The paths of those whose findings are this batch's to report; each file is reported by one batch. */
  readonly reported: ReadonlySet<string>;
  /** The paths of the libraries that come with the program and that the findings depend on; undefined for all. */
  readonly libraries?: ReadonlySet<string>;
}

/** How many files a batch has, about: so few that what is made for them is dropped while the memory for young things holds it. */
const BATCH = 8;

/**
 * Shares files out into batches such that checking each by itself finds what checking all together does: see `Catalogue` for
 * what belongs together. A guest is in each batch that names it, and reported in one.
 */
export function batchesOf(files: readonly Summary[], size = BATCH): Batch[] {
  const paths = files.map(({ path }) => path);
  const all = (): Batch[] => [{ paths, reported: new Set(paths) }];
  if (files.length <= size) return all();
  const shipped = shippedLibraries();
  const catalogue = new Catalogue(shipped);
  // All ids are known here: a word that none of them ends with leads nowhere, and most words are such.
  const ends = new Set([...catalogue.plans(), ...files].map(({ id }) => lastWord(id)));
  for (const summary of files)
    catalogue.set({ ...summary, words: new Set([...summary.words].filter((word) => ends.has(word))) });
  const sets = setsOf(paths, catalogue);
  if (!catalogue.isComplete) return all();
  const order = new Map(paths.map((path, index) => [path, index]));
  return packed(sets, Math.ceil(files.length / size)).map((own) => {
    const related = new Set(own.flatMap((set) => set.related));
    const indices = [...related].flatMap((path) => order.get(path) ?? []).sort((a, b) => a - b);
    const libraries = new Set(shipped.flatMap(({ path }) => (related.has(path) ? [path] : [])));
    const reported = new Set(own.flatMap((set) => set.paths));
    return { paths: indices.map((index) => paths[index] as string), reported, libraries };
  });
}

/** Files that must stay together, and all that their findings depend on: these, and the guests that they name. */
interface FileSet {
  readonly paths: readonly string[];
  readonly related: readonly string[];
}

/** The sets of files that must stay together; guests each by itself. */
function setsOf(paths: readonly string[], catalogue: Catalogue): FileSet[] {
  const placed = new Set<string>();
  const sets: FileSet[] = [];
  for (const path of paths) {
    if (placed.has(path)) continue;
    const related = [...catalogue.related([path])];
    const own = catalogue.isGuest(path) ? [path] : related.filter((other) => !catalogue.isGuest(other));
    for (const other of own) placed.add(other);
    sets.push({ paths: own, related });
  }
  return sets;
}

/** Sets of files packed together into a number of batches, the largest first, each into the batch that has the fewest. */
function packed(sets: readonly FileSet[], count: number): FileSet[][] {
  const batches = Array.from({ length: count }, (): { files: number; sets: FileSet[] } => ({ files: 0, sets: [] }));
  for (const set of sets.toSorted((a, b) => b.paths.length - a.paths.length)) {
    const least = batches.reduce((a, b) => (b.files < a.files ? b : a));
    least.sets.push(set);
    least.files += set.paths.length;
  }
  return batches.flatMap(({ sets: own }) => (own.length > 0 ? [own] : []));
}
