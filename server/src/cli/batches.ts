import { shippedLibraries } from '../disk/shipped.ts';
import { Catalogue } from '../workspace/catalogue.ts';
import type { PlanText } from '../workspace/naming.ts';

/** Files that are checked together. */
export interface Batch {
  /** All files that the findings depend on, in the order of their paths. */
  readonly texts: readonly PlanText[];
  /** The paths of those whose findings are this batch's to report; each file is reported by one batch. */
  readonly reported: ReadonlySet<string>;
  /** The paths of the libraries that come with the program and that the findings depend on; undefined for all. */
  readonly libraries?: ReadonlySet<string>;
}

/** How many files a batch has, about: so few that what is made for them is dropped while the memory for young things holds it. */
const BATCH = 50;

/**
 * Shares files out into batches such that checking each by itself finds what checking all together does: see `Catalogue` for
 * what belongs together. A guest is in each batch that names it, and reported in one.
 */
export function batchesOf(texts: readonly PlanText[], size = BATCH): Batch[] {
  const all = (): Batch[] => [{ texts, reported: new Set(texts.map(({ path }) => path)) }];
  if (texts.length <= size) return all();
  const catalogue = new Catalogue();
  const shipped = shippedLibraries().map(({ path }) => path);
  for (const library of shippedLibraries()) catalogue.set(library, true);
  for (const text of texts) catalogue.set(text);
  const sets = setsOf(texts, catalogue);
  if (!catalogue.isComplete) return all();
  const order = new Map(texts.map(({ path }, index) => [path, index]));
  return packed(sets, Math.ceil(texts.length / size)).map((paths) => {
    const related = catalogue.related(paths);
    const indices = [...related].flatMap((path) => order.get(path) ?? []).sort((a, b) => a - b);
    const libraries = new Set(shipped.filter((path) => related.has(path)));
    return { texts: indices.map((index) => texts[index] as PlanText), reported: new Set(paths), libraries };
  });
}

/** The sets of files that must stay together; guests each by itself. */
function setsOf(texts: readonly PlanText[], catalogue: Catalogue): string[][] {
  const placed = new Set<string>();
  const sets: string[][] = [];
  for (const { path } of texts) {
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
