import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { type ShellOptions, shell } from '../../client/src/preview/shell.ts';
import { pageWords } from '../../client/src/preview/words.ts';

const options: ShellOptions = {
  words: pageWords((words) => `${words} <"'&>`),
  language: 'en',
  source: 'https://source.example',
  remotePictures: false,
  styles: ['https://source.example/document.css?a=1&b=2'],
  script: 'https://source.example/preview.js',
  nonce: '0123abcd',
};

interface Element {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
}

/** All elements of a page. */
function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const look = (node: { children?: unknown[] }): void => {
    if ('name' in node && 'attribs' in node) found.push(node as unknown as Element);
    for (const child of node.children ?? []) look(child as typeof node);
  };
  look(parseDocument(html) as unknown as { children: unknown[] });
  return found;
}

const policyOf = (html: string): string =>
  elementsOf(html).find(({ attribs }) => attribs['http-equiv'] !== undefined)?.attribs.content ?? '';

test('only the one script of ours may run, and nothing is loaded from elsewhere', () => {
  expect(policyOf(shell(options))).toBe(
    "default-src 'none'; img-src https://source.example; style-src https://source.example; script-src 'nonce-0123abcd'; font-src 'none'; form-action 'none'; base-uri 'none'",
  );
});

test('pictures from elsewhere are loaded where they may be, and over https', () => {
  expect(policyOf(shell({ ...options, remotePictures: true }))).toContain('img-src https://source.example https:;');
});

test('the page has no script and no style within it, and no words that could be either', () => {
  const elements = elementsOf(shell(options));
  expect(elements.filter(({ name }) => name === 'script').map(({ attribs }) => attribs)).toEqual([
    { nonce: '0123abcd', src: options.script },
  ]);
  expect(elements.some(({ name, attribs }) => name === 'style' || 'style' in attribs)).toBe(false);
  expect(elements.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => /^on/.test(name))).toEqual([]);
  const body = elements.find(({ name }) => name === 'body');
  const words = JSON.parse(body?.attribs['data-words'] ?? '{}') as Record<string, string>;
  expect(words.document).toBe(`Document <"'&>`);
});

test('every id begins with what no id of a plan begins with, and stands once', () => {
  const ids = elementsOf(shell(options)).flatMap(({ attribs }) => attribs.id ?? []);
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !id.startsWith('_'))).toEqual([]);
});

test('as printed means the colours of the document', () => {
  const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
  const colours = (css: string): Record<string, string> =>
    Object.fromEntries([...css.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name = '', colour = '']) => [name, colour]));
  const [, document = ''] = /^:root \{(.*?)^\}/ms.exec(read('server/templates/document.css')) ?? [];
  const [, printed = ''] = /^\._printed \{(.*?)^\}/ms.exec(read('client/media/preview.css')) ?? [];
  expect(Object.keys(colours(document)).length).toBeGreaterThan(8);
  expect(colours(printed)).toEqual(colours(document));
});
