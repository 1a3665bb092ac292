import { describe, expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { matrixView } from '../../server/src/documents/matrix/view.ts';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import type { Cell, Flow } from '../../server/src/documents/tree.ts';
import type { Page } from '../../server/src/documents/view.ts';
import { editorFor } from '../helpers/editor.ts';
import { engineFor } from '../helpers/engine.ts';
import { filesOfSample } from '../helpers/samples.ts';

/** The matrix of the main file. */
function pageOf(example: Example, chosen: Readonly<Record<string, string>> = {}, language: 'en' | 'cy' = 'en'): Page {
  const { snapshot, engine } = editorFor(example);
  const file = engine.workspace.files.get('main.plan');
  if (!file) throw new Error('There is no main.plan');
  return matrixView().page(snapshot, file, { language, chosen });
}

const tablesOf = ({ blocks }: Page): Extract<Flow, { type: 'table' }>[] =>
  blocks.flatMap(({ flow }) => flow).flatMap((one) => (one.type === 'table' ? [one] : []));

const row = (cells: readonly Cell[]): string => cells.map(({ children }) => wordsOf(children)).join(' | ');

/** Each table as lines: its caption, its head and its rows. */
const shown = (page: Page): string[] =>
  tablesOf(page).flatMap(({ caption, head, rows }) => [
    ...(caption ? [`# ${wordsOf(caption)}`] : []),
    ...head.map(row),
    ...rows.map(row),
  ]);

const said = (page: Page): string[] =>
  page.blocks[0]?.flow.flatMap((one) => ('children' in one ? [wordsOf(one.children)] : [])) ?? [];

const toggleAt = (page: Page, table: number, line: number, column: number) =>
  tablesOf(page)[table]?.rows[line]?.[column]?.toggle;

const county = `plan p: Our plan
  uses: wfg-2015
  numbering: priorities

outcome safe: Safe
outcome well: Well
  kpq how-well: How well do people live?
outcome warm: Warm

theme homes: Homes
  priority insulate: Insulate homes
    outcomes: safe, warm
    goals: wfg-2015.healthier-wales
    priority walls: Walls
      outcomes: well, safe
    priority lofts: Lofts
    action: Ask the trust
      goals: wfg-2015.resilient-wales

theme streets: Streets
  priority lights: Light the streets
    outcome bright: Its own
  priority cars: Fewer cars
`;

test('priorities in their themes stand against outcomes, with totals', () => {
  expect(shown(pageOf(county))).toEqual([
    '# Homes',
    'Priority | Safe | Well | Warm | Its own outcomes | Total',
    '1 Insulate homes | ● | ○ | ● | 0 | 2',
    '1.1 Walls | ◆ | ● | ◆ | 0 | 3',
    '1.2 Lofts | ◆ | ○ | ◆ | 0 | 2',
    '# Streets',
    'Priority | Safe | Well | Warm | Its own outcomes | Total',
    '2 Light the streets | ○ | ○ | ○ | 1 | 1',
    '3 Fewer cars | ○ | ○ | ○ | 0 | 0',
    '# Totals',
    'Priority area | Safe | Well | Warm | Its own outcomes | Total',
    'Homes | 3 | 1 | 3 | 0 | 7',
    'Streets | 0 | 0 | 0 | 1 | 1',
    'Total | 3 | 1 | 3 | 1 | 8',
  ]);
});

test('what is empty is named', () => {
  expect(said(pageOf(county))).toContain('These priorities work towards no outcome: 3 Fewer cars.');
  expect(said(pageOf(county, { columns: 'p.no-such-thing' }))[0]).toBe('Priorities and outcomes');
  expect(said(pageOf(county, { columns: 'kpqs' }))).toContain(
    'No priority helps to answer any of these questions yet.',
  );
  expect(said(pageOf(county, { columns: 'wfg-2015.well-being-goals' })).join('\n')).toContain(
    'No priority is marked as serving or meeting: A prosperous Wales; A more equal Wales;',
  );
});

test('the columns can be chosen: outcomes, questions, and each framework', () => {
  const { controls } = pageOf(county);
  expect(controls).toEqual([
    {
      name: 'columns',
      label: 'Columns',
      chosen: 'outcomes',
      choices: [
        { value: 'outcomes', label: 'Outcomes' },
        { value: 'kpqs', label: 'Key performance questions' },
        { value: 'wfg-2015.well-being-goals', label: 'The well-being goals' },
        { value: 'wfg-2015.ways-of-working', label: 'The ways of working' },
      ],
    },
  ]);
});

test('what an action serves is shown at its priority, which can be linked itself', () => {
  const page = pageOf(county, { columns: 'wfg-2015.well-being-goals' });
  expect(shown(page)[2]).toBe('1 Insulate homes | ○ | ◇ | ● | ○ | ○ | ○ | ○ | 2');
  expect(toggleAt(page, 0, 0, 2)).toEqual({
    from: 'p.insulate',
    relation: 'goals',
    to: 'wfg-2015.resilient-wales',
    on: false,
    canChange: true,
    label: '1 Insulate homes is marked as serving A resilient Wales – so far not itself, but Ask the trust in it does',
  });
});

test('a link that is handed down can’t be changed here, and says where it comes from', () => {
  expect(toggleAt(pageOf(county), 0, 2, 1)).toEqual({
    from: 'p.lofts',
    relation: 'outcomes',
    to: 'p.safe',
    on: true,
    canChange: false,
    label: '1.2 Lofts works towards Safe – handed down from 1 Insulate homes: change it there',
  });
  expect(toggleAt(pageOf(county), 0, 1, 1)).toMatchObject({ on: true, canChange: false });
});

test('in Welsh it speaks Welsh, with Welsh titles where there are some', () => {
  const page = pageOf(county, { columns: 'wfg-2015.well-being-goals' }, 'cy');
  expect(shown(page)[1]).toMatch(/^Blaenoriaeth \| Cymru lewyrchus \| Cymru gydnerth/);
  expect(toggleAt(page, 0, 0, 3)?.label).toBe(
    'Mae 1 Insulate homes wedi’i nodi fel rhywbeth sy’n gwasanaethu Cymru iachach',
  );
  expect(page.title).toBe('Matrics');
});

test('the priorities of a delivery plan have what those of the plan have that it delivers', () => {
  const page = pageOf({
    'main.plan':
      'plan d: Delivery\n  uses: p\n  delivers: p\n\npriority ours: Ours\n  priorities: p.theirs\n\npriority other: Other\n',
    'p.plan': 'plan p: Plan\n\noutcome safe: Safe\n\npriority theirs: Theirs\n  outcomes: safe\n',
  });
  expect(shown(page)).toEqual(['Priority | Safe | Total', 'Ours | ◆ | 1', 'Other | ○ | 0', 'Total | 1 | 1']);
  expect(toggleAt(page, 0, 0, 1)?.label).toBe('Ours works towards Safe – handed down from Theirs: change it there');
});

describe('odd plans', () => {
  const odd: readonly [string, Example, string][] = [
    [
      'no text',
      '',
      'This plan has no outcomes, questions or frameworks yet, so there is nothing to set its priorities against.',
    ],
    [
      'no priorities',
      'plan p: P\n\noutcome a: A\n',
      'There are no priorities in this plan yet, so there is nothing to show here.',
    ],
    [
      'no outcomes',
      'plan p: P\n\npriority a: A\n',
      'This plan has no outcomes, questions or frameworks yet, so there is nothing to set its priorities against.',
    ],
    ['a part without its plan', 'part gone: Part\n\npriority a: A\n', 'This file belongs to no plan.'],
    [
      'a library',
      'library l: L\n\noutcome a: A\n',
      'There are no priorities in this plan yet, so there is nothing to show here.',
    ],
  ];
  test.each(odd)('%s', (_, example, words) => {
    const page = pageOf(example);
    expect(tablesOf(page)).toEqual([]);
    expect(said(page)).toContain(words);
  });

  test('one theme in two places, ids that stand twice, cycles and untitled items have keys of their own', () => {
    const page = pageOf(
      'plan p: P\n  uses: p\n\noutcome a: A\noutcome a: A again\n\npriority one: One\n  outcomes: a\n\ntheme t:\n  priority one: One\n\npriority two:\n  priorities: two, one\n  outcomes: a, nothing, two\n',
    );
    const keys = page.blocks.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(shown(page)).toContain('One | ● | ○ | 1');
  });

  test('a priority that stands a thousand deep', () => {
    const deep = Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}priority: Level ${level}`).join('\n');
    const page = pageOf(`plan p: P\n\noutcome a: A\n\n${deep}\n`);
    expect(tablesOf(page)[0]?.rows.length).toBe(1001);
  });
});

test('a block of which nothing changed keeps its flow; the others are new', () => {
  const { snapshot, engine } = editorFor(county);
  const file = engine.workspace.files.get('main.plan');
  if (!file) throw new Error('There is no main.plan');
  const view = matrixView();
  const options = { language: 'en', chosen: {} } as const;
  const before = view.page(snapshot, file, options);
  const at = file.tree.text.indexOf('Fewer cars');
  engine.change('main.plan', { start: at, end: at, text: 'Many ' });
  engine.update();
  const after = view.page(snapshot, file, options);
  const kept = after.blocks.filter(({ flow }, index) => flow === before.blocks[index]?.flow).map(({ key }) => key);
  expect(kept).toEqual(['p.homes', '_totals']);
});

test('the matrix of a sample in several files is the same from any of them', () => {
  const engine = engineFor(filesOfSample('gwent'));
  const snapshot = engine.snapshot;
  const pages = [...engine.workspace.files.values()]
    .filter(({ plan }) => plan?.id === 'gwent-delivery')
    .map((file) => matrixView().page(snapshot, file, { language: 'en', chosen: {} }));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toEqual(pages[0]);
});
