import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, goldthread } from './goldthread.ts';

const root = join(import.meta.dirname, '../..');

interface Item {
  readonly ref: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly local?: true;
  readonly number?: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly links: readonly {
    readonly to: string;
    readonly kind: string;
    readonly origin: string;
    readonly inherited: boolean;
  }[];
}

interface Graph {
  readonly plans: readonly {
    readonly ref: string;
    readonly files: readonly string[];
    readonly counts: Readonly<Record<string, number>>;
  }[];
  readonly items: readonly Item[];
  readonly elsewhere: readonly { readonly ref: string; readonly file: string }[];
}

function graphOf(plan: string | Readonly<Record<string, string>>, ...paths: string[]): Graph {
  const cwd = folderWith(typeof plan === 'string' ? { 'a.plan': plan } : plan);
  const { out, err, code } = goldthread(['model', ...paths], { cwd });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  return JSON.parse(out) as Graph;
}

const item = (graph: Graph, ref: string): Item => {
  const found = graph.items.find((one) => one.ref === ref);
  if (!found) throw new Error(`${ref} is not among ${graph.items.map((one) => one.ref).join(', ')}`);
  return found;
};

const linksOf = (graph: Graph, ref: string): string[] =>
  item(graph, ref).links.map(({ to, kind, origin }) => `${kind} ${to} ${origin}`);

test('every item has a ref of its own', () => {
  const graph = graphOf(`plan p: Plan

vision: One
vision: Two

priority safe: Safer streets
  action: First
    action: Below the first
  action second: Second

outcome safe: Communities are safe
`);
  expect(graph.items.map(({ ref, parent }) => [ref, parent])).toEqual([
    ['p/vision-1', null],
    ['p/vision-2', null],
    ['p.safe', null],
    ['p.safe/action-1', 'p.safe'],
    ['p.safe/action-1/action-1', 'p.safe/action-1'],
    ['p.second', 'p.safe'],
    ['p.safe~2', null],
  ]);
});

test('a link says whether it is written, implied by where an item stands, or inherited', () => {
  const graph = graphOf(`plan p: Plan
  numbering: priorities

outcome safe: Communities are safe
  kpq how: How safe are they?

role head: Head of Streets
role deputy: Deputy

priority streets: Safer streets
  outcomes: safe
  lead: head
  why: See [[how]].
  priority lamps: More lamps
    action: Put up lamps
    action: Mend lamps
      lead: deputy
`);
  expect(linksOf(graph, 'p.how')).toEqual(['outcomes p.safe implied']);
  expect(linksOf(graph, 'p.streets')).toEqual([
    'outcomes p.safe written',
    'lead p.head written',
    'prose p.how written',
  ]);
  expect(linksOf(graph, 'p.lamps')).toEqual(['outcomes p.safe inherited', 'lead p.head inherited']);
  expect(linksOf(graph, 'p.lamps/action-1')).toEqual([
    'priorities p.lamps implied',
    'priorities p.streets inherited',
    'lead p.head inherited',
  ]);
  expect(linksOf(graph, 'p.lamps/action-2')).toContain('lead p.deputy written');
  expect(linksOf(graph, 'p.lamps/action-2')).not.toContain('lead p.head inherited');
  expect(item(graph, 'p.lamps').number).toBe('1.1');
  expect(item(graph, 'p.lamps').links[0]?.inherited).toBe(true);
});

test('fields are given as they are written, prose as Markdown, repeated ones as a list', () => {
  const graph = graphOf(`plan p: Plan

section intro: Introduction
  title cy: Cyflwyniad
  text:
    One **bold** line
    and another.
  quote: A word between
  text: More.

kpq how: How many?
  measure m: Incidents
    unit: incidents
    actual 2020/21: 12
    actual 2021/22: 11
`);
  expect(item(graph, 'p.intro').fields).toEqual({
    'title cy': 'Cyflwyniad',
    text: ['One **bold** line\nand another.', 'More.'],
  });
  expect(item(graph, 'p.m').fields).toEqual({ unit: 'incidents', 'actual 2020/21': '12', 'actual 2021/22': '11' });
});

test('outcomes and measures of one priority are counted apart', () => {
  const graph = graphOf(`plan p: Plan

outcome safe: Communities are safe

priority streets: Safer streets
  outcome lit: Streets are lit
  measure lamps: Lamps that work
`);
  expect(graph.plans[0]?.counts).toEqual({ outcome: 1, 'local outcome': 1, 'local measure': 1, priority: 1 });
  expect(graph.items.filter(({ local }) => local).map(({ ref }) => ref)).toEqual(['p.lit', 'p.lamps']);
});

test('what links lead to elsewhere is named', () => {
  const graph = graphOf(
    {
      'delivery.plan':
        'plan delivery: Delivery\n  delivers: whole\n\npriority d: Deliver\n  priorities: whole.streets\n  goals: wfg-2015.resilient-wales\n',
      'whole.plan': 'plan whole: Whole\n\noutcome safe: Safe\n\npriority streets: Streets\n  outcomes: safe\n',
    },
    'delivery.plan',
  );
  expect(graph.plans.map(({ ref }) => ref)).toEqual(['delivery']);
  expect(linksOf(graph, 'delivery.d')).toContain('outcomes whole.safe inherited');
  expect(graph.elsewhere.map(({ ref, file }) => [ref, file])).toEqual([
    ['wfg-2015.resilient-wales', 'goldthread:wfg-2015.plan'],
    ['whole', 'whole.plan'],
    ['whole.safe', 'whole.plan'],
    ['whole.streets', 'whole.plan'],
  ]);
});

test('a part that is named stands for its plan', () => {
  const graph = graphOf(
    {
      'whole.plan': 'plan whole: Whole\n\ninclude: parts/first.plan\n\nvision: Last\n',
      'parts/first.plan': 'part whole: First\n\nvision: First\n',
    },
    'parts/first.plan',
  );
  expect(graph.plans.map(({ files }) => files)).toEqual([['whole.plan', 'parts/first.plan']]);
  expect(graph.items.map(({ ref }) => ref)).toEqual(['whole/vision-1', 'whole/vision-2']);
});

test('every link of the samples leads to something that is named', () => {
  const graph = JSON.parse(goldthread(['model', 'samples'], { cwd: root }).out) as Graph;
  const known = [...graph.plans, ...graph.items, ...graph.elsewhere].map(({ ref }) => ref);
  expect(new Set(known).size).toBe(known.length);
  const lost = graph.items.flatMap(({ links }) => links).filter(({ to }) => !known.includes(to));
  expect(lost).toEqual([]);
});
