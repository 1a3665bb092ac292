import { entriesOf, parse, proseOf, textOf } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { htmlPage } from '../../server/src/documents/html/page.ts';
import { type HtmlOptions, HtmlWriter } from '../../server/src/documents/html/writer.ts';
import { type ProseContext, readLine, readProse } from '../../server/src/documents/prose/prose.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import { hostile } from './hostile.ts';
import { faultsOf } from './sound-html.ts';

const context: ProseContext = {
  line: 0,
  level: 3,
  prefix: '_p-',
  mention: (name, words) =>
    name.includes('-')
      ? { type: 'broken', text: `[[${name}]]` }
      : { type: 'mention', anchor: name, children: [{ type: 'text', text: words ?? name }] },
  picture: (path) => path,
};

const optionsOf = (interactive: boolean): HtmlOptions => ({
  language: 'en',
  interactive,
  remotePictures: interactive,
  picture: (path) => `picture:${path}`,
});

const writtenOf = (flow: readonly Flow[]): string =>
  new HtmlWriter(optionsOf(true)).block({ key: 'k', role: 'x', depth: 0, flow });

/** Everything that is written in a plan, as titles and as prose. */
function textsOf(plan: string): { lines: string[]; proses: string[] } {
  const texts = { lines: [] as string[], proses: [plan] };
  for (const block of parse(plan).blocks)
    for (const entry of entriesOf(block)) {
      texts.lines.push(textOf(block, entry));
      texts.proses.push(proseOf(block, entry));
    }
  return texts;
}

test('there are enough of them', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(60);
});

describe.each(hostile)('$name', ({ plan }) => {
  const { lines, proses } = textsOf(plan);

  test('as prose', () => {
    for (const markdown of proses) expect(faultsOf(writtenOf(readProse(markdown, context)))).toEqual([]);
  });

  test('as titles', () => {
    const flow = lines.map((line): Flow => ({ type: 'heading', level: 2, children: readLine(line, context) }));
    expect(faultsOf(writtenOf(flow))).toEqual([]);
  });

  test('wherever a document has words', () => {
    const words = plan.slice(0, 2000);
    expect(
      faultsOf(
        new HtmlWriter(optionsOf(true)).block({
          key: words,
          role: words,
          depth: 0,
          item: words,
          flow: everyPiece(words),
        }),
      ),
    ).toEqual([]);
    expect(
      faultsOf(
        htmlPage(
          { title: words, controls: [], blocks: [{ key: words, role: words, depth: 0, flow: everyPiece(words) }] },
          { ...optionsOf(false), style: words, description: words },
        ),
      ),
    ).toEqual([]);
  });
});

/** Every type of piece, with the same words wherever words of a plan may stand. Addresses are checked by who reads the prose. */
function everyPiece(words: string): Flow[] {
  const line = [
    { type: 'text', text: words, lang: words },
    { type: 'strong', lang: words, children: [{ type: 'code', text: words }] },
    { type: 'mention', anchor: words.replace(/\s/g, '') || 'x', children: [{ type: 'text', text: words }] },
    { type: 'broken', text: words },
    { type: 'image', path: words, alt: words },
    { type: 'image', alt: words },
    { type: 'note', label: words, note: '_x', anchor: words },
  ] as const;
  const paragraph: Flow = { type: 'paragraph', children: line, lang: words };
  const toggle = { from: words, relation: words, to: words, on: true, canChange: false, label: words };
  const plain = [{ type: 'text', text: words }] as const;
  return [
    paragraph,
    { type: 'heading', level: 1, anchor: words, number: words, children: line },
    {
      type: 'list',
      ordered: true,
      start: 2,
      role: words,
      points: [{ anchor: words, number: words, flow: [paragraph] }],
    },
    {
      type: 'table',
      caption: plain,
      role: words,
      head: [[{ children: line, header: 'column' }]],
      rows: [[{ children: line, lang: words, toggle }, ...[1, 2, 3].map(() => ({ children: line }))]],
    },
    { type: 'quote', flow: [paragraph], by: line },
    { type: 'code', text: words },
    { type: 'figure', anchor: words, path: words, alt: words, caption: line },
    { type: 'facts', role: words, facts: [{ name: line, flow: [paragraph] }] },
    { type: 'statistics', statistics: [{ value: line, label: line, details: [line] }] },
    { type: 'notes', notes: [{ anchor: words, back: '_y', label: words, flow: [paragraph] }] },
    { type: 'group', role: words, anchor: words, flow: [paragraph] },
    { type: 'drawing', svg: '<svg></svg>', title: words, description: words, same: [paragraph] },
  ];
}
