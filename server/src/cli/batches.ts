import { shippedLibraries } from '../disk/shipped.ts';
import { Catalogue, type Summary } from '../workspace/catalogue.ts';

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
const BATCH = 16;

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
  for (const summary of files) catalogue.set(summary);
  const sets = setsOf(paths, catalogue);
  if (!catalogue.isComplete) return all();
  const order = new Map(paths.map((path, index) => [path, index]));
  return packed(sets, Math.ceil(files.length / size)).map((reported) => {
    const related = catalogue.related(reported);
    const indices = [...related].flatMap((path) => order.get(path) ?? []).sort((a, b) => a - b);
    const libraries = new Set(shipped.flatMap(({ path }) => (related.has(path) ? [path] : [])));
    return { paths: indices.map((index) => paths[index] as string), reported: new Set(reported), libraries };
  });
}

/** The sets of files that must stay together; guests each by itself. */
function setsOf(paths: readonly string[], catalogue: Catalogue): string[][] {
  const placed = new Set<string>();
  const sets: string[][] = [];
  for (const path of paths) {
    if (placed.has(path)) continue;
    const set = catalogue.isGuest(path)
      ? [path]
      : [...catalogue.related([path])].filter((other) => !catalogue.isGuest(other));
    for (const other of set) placed.add(other);
    sets.push(set);
  }
  return sets;
}

/** Sets of files packed together into a number of batches, the largest first, each into the batch that has the fewest. */
function packed(sets: readonly string[][], count: number): string[][] {
  const batches: string[][] = Array.from({ length: count }, () => []);
  for (const set of sets.toSorted((a, b) => b.length - a.length)) {
    const least = batches.reduce((a, b) => (b.length < a.length ? b : a));
    for (const path of set) least.push(path);
  }
  return batches.filter((paths) => paths.length > 0);
}
