// `npm run package`: makes dist/goldthread.vsix, ready to install, and says what is in it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installTools } from './install.ts';
import { here, root, unpacked, vsix } from './paths.ts';

/** Bytes. A policy writer’s connection may be slow. Most of it is what makes PDF (10 MB), pictures for Word (1 MB) and what reads PDF (1 MB); nothing else has reason to be large. */
const largest = 17_000_000;

const vsce = join(here, 'node_modules/@vscode/vsce/vsce');

/** Builds the programs and the extension. */
export const buildPrograms = (): string => run(['esbuild.mjs'], 'inherit');

/** Builds and packages the extension. */
export function packageExtension(): void {
  installTools();
  mkdirSync(dirname(vsix), { recursive: true });
  buildPrograms();
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', vsix];
  run([vsce, 'package', ...options], 'inherit');
  const { size } = statSync(vsix);
  console.log(`${vsix}: ${Math.ceil(size / 1000)} kB`);
  if (size > largest) throw new Error(`The package is larger than ${largest / 1000} kB.`);
}

/** Copies what a package would hold to a folder, for windows that load an extension from one. */
export function unpackExtension(): void {
  rmSync(unpacked, { recursive: true, force: true });
  for (const file of run([vsce, 'ls', '--no-dependencies'], 'pipe').trim().split(/\r?\n/)) {
    cpSync(join(root, file), join(unpacked, file));
  }
}

function run(args: readonly string[], stdout: 'inherit' | 'pipe'): string {
  const stdio: ('inherit' | 'ignore' | 'pipe')[] = ['ignore', stdout, 'inherit'];
  const done = spawnSync(process.execPath, args, { cwd: root, stdio, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${done.status}`);
  return done.stdout ?? '';
}

if (process.argv[1] === import.meta.filename) packageExtension();
