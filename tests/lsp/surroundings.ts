import { setImmediate } from 'node:timers/promises';
import { documentStyle, shippedLibraries } from '../../server/src/disk/shipped.ts';
import { readTheme } from '../../server/src/documents/theme/read-theme.ts';
import type { Surroundings } from '../../server/src/lsp/surroundings.ts';

/** Files in memory, by path; a test may change them as another program would change those of a disk. */
export type MemoryFiles = Map<string, string>;

/** Surroundings of files that are all in memory. */
export const memorySurroundings = (files: MemoryFiles): Surroundings => ({
  hostFor: () => ({ read: (path) => files.get(path), exists: (path) => files.has(path), forget: () => {} }),
  projectOf: () => undefined,
  list: async (folder, deep) =>
    [...files.keys()].filter((path) => {
      const isWanted = path.toLowerCase().endsWith('.plan') || path.endsWith('/goldthread.json');
      return isWanted && path.startsWith(`${folder}/`) && (deep || !path.slice(folder.length + 1).includes('/'));
    }),
  read: async (path) => files.get(path),
  picture: (path) => {
    const text = files.get(path);
    return text === undefined ? { fault: 'is not there' } : new TextEncoder().encode(text);
  },
  bytes: async (path) => {
    const text = files.get(path);
    return text === undefined ? { fault: 'is not there' } : new TextEncoder().encode(text);
  },
  readsPdf: true,
  theme: (path, _folder, show) => {
    const text = files.get(path);
    if (text === undefined) return { theme: undefined, faults: [`${show(path)} is not there.`], files: [path] };
    const { theme, problems } = readTheme(text, () => ({ fault: 'is not there' }));
    return { theme, faults: problems.map(({ message }) => message), files: [path] };
  },
  giveWay: () => setImmediate(),
  libraries: shippedLibraries(),
  firstPlan: '# The first plan.\nplan our-plan: Our plan\n  organisation: Our council\n  period: 2026 to 2030\n',
  get documentStyle() {
    return documentStyle();
  },
});
