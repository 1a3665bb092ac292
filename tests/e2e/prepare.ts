// Makes what the tests try: the package, the same as files in a folder, the suites, a folder to work in.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSuites } from './bundle.ts';
import { packageExtension, unpackExtension } from './package.ts';
import { out } from './paths.ts';

/** Prepares a run of the tests that have some words in their names. */
export async function prepare(words: string): Promise<void> {
  packageExtension();
  unpackExtension();
  await bundleSuites(words);
  const workspace = join(out, 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
}

if (process.argv[1] === import.meta.filename) await prepare('');
