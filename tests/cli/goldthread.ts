import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { compiledBeside } from './bundle.ts';

export { folderWith } from '../helpers/folder.ts';

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The program's sources, which Node runs as they stand. */
export const source = join(root, 'server/src/cli/main.ts');

/** The program as it is shipped: what the last build made, with the threads and what else stands beside it. */
export const shipped = join(root, 'server/dist/goldthread.js');

/** The program in one file, made of the sources as they are. */
const bundle = inject('program');

/** What a run of the program printed and ended with. */
export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** How the program is run. */
export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** The script to run in place of the bundle. */
  readonly script?: string;
}

/** The surroundings without anything that turns colour on or off, or sets the width. */
const { FORCE_COLOR: _force, NO_COLOR: _no, COLUMNS: _columns, ...others } = process.env;
const surroundings = { ...others, NODE_COMPILE_CACHE: compiledBeside(bundle) };

/** Runs the program to its end. */
export function goldthread(args: readonly string[], { cwd, input = '', env, script = bundle }: RunOptions): Run {
  const { stdout, stderr, status } = spawnSync(node, [script, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...surroundings, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { out: stdout, err: stderr, code: status };
}

/** Starts the program and does not wait for it. */
export const start = (args: readonly string[], cwd: string): ChildProcess =>
  spawn(node, [bundle, ...args], { cwd, env: surroundings });
