import { describe, expect, test } from 'vitest';
import { documentView } from '../../server/src/documents/document/view.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import type { Block } from '../../server/src/documents/view.ts';
import type { PlanFile } from '../../server/src/workspace/plan-file.ts';
import { engineFor } from '../helpers/engine.ts';
import { pageOf, piecesOn, wordsIn, wordsOn } from './page.ts';

/** The blocks of a plan by key. */
const blocksOf = (text: string, language: 'en' | 'cy' = 'en'): Map<string, Block> =>
  new Map(pageOf(text, 'main.plan', language).blocks.map((block) => [block.key, block]));

/** The headings of a plan, with their levels and numbers. */
const headingsOf = (text: string, language: 'en' | 'cy' = 'en'): string[] =>
  piecesOn(pageOf(text, 'main.plan', language), 'heading').map(
    ({ level, number, children }) => `${level} ${number ? `[${number}] ` : ''}${wordsIn(children).replace(/\n/g, '')}`,
  );

const wordsOfBlock = (block: Block | undefined): string => wordsIn(block?.flow).replace(/\n+/g, ' ').trim();

describe('headings', () => {
  test('those of the plan come before those of the program; `none` prints none', () => {
    const text = `plan a: A
  numbering: priorities

label why: Why now?
label actions: none
label priority: Priority area

priority p: Parks
  why: Because.
  action: Plant
  priority q: Ponds
    why: Because.
`;
    expect(headingsOf(text)).toEqual(['1 A', '2 [Priority area 1] Parks', '3 Why now?', '3 [1.1] Ponds', '4 Why now?']);
  });

  test('what stands above a group of actions is not said again in it', () => {
    const text = `plan a: A

label actions: Our commitments

priority p: Parks
  action: Plant
  group: Basics
    action: Mow
`;
    expect(headingsOf(text)).toEqual(['1 A', '2 Parks', '3 Our commitments', '4 Basics']);
  });

  test('words that stand on the line of a title end with a colon, a number alone does not', () => {
    const text = `plan a: A
  numbering: measures, priorities

kpq q: Question
  measure: Trees
priority p: Parks
  priority: Ponds
    priority: Frogs
`;
    expect(headingsOf(text)).toContain('4 [Measure 1:] Trees');
    expect(headingsOf(text)).toContain('4 [1.1.1] Frogs');
  });

  test('are those of the language that is asked for', () => {
    const text = `plan a: A
  language: en
  translations: cy

label why: Why now?
label actions: none

priority p: Parks
  title cy: Parciau
  why: Because.
  why cy: Oherwydd.
  action: Plant
`;
    expect(headingsOf(text, 'cy')).toEqual(['1 A', '2 Parciau', '3 Pam mae hon yn flaenoriaeth?']);
    const shown = wordsOn(pageOf(text, 'main.plan', 'cy'));
    expect(shown).toContain('Oherwydd.');
    expect(shown).not.toContain('Because.');
    expect(piecesOn(pageOf(text, 'main.plan', 'cy'), 'heading')[0]?.children).toEqual([
      { type: 'text', text: 'A', lang: 'en' },
    ]);
  });

  test('outcomes and questions that take turns stand below one another', () => {
    const text = `plan a: A

outcome o: One
kpq k: First?
outcome p: Two
kpq l: Second?
`;
    expect(headingsOf(text)).toEqual([
      '1 A',
      '2 Outcomes',
      '3 One',
      '4 [Question:] First?',
      '3 Two',
      '4 [Question:] Second?',
    ]);
    const apart = 'plan a: A\n\noutcome o: One\noutcome p: Two\nkpq k: First?\nkpq l: Second?\n';
    expect(headingsOf(apart)).toEqual([
      '1 A',
      '2 Outcomes',
      '3 One',
      '3 Two',
      '2 Key performance questions',
      '3 First?',
      '3 Second?',
    ]);
  });

  test('a plan’s label for its priorities makes a list of them', () => {
    const text = 'plan a: A\n\nlabel priorities: My priorities\n\npriority p: Parks\npriority q: Homes\n';
    expect(wordsOfBlock(blocksOf(text).get('_overview'))).toBe('My priorities Parks Homes');
    expect(headingsOf(text)).toEqual(['1 A', '2 Contents', '2 My priorities', '2 Parks', '2 Homes']);
  });
});

describe('links', () => {
  const text = `plan a: A
  numbering: kpqs

outcome safe: People are safe
kpq how: How safe?
  outcomes: safe
measure m: Incidents
  kpqs: how
priority p: Parks
  outcomes: safe, gone
  kpqs: how
  why: See [[how]], [[how:number]], [[how|the question]], [[p:value]], [[gone]] and [[gone|that]].
`;

  test('an outcome says who works towards it, a question who helps and what answers it', () => {
    const blocks = blocksOf(text);
    expect(wordsOfBlock(blocks.get('safe'))).toBe(
      'Outcomes People are safe Priorities that work towards it Parks Questions about it 1. How safe?',
    );
    expect(wordsOfBlock(blocks.get('how'))).toContain(
      'Priorities that help to answer it Parks Measures that answer it Incidents',
    );
  });

  test('mentions print titles, numbers and words; what nothing has is broken', () => {
    const blocks = blocksOf(text);
    expect(wordsOfBlock(blocks.get('p:why'))).toBe(
      'Why is this a priority? See How safe? , 1 , the question , Parks , [[gone]] and [[gone|that]].',
    );
    expect(wordsOfBlock(blocks.get('p:outcomes'))).toBe('What outcomes do we want? People are safe gone');
    expect(piecesOn(pageOf(text), 'heading').at(-1)?.level).toBe(3);
  });

  test('items of other plans are words, with the plan they stand in', () => {
    const page = pageOf({
      'main.plan': 'plan a: A\n  uses: b\n\npriority p: Parks\n  outcomes: b.well\n',
      'b.plan': 'plan b: The Region\n\noutcome well: People are well\n',
    });
    const block = page.blocks.find(({ key }) => key === 'p:outcomes');
    expect(wordsOfBlock(block)).toBe('What outcomes do we want? People are well  (The Region)');
    const mention = JSON.stringify(block?.flow);
    expect(mention).toContain('"item":"b.well"');
    expect(mention).not.toContain('"anchor":"well"');
  });
});

describe('blocks', () => {
  const text = `# A comment

plan a: A
  status: draft

section s: Section
  text:
    First.

    Second.
# a comment in between

    Third.
  action: Act
    due: 2027-03
  lead: Ada
`;

  test('say where they come from, to the line', () => {
    const blocks = blocksOf(text);
    const of = (key: string): number[] => {
      const source = blocks.get(key)?.source;
      return source ? [source.line, source.end] : [];
    };
    expect(of('a')).toEqual([]);
    expect([...blocks.keys()]).toEqual(['_/plan', '_control-sheet', 's', 's:text', 's:actions']);
    expect([of('_/plan'), of('_control-sheet')]).toEqual([
      [2, 2],
      [3, 3],
    ]);
    expect([of('s'), of('s:text'), of('s:actions')]).toEqual([
      [5, 5],
      [6, 12],
      [13, 14],
    ]);
    const lines = (blocks.get('s:text')?.flow ?? []).map(({ line }) => line);
    expect(lines).toEqual([1, 3, 6]);
  });

  test('a control sheet prints what is empty', () => {
    const plan = 'plan a: A\n  status: published\n  version:\n  approved-by:\n';
    const facts = piecesOn(pageOf(plan), 'facts')[0] as Extract<Flow, { type: 'facts' }>;
    expect(facts.facts.map(({ name, flow }) => [wordsIn(name).trim(), flow.length])).toEqual([
      ['Status', 1],
      ['Version', 0],
      ['Approved by', 0],
    ]);
  });

  test('a chart of nothing says so', () => {
    expect(wordsOn(pageOf('plan a: A\n\nchart: Trees\n'))).toContain('There are no figures to draw.');
  });

  test('the file of a measure is drawn, and stands behind the drawing as it is', () => {
    const plan = 'plan a: A\n\nmeasure m: Trees\n  data: trees.csv\n';
    const drawn = (csv: string) =>
      piecesOn(pageOf({ 'main.plan': plan, 'trees.csv': csv }), 'drawing').map(({ same }) =>
        wordsIn(same).split(/\n+/),
      );
    expect(drawn('Year,Planted\n2024,5\n2025,7\n')).toEqual([
      expect.arrayContaining(['Year', 'Planted', '2024', '5', '2025', '7']),
    ]);
    expect(drawn('Year,Planted,Felled\n2024,5,1\n')).toEqual([]);
  });

  test('a glossary is in the order of the alphabet', () => {
    const plan = 'plan a: A\n\nterm: zebra\n  means: Z\nterm: Ash\n  means: A\nterm: élan\n  means: E\n';
    expect(wordsOfBlock(blocksOf(plan).get(':terms'))).toBe('Glossary Ash A élan E zebra Z');
  });

  test('money stands in a table with its total', () => {
    const plan = `plan a: A

budget b: Money
  year: 2026/27
  total: £3m
  line: Parks
    amount: £2m
    line: Trees
      amount: £1m
      line: Oaks
        amount: £0.5m
  line: Homes
    amount: £1m
`;
    const table = piecesOn(pageOf(plan), 'table')[0];
    expect(table?.rows.map((row) => row.map(({ children }) => wordsIn(children).trim()))).toEqual([
      ['Parks', '£2m'],
      ['Trees', '£1m'],
      ['Oaks', '£0.5m'],
      ['Homes', '£1m'],
      ['Total', '£3m'],
    ]);
    expect(table?.rows.map(([name]) => name?.depth)).toEqual([0, 1, 2, 0, undefined]);
  });

  test('the words that a list completes stand above it', () => {
    const plan = 'plan a: A\n\npriority p: P\n  lead-in: We will:\n  lead: Ada\n  action: Act\n';
    const { flow } = blocksOf(plan).get('p:actions') as Block;
    expect(flow.map((piece) => (piece.type === 'paragraph' ? piece.role : piece.type))).toEqual([
      'heading',
      'lead-in',
      'list',
    ]);
    const lonely = 'plan a: A\n\npriority p: P\n  lead-in: We will:\n';
    expect(wordsOfBlock(blocksOf(lonely).get('p:lead-in'))).toBe('We will:');
  });
});

test('headings that a profile gives stand where the plan has none', () => {
  const engine = engineFor('plan a: A\n\nlabel why: Why now?\n\npriority p: P\n  why: Because.\n  action: Act\n');
  const file = engine.workspace.files.get('main.plan') as PlanFile;
  const labels = { why: 'Never', actions: 'What will I do?' };
  const page = documentView().page(engine.snapshot, file, { language: 'en', chosen: {}, labels });
  expect(piecesOn(page, 'heading').map(({ children }) => wordsIn(children).trim())).toEqual([
    'A',
    'P',
    'Why now?',
    'What will I do?',
  ]);
});

test('an address stands in its lines', () => {
  const view = pageOf(`plan a: A

contact: Us
  address:
    Civic Centre
    High Street
  web: https://example.org
`);
  const [facts] = piecesOn(view, 'facts').filter(({ facts }) => wordsIn(facts).includes('Civic'));
  expect(facts?.facts[0]?.flow).toEqual([
    {
      type: 'paragraph',
      children: [{ type: 'text', text: 'Civic Centre' }, { type: 'break' }, { type: 'text', text: 'High Street' }],
    },
  ]);
});

test('the other languages of a plan are those that it is not read in', () => {
  const text = `plan a: A
  language: cy
  translations: en
`;
  expect(wordsOn(pageOf(text, 'main.plan', 'cy'))).toContain('Saesneg');
  const english = wordsOn(pageOf(text, 'main.plan', 'en'));
  expect(english).toContain('Welsh');
  expect(english).not.toContain('English');
});

test('dates are in words', () => {
  const plan = `plan a: A
  period: 2026-04-01 to 2030-03

priority p: P
  action: Act
    start: 2026-Q2
    due: 2027-03
`;
  const english = wordsOn(pageOf(plan)).replace(/\n/g, '');
  expect(english).toContain('1 April 2026 to March 2030');
  expect(english).toContain('Start: April to June 2026 · Due: March 2027');
  const welsh = wordsOn(pageOf(plan, 'main.plan', 'cy')).replace(/\n/g, '');
  expect(welsh).toContain('1 Ebrill 2026 hyd Mawrth 2030');
  expect(welsh).toContain('Erbyn: Mawrth 2027');
});
