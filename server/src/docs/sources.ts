import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../examples.ts';

/** What the pages are made from, besides the program's own tables. Paths are those from the root of the repository. */
export interface Sources {
  /** The templates of wholly written pages, by name: `language`, `rules`. */
  readonly templates: Files;
  /** The shipped libraries, under the paths by which the program knows them. */
  readonly libraries: Files;
  readonly samples: Files;
  /** Pages that people write, with places in them that are kept up to date. */
  readonly pages: Files;
}

/** Reads the sources from the repository. */
export function readSources(root: string): Sources {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  const all = (pattern: string, named = (path: string): string => path): Files =>
    Object.fromEntries(
      globSync(pattern, { cwd: root })
        .map((path) => path.replaceAll('\\', '/'))
        .sort()
        .map((path) => [named(path), read(path)]),
    );
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  return {
    templates: all('server/src/docs/pages/*.md', (path) => nameOf(path).slice(0, -'.md'.length)),
    libraries: all('server/libraries/*.plan', (path) => `goldthread:${nameOf(path)}`),
    samples: all('samples/*/*.plan'),
    pages: Object.fromEntries(['README.md', 'samples/README.md', 'docs/import.md'].map((path) => [path, read(path)])),
  };
}
