import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** From the faces inwards: a layer imports itself and the layers after it, never one before it. */
const layers = [
  ['server/src/cli', 'server/src/lsp', 'server/src/docs', 'server/src/library'],
  ['server/src/disk'],
  ['server/src/engine.ts', 'server/src/config.ts', 'server/src/settings-finder.ts'],
  [
    'server/src/features',
    'server/src/documents',
    'server/src/difference',
    'server/src/importers',
    'server/src/reporters',
  ],
  ['server/src/checks', 'server/src/profiles'],
  ['server/src/model'],
  ['server/src/workspace'],
  ['grammar/src'],
];

/** No file, socket, clock or process here. */
const pure = [
  'grammar/src',
  'server/src/workspace',
  'server/src/model',
  'server/src/checks',
  'server/src/profiles',
  'server/src/features',
  'server/src/documents',
  'server/src/difference',
];

const packages: Record<string, string> = { '@goldthread/grammar': 'grammar/src', goldthread: 'server/src' };

const longest = 400;

const root = join(import.meta.dirname, '..');

const sources = ['grammar/src', 'server/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, code: withoutComments(text) };
    }),
);

const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** What stands in server/src itself is the library's entry, an outermost face. */
function layerOf(path: string): number {
  const index = layers.findIndex((folders) => folders.some((folder) => isIn(path, folder)));
  return index < 0 && /^server\/src(\/[^/]+\.ts)?$/.test(path) ? 0 : index;
}

/** Strings are matched first, so that `//` in one does not begin a comment. */
function withoutComments(text: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g;
  return text.replace(token, (match) => (match.startsWith('/') ? ' ' : match));
}

function importsOf(code: string): string[] {
  const form =
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(form)].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

/** The place in this repository that an import of code leads to, if it leads to one. */
function target(path: string, specifier: string): string | undefined {
  if (/\.(json|plan|css)$/.test(specifier)) return undefined;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  const name = Object.keys(packages).find((name) => isIn(specifier, name));
  return name === undefined ? undefined : packages[name];
}

describe('architecture', () => {
  test('every source file stands in a layer', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(({ path }) => layerOf(path) < 0).map(({ path }) => path)).toEqual([]);
  });

  test('imports go one way, from the faces to the grammar', () => {
    const wrong = sources.flatMap(({ path, code }) =>
      importsOf(code).flatMap((specifier) => {
        const place = target(path, specifier);
        if (place === undefined) return [];
        const layer = layerOf(place);
        return layer >= layerOf(path) ? [] : [`${path} imports ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('the core does no input or output', () => {
    const inner = sources.filter(({ path }) => pure.some((folder) => isIn(path, folder)));
    const wrong = inner.flatMap(({ path, code }) => [
      ...importsOf(code)
        .filter((specifier) => isBuiltin(specifier))
        .map((specifier) => `${path} imports ${specifier}`),
      ...[...code.matchAll(/\bprocess\.[a-zA-Z]+|\bDate\.now\b|\bnew Date\(\s*\)/g)].map(
        ([use]) => `${path} uses ${use}`,
      ),
    ]);
    expect(wrong).toEqual([]);
  });

  test(`no module has more than ${longest} lines`, () => {
    const lines = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    const long = sources.filter(({ text }) => lines(text) > longest);
    expect(long.map(({ path, text }) => `${path} has ${lines(text)} lines`)).toEqual([]);
  });
});
