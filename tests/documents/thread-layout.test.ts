import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ItemNames } from '../../server/src/documents/item-names.ts';
import { textWidth, wrapped } from '../../server/src/documents/text-width.ts';
import { boxesOf, metrics } from '../../server/src/documents/thread/boxes.ts';
import { drawThread } from '../../server/src/documents/thread/draw.ts';
import type { ThreadGraph } from '../../server/src/documents/thread/graph.ts';
import { layOut, type PlacedBox } from '../../server/src/documents/thread/layout.ts';
import { readGraph } from '../../server/src/documents/thread/read-graph.ts';
import { threadWords } from '../../server/src/documents/thread/words.ts';
import { engineFor } from '../helpers/engine.ts';
import { largeThread } from './thread-plans.ts';

function graphOf(files: Record<string, string>, id: string, actions = false): ThreadGraph {
  const engine = engineFor(files);
  const { model } = engine.snapshot;
  const [plan] = engine.workspace.plansNamed(id);
  if (!plan) throw new Error(`no plan ${id}`);
  return readGraph(new ItemNames(model, 'en'), plan, actions);
}

function sample(folder: string): Record<string, string> {
  const url = new URL(`../../samples/${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.plan'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, url), 'utf8')]));
}

const deep = `plan deep: Deep\n\n${Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}priority p${depth}: Level ${depth}\n`).join('')}`;
const wide = `plan wide: Wide\n\noutcome ${'o'.repeat(200)}: ${'W'.repeat(300)}\noutcome emoji: ${'👩‍👩‍👧‍👧🏴󠁧󠁢󠁷󠁬󠁳󠁿'.repeat(20)} 住みやすい町をつくるために力を合わせる\npriority a: ${'long '.repeat(100)}\n  outcomes: emoji, ${'x'.repeat(120)}\n`;

const threads: readonly (readonly [name: string, ThreadGraph])[] = [
  ['North Wales', graphOf(sample('north-wales'), 'north-wales')],
  ['Gwent', graphOf(sample('gwent'), 'gwent-delivery')],
  ['Gwent with actions', graphOf(sample('gwent'), 'gwent-delivery', true)],
  ['Leicestershire', graphOf(sample('leicestershire'), 'leicestershire')],
  ['South Wales', graphOf(sample('south-wales'), 'south-wales')],
  ['Wiltshire', graphOf(sample('wiltshire'), 'wiltshire')],
  ['the first plan', graphOf(sample('first-plan'), 'first-plan')],
  ['six hundred items', graphOf({ 'main.plan': largeThread(600) }, 'large')],
  ['priorities many levels deep', graphOf({ 'main.plan': deep }, 'deep')],
  ['words that are too long', graphOf({ 'main.plan': wide }, 'wide')],
  ['nothing', graphOf({ 'main.plan': 'plan none: None\n' }, 'none')],
];

const bottomOf = ({ y, box }: PlacedBox): number => y + box.height;

describe.each(threads)('the drawing of %s', (_, graph) => {
  const boxes = boxesOf(graph, threadWords('en'));
  const layout = layOut(boxes);

  test('has every item', () => {
    const items = layout.boxes.filter(({ box }) => box.shape !== 'missing' && box.shape !== 'unknown');
    expect(items.map(({ box }) => box.key).sort()).toEqual(graph.nodes.map(({ ref }) => ref).sort());
  });

  test('no two boxes overlap, and all are on the drawing, below its headings', () => {
    for (const [index, box] of layout.boxes.entries()) {
      const above = layout.boxes[index - 1];
      if (above?.column === box.column) expect(box.y, box.box.key).toBeGreaterThanOrEqual(bottomOf(above) + 3);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
      expect(box.y).toBeGreaterThan(30);
      expect(bottomOf(box)).toBeLessThanOrEqual(layout.height);
    }
  });

  test('no box stands on a row of headings', () => {
    for (const heading of layout.headings)
      for (const box of layout.boxes)
        expect(box.y >= heading + 40 || bottomOf(box) <= heading, `${box.box.key} at ${heading}`).toBe(true);
  });

  test('all words are inside their boxes', () => {
    for (const { box, width } of layout.boxes) {
      const number = box.number ? textWidth(box.number, metrics.size, true) + 3 : 0;
      for (const [index, line] of box.lines.entries()) {
        const before = index === 0 ? number : 0;
        const wide = before + textWidth(line, metrics.size, box.shape === 'theme');
        expect(wide, line).toBeLessThanOrEqual(width - 2 * metrics.padX);
      }
      for (const note of box.notes)
        expect(textWidth(note, metrics.small), note).toBeLessThanOrEqual(width - 2 * metrics.padX);
      expect(box.lines.length).toBeLessThanOrEqual(3);
      const high = box.lines.length * metrics.line + box.notes.length * metrics.smallLine;
      expect(high).toBeLessThanOrEqual(box.height - 2 * metrics.padY);
    }
  });

  test('every line ends at the sides of the boxes that it joins', () => {
    const byKey = new Map(layout.boxes.map((box) => [box.box.key, box]));
    for (const { edge, points } of layout.routes) {
      const ends = [byKey.get(edge.from), byKey.get(edge.to)] as [PlacedBox, PlacedBox];
      const [left, right] = ends.sort((a, b) => a.column - b.column);
      const [first, last] = [points[0], points.at(-1)] as [readonly [number, number], readonly [number, number]];
      expect(first[0]).toBe(left.x + left.width);
      expect(last[0]).toBe(right.x);
      for (const [end, y] of [
        [left, first[1]],
        [right, last[1]],
      ] as const) {
        expect(y).toBeGreaterThanOrEqual(end.y);
        expect(y).toBeLessThanOrEqual(bottomOf(end));
      }
    }
  });

  test('no line passes through a box', () => {
    for (const { edge, points } of layout.routes)
      for (let index = 1; index + 1 < points.length; index += 2) {
        const [x, y] = points[index] as readonly [number, number];
        for (const box of layout.boxes)
          if (box.x <= x + metrics.column / 2 && box.x + box.width >= x + metrics.column / 2)
            expect(y <= box.y || y >= bottomOf(box), `${edge.from} → ${edge.to} through ${box.box.key}`).toBe(true);
      }
  });

  test('priorities stay in the order of the document', () => {
    const order = graph.nodes.filter(({ kind, elsewhere }) => kind === 'priority' && elsewhere === undefined);
    const drawn = layout.boxes.filter(({ box }) => box.shape === 'priority' && box.column === 'priority');
    expect(drawn.map(({ box }) => box.key)).toEqual(order.map(({ ref }) => ref));
  });

  test('is the same whenever it is drawn', () => {
    const options = { language: 'en', interactive: true, prefix: '_' } as const;
    expect(layOut(boxesOf(graph, threadWords('en')))).toEqual(layout);
    expect(drawThread(graph, options).svg).toBe(drawThread(graph, options).svg);
  });
});

test('an order with few crossings is found', () => {
  const items = Array.from({ length: 9 }, (_, index) => index);
  const graph = graphOf(
    {
      'main.plan': `plan p: P\n\n${items.map((n) => `outcome o${n}: O\nkpq k${n}: K\n  outcomes: o${n}\n  measure m${n}: M\n`).join('')}${items.map((n) => `priority p${n}: P\n  outcomes: o${(n * 4) % 9}\n  kpqs: k${(n * 4) % 9}\n`).join('')}`,
    },
    'p',
  );
  const { boxes } = layOut(boxesOf(graph, threadWords('en')));
  const column = (name: string) => boxes.filter(({ box }) => box.column === name).map(({ box }) => box.key.slice(3));
  const order = items.map((n) => String((n * 4) % 9));
  expect(column('outcome')).toEqual(order);
  expect(column('kpq')).toEqual(order);
});

describe('words in lines', () => {
  const size = metrics.size;
  test.each([
    ['Communities are safe and crime is reduced', ['Communities are safe', 'and crime is reduced']],
    ['One two', ['One two']],
    ['', []],
    ['   ', []],
    [
      'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      ['Llanfairpwllgwyngyllgog', 'erychwyrndrobwllllantysi', 'liogogogoch'],
    ],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
      ['one two three four five', 'six seven eight nine ten', 'eleven twelve thirteen…'],
    ],
  ])('%j', (text, lines) => {
    expect(wrapped(text, { size, width: 164, most: 3 })).toEqual(lines);
  });

  test('what belongs to one letter is not torn apart', () => {
    for (const line of wrapped('e\u0301'.repeat(80), { size, width: 164, most: 3 }))
      expect(line.startsWith('\u0301')).toBe(false);
  });

  test('accents make no letter wider; wide scripts are wide', () => {
    expect(textWidth('ŵŷâêô', 10)).toBe(textWidth('wyaeo', 10));
    expect(textWidth('町', 10)).toBeGreaterThan(textWidth('m', 10));
    expect(textWidth('\u200b', 10)).toBe(0);
  });
});
