import { describe, expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import type { Engine } from '../../server/src/engine.ts';
import { toggleLink } from '../../server/src/features/toggle-link.ts';
import type { Item } from '../../server/src/model/item.ts';
import { edited } from '../helpers/edited.ts';
import { editorFor } from '../helpers/editor.ts';

/** The main text after a link is made or broken; undefined where there is nothing to change. */
function toggled(example: Example, from: string, relation: string, to: string, on: boolean): string | undefined {
  const { engine, snapshot } = editorFor(example);
  const edits = toggleLink(snapshot, itemCalled(engine, from), relation, itemCalled(engine, to), on);
  if (!edits) return undefined;
  const main = edits.filter(({ file }) => file === 'main.plan');
  expect(main.length).toBe(edits.length);
  return edited(engine.workspace.files.get('main.plan')?.tree.text ?? '', main);
}

/** The first item with an id or a title. */
function itemCalled(engine: Engine, name: string): Item {
  for (const plan of engine.workspace.plans)
    for (const item of engine.model.items(plan)) if (item.id === name || item.title === name) return item;
  throw new Error(`Nothing is called ${name}`);
}

const plan = (priority: string, more = ''): string => `plan p: Plan
  uses: wfg-2015

outcome safe: Safe
outcome well: Well
outcome warm: Warm
${more}
${priority}`;

interface Case {
  readonly name: string;
  readonly before: string;
  readonly to: string;
  readonly on: boolean;
  readonly after: string;
  readonly relation?: string;
}

const cases: readonly Case[] = [
  {
    name: 'to the end of the list',
    before: 'priority a: A\n  outcomes: safe, well\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: safe, well, warm\n  why: Because.\n',
  },
  {
    name: 'as the list is written, without spaces',
    before: 'priority a: A\n  outcomes: safe,well\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: safe,well,warm\n',
  },
  {
    name: 'one on a line',
    before: 'priority a: A\n  outcomes:\n    safe,\n    well\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes:\n    safe,\n    well,\n    warm\n  why: Because.\n',
  },
  {
    name: 'one alone on a line below its key',
    before: 'priority a: A\n  outcomes:\n    safe\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes:\n    safe,\n    warm\n',
  },
  {
    name: 'behind a comma that waits for it, and before a comment',
    before: 'priority a: A\n  outcomes: safe,\n    # later\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: safe, warm,\n    # later\n  why: Because.\n',
  },
  {
    name: 'into a field that is empty',
    before: 'priority a: A\n  outcomes:\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: warm\n  why: Because.\n',
  },
  {
    name: 'into a line of its own below the head',
    before: 'priority a: A\n    why: Because.\n    action: Act\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n    outcomes: warm\n    why: Because.\n    action: Act\n',
  },
  {
    name: 'below the links that come before it',
    before: 'priority a: A\n  title cy: A\n  outcomes: safe\n  why: Because.\n',
    to: 'wfg-2015.healthier-wales',
    relation: 'goals',
    on: true,
    after: 'priority a: A\n  title cy: A\n  outcomes: safe\n  goals: wfg-2015.healthier-wales\n  why: Because.\n',
  },
  {
    name: 'at the end of a text without a line end',
    before: 'priority a: A',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: warm',
  },
  {
    name: 'with the line ends of the text',
    before: 'priority a: A\r\n  why: Because.\r\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\r\n  outcomes: warm\r\n  why: Because.\r\n',
  },
  {
    name: 'out of the middle',
    before: 'priority a: A\n  outcomes: safe, well, warm\n',
    to: 'well',
    on: false,
    after: 'priority a: A\n  outcomes: safe, warm\n',
  },
  {
    name: 'out of the beginning',
    before: 'priority a: A\n  outcomes:\n    safe,\n    well\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes:\n    well\n',
  },
  {
    name: 'the last one with its line',
    before: 'priority a: A\n  # Agreed in May.\n  outcomes: safe\n  why: Because.\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  # Agreed in May.\n  why: Because.\n',
  },
  {
    name: 'the last one with all its lines but a comment',
    before: 'priority a: A\n  outcomes:\n    # the first\n    safe\n  why: Because.\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n    # the first\n  why: Because.\n',
  },
  {
    name: 'from beside a comment',
    before: 'priority a: A\n  outcomes: safe,\n    # the second\n    well\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes: \n    # the second\n    well\n',
  },
  {
    name: 'what is written twice',
    before: 'priority a: A\n  outcomes: safe, well, safe\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes: well\n',
  },
  {
    name: 'what is written in two fields',
    before: 'priority a: A\n  outcomes: safe\n  outcomes: well, safe\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes: well\n',
  },
];

test.each(cases)('a name goes $name', ({ before, to, on, after, relation = 'outcomes' }) => {
  const [, name = to] = to.includes('.') ? to.split('.') : [];
  const ends = before.includes('\r');
  const text = (priority: string) => (ends ? plan(priority).replaceAll(/\r?\n/g, '\r\n') : plan(priority));
  expect(toggled(text(before), 'a', relation, name, on)).toBe(text(after));
});

test('in a Welsh file the field has its Welsh key', () => {
  const text = '# language: cy\ncynllun p: Cynllun\n\ncanlyniad da: Da\n\nblaenoriaeth a: A\n  pam: Achos.\n';
  expect(toggled(text, 'a', 'outcomes', 'da', true)).toBe(text.replace('  pam', '  canlyniadau: da\n  pam'));
});

test('an item without an id is given one', () => {
  const text = plan('priority a: A\n', 'outcome: Homes are warm and dry\n');
  expect(toggled(text, 'a', 'outcomes', 'Homes are warm and dry', true)).toBe(
    plan('priority a: A\n  outcomes: homes-warm-dry\n', 'outcome homes-warm-dry: Homes are warm and dry\n'),
  );
});

test('a library that is not used yet is used', () => {
  const text = plan('priority a: A\n').replace('  uses: wfg-2015\n', '  area: Here\n');
  expect(toggled(text, 'a', 'goals', 'healthier-wales', true)).toBe(
    text.replace('  area', '  uses: wfg-2015\n  area').replace(': A\n', ': A\n  goals: wfg-2015.healthier-wales\n'),
  );
});

describe('nothing changes', () => {
  const none: readonly [string, string, string, string, boolean][] = [
    ['where the link is there', 'priority a: A\n  outcomes: safe\n', 'a', 'safe', true],
    ['where the link is not there', 'priority a: A\n', 'a', 'safe', false],
    ['where it is handed down', 'priority a: A\n  outcomes: safe\n  priority b: B\n', 'b', 'safe', false],
    [
      'where it is handed down and written too',
      'priority a: A\n  outcomes: safe\n  priority b: B\n    outcomes: safe\n',
      'b',
      'safe',
      false,
    ],
    ['where it is handed down already', 'priority a: A\n  outcomes: safe\n  priority b: B\n', 'b', 'safe', true],
    ['where one stands in the other', 'priority a: A\n  outcome mine: Mine\n', 'a', 'mine', false],
    ['where the field may not name such an item', 'priority a: A\npriority b: B\n', 'a', 'b', true],
    ['where the id is another item’s first', 'priority a: A\noutcome safe: Safe again\n', 'a', 'Safe again', true],
    ['where the id can’t be named', 'priority a: A\noutcome Not An Id: Odd\n', 'a', 'Odd', true],
    ['where there is no colon', 'priority a: A\n  outcomes\n', 'a', 'safe', true],
  ];
  test.each(none)('%s', (_, priority, from, to, on) => {
    expect(toggled(plan(priority), from, 'outcomes', to, on)).toBeUndefined();
  });

  test('in a library that comes with the program', () => {
    const { engine, snapshot } = editorFor(plan('outcome mine: Mine\n'));
    const [from, to] = [itemCalled(engine, 'healthier-wales'), itemCalled(engine, 'safe')];
    expect(toggleLink(snapshot, from, 'outcomes', to, true)).toBeUndefined();
  });
});
