import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { type Editor, editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';
import { textIn } from '../helpers/seen.ts';

/** The outline, one line each, indented as it nests: name, detail in brackets. */
function outline(example: Parameters<typeof editorFor>[0]): string[] {
  const editor = editorFor(example);
  const lines: string[] = [];
  const add = (symbols: readonly DocumentSymbol[], depth: number): void => {
    for (const { name, detail, children = [] } of symbols) {
      lines.push(`${'  '.repeat(depth)}${name} [${detail}]`);
      add(children, depth + 1);
    }
  };
  add(documentSymbols(editor.snapshot, editor.file), 0);
  return lines;
}

const head = 'plan p: Plan\n\n';

test.each([
  ['a plan', 'plan p: Our plan\n  area: Wales\n', ['Our plan [plan p]']],
  [
    'what stands in items',
    `${head}theme t: T\n\n  priority x: X\n    action: Do\n    action: More\n`,
    ['Plan [plan p]', 'T [theme t]', '  X [priority x]', '    Do [action]', '    More [action]'],
  ],
  [
    'numbers',
    'plan p: P\n  numbering: priorities\n\npriority a: A\n\npriority b: B\n  priority c: C\n',
    ['P [plan p]', '1 A [priority a]', '2 B [priority b]', '  2.1 C [priority c]'],
  ],
  [
    'no title',
    `${head}quote:\n  text: We *feel* safer now.\n\ncontact:\n  email: a@b.uk\n\nmeasure\n`,
    ['Plan [plan p]', 'We feel safer now. [quote]', 'contact [contact]', 'measure [measure]'],
  ],
  [
    'a link in a title',
    `${head}outcome o: Safe\n\nsection s: About [[o]] and [[o|more]]\n`,
    ['Plan [plan p]', 'Safe [outcome o]', 'About Safe and more [section s]'],
  ],
  [
    'a Welsh file',
    '# language: cy\ncynllun p: P\n\ncanlyniad: Dŵr glân\n\ncpa:\n',
    ['P [cynllun p]', 'Dŵr glân [canlyniad]', 'CPA [cpa]'],
  ],
  [
    'parts',
    { 'main.plan': 'plan p: P\n\ninclude: a.plan\n\noutcome o: O\n', 'a.plan': 'part p: A\n' },
    ['P [plan p]', 'a.plan [include]', 'O [outcome o]'],
  ],
  [
    'lines that nobody understands',
    `${head}priority x: X\n  foo: bar\n    action: Do\n  ???\n`,
    ['Plan [plan p]', 'X [priority x]', '  Do [action]'],
  ],
  ['no text', '', []],
  ['comments', '# one\n# two\n', []],
])('%s', (_, plan, expected) => {
  expect(outline(plan)).toEqual(expected);
});

test('ranges', () => {
  const editor = editorFor(`${head}# A comment.\noutcome o: Safe\n  text:\n    Words\n\n# Another.\noutcome q:\n`);
  const [, safe, empty] = documentSymbols(editor.snapshot, editor.file);
  expect(safe && textIn(editor, safe.range)).toBe('outcome o: Safe\n  text:\n    Words');
  expect(safe && textIn(editor, safe.selectionRange)).toBe('Safe');
  expect(empty && textIn(editor, empty.selectionRange)).toBe('outcome');
});

/** Every symbol has a name, its selection in its range, and its range in that of what it stands in. */
function checkTree({ snapshot, file }: Editor): number {
  let count = 0;
  const within = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']): boolean =>
    file.offsetAt(inner.start) >= file.offsetAt(outer.start) && file.offsetAt(inner.end) <= file.offsetAt(outer.end);
  const check = (symbol: DocumentSymbol, above: DocumentSymbol | undefined): void => {
    count++;
    expect(symbol.name.trim()).not.toBe('');
    expect(within(symbol.selectionRange, symbol.range)).toBe(true);
    if (above) expect(within(symbol.range, above.range)).toBe(true);
    for (const child of symbol.children ?? []) check(child, symbol);
  };
  for (const symbol of documentSymbols(snapshot, file)) check(symbol, undefined);
  return count;
}

test.each(Object.entries(samples))('the outline of %s is a tree', (_, text) => {
  expect(checkTree(editorFor(text))).toBeGreaterThan(1);
  expect(checkTree(editorFor(text.replaceAll('\n', '\r\n')))).toBeGreaterThan(1);
});

test('deep nesting ends', () => {
  const deep = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}section: S\n`).join('');
  const editor = editorFor(`${head}${deep}`);
  expect(checkTree(editor)).toBe(501);
});
