import { expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { type ThreadItem, threadTree } from '../../server/src/features/thread/tree.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

function tree(example: Example): ThreadItem[] {
  const { snapshot, file } = editorFor(example);
  return threadTree(snapshot, file);
}

/** The tree as lines, indented: title, description, and how many faults there are. */
const lines = (items: readonly ThreadItem[], indent = ''): string[] =>
  items.flatMap(({ title, description, faults, children }) => [
    `${indent}${[title, description].filter(Boolean).join(' – ')}${faults.length > 0 ? ' !'.repeat(faults.length) : ''}`,
    ...lines(children, `${indent}  `),
  ]);

/** Everything that is asked of a measure but for the thread. */
const full =
  'unit: x\n  direction: increase\n  baseline: 1 in 2025\n  target: 2 by 2027\n  frequency: yearly\n  source: S\n  owner: O';
const head = 'plan p: Plan\n\n';

test.each<[string, string, readonly string[]]>([
  ['nothing', '', []],
  ['an outcome alone', 'outcome o: Outcome\n', ['Outcome – outcome · no priority yet · no KPQ yet ! !']],
  [
    'a whole thread',
    `outcome o: Outcome\n\nkpq k: How good is it?\n  outcomes: o\n\nmeasure m: Number\n  kpqs: k\n  ${full}\n\npriority x: Priority\n  why: W\n  outcomes: o\n  kpqs: k\n  action a: Action\n    action: Part of it\n    milestone: Step\n`,
    [
      'Outcome – outcome',
      '  Priority – priority',
      '    Action – action',
      '      Part of it – action',
      '      Step – milestone',
      '  How good is it? – KPQ',
      '    Number – measure',
    ],
  ],
  [
    'what hangs on nothing',
    'kpq k: How?\n\nmeasure m: M\n\npriority x: X\n',
    [
      'Not on the thread',
      '  How? – KPQ · no outcome yet · no priority yet · no measure yet ! ! !',
      '  M – measure · no KPQ yet ! ! ! ! ! ! !',
      '  X – priority · no outcome yet · no KPQ yet · no action yet ! ! ! !',
    ],
  ],
  [
    'priorities in priorities stand below these, and below what they name besides',
    'outcome o: One\noutcome t: Two\npriority x: X\n  outcomes: o\n  priority y: Y\n    outcomes: t\n',
    [
      'One – outcome · no KPQ yet !',
      '  X – priority · no KPQ yet · no action yet ! ! !',
      '    Y – priority',
      'Two – outcome · no KPQ yet !',
      '  Y – priority',
    ],
  ],
  [
    'a name that leads nowhere is told of',
    'priority x: X\n  outcomes: gone\n  kpqs: gone\n  why: W\n  action: A\n',
    ['Not on the thread', '  X – priority ! !', '    A – action'],
  ],
  [
    'a local outcome is no root',
    'priority x: X\n  outcome o: O\n',
    ['Not on the thread', '  X – priority · no KPQ yet · no action yet ! ! !'],
  ],
  [
    'actions of a section',
    'outcome o: O\npriority x: X\n  outcomes: o\nsection s: Next\n  priorities: x\n  action: A\n',
    ['O – outcome · no KPQ yet !', '  X – priority · no KPQ yet ! !', '    A – action'],
  ],
])('%s', (_, text, expected) => {
  expect(lines(tree(head + text))).toEqual(expected);
});

test('numbers stand before titles', () => {
  const text = 'plan p: Plan\n  numbering: priorities\n\noutcome o: O\npriority x: X\n  outcomes: o\n  priority y: Y\n';
  expect(lines(tree(text)).map((line) => line.split(' – ')[0])).toEqual(['O', '  1 X', '    1.1 Y']);
});

test('the parts of a plan belong to it, whichever file is asked about', () => {
  const files = {
    'main.plan': 'plan p: Plan\n\noutcome o: O\n\ninclude: part.plan\n',
    'part.plan': 'part p: Part‸\n\npriority x: X\n  outcomes: o\n',
  };
  const [root] = tree(files);
  expect(root?.title).toBe('O');
  expect(root?.children[0]).toMatchObject({
    key: 'priority x',
    kind: 'priority',
    whole: { path: 'part.plan', range: { start: { line: 2, character: 0 }, end: { line: 3, character: 13 } } },
    focus: { path: 'part.plan', range: { start: { line: 2, character: 12 } } },
  });
});

test('a plan that delivers another hangs on the outcomes of that one', () => {
  const files = {
    'main.plan': 'plan p: Plan\n\noutcome o: O\n\npriority x: X\n  outcomes: o\n',
    'delivery.plan': 'plan d: Delivery‸\n  uses: p\n  delivers: p\n\npriority y: Y\n  priorities: p.x\n  action: A\n',
  };
  const titles = lines(tree(files)).map((line) => line.split(' – ')[0]);
  expect(titles).toEqual(['O', '  X', '    Y', '      A']);
});

test('keys of siblings differ', () => {
  const keys = tree(`${head}priority: Same\npriority: Same\npriority x: X\n`)[0]?.children.map(({ key }) => key);
  expect(keys).toEqual(['priority Same', 'priority Same (2)', 'priority x']);
});

test('in Welsh', () => {
  expect(lines(tree('# language: cy\ncynllun p: C\n\nblaenoriaeth a: A\n'))).toEqual([
    'Ddim ar yr edau',
    '  A – blaenoriaeth · dim canlyniad eto · dim CPA eto · dim gweithred eto ! ! ! !',
  ]);
});

test('circles end', () => {
  const text = 'outcome o: O\npriority a: A\n  outcomes: o\n  priorities: b\npriority b: B\n  priorities: a\n';
  expect(lines(tree(head + text)).length).toBeLessThan(100);
});

test('a plan in which everything serves everything has an end', () => {
  const ids = Array.from({ length: 30 }, (_, index) => `p${index}`);
  const text = ids.map((id) => `priority ${id}: P\n  outcomes: o\n  priorities: ${ids.join(', ')}\n`).join('');
  expect(JSON.stringify(tree(`${head}outcome o: O\n${text}`)).length).toBeLessThan(50_000_000);
});

test('samples, and files that are no plan', () => {
  for (const text of ['', '\n', '# only a comment', 'part p: Alone\n\npriority x: X\n', ...Object.values(samples)])
    tree(text);
});
