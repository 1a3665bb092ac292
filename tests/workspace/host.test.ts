import { describe, expect, test } from 'vitest';
import { memoryHost, pathFrom, resolvePath } from '../../server/src/workspace/host.ts';

/** A plan file, another file, and how the plan names it. */
const reachable: readonly (readonly [file: string, path: string, written: string])[] = [
  ['/plans/our.plan', '/plans/map.png', 'map.png'],
  ['/plans/our.plan', '/plans/pictures/map.png', 'pictures/map.png'],
  ['/plans/2026/our.plan', '/plans/map.png', '../map.png'],
  ['/plans/2026/our.plan', '/pictures/2026/map.png', '../../pictures/2026/map.png'],
  ['/our.plan', '/map.png', 'map.png'],
  ['/plans/our.plan', '/plans', '../plans'],
  ['c:/plans/our.plan', 'c:/pictures/map.png', '../pictures/map.png'],
  ['//server/plans/our.plan', '//server/plans/map.png', 'map.png'],
  ['vscode-vfs://github/body/plans/our.plan', 'vscode-vfs://github/body/map.png', '../map.png'],
  ['our.plan', 'map.png', 'map.png'],
  ['our.plan', 'pictures/map.png', 'pictures/map.png'],
  ['plans/our.plan', 'map.png', '../map.png'],
  ['plans/our.plan', 'plans/parts/one.plan', 'parts/one.plan'],
  ['plans/our.plan', '../map.png', '../../map.png'],
  ['../plans/our.plan', '../map.png', '../map.png'],
];

describe('the way from a file to another', () => {
  test.each(reachable)('%s → %s', (file, path, written) => {
    expect(pathFrom(file, path)).toBe(written);
    expect(resolvePath(file, written)).toBe(path);
  });

  test.each([
    ['another drive', 'c:/plans/our.plan', 'd:/map.png'],
    ['a library of the program', '/plans/our.plan', 'goldthread:wfg-2015.plan'],
    ['a library of the program, from memory', 'our.plan', 'goldthread:wfg-2015.plan'],
    ['one library from another', 'goldthread:spr-2023.plan', 'goldthread:wfg-2015.plan'],
    ['a file on the disk from one in memory', 'plans/our.plan', '/plans/map.png'],
    ['a file in memory from one on the disk', '/plans/our.plan', 'plans/map.png'],
    ['a file of another scheme', 'vscode-vfs://github/our.plan', 'vscode-test-web://mount/map.png'],
    ['a text without a folder', 'untitled:Untitled-1', '/plans/map.png'],
    ['what is below a folder without a name', '../plans/our.plan', 'map.png'],
  ])('%s stays as it is', (_, file, path) => expect(pathFrom(file, path)).toBe(path));
});

test('a table of texts is a host', () => {
  const host = memoryHost({ 'figures.csv': 'period,value' });
  expect(host.read('figures.csv')).toBe('period,value');
  expect([host.exists('figures.csv'), host.exists('toString')]).toEqual([true, false]);
});
