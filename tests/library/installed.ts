import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** The root of the repository. */
export const root = join(import.meta.dirname, '../..');

/** Node as the package is tried with. */
export const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** An empty folder, and what takes it away. */
export function emptyFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'goldthread-library-')));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes files into a folder, by path. */
export function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Puts the samples into a folder, as a reader of the documentation has them. */
export const putSamples = (folder: string): void =>
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });

/** Puts a package into a folder as if it were installed, by a link. */
export function link(folder: string, name: string, target: string): void {
  const path = join(folder, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'junction');
}

/** Runs a program of Node in a folder. */
export const run = (folder: string, ...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(node, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
