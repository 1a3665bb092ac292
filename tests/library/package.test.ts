import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, fill, putSamples, root, run } from './installed.ts';

/** What `npm pack` says of a package. */
interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const { folder, remove } = emptyFolder();
const manifest = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};
let packed: Packed;

beforeAll(() => {
  const isWindows = process.platform === 'win32';
  const { stdout } = spawnSync(
    'npm',
    ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', folder],
    {
      cwd: join(root, 'server'),
      encoding: 'utf8',
      shell: isWindows,
    },
  );
  const told = JSON.parse(stdout) as readonly Packed[] | Readonly<Record<string, Packed>>;
  packed = Object.values(told)[0] as Packed;
  // As npm installs it, without asking anybody for anything.
  fill(folder, { 'node_modules/goldthread/package.json': '{}', 'package.json': '{ "type": "module" }' });
  const into = ['--strip-components=1', '-C', 'node_modules/goldthread'];
  expect(spawnSync('tar', ['-xzf', packed.filename, ...into], { cwd: folder }).status).toBe(0);
  putSamples(folder);
});
afterAll(remove);

describe('the package', () => {
  test('holds the programs, the library and what they read, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of [
      'dist/index.js',
      'dist/index.d.ts',
      'dist/browser/index.js',
      'dist/goldthread.js',
      'dist/cli.cjs',
      'dist/lsp.cjs',
      'dist/lsp-server.cjs',
      'dist/docx.js',
      'dist/xlsx.js',
      'libraries/wfg-2015.plan',
      'schemas/model.schema.json',
      'templates/document.css',
    ])
      expect(paths).toContain(path);
    expect(paths.filter((path) => /\.map$|\.ts$|test|worker/.test(path) && path !== 'dist/index.d.ts')).toEqual([]);
  });

  test('needs nothing that is not in it', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  test('is a library for Node', () => {
    fill(folder, {
      'example.js': `import { open, version } from 'goldthread';
        const workspace = await open('samples/first-plan');
        const files = await workspace.build({ to: ['html', 'docx', 'xlsx', 'json', 'pdf'] });
        console.log(version, files.map(({ name }) => name).join(' '));`,
    });
    const { stdout, stderr } = run(folder, 'example.js');
    const files = ['html', 'docx', 'xlsx', 'json', 'pdf'].map((ending) => `first-plan.${ending}`);
    expect({ stdout, stderr }).toEqual({ stdout: `${manifest.version} ${files.join(' ')}\n`, stderr: '' });
  });

  test('is a library for browsers, with nothing of Node in it', () => {
    fill(folder, {
      'browser.js': `import { open } from 'goldthread';
        const workspace = await open({ files: { 'a.plan': 'plan a: A' } });
        const files = await workspace.build({ to: ['html', 'docx', 'xlsx'], force: true });
        console.log(files.map(({ name }) => name).join(' '));
        await open('a.plan').catch(({ message }) => console.log(message));`,
    });
    const { stdout, stderr } = run(folder, '--conditions=browser', 'browser.js');
    const told = 'There is no disk here. Open plans that are in memory: { files: … }';
    expect({ stdout, stderr }).toEqual({ stdout: `a.html a.docx a.xlsx\n${told}\n`, stderr: '' });
    const scripts = packed.files.map(({ path }) => path).filter((path) => path.startsWith('dist/browser/'));
    for (const path of scripts)
      expect(readFileSync(join(folder, 'node_modules/goldthread', path), 'utf8')).not.toMatch(
        /(?:from|import|require)\s*\(?["']node:/,
      );
  });

  test('declares what was reviewed', () => {
    const declared = readFileSync(join(folder, 'node_modules/goldthread/dist/index.d.ts'), 'utf8');
    expect(declared).toBe(readFileSync(join(import.meta.dirname, 'api.golden.d.ts'), 'utf8'));
  });

  test('is a command', () => {
    expect(run(folder, 'node_modules/goldthread/dist/goldthread.js', '--version').stdout).toBe(`${manifest.version}\n`);
  });

  test('gives its schemas by name', () => {
    fill(folder, { 'schema.js': "console.log(import.meta.resolve('goldthread/schemas/model.schema.json'));" });
    expect(run(folder, 'schema.js').stdout).toContain('/goldthread/schemas/model.schema.json');
  });

  const options = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--noEmit', '--types', ''];
  test.each(['node16', 'nodenext', 'bundler'])('has types for programs that are resolved as %s', (resolution) => {
    fill(folder, {
      'example.ts': `import { GoldthreadError, open, type DocumentFile, type Item, type Plan } from 'goldthread';
        const workspace = await open({ files: { 'a.plan': 'plan a: A', 'b.png': new Uint8Array() } }, { profiles: ['wales'], final: true });
        const plan: Plan | undefined = workspace.plans[0];
        const items: readonly Item[] = plan?.items('outcome') ?? [];
        export const files: readonly DocumentFile[] = await workspace.build({ to: 'html', language: 'cy' });
        export const sizes: number[] = files.map(({ content }) => content.length);
        export const why = (error: unknown): string => (error instanceof GoldthreadError ? (error.diagnostics[0]?.rule ?? error.message) : '');
        // @ts-expect-error Nothing of a plan can be changed.
        items[0].title = 'Other';
        // @ts-expect-error There is no such language.
        await workspace.build({ to: 'html', language: 'fr' });`,
    });
    const module = resolution === 'bundler' ? 'esnext' : resolution;
    const shape = ['--module', module, '--moduleResolution', resolution, '--target', 'es2022'];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    expect(run(folder, tsc, '--ignoreConfig', 'example.ts', ...shape, ...options).stdout).toBe('');
  });
});
