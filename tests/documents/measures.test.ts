import { expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { measuresView } from '../../server/src/documents/measures/view.ts';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import type { Page } from '../../server/src/documents/view.ts';
import { editorFor } from '../helpers/editor.ts';

function pageOf(example: Example, language: 'en' | 'cy' = 'en'): Page {
  const { snapshot, engine } = editorFor(example);
  const file = engine.workspace.files.get('main.plan');
  if (!file) throw new Error('There is no main.plan');
  return measuresView().page(snapshot, file, { language, chosen: {} });
}

/** A page as lines: headings with #, facts with their names, drawings by what they say. */
const shown = (page: Page): string[] => page.blocks.flatMap(({ flow }) => flow.flatMap(lines));

function lines(one: Flow): string[] {
  switch (one.type) {
    case 'heading':
      return [`${'#'.repeat(one.level)} ${wordsOf(one.children)}`];
    case 'paragraph':
      return [wordsOf(one.children)];
    case 'list':
      return one.points.flatMap(({ flow }) => flow.flatMap(lines)).map((line) => `- ${line}`);
    case 'facts':
      return one.facts.map(({ name, flow }) => `${wordsOf(name)}: ${flow.flatMap(lines).join(' ')}`);
    case 'drawing':
      return [`[${one.description}]`];
    default:
      return [`(${one.type})`];
  }
}

const plan = `plan p: Plan
  uses: lib

outcome safe: Safe streets
  kpq how-safe: How safe are our streets?
    measure asb: Anti-social behaviour
      unit: incidents
      direction: decrease
      baseline: 12,480 in 2019/20
      target: 11,000 by 2024-03
      frequency: quarterly
      owner: pcc
      source: Force
      data: asb.csv
      actual 2021/22: 11,902
outcome well: Well
kpq how-well: How well do people live?
  outcomes: well
  measures: lib.work
kpq nobody-asks: Who knows?
  outcomes: well
measure off: Off the thread
  direction: increase
  baseline: 10% in 2024
  target: 5% by 2026
measure direct: Of an outcome
  outcomes: well
role pcc: Commissioner
priority a: A priority
  outcomes: safe
  action: Do it
    measures: asb
`;
const example = {
  'main.plan': plan,
  'lib.plan': 'library lib: Library\n\nmeasure work: People in work\n  title cy: Pobl mewn gwaith\n  unit: %\n',
  'asb.csv': 'period,number\n2020/21,"12,100"\n2021/22,1\n2022/23,"11,450"\n2023/24,\n',
};

test('each measure stands under the question that it answers, with what is known and what is missing', () => {
  expect(shown(pageOf(example))).toEqual([
    '# Measures',
    '4 measures: 2 with a baseline, 2 with a target, 1 with results.',
    'No measure answers these questions yet:',
    '- Who knows?',
    '## How safe are our streets?',
    '### Anti-social behaviour',
    'For the outcome: Safe streets',
    'Shows the effect of: Do it',
    'Unit: incidents',
    'Where it stands: 12,480 in 2019/20',
    'Latest result: 11,450 (2022/23)',
    'Target: 11,000 by March 2024',
    'Which way is better: Downwards',
    'How often: quarterly',
    'Owner: Commissioner',
    'Source: Force',
    '[Anti-social behaviour: Baseline 12,480 in 2019/20; latest 11,450 in 2022/23; target 11,000 by March 2024. The scale does not begin at zero.]',
    '## How well do people live?',
    '### People in work',
    'Still missing: where the figures come from, how often it is looked at.',
    'For the outcome: Well',
    'Unit: %',
    '## Well',
    '### Of an outcome',
    'Still missing: a baseline, a target, what is counted, where the figures come from, how often it is looked at, who answers for it.',
    '## Measures that answer no question',
    'They stand beside the golden thread: no question or outcome leads to them.',
    '### Off the thread',
    'Still missing: where the figures come from, how often it is looked at, who answers for it.',
    '‘Off the thread’ is to increase, but its target, 5%, is below its baseline, 10%. Correct whichever of the three is wrong.',
    'Where it stands: 10% in 2024',
    'Target: 5% by 2026',
    'Which way is better: Upwards',
    '[Off the thread: Baseline 10% in 2024; target 5% by 2026.]',
  ]);
});

test('what the plan says of a period goes before what its file says', () => {
  const { blocks } = pageOf(example);
  const [drawing] = blocks.flatMap(({ flow }) => flow.flatMap((one) => (one.type === 'drawing' ? [one] : [])));
  const [table] = drawing?.same ?? [];
  expect(
    table?.type === 'table' ? table.rows.map((cells) => cells.map(({ children }) => wordsOf(children))) : [],
  ).toEqual([
    ['Baseline', '12,480 in 2019/20'],
    ['2020/21', '12,100'],
    ['2021/22', '11,902'],
    ['2022/23', '11,450'],
    ['Target', '11,000 by March 2024'],
  ]);
});

test('a plan with no measures says so, and what it means', () => {
  expect(shown(pageOf('plan p: P\n'))).toEqual([
    '# Measures',
    'There are no measures in this plan yet. So nothing in it will show whether its outcomes are being reached.',
  ]);
  expect(shown(pageOf('part gone: Part\n'))).toEqual(['# Measures', 'This file belongs to no plan.']);
});

test('in Welsh', () => {
  const words = shown(pageOf(example, 'cy'));
  expect(words).toContain('### Pobl mewn gwaith');
  expect(words).toContain('Targed: 11,000 erbyn Mawrth 2024');
  expect(words).toContain('Ar goll o hyd: o ble y daw’r ffigurau, pa mor aml y mae rhywun yn edrych arno.');
});

test('a file of figures that can’t be read is said to be so', () => {
  const words = shown(pageOf({ 'main.plan': plan, 'asb.csv': 'a;b\n1;2\n' }));
  expect(words.join('\n')).toContain('The file ‘asb.csv’ can’t be read');
});

test('only the measure that changed has another flow', () => {
  const { snapshot, engine } = editorFor(example);
  const file = engine.workspace.files.get('main.plan');
  if (!file) throw new Error('There is no main.plan');
  const view = measuresView();
  const options = { language: 'en', chosen: {} } as const;
  const before = new Map(view.page(snapshot, file, options).blocks.map(({ key, flow }) => [key, flow]));
  const at = file.tree.text.indexOf('Force\n');
  engine.change('main.plan', { start: at, end: at, text: 'The ' });
  engine.update();
  const { blocks } = view.page(snapshot, file, options);
  expect(blocks.filter(({ key, flow }) => before.get(key) !== flow).map(({ key }) => key)).toEqual(['p.asb']);
});
