import { describe, expect, test } from 'vitest';
import { HtmlWriter } from '../../server/src/documents/html/writer.ts';
import { Neighbours } from '../../server/src/documents/thread/around.ts';
import { drawThread } from '../../server/src/documents/thread/draw.ts';
import type { ThreadGraph } from '../../server/src/documents/thread/graph.ts';
import { sameAsText } from '../../server/src/documents/thread/same.ts';
import { threadView } from '../../server/src/documents/thread/view.ts';
import type { Drawing, Flow, Inline } from '../../server/src/documents/tree.ts';
import type { Page, View, ViewOptions } from '../../server/src/documents/view.ts';
import type { Engine } from '../../server/src/engine.ts';
import type { PlanFile } from '../../server/src/workspace/plan-file.ts';
import { county, someChange } from '../helpers/changes.ts';
import { editorFor } from '../helpers/editor.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { faultsOf } from './sound-html.ts';

const text = `plan p: Plan
  numbering: priorities

outcome well: People live well
  kpq how: How well?
    measure many: How many?

theme one: One
  priority homes: Better homes
    outcomes: well
    kpqs: how
    text: Words.
    action build: Build
  priority parks: More parks

section story: Story
  text: Once upon a time.
`;

function open(main: string): { engine: Engine; view: View; page: (options?: Partial<ViewOptions>) => Page } {
  const engine = engineFor({ 'main.plan': main });
  const view = threadView();
  const page = (options: Partial<ViewOptions> = {}): Page =>
    view.page(engine.snapshot, engine.workspace.files.get('main.plan') as PlanFile, {
      language: 'en',
      chosen: {},
      ...options,
    });
  return { engine, view, page };
}

function replace(engine: Engine, words: string, by: string): void {
  const start = engine.workspace.files.get('main.plan')?.tree.text.indexOf(words) ?? -1;
  expect(start).toBeGreaterThan(0);
  engine.change('main.plan', { start, end: start + words.length, text: by });
}

const drawingOf = (page: Page): Drawing => page.blocks.find(({ key }) => key === '_thread')?.flow[0] as Drawing;

/** The words of a list, a point a line, indented by their depth. */
function linesOf(flow: readonly Flow[], depth = -1): string[] {
  return flow.flatMap((one) => {
    if (one.type === 'list') return one.points.flatMap((point) => linesOf(point.flow, depth + 1));
    if (one.type === 'paragraph') return [`${'  '.repeat(Math.max(0, depth))}${wordsOf(one.children)}`];
    return [];
  });
}

const wordsOf = (inlines: readonly Inline[]): string =>
  inlines.map((one) => ('text' in one ? one.text : 'children' in one ? wordsOf(one.children) : '')).join('');

test('the page says how much there is, draws it, and says the same in words', () => {
  const page = open(text).page();
  expect(page.blocks.map(({ key, role }) => [key, role])).toEqual([
    ['_about', 'about'],
    ['_thread', 'thread'],
  ]);
  expect(linesOf(page.blocks[0]?.flow ?? [])).toEqual([
    '1 outcome, 1 theme, 2 priorities, 1 KPQ, 1 measure. The thread is broken in 3 places.',
  ]);
  expect(linesOf(drawingOf(page).same)).toEqual([
    'Outcome: People live well',
    '  Priority 1: Better homes (Theme: One)',
    '  KPQ: How well?',
    '    Priority 1: Better homes (Theme: One)',
    '    Measure: How many?',
    'Not on the thread',
    'Priority 2: More parks (Theme: One) – names no outcome; no question about this yet; no action yet',
  ]);
});

test('priorities that nest without end are told to the last', () => {
  const refs = Array.from({ length: 5000 }, (_, depth) => `p.${depth}`);
  const graph: ThreadGraph = {
    nodes: refs.map((ref, depth) => ({
      ref,
      kind: 'priority',
      word: 'priority',
      number: undefined,
      title: `Priority ${depth}`,
      lang: undefined,
      within: refs[depth - 1],
      local: false,
      elsewhere: undefined,
      lacks: [],
    })),
    links: refs.slice(1).map((from, depth) => ({ from, to: `p.${depth}`, origin: 'implied' })),
    broken: [],
  };
  const flow = sameAsText(graph, new Neighbours(graph), { language: 'en', prefix: '_' });
  const writer = new HtmlWriter({
    language: 'en',
    interactive: true,
    remotePictures: false,
    picture: () => undefined,
  });
  expect(writer.block({ key: 'a', role: 'thread', depth: 0, flow })).toContain('Priority 4999');
});

test('what the page script needs of an item and of a line', () => {
  const { svg } = drawingOf(open(text).page());
  const homes = svg.match(/<g class="node priority"[^>]*data-item="p\.homes"[^>]*>/)?.[0] ?? '';
  for (const attribute of [
    'role="option"',
    'tabindex="-1"',
    'data-serves="p.well p.how p.one"',
    'data-up="p.one"',
    'data-down="p.parks"',
    'data-left="p.well"',
    'data-right="p.how"',
  ])
    expect(homes).toContain(attribute);
  expect(svg).toMatch(/<path class="link written" data-from="p\.homes" data-to="p\.well"/);
  expect(svg).toMatch(/<path class="link broken" data-of="p\.parks"/);
  expect(svg).toMatch(/<g class="end missing" [^>]*data-of="p\.parks"/);
  expect(svg.match(/tabindex="0"/g)).toHaveLength(1);
  expect(svg).toContain('<title>Priority 1: Better homes. Serves: 1 outcome, 1 theme, 1 KPQ</title>');
});

test('a picture that stands alone asks for nothing of a page', () => {
  const graph: ThreadGraph = {
    nodes: [
      {
        ref: 'p.a',
        kind: 'outcome',
        word: 'outcome',
        number: undefined,
        title: '<b>&"\'',
        lang: 'cy',
        within: undefined,
        local: false,
        elsewhere: undefined,
        lacks: ['kpq'],
      },
    ],
    links: [],
    broken: [],
  };
  const { svg } = drawThread(graph, { language: 'en', interactive: false, prefix: 'x-' });
  expect(svg).toContain('role="img" aria-labelledby="x-title x-description"');
  expect(svg).not.toMatch(/tabindex|data-item|aria-hidden|<b>|style=/);
  expect(svg).toContain('&lt;b&gt;&amp;');
  expect(faultsOf(svg)).toEqual([]);
});

describe('what has not changed is not made again', () => {
  test('typing in prose, in an action, above and below', () => {
    const { engine, page } = open(text);
    const before = page();
    for (const [words, by] of [
      ['Words.', 'Other words.'],
      ['action build: Build', 'action build: Build well'],
      ['Once upon', 'Twice\n    upon'],
      ['  numbering: priorities\n', '  numbering: priorities\n  status: draft\n'],
    ] as const) {
      replace(engine, words, by);
      expect(page()).toBe(before);
    }
  });

  test('a change that leaves the drawing as it is keeps its blocks', () => {
    const { engine, page } = open(`${text}action stray: Stray\n`);
    const before = page();
    replace(engine, 'section story', 'section tale');
    const after = page();
    expect(after.blocks.map(({ flow }) => flow)).toEqual(before.blocks.map(({ flow }) => flow));
    for (const [index, block] of after.blocks.entries()) expect(block.flow).toBe(before.blocks[index]?.flow);
  });

  test.each([
    ['a title', 'Better homes', 'Good homes', 'Good homes'],
    ['a link', 'outcomes: well', 'outcomes: wel', 'nothing has this id'],
    ['an id', 'kpq how:', 'kpq howl:', 'p.howl'],
    ['a number', '  numbering: priorities\n', '', 'Priority: Better homes'],
    [
      'a first action',
      '  priority parks: More parks\n',
      '  priority parks: More parks\n    action: Plant\n',
      'no question about this yet. ',
    ],
  ])('%s is seen', (_, words, by, seen) => {
    const { engine, page } = open(text);
    const before = drawingOf(page()).svg;
    replace(engine, words, by);
    const after = drawingOf(page()).svg;
    expect(after).not.toBe(before);
    if (seen.endsWith('. ')) expect(after).not.toContain('no action yet');
    else expect(after).toContain(seen);
  });

  test('titles that name others, whatever their kind', () => {
    const { engine, page } = open(text.replace('Better homes', 'Homes as in [[story]]'));
    expect(drawingOf(page()).svg).toContain('Homes as in Story');
    replace(engine, 'section story: Story', 'section story: Tale');
    expect(drawingOf(page()).svg).toContain('Homes as in Tale');
  });

  test('several panels with other choices each keep their own', () => {
    const { page } = open(text);
    const all = page();
    const one = page({ chosen: { show: 'outcomes' } });
    expect(page()).toBe(all);
    expect(page({ chosen: { show: 'outcomes' } })).toBe(one);
  });
});

describe('what can be chosen', () => {
  test('how much, which theme, and around what', () => {
    const { controls } = open(text).page();
    expect(controls.map(({ name, chosen, choices }) => [name, chosen, choices.map(({ value }) => value)])).toEqual([
      ['show', 'measures', ['outcomes', 'kpqs', 'measures', 'actions']],
      ['theme', '', ['', 'p.one', '-']],
      ['around', '', ['', 'p.well', 'p.how', 'p.many', 'p.one', 'p.homes', 'p.parks']],
    ]);
  });

  test('actions stand around a priority', () => {
    const page = open(text).page({ chosen: { around: 'p.homes' } });
    expect(drawingOf(page).svg).toContain('data-item="p.build"');
    expect(drawingOf(page).svg).not.toContain('data-item="p.parks"');
    expect(page.controls.find(({ name }) => name === 'around')?.chosen).toBe('p.homes');
    expect(drawingOf(open(text).page({ chosen: { around: 'p.well' } })).svg).not.toContain('data-item="p.build"');
    expect(drawingOf(open(text).page({ chosen: { around: 'p.build' } })).svg).toContain('data-item="p.homes"');
  });

  test('what is no choice any more counts as none', () => {
    const { page } = open(text);
    const chosen = { show: 'everything', theme: 'p.two', around: 'p.gone', zoom: '3' };
    expect(page({ chosen })).toEqual(page());
  });
});

test('in Welsh', () => {
  const page = open(text).page({ language: 'cy' });
  expect(page.title).toBe('Yr edau aur');
  expect(drawingOf(page).svg).toContain('Blaenoriaethau');
});

test.each([
  ['an empty file', ''],
  ['a plan without a thread', 'plan p: Plan\n\nsection: Words\n'],
  ['a part without its plan', 'part nowhere: Part\n\npriority a: A\n'],
  ['words that are no plan', 'Dear reader\n  priority x\n'],
])('%s has a page without a drawing, or one of what there is', (_, main) => {
  const { file, snapshot } = editorFor(main);
  const view = threadView();
  const options = { language: 'en', chosen: {} } as const;
  const page = view.page(snapshot, file, options);
  expect(page.blocks.length).toBeGreaterThan(0);
  expect(view.page(snapshot, file, options).blocks[0]?.flow).toBe(page.blocks[0]?.flow);
});

const workspaces: Record<string, Readonly<Record<string, string>>> = {
  county,
  'north-wales': filesOfSample('north-wales'),
  gwent: filesOfSample('gwent'),
  'first-plan': filesOfSample('first-plan'),
};

test.each(Object.entries(workspaces))(
  '%s: a view that was kept through edits says what a fresh one says',
  (sample, texts) => {
    const engine = engineFor(texts);
    const paths = Object.keys(texts);
    const random = randomFrom(sample.length * 104729);
    const views = new Map(paths.map((path) => [path, threadView()]));
    const choices: Record<string, string>[] = [{}, { show: 'actions' }, { show: 'kpqs', theme: '-' }];
    for (let step = 0; step < 24; step++) {
      if (step % 8 === 0) for (const [path, words] of Object.entries(texts)) engine.set(path, words);
      const changed = paths[Math.floor(random() * paths.length)] as string;
      engine.change(changed, someChange(engine.workspace.files.get(changed)?.tree.text ?? '', random));
      const path = paths[Math.floor(random() * paths.length)] as string;
      const file = engine.workspace.files.get(path) as PlanFile;
      const options: ViewOptions = { language: random() < 0.8 ? 'en' : 'cy', chosen: choices[step % 3] ?? {} };
      const snapshot = engine.snapshot;
      const kept = views.get(path)?.page(snapshot, file, options);
      expect(kept, `step ${step}: ${path}`).toEqual(threadView().page(snapshot, file, options));
    }
  },
);
