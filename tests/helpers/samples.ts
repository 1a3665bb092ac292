import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The sample plans by path from the root of the repository, with forward slashes. */
export const samples: Readonly<Record<string, string>> = Object.fromEntries(
  globSync('samples/**/*.plan', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

/** The files of one sample, by the name of its folder. */
export const filesOfSample = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(samples).filter(([path]) => path.startsWith(`samples/${folder}/`)));

/** The names of the samples: those of their folders. */
export const sampleNames: readonly string[] = [
  ...new Set(Object.keys(samples).map((path) => path.split('/')[1] ?? '')),
];
