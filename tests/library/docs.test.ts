import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, fill, link, putSamples, root, run } from './installed.ts';

const page = readFileSync(join(root, 'docs/library.md'), 'utf8').replaceAll('\r\n', '\n');

/** Each program of the page, with what it prints. */
const examples = [
  ...page.matchAll(/^## ([^\n]+)\n(?:(?!^## )[\s\S])*?^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm),
].map(([, heading = '', program = '', output = '']) => ({ heading, program, output }));

const { folder, remove } = emptyFolder();
beforeAll(async () => {
  putSamples(folder);
  // The library as its sources are now, in the shape of the package.
  const installed = join(folder, 'node_modules/goldthread');
  for (const part of ['libraries', 'templates', 'schemas'])
    link(folder, `goldthread/${part}`, join(root, 'server', part));
  fill(installed, {
    'package.json': JSON.stringify({ name: 'goldthread', type: 'module', exports: './dist/index.js' }),
  });
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/index.ts'],
    outdir: join(installed, 'dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
  });
});
afterAll(remove);

describe('the page about the library', () => {
  test('shows programs, each with what it prints', () => {
    expect(examples.length).toBeGreaterThan(8);
    expect(page.match(/^```js$/gm)).toHaveLength(examples.length);
  });

  test.each(examples)('“$heading” prints what it says', ({ program, output }) => {
    fill(folder, { 'example.mjs': program });
    const { stdout, stderr, status } = run(folder, 'example.mjs');
    expect({ stdout, stderr, status }).toEqual({
      stdout: output,
      stderr: '',
      status: program.includes('process.exitCode = 1') ? 1 : 0,
    });
  });
});
