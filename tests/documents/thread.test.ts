import { describe, expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { ItemNames } from '../../server/src/documents/item-names.ts';
import { boxesOf } from '../../server/src/documents/thread/boxes.ts';
import type { ThreadGraph } from '../../server/src/documents/thread/graph.ts';
import { readGraph } from '../../server/src/documents/thread/read-graph.ts';
import { amounts, NO_THEME, select } from '../../server/src/documents/thread/select.ts';
import { threadWords } from '../../server/src/documents/thread/words.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { editorFor } from '../helpers/editor.ts';

const plan = (rest: string): string => `plan p: Plan\n\n${rest}`;

function graphOf(example: Example, { actions = false, language = 'en' as 'en' | 'cy' } = {}): ThreadGraph {
  const { snapshot, file } = editorFor(example);
  return readGraph(new ItemNames(snapshot.model, language), file.plan as Plan, actions);
}

/** A ref without the plan `p` before it. */
const short = (ref: string): string => ref.replace(/^p[./]/, '');

const nodesOf = (graph: ThreadGraph): string[] =>
  graph.nodes.map(
    ({ ref, local, elsewhere, within }) =>
      `${short(ref)}${local ? ' (local)' : ''}${elsewhere === undefined ? '' : ` (from ${elsewhere})`}${within === undefined ? '' : ` in ${short(within)}`}`,
  );

const linksOf = (graph: ThreadGraph): string[] =>
  graph.links.map(
    ({ from, to, origin }) => `${short(from)} → ${short(to)}${origin === 'written' ? '' : ` (${origin})`}`,
  );

/** The broken ends as they are drawn: what each says, and at which item. */
const endsOf = (graph: ThreadGraph): string[] =>
  boxesOf(graph, threadWords('en'))
    .boxes.filter(({ shape }) => shape === 'missing' || shape === 'unknown')
    .map(({ node, lines, notes }) => `${short(node.ref)}: ${[...lines, ...notes].join(' ')}`);

interface Case {
  readonly name: string;
  readonly plan: Example;
  readonly actions?: boolean;
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  readonly ends: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a thread from end to end',
    plan: plan(
      'outcome well: Well\n  kpq how: How well?\n    measure many: Many\n\npriority homes: Homes\n  outcomes: well\n  kpqs: how\n  action: Build\n',
    ),
    nodes: ['well', 'how', 'many', 'homes'],
    links: ['how → well (implied)', 'many → how (implied)', 'homes → well', 'homes → how'],
    ends: [],
  },
  {
    name: 'an outcome, a question and a measure that nothing else is linked to',
    plan: plan('outcome well: Well\nkpq how: How?\nmeasure many: Many\n'),
    nodes: ['well', 'how', 'many'],
    links: [],
    ends: [
      'well: no priority works towards this',
      'well: no question about this yet',
      'how: asks about no outcome',
      'how: no priority answers to this',
      'how: no measure answers this',
      'many: answers no question',
    ],
  },
  {
    name: 'names that nothing has, and one of the wrong kind; each once',
    plan: plan(
      'outcome well: Well\n\npriority a: A\n  outcomes: wel\n  kpqs: nowhere, b\n  action: Do\n\npriority b: B\n  outcomes: wel, well\n  kpqs: lib.x\n  action: Do\n',
    ),
    nodes: ['well', 'a', 'b'],
    links: ['b → well'],
    ends: [
      'well: no question about this yet',
      'a: wel nothing has this id',
      'a: nowhere nothing has this id',
      'a: b this is the id of something else: priority',
      'b: lib.x nothing has this id',
    ],
  },
  {
    name: 'two themes, a priority in each and one in none',
    plan: plan(
      'outcome well: Well\n  kpq how: How?\n    measure many: Many\ntheme one: One\n  kpq theirs: Theirs?\n    outcomes: well\n    measures: many\n  priority a: A\n    outcomes: well\n    kpqs: how, theirs\n    action: Do\ntheme two: Two\n  priority b: B\n    outcomes: well\n    kpqs: how\n    action: Do\npriority c: C\n  outcomes: well\n  kpqs: how\n  action: Do\n',
    ),
    nodes: ['well', 'how', 'many', 'one', 'theirs', 'a in one', 'two', 'b in two', 'c'],
    links: [
      'how → well (implied)',
      'many → how (implied)',
      'many → theirs',
      'theirs → well',
      'theirs → one (implied)',
      'a → well',
      'a → how',
      'a → theirs',
      'a → one (implied)',
      'b → well',
      'b → how',
      'b → two (implied)',
      'c → well',
      'c → how',
    ],
    ends: [],
  },
  {
    name: 'sub-priorities have what is above them',
    plan: plan(
      'outcome well: Well\n  kpq how: How?\n    measure many: Many\npriority a: A\n  outcomes: well\n  kpqs: how\n  priority a1: A1\n    action: Do\n  priority a2: A2\n    action: Do\n',
    ),
    nodes: ['well', 'how', 'many', 'a', 'a1 in a', 'a2 in a'],
    links: [
      'how → well (implied)',
      'many → how (implied)',
      'a → well',
      'a → how',
      'a1 → well (inherited)',
      'a1 → how (inherited)',
      'a1 → a (implied)',
      'a2 → well (inherited)',
      'a2 → how (inherited)',
      'a2 → a (implied)',
    ],
    ends: [],
  },
  {
    name: 'outcomes of one priority, also where they stand in a section of it; one in another section is narrative',
    plan: plan(
      'priority a: A\n  outcome mine: Mine\n  section: About\n    outcome also: Also\n  action: Do\nsection: Story\n  outcome told: Told\n',
    ),
    nodes: ['a', 'mine (local)', 'also (local)'],
    links: ['a → mine (implied)', 'a → also (implied)'],
    ends: ['a: no question about this yet'],
  },
  {
    name: 'narrative that something names',
    plan: plan('section: Story\n  outcome told: Told\npriority a: A\n  outcomes: told\n'),
    nodes: ['a', 'told (local)'],
    links: ['a → told'],
    ends: ['a: no question about this yet'],
  },
  {
    name: 'an id that two items have: the first has the link',
    plan: plan('outcome well: First\noutcome well: Second\npriority a: A\n  outcomes: well\n'),
    nodes: ['well', 'well~2', 'a'],
    links: ['a → well'],
    ends: [
      'well: no question about this yet',
      'well~2: no priority works towards this',
      'well~2: no question about this yet',
      'a: no question about this yet',
    ],
  },
  {
    name: 'items without ids',
    plan: plan('outcome: Well\n  kpq: How?\n    measure: Many\npriority: A\n  action: Do\n'),
    nodes: ['outcome-1', 'outcome-1/kpq-1', 'outcome-1/kpq-1/measure-1', 'priority-1'],
    links: ['outcome-1/kpq-1 → outcome-1 (implied)', 'outcome-1/kpq-1/measure-1 → outcome-1/kpq-1 (implied)'],
    ends: [
      'outcome-1: no priority works towards this',
      'outcome-1/kpq-1: no priority answers to this',
      'priority-1: names no outcome',
      'priority-1: no question about this yet',
    ],
  },
  {
    name: 'measures that questions name, of a priority, of an outcome, of an action',
    plan: plan(
      'outcome well: Well\nkpq how: How?\n  outcomes: well\n  measures: many\nmeasure many: Many\n  outcomes: well\npriority a: A\n  outcomes: well\n  kpqs: how\n  action build: Build\n    measures: many\n  measure own: Own\n    kpqs: how\n',
    ),
    actions: true,
    nodes: ['well', 'how', 'many', 'a', 'build', 'own'],
    links: [
      'how → well',
      'many → well',
      'many → how',
      'many → build',
      'a → well',
      'a → how',
      'build → a (implied)',
      'own → how',
      'own → a (implied)',
    ],
    ends: [],
  },
  {
    name: 'actions in groups and in sections',
    plan: plan(
      'outcome well: Well\npriority a: A\n  outcomes: well\n  group: G\n    action one: One\npriority b: B\n  outcomes: well\nsection: Next\n  priorities: b\n  action two: Two\n',
    ),
    actions: true,
    nodes: ['well', 'a', 'one', 'b', 'two'],
    links: ['a → well', 'one → a (implied)', 'b → well', 'two → b (inherited)'],
    ends: ['well: no question about this yet', 'a: no question about this yet', 'b: no question about this yet'],
  },
  {
    name: 'the plan that is delivered, with what it lends',
    plan: {
      'main.plan':
        'plan p: Plan\n  uses: big\n  delivers: big\n\npriority mine: Mine\n  priorities: big.sub\n  action: Do\n',
      'big.plan':
        'plan big: The Big Plan\n\noutcome well: Well\n  kpq how: How?\npriority top: Top\n  outcomes: well\n  kpqs: how\n  priority sub: Sub\n    action: Do\npriority other: Other\n',
    },
    nodes: [
      'mine',
      'big.well (from The Big Plan)',
      'big.how (from The Big Plan)',
      'big.top (from The Big Plan)',
      'big.sub (from The Big Plan) in big.top',
    ],
    links: [
      'mine → big.well (inherited)',
      'mine → big.how (inherited)',
      'mine → big.sub',
      'big.how → big.well (implied)',
      'big.sub → big.well (inherited)',
      'big.sub → big.how (inherited)',
      'big.sub → big.top (implied)',
      'big.top → big.well',
      'big.top → big.how',
    ],
    ends: [],
  },
  {
    name: 'plans that deliver each other',
    plan: {
      'main.plan': 'plan p: Plan\n  uses: q\n  delivers: q\n\npriority a: A\n  priorities: q.b\n  action: Do\n',
      'q.plan': 'plan q: Other\n  uses: p\n  delivers: p\n\npriority b: B\n  priorities: p.a\n  action: Do\n',
    },
    nodes: ['a', 'q.b (from Other)'],
    links: ['a → q.b', 'q.b → a'],
    ends: ['a: names no outcome', 'a: no question about this yet'],
  },
  {
    name: 'outcomes, questions and measures of a library',
    plan: {
      'main.plan': 'plan p: Plan\n  uses: lib\n\npriority a: A\n  outcomes: lib.well\n  kpqs: lib.how\n  action: Do\n',
      'lib.plan':
        'library lib: Shared\n\noutcome well: Well\noutcome other: Other\nkpq how: How?\n  outcomes: well\n  measure many: Many\n',
    },
    nodes: ['a', 'lib.well (from Shared)', 'lib.how (from Shared)', 'lib.many (from Shared)'],
    links: ['a → lib.well', 'a → lib.how', 'lib.how → lib.well', 'lib.many → lib.how (implied)'],
    ends: [],
  },
  {
    name: 'a library itself lacks nothing',
    plan: 'library lib: Shared\n\noutcome well: Well\nkpq how: How?\n',
    nodes: ['lib.well', 'lib.how'],
    links: [],
    ends: [],
  },
  {
    name: 'a plan in two files, from either',
    plan: {
      'main.plan': 'plan p: Plan\n\ninclude: a.plan\n\noutcome well: Well\n',
      'a.plan': 'part p: A\n\npriority a: A‸\n  outcomes: well\n',
    },
    nodes: ['a', 'well'],
    links: ['a → well'],
    ends: ['a: no question about this yet', 'well: no question about this yet'],
  },
  {
    name: 'Welsh keys',
    plan: '# language: cy\ncynllun p: Cynllun\n\ncanlyniad iach: Iach\nblaenoriaeth a: A\n  canlyniadau: iach\n',
    nodes: ['iach', 'a'],
    links: ['a → iach'],
    ends: ['iach: no question about this yet', 'a: no question about this yet'],
  },
  {
    name: 'no outcome at all',
    plan: plan('priority a: A\npriority b: B\n  priority b1: B1\n    action: Do\n'),
    nodes: ['a', 'b', 'b1 in b'],
    links: ['b1 → b (implied)'],
    ends: [
      'a: names no outcome',
      'a: no question about this yet',
      'b: names no outcome',
      'b: no question about this yet',
    ],
  },
  { name: 'an empty plan', plan: 'plan p: Plan\n', nodes: [], links: [], ends: [] },
  {
    name: 'half-written lines',
    plan: plan('outcome\noutcome :\npriority a\n  outcomes:\n  outcomes: ,\nkpq: \n'),
    nodes: ['outcome-1', 'outcome-2', 'a', 'kpq-1'],
    links: [],
    ends: [
      'outcome-1: no priority works towards this',
      'outcome-1: no question about this yet',
      'outcome-2: no priority works towards this',
      'outcome-2: no question about this yet',
      'a: names no outcome',
      'a: no question about this yet',
      'kpq-1: asks about no outcome',
      'kpq-1: no priority answers to this',
      'kpq-1: no measure answers this',
    ],
  },
];

describe('the thread as a graph', () => {
  test.each(cases)('$name', ({ plan: example, actions = false, nodes, links, ends }) => {
    const graph = graphOf(example, { actions });
    expect({ nodes: nodesOf(graph), links: linksOf(graph), ends: endsOf(graph) }).toEqual({ nodes, links, ends });
  });

  test('titles in the language of the page, with the language of those that are not', () => {
    const example =
      'plan p: Plan\n  language: en\n  translations: cy\n\noutcome a: Safe\n  title cy: Diogel\noutcome b: Warm\n';
    const titles = (language: 'en' | 'cy') =>
      graphOf(example, { language }).nodes.map(({ title, lang }) => [title, lang]);
    expect(titles('en')).toEqual([
      ['Safe', undefined],
      ['Warm', undefined],
    ]);
    expect(titles('cy')).toEqual([
      ['Diogel', undefined],
      ['Warm', 'en'],
    ]);
  });

  test('a priority of the plan that is delivered, where it is not there, has its end in the column of these', () => {
    const { boxes } = boxesOf(graphOf(plan('priority a: A\n  priorities: gone.b\n')), threadWords('en'));
    expect(boxes.find(({ shape }) => shape === 'unknown')).toMatchObject({ column: 'delivered', lines: ['gone.b'] });
  });

  test('a priority without actions says so in its box where actions are not drawn, and has an end where they are', () => {
    const example = plan('priority a: A\npriority b: B\n  action do: Do\n');
    const noted = (graph: ThreadGraph) =>
      boxesOf(graph, threadWords('en')).boxes.filter(({ notes }) => notes.includes('no action yet'));
    expect(noted(select(graphOf(example), all)).map(({ shape, node }) => [shape, short(node.ref)])).toEqual([
      ['priority', 'a'],
    ]);
    const withActions = select(graphOf(example, { actions: true }), { ...all, amount: 'actions' });
    expect(noted(withActions).map(({ shape, node }) => [shape, short(node.ref)])).toEqual([['missing', 'a']]);
  });
});

const all = { theme: undefined, around: undefined, amount: 'measures' } as const;

describe('what is chosen of a thread', () => {
  const graph = graphOf(
    plan(
      'outcome well: Well\n  kpq how: How?\n    measure many: Many\noutcome safe: Safe\n  kpq crime: Crime?\n    measure crimes: Crimes\ntheme one: One\n  priority a: A\n    outcomes: well\n    kpqs: how\n    priority a1: A1\n      action build: Build\ntheme two: Two\n  priority b: B\n    outcomes: safe\npriority c: C\n  outcomes: safe\n  kpqs: crime\n  action walk: Walk\n',
    ),
    { actions: true },
  );
  const chosen = (selection: Partial<Parameters<typeof select>[1]>) =>
    select(graph, { ...all, ...selection }).nodes.map(({ ref }) => short(ref));

  test('each amount adds to the one before', () => {
    const counts = amounts.map((amount) => chosen({ amount }).length);
    expect(counts).toEqual([8, 10, 12, 14]);
  });

  test.each([
    ['p.one', ['well', 'how', 'many', 'one', 'a', 'a1']],
    ['p.two', ['safe', 'two', 'b']],
    [NO_THEME, ['safe', 'crime', 'crimes', 'c']],
  ])('the theme %s', (theme, nodes) => {
    expect(chosen({ theme })).toEqual(nodes);
  });

  test.each([
    ['p.well', ['well', 'how', 'many', 'one', 'a', 'a1']],
    ['p.safe', ['safe', 'crime', 'crimes', 'two', 'b', 'c']],
    ['p.a1', ['well', 'how', 'one', 'a', 'a1']],
    ['p.many', ['well', 'how', 'many']],
    ['p.one', ['one', 'a', 'a1']],
  ])('around %s', (around, nodes) => {
    expect(chosen({ around })).toEqual(nodes);
  });

  test('actions around a priority', () => {
    expect(chosen({ around: 'p.c', amount: 'actions' })).toEqual(['safe', 'crime', 'c', 'walk']);
  });

  test('what is lacking is not said of kinds that are not shown', () => {
    expect(endsOf(select(graph, { ...all, amount: 'outcomes' }))).toEqual([]);
    expect(endsOf(select(graph, { ...all, amount: 'kpqs' }))).toEqual(['b: no question about this yet']);
  });
});
