import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';

const launcher = join(import.meta.dirname, '../../server/src/launch.ts');

/** A program that says something, by way of a function that is compiled when it is called. */
const saying = (words: string): string =>
  `function words() { return ${JSON.stringify(words)}; }\nprocess.stdout.write(words());\nexports.done = true;`;

/** A folder with a program, and how often it likes: what it says, and the files that are kept of it afterwards. */
function launched(words: string) {
  const folder = folderWith({
    'program.cjs': saying(words),
    'start.ts': `import { launch } from ${JSON.stringify(launcher)};\nlaunch(new URL('./program.cjs', import.meta.url), 1_000);`,
  });
  const cache = join(folder, 'kept');
  const kept = (): string[] =>
    readdirSync(folder)
      .filter((name) => name === 'kept')
      .flatMap(() => readdirSync(cache, { recursive: true, encoding: 'utf8' }))
      .filter((path) => path.includes('program.cjs'))
      .map((path) => join(cache, path));
  const run = (env: Readonly<Record<string, string>> = {}): string => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', join(folder, 'start.ts')], {
      env: { ...process.env, NODE_COMPILE_CACHE: cache, ...env },
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout;
  };
  return { folder, kept, run };
}

test('what is compiled of a program is kept, and the next start takes it', () => {
  const { kept, run } = launched('good morning');
  expect(run()).toBe('good morning');
  expect(kept()).toHaveLength(1);
  const [first] = kept().map((path) => readFileSync(path));
  expect(run()).toBe('good morning');
  expect(kept().map((path) => readFileSync(path))).toEqual([first]);
});

test('a program imports what stands beside it, and Node has nothing to warn of', () => {
  const folder = folderWith({
    'program.cjs': "beside('./other.mjs').then(({ words }) => process.stdout.write(words));",
    'other.mjs': "export const words = 'good night';",
    'start.mjs': `import { launch } from ${JSON.stringify(launcher)};\nlaunch(new URL('./program.cjs', import.meta.url), 1_000);`,
  });
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'start.mjs')], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'good night', stderr: '' });
});

test('a program that has changed is not taken for the one before, though it is as long', () => {
  const { folder, kept, run } = launched('good morning');
  run();
  writeFileSync(join(folder, 'program.cjs'), saying('good evening'));
  expect(run()).toBe('good evening');
  expect(kept()).toHaveLength(2);
});

test('what is kept and broken is made again', () => {
  const { kept, run } = launched('good morning');
  run();
  const [path = ''] = kept();
  const whole = readFileSync(path);
  for (const broken of [Buffer.alloc(0), Buffer.from('no code at all'), whole.subarray(0, whole.length >> 1)]) {
    writeFileSync(path, broken);
    expect(run()).toBe('good morning');
    expect(readFileSync(path).length).toBe(whole.length);
  }
});

test('nothing is kept where Node is told to keep nothing', () => {
  const { kept, run } = launched('good morning');
  expect(run({ NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('good morning');
  expect(kept()).toEqual([]);
});
