import { parse, textOf } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { faultsIn, treeOf } from './half-written/outline.ts';

/** A text, what is understood of it, and what is wrong with it. */
type Row = readonly [name: string, text: string, tree: readonly string[], faults: readonly string[]];

function expectRows(rows: readonly Row[]): void {
  test.each(rows)('%s', (_, text, tree, faults) => {
    expect(treeOf(text)).toEqual(tree);
    expect(faultsIn(text)).toEqual(faults);
  });
}

describe('text with no key', () => {
  expectRows([
    [
      'at the left margin stands in the item above, and what follows does too',
      'priority a: A\n  why: B\nWords.\n\nMore.\n  action: C\n    due: 2027\n',
      ['priority a: A', '  .why = B', '| Words. ⏎ More.', '  action: C', '    .due = 2027'],
      ['3:1-7 no-key ‘Words.’'],
    ],
    [
      'ends no action: what is deeper still belongs to it',
      'priority a: A\n  action: C\n  Words.\n    due: 2027\n',
      ['priority a: A', '  action: C', '  | Words.', '    .due = 2027'],
      ['3:3-9 no-key ‘Words.’'],
    ],
    [
      'below an unknown key has been reported with it',
      'priority a: A\n  qqqq:\n    Words.\n  due: 2027\n',
      ['priority a: A', '  ? qqqq:', '    | Words.', '  .due = 2027'],
      ['2:3-7 unknown-key ‘qqqq’'],
    ],
    [
      'below an empty text was meant to be that text',
      'section a: A\n  text:\nWords.\n  by: pcc\n',
      ['section a: A', '  .text =', '| Words.', '  .by = pcc'],
      ['3:1-7 no-key ‘Words.’'],
    ],
    [
      'goes on over a line that begins with a word and a colon',
      'section a: A\n  He said that the\n  aim: to be better.\n  by: pcc\n  Others say\n  qqqq: so.\n',
      ['section a: A', '  | He said that the', '  aim: to be better.', '  .by = pcc', '  | Others say ⏎ qqqq: so.'],
      ['2:3-19 no-key ‘He said that the’', '5:3-13 no-key ‘Others say’'],
    ],
    [
      'before the first line stands for itself',
      'Draft.\nplan p: P\n  area: B\n',
      ['| Draft.', 'plan p: P', '  .area = B'],
      ['1:1-7 no-key ‘Draft.’'],
    ],
  ]);
});

describe('a line without a colon', () => {
  expectRows([
    [
      'of a field has a value that can be nothing else',
      'priority a: A\n  outcomes b, c\n  due 2027\n  action: D\n    status under way\ninclude e.plan\n',
      [
        'priority a: A',
        '  .outcomes = b, c',
        '  .due = 2027',
        '  action: D',
        '    .status = under way',
        '.include = e.plan',
      ],
      [
        '2:3-11 missing-colon ‘outcomes’',
        '3:3-6 missing-colon ‘due’',
        '5:5-11 missing-colon ‘status’',
        '6:1-8 missing-colon ‘include’',
      ],
    ],
    [
      'of a field may be text',
      'priority a: A\n  outcomes are what we want\n',
      ['priority a: A', '  | outcomes are what we want'],
      ['2:3-28 no-key ‘outcomes are what we want’'],
    ],
    [
      'of an item has an id, a title, or both',
      'priority a\n  action Build homes\npriority b Build homes\n  due: 2027\npriority c Build homes\n',
      ['priority a:', '  action: Build homes', 'priority b: Build homes', '  .due = 2027', '| priority c Build homes'],
      [
        '1:1-11 missing-colon ‘priority a’',
        '2:3-9 missing-colon ‘action’',
        '3:1-11 missing-colon ‘priority b’',
        '5:1-23 no-key ‘priority c Build homes’',
      ],
    ],
    [
      'is an item where the line below belongs to one',
      'Priority 1. Homes\n  outcomes: b\nPriority 2. Homes\n  Words.\n',
      ['priority: 1. Homes', '  .outcomes = b', '| Priority 2. Homes ⏎ Words.'],
      ['1:1-9 missing-colon ‘Priority’', '3:1-18 no-key ‘Priority 2. Homes’'],
    ],
    [
      'is the heading of lines below that no other item can have',
      'priority a: A\n  outcomes: b\nMore homes\n  outcomes: c\n  action: D\n',
      ['priority a: A', '  .outcomes = b', '? More: homes', '  .outcomes = c', '  action: D'],
      ['3:1-11 no-key ‘More homes’'],
    ],
    [
      'is no heading where it is a sentence',
      'priority a: A\nWe want more homes.\n  outcomes: c\n',
      ['priority a: A', '| We want more homes.', '  .outcomes = c'],
      ['2:1-20 no-key ‘We want more homes.’'],
    ],
    ['has nothing behind it yet', 'plan p', ['plan p:'], ['1:1-7 missing-colon ‘plan p’']],
  ]);
});

describe('a word that is not a key of its place', () => {
  expectRows([
    [
      'takes nothing from the lines below it',
      'objective a: A\n  outcomes: b\n  action: C\n    due: 2027\n    qqqq: x\n',
      ['? objective a: A', '  .outcomes = b', '  action: C', '    .due = 2027', '    ? qqqq: x'],
      ['1:1-10 unknown-key ‘objective’', '5:5-9 unknown-key ‘qqqq’'],
    ],
    [
      'may be the singular or the plural',
      'kpq a: A?\n  outcome: b, c\npriorities d: D\n  outcomes: b\noutcomes: E\noutcomes: b\noutcomes:\n',
      [
        'kpq a: A?',
        '  .outcomes = b, c',
        'priority d: D',
        '  .outcomes = b',
        'outcome: E',
        '.outcomes = b',
        '.outcomes =',
      ],
      [
        '2:3-10 unknown-key ‘outcome’ → ‘outcomes’',
        '3:1-11 unknown-key ‘priorities’ → ‘priority’',
        '5:1-9 unknown-key ‘outcomes’ → ‘outcome’',
        '6:1-9 wrong-place ‘outcomes’',
        '7:1-9 wrong-place ‘outcomes’',
      ],
    ],
    [
      'may be written with spaces',
      'plan p: P\n  Approved by: Us\n  review due: 2027\n  Our aim: to win\n',
      ['plan p: P', '  .approved-by = Us', '  .review-due = 2027', '  | Our aim: to win'],
      [
        '2:3-14 unknown-key ‘Approved by’ → ‘approved-by’',
        '3:3-13 unknown-key ‘review due’ → ‘review-due’',
        '4:3-18 no-key ‘Our aim: to win’',
      ],
    ],
    [
      'may have a dash before it',
      'priority a: A\n  - action b: C\n    due: 2027\n- priority d: D\n  – lead: e\n',
      ['priority a: A', '  action b: C', '    .due = 2027', 'priority d: D', '  .lead = e'],
      ['2:3-4 unknown-key ‘-’', '4:1-2 unknown-key ‘-’', '5:3-4 unknown-key ‘–’'],
    ],
    [
      'may be Welsh: said once for the lines that stand together',
      'cynllun p: P\n  ardal: B\n\nblaenoriaeth a: A\n  pam: C\n  gweithred: D\n    erbyn: 2027\n',
      ['plan p: P', '  .area = B', 'priority a: A', '  .why = C', '  action: D', '    .due = 2027'],
      ['1:1-8 unknown-key ‘cynllun’ → ‘plan’', '4:1-13 unknown-key ‘blaenoriaeth’ → ‘priority’'],
    ],
    [
      'is taken for the one that begins with the same letter',
      'sction: A\nacton: B\n',
      ['section: A', 'action: B'],
      ['1:1-7 unknown-key ‘sction’ → ‘section’', '2:1-6 unknown-key ‘acton’ → ‘action’'],
    ],
    [
      'is no field where items stand below',
      'priority a: A\n  outcme b: B\n    due: 2027\n',
      ['priority a: A', '  outcome b: B', '    .due = 2027'],
      ['2:3-9 unknown-key ‘outcme’ → ‘outcome’', '3:5-8 wrong-place ‘due’'],
    ],
  ]);
});

describe('the wrong place', () => {
  expectRows([
    [
      'is reported once for each key in an item',
      'outcome a: A\n  action: B\n  due: 2027\n  action: C\n    baseline: 3\n',
      ['outcome a: A', '  action: B', '  .due = 2027', '  action: C', '    .baseline = 3'],
      ['2:3-9 wrong-place ‘action’', '3:3-6 wrong-place ‘due’', '5:5-13 wrong-place ‘baseline’'],
    ],
    [
      'is reported once where all items stand below the first line',
      'plan p: P\n  outcome a: A\n  priority b: B\n    outcomes: a\n',
      ['plan p: P', '  outcome a: A', '  priority b: B', '    .outcomes = a'],
      ['2:3-10 wrong-place ‘outcome’'],
    ],
    [
      'is reported once, and no indentation with it, for lines that belong to nothing',
      '  area: B\n  period: 2026\n\noutcome a: A\n',
      ['.area = B', '.period = 2026', 'outcome a: A'],
      ['1:3-7 wrong-place ‘area’'],
    ],
  ]);
});

describe('depth', () => {
  expectRows([
    [
      'is mended to that of the lines beside it, also of those that come later',
      'priority a: A\n      due: 2027\n    lead: b\n  action: C\n',
      ['priority a: A', '  .due = 2027', '  .lead = b', '  action: C'],
      ['2:1-7 indentation ‘      ’ → ‘  ’', '3:1-5 indentation ‘    ’ → ‘  ’'],
    ],
    [
      'of an item in prose, with lines that belong to it',
      'priority a: A\n  why: B\n    action: C\n      due: 2027\n    action: D\n',
      ['priority a: A', '  .why = B', '  action: C', '    .due = 2027', '  action: D'],
      ['3:5-11 item-in-prose ‘action’'],
    ],
    [
      'of what may be prose is reported once',
      'priority a: A\n  why:\n    B\n    action: C\n    action: D\n',
      ['priority a: A', '  .why = B ⏎ action: C ⏎ action: D'],
      ['4:5-11 item-in-prose ‘action’'],
    ],
    [
      'of one space too many is not that of prose',
      'priority a: A\n  why: B\n   lead: c\n  action: C\n',
      ['priority a: A', '  .why = B', '  .lead = c', '  action: C'],
      ['3:4-8 indented-too-far ‘lead’'],
    ],
    [
      'of one space is that of prose where the writer indents so',
      'priority a: A\n why:\n  lead: c\n action: C\n',
      ['priority a: A', '  .why = lead: c', '  action: C'],
      [],
    ],
    [
      'lines with a key go on with no value',
      'label actions: none\n  by: pcc\n  area: B\n',
      ['.label actions = none', '.by = pcc', '.area = B'],
      ['2:3-5 wrong-place ‘by’'],
    ],
  ]);
});

describe('no second fault for the same mistake', () => {
  test.each([
    ['a colon after the value', 'priority a: A\n  outcomes safe:\n', ['2:12-16 unexpected-name ‘safe’']],
    ['a field with nothing behind it', 'priority a: A\n  why\n', ['2:3-6 missing-colon ‘why’']],
    ['a field in the wrong place', 'plan p: P\ntitle: P\n', ['2:1-6 wrong-place ‘title’']],
  ])('%s', (_, text, faults) => expect(faultsIn(text)).toEqual(faults));
});

describe('spaces and line ends', () => {
  test('a byte-order mark is one at the beginning only', () => {
    expect(treeOf('\uFEFFplan p: P\n')).toEqual(['plan p: P']);
    expect(faultsIn('\uFEFFplan p: P\n\uFEFF area: B\n')).toEqual(['2:1-3 odd-space ‘\uFEFF ’ → ‘  ’']);
  });

  test.each(['\n', '\r\n', '\r'])('a value over lines that end with %j', (end) => {
    const tree = parse(['priority a: A', '  outcomes: b,', '    # no value', '    c', '', '  due: 2027'].join(end));
    const [block] = tree.blocks;
    const [outcomes] = block?.entries[0]?.children ?? [];
    expect(block && outcomes && textOf(block, outcomes)).toBe('b, c');
  });
});

test('a comment over an item stays over it in a text that is read in several pieces', () => {
  const prose = '    More words.\n'.repeat(5000);
  for (const end of ['\n', '\r\n']) {
    const text =
      `priority a: A\n  text:\n${prose}\n# A note.\n# One more.\npriority b: B\n  text:\n    Words.\n  why: So.\n`.replaceAll(
        '\n',
        end,
      );
    expect(faultsIn(text)).toEqual([]);
    expect(treeOf(text).slice(-3)).toEqual(['priority b: B', '  .text = Words.', '  .why = So.']);
  }
});
