import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { readNotes } from '../../client/src/import/notes.ts';
import { PlanLines } from '../../client/src/import/plan-lines.ts';
import { readMessage } from '../../client/src/import/read-message.ts';
import { importShell } from '../../client/src/import/shell.ts';
import { pageWords } from '../../client/src/import/words.ts';
import { doubtWords } from '../../server/src/checks/import/doubts.ts';
import type { ReadBlock, ReadDocument } from '../../server/src/lsp/import/protocol.ts';

const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)> & \u0000 ]]>`;

const words = pageWords((text, ...values) => text.replace(/\{(\d)\}/g, (_, number) => String(values[Number(number)])));

const shell = (page: Partial<ReadDocument>, name = 'plan.docx'): string =>
  importShell({
    name,
    page: {
      language: 'en',
      format: 'Word',
      counts: [],
      words: '',
      looks: [],
      kinds: [...doubtWords],
      removed: [],
      blocks: [],
      more: 0,
      ...page,
    },
    words,
    language: 'en',
    source: 'https://source.example',
    styles: ['https://source.example/import.css?a=1&b=2'],
    script: 'https://source.example/import.js',
    nonce: 'nonce',
  });

interface Element {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
}

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const look = (node: { children?: unknown[] }): void => {
    if ('name' in node && 'attribs' in node) found.push(node as unknown as Element);
    for (const child of node.children ?? []) look(child as typeof node);
  };
  look(parseDocument(html) as unknown as { children: unknown[] });
  return found;
}

const block = (more: Partial<ReadBlock>): ReadBlock => ({
  type: 'paragraph',
  text: 'Words',
  where: 'page 1',
  became: 'text',
  line: 3,
  ...more,
});

const everything: readonly ReadBlock[] = [
  block({ type: 'heading', level: 1 }),
  block({ type: 'heading', level: 5, became: 'priority' }),
  block({ type: 'point', depth: 9, mark: hostile }),
  block({ type: 'table', table: { head: [[hostile]], rows: [[hostile, '']], more: 3 } }),
  block({ type: 'picture', text: '' }),
  block({ type: 'quotation', by: hostile, lang: 'cy' }),
  block({ type: 'footnote', mark: '1', lang: '" onclick="alert(1)' }),
  block({ type: 'remark', by: 'Somebody', line: undefined, became: hostile }),
].map((one) => ({ ...one, text: one.text && `${one.text} ${hostile}`, where: hostile }));

describe('the page', () => {
  test('whatever the document says is words', () => {
    const page = {
      blocks: everything,
      format: hostile,
      words: hostile,
      misnamed: hostile,
      counts: [hostile],
      looks: [{ kind: hostile, words: hostile, where: hostile, line: 1 }],
      removed: [{ words: hostile, where: hostile }],
    };
    const found = elementsOf(shell(page, hostile));
    expect(found.filter(({ name }) => name === 'script').map(({ attribs }) => attribs.src)).toEqual([
      'https://source.example/import.js',
    ]);
    expect(found.filter(({ name }) => ['img', 'a', 'iframe', 'form', 'svg'].includes(name))).toEqual([]);
    expect(found.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => name.startsWith('on'))).toEqual([]);
    expect(found.flatMap(({ attribs }) => attribs.lang ?? [])).not.toContain('" onclick="alert(1)');
  });

  test('nothing runs but the script of ours, and nothing is loaded but it and our style sheets', () => {
    const meta = elementsOf(shell({})).find(({ attribs }) => attribs['http-equiv'] !== undefined);
    expect(meta?.attribs.content).toBe(
      "default-src 'none'; style-src https://source.example; script-src 'nonce-nonce'; form-action 'none'; base-uri 'none'",
    );
  });

  test('headings leave out no level, whatever the document does', () => {
    const levels = elementsOf(shell({ blocks: [5, 1, 6, 2, 2].map((level) => block({ type: 'heading', level })) }))
      .map(({ name }) => /^h([3-6])$/.exec(name)?.[1] ?? '')
      .join('');
    expect(levels).toBe('33444');
  });

  test('what the plan has nowhere has no way there', () => {
    const html = shell({ blocks: [block({ line: undefined, became: 'heading' }), block({})] });
    expect(elementsOf(html).flatMap(({ name, attribs }) => (name === 'button' ? attribs['data-block'] : []))).toEqual([
      '1',
    ]);
  });

  test('a long list is cut, and none of it is missing', () => {
    const looks = Array.from({ length: 14 }, (_, line) => ({ kind: 'link', words: `Link ${line}`, where: '', line }));
    const html = shell({ looks });
    expect(html).toContain('9 more');
    expect(elementsOf(html).filter(({ attribs }) => attribs['data-look'] !== undefined)).toHaveLength(14);
  });
});

test.each([
  { type: 'ready' },
  { type: 'block', number: 3, focus: true },
  { type: 'note', version: 2, number: 0 },
  { type: 'look', number: 1 },
])('%j is heard', (message) => {
  expect(readMessage({ ...message, more: 'words' })).toEqual(message);
});

test.each([
  { type: 'block', number: -1, focus: true },
  { type: 'block', number: 1.5, focus: false },
  { type: 'block', number: 1 },
  { type: 'note', number: 1 },
  { type: 'open', number: 1 },
  { type: 'look', number: '1' },
  null,
  'ready',
])('%j is not', (message) => {
  expect(readMessage(message)).toBeUndefined();
});

describe('lines of the plan', () => {
  const change = (from: readonly [number, number], to: readonly [number, number], text: string) => ({
    range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
    text,
  });
  const after = (...changes: ReturnType<typeof change>[]): (number | undefined)[] => {
    const lines = new PlanLines([2, 5, undefined, 9]);
    lines.change(changes);
    return [0, 1, 2, 3].map((number) => lines.at(number));
  };

  test.each([
    ['words in a line', [change([5, 3], [5, 4], 'x')], [2, 5, undefined, 9]],
    ['a line above, at its beginning', [change([5, 0], [5, 0], 'new\n')], [2, 6, undefined, 10]],
    ['a line below, from the end of one', [change([5, 9], [5, 9], '\nnew')], [2, 5, undefined, 10]],
    ['a line taken out', [change([4, 0], [5, 0], '')], [2, 4, undefined, 8]],
    ['the line itself taken out', [change([5, 0], [6, 0], '')], [2, 5, undefined, 8]],
    ['all of it', [change([0, 0], [12, 0], '')], [0, 0, undefined, 0]],
    ['two changes', [change([7, 0], [7, 0], 'a\nb\n'), change([1, 0], [1, 0], 'c\n')], [3, 6, undefined, 12]],
  ])('%s', (_, changes, wanted) => {
    expect(after(...changes)).toEqual(wanted);
  });

  test('the first block of the item that a line stands in', () => {
    const lines = new PlanLines([7, 2, 7, undefined, 4]);
    expect([0, 2, 3, 4, 6, 7, 100].map((line) => lines.holding(line))).toEqual([undefined, 1, 1, 4, 4, 0, 0]);
  });
});

test('notes, those that matter most first', () => {
  const lines = [
    '  # unsure (number): 3 is missing',
    '# ansicr (dolen): “Cartrefi” ?',
    'priority: A',
    '# unsure: anything',
    '#unsure (lost) : what stands here?',
  ].map((text, line) => ({ line, text }));
  expect(readNotes(lines, doubtWords).map(({ kind, words: said, line }) => `${line} ${kind}: ${said}`)).toEqual([
    '4 Damaged or missing words: what stands here?',
    '1 Links by likeness: “Cartrefi” ?',
    '0 Numbers that do not follow: 3 is missing',
    '3 : anything',
  ]);
});
