import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writtenFiles } from './pages.ts';
import { readSources } from './sources.ts';

const root = join(import.meta.dirname, '../../..');

/** The text of a file; undefined where there is none. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

for (const [name, text] of Object.entries(writtenFiles(readSources(root)))) {
  const path = join(root, name);
  if (textOf(path) === text) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
  console.log(`${name} written`);
}
