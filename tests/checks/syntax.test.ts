import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import type { Example } from '../../server/src/checks/rule.ts';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

/** Expects the marked findings of the group, and no others of it. */
function expectMarked(marked: string): void {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, ['syntax'])).toEqual(expected);
}

const findings = (plan: Example, rule: string): Diagnostic[] =>
  diagnosticsOf(plan).filter((diagnostic) => diagnostic.rule === `syntax/${rule}`);

const messages = (plan: Example, rule: string): string[] => findings(plan, rule).map(({ message }) => message);

/** The plan after the mend with this title, or after the first one, of the first finding of a rule. */
function mended(plan: string, rule: string, title?: string): string | undefined {
  const fixes = findings(plan, rule)[0]?.fixes ?? [];
  const fix = title === undefined ? fixes[0] : fixes.find((one) => one.title === title);
  const after = fix && applyFix(plan, fix);
  return typeof after === 'object' ? after['main.plan'] : after;
}

describe('words that begin a line', () => {
  test('are reported where they are not known, with what was meant', () => {
    expectMarked(`plan p: Leisure Plan

priority swimming: Everybody can swim
  outcoms: fit
# ^^^^^^^ syntax/unknown-key
  Lead: head-of-leisure
# ^^^^ syntax/capital-key
  action: Reopen the lido
    baseline: 3
#   ^^^^^^^^ syntax/wrong-place
    frobnicate: twice
#   ^^^^^^^^^^ syntax/unknown-key
`);
  });

  test('a Welsh word in an English file', () => {
    const plan = 'plan p: Cynllun\n\ncanlyniad actif: Mae pobl yn egnïol\n';
    expect(messages(plan, 'unknown-key')).toEqual([
      '‘canlyniad’ is Welsh for ‘outcome’, and the lines of this file begin with English words. To write them in Welsh, begin the file with “# language: cy”.',
    ]);
    expect(mended(plan, 'unknown-key', 'Change to ‘outcome’')).toBe(
      'plan p: Cynllun\n\noutcome actif: Mae pobl yn egnïol\n',
    );
    expect(mended(plan, 'unknown-key')).toBe(`# language: cy\n${plan}`);
    expect(found(`# language: cy\n${plan}`, ['syntax'])).toEqual([]);
  });

  test('one for several, and several for one', () => {
    expect(messages('plan p: P\n\nkpq q: How?\n  outcome: safe\n', 'unknown-key')).toEqual([
      '‘outcome’ is not a word that can begin a line here. Did you mean ‘outcomes’?',
    ]);
    expect(mended('plan p: P\n  Approved by: Full Council\n', 'unknown-key')).toBe(
      'plan p: P\n  approved-by: Full Council\n',
    );
  });

  test('a dash before a key', () => {
    const plan = 'plan p: Parks Plan\n\npriority parks: Better parks\n  - action: Plant 500 trees\n';
    expect(mended(plan, 'unknown-key')).toBe(
      'plan p: Parks Plan\n\npriority parks: Better parks\n  action: Plant 500 trees\n',
    );
  });

  test('an unknown word may be text', () => {
    expect(mended('plan p: Plan\n\nsection s: Homes\n  qqqq: we build them\n', 'unknown-key')).toBe(
      'plan p: Plan\n\nsection s: Homes\n  text:\n    qqqq: we build them\n',
    );
    expect(mended('plan p: Plan\n\nqqqq: to be checked\n', 'unknown-key')).toBe(
      'plan p: Plan\n\n# qqqq: to be checked\n',
    );
  });
});

describe('wrong-place says where a line can stand', () => {
  test.each([
    [
      'plan p: Plan\nperiod: 2026\n',
      '‘period’ says something about the whole plan, so it goes below the “plan” line, indented; or below a statistic, where it is about one.',
    ],
    [
      'library l: Library\nlanguage: en\n',
      '‘language’ says something about the whole library, so it goes below the “library” line, indented.',
    ],
    [
      'plan p: Plan\n\noutcomes: safe\n',
      '‘outcomes’ cannot stand at the left margin of a plan. It can stand in a key performance question, a measure or a priority: indent it there.',
    ],
    [
      'plan p: Plan\n\ntext: Words\n',
      'At the left margin ‘text’ belongs to nothing. Indent it below the item that it is about.',
    ],
    [
      'library l: Library\n\npriority p: Priority\n',
      '‘priority’ cannot stand at the left margin of a library. It can stand at the left margin of a plan, or in a theme or a priority: indent it there.',
    ],
    [
      'plan p: Plan\n\nmeasure m: Trees\n  due: 2027\n',
      '‘due’ cannot stand in a measure. It can stand in a priority, a group, a section, an action or a milestone: move it there.',
    ],
    [
      'plan p: Plan\n\npriority a: Homes\n  label why: Reasons\n',
      '‘label’ cannot stand in a priority. It can stand at the left margin of a plan: move it there.',
    ],
    [
      'plan p: Plan\n\npriority a: Homes\n  plan q: Another\n',
      '‘plan’ says what a whole file is, so it cannot stand inside something else. Give it a file of its own, where it is the first line.',
    ],
    [
      '# language: cy\ncynllun p: Cynllun\ncyfnod: 2026\n',
      'Mae ‘cyfnod’ yn dweud rhywbeth am y cynllun i gyd, felly o dan y llinell “cynllun” y mae’n mynd, wedi’i fewnoli; neu o dan “ystadegyn”, os am hynny y mae’n sôn.',
    ],
  ])('%j', (plan, message) => {
    expect(messages(plan, 'wrong-place')).toEqual([message]);
  });

  test('and indents a line that has lost its indentation, and no other', () => {
    const lost = 'plan p: P\n\npriority a: A\ndue: 2027\n  lead: me\n  why:\n    Because.\n';
    expect(mended(lost, 'wrong-place')).toBe(lost.replace('\ndue', '\n  due'));
    const words = 'plan p: P\n\npriority a: A\nwhy:\n    Because.\n';
    expect(mended(words, 'wrong-place')).toBe(words.replace('\nwhy', '\n  why'));
    const shallow = 'plan p: P\n\npriority a: A\nwhy:\n  Because.\n';
    expect(mended(shallow, 'wrong-place')).toBe('plan p: P\n\npriority a: A\n  why:\n    Because.\n');
  });

  test('and indents what stands at the left margin, with all that is in it', () => {
    expect(mended('plan p: Plan\n\npriority a: A\naction: Act\n  due: 2027\n', 'wrong-place')).toBe(
      'plan p: Plan\n\npriority a: A\n  action: Act\n    due: 2027\n',
    );
  });

  test.each([
    'plan p: Plan\n\naction: Plant trees\n',
    'plan p: Plan\n\nrole r: R\n\naction: Plant trees\n\npriority a: A\n',
  ])('and not where nothing above can hold it: %j', (plan) => {
    expect(findings(plan, 'wrong-place').map(({ fixes }) => fixes)).toEqual([[]]);
  });
});

test('items below the plan line begin at the left margin', () => {
  const plan = 'plan p: P\n  area: Here\n\n  outcome a: A\n    source: S\n\n  outcome b: B\n';
  expect(messages(plan, 'wrong-place')).toEqual([
    '‘outcome’ is an item of its own and no field of the plan, so it begins at the left margin.',
  ]);
  expect(mended(plan, 'wrong-place')).toBe('plan p: P\n  area: Here\n\noutcome a: A\n  source: S\n\noutcome b: B\n');
  expect(findings(`${plan}  kind: plan\n`, 'wrong-place')[0]?.fixes).toEqual([]);
});

describe('lines without a key', () => {
  test('one finding for lines that stand together', () => {
    expectMarked(`plan p: Homes Plan

section about: About us
  We look after homes.
# ^^^^^^^^^^^^^^^^^^^^ syntax/no-key
  We also build them.
  text: Not this one.
  https://example.org/homes
# ^^^^^^^^^^^^^^^^^^^^^^^^^ syntax/no-key
`);
    expect(found('plan p: Plan\n\nOur area is large.\nIt has a coast.\n', ['syntax'])).toEqual([
      '3:0-18 syntax/no-key',
    ]);
  });

  test('go under text, with their own line ends', () => {
    const plan = 'plan p: Plan\r\n\r\nsection s: Homes\r\n  We look after homes.\r\n    All of them.\r\n';
    expect(mended(plan, 'no-key')).toBe(
      'plan p: Plan\r\n\r\nsection s: Homes\r\n  text:\r\n    We look after homes.\r\n      All of them.\r\n',
    );
  });

  test('go on with the text above', () => {
    const plan = 'plan p: Plan\n\nsection s: Homes\n  text:\n     Old ones.\n\n  New ones.\n';
    expect(mended(plan, 'no-key')).toBe(
      'plan p: Plan\n\nsection s: Homes\n  text:\n     Old ones.\n\n     New ones.\n',
    );
    const onOneLine = 'plan p: Plan\n\npriority a: Homes\n  why: Old ones.\n  New ones.\n';
    expect(mended(onOneLine, 'no-key')).toBe('plan p: Plan\n\npriority a: Homes\n  why: Old ones.\n    New ones.\n');
  });

  test('are not put under a second text', () => {
    const plan = 'plan p: Plan\n\npriority a: Homes\n  text: Old ones.\n  lead: me\n  New ones.\n';
    expect(findings(plan, 'no-key')[0]?.fixes.map(({ title }) => title)).toEqual([
      'Make it a comment, which is not printed',
    ]);
  });

  test('go under the text of the item above, from the left margin too', () => {
    const plan = 'plan p: P\n\npriority a: Homes\n    lead: me\n\nNew ones.\n\nMany.\n\n    due: 2027\n';
    expect(mended(plan, 'no-key')).toBe(
      'plan p: P\n\npriority a: Homes\n    lead: me\n\n    text:\n      New ones.\n\n      Many.\n\n    due: 2027\n',
    );
    const wrapped = 'plan p: P\n\nsection s: Homes\n  text:\n    We build\nnew ones.\n    And mend.\n';
    expect(mended(wrapped, 'no-key')).toBe(wrapped.replace('\nnew', '\n    new'));
  });

  test('a heading with items below it', () => {
    const plan = 'plan p: P\n\nOur Homes\n  outcomes: safe\n';
    expect(messages(plan, 'no-key')).toEqual([expect.stringContaining('though the lines below belong to it')]);
    expect(findings(plan, 'no-key')[0]?.fixes).toEqual([]);
  });

  test('marks that version control leaves', () => {
    const plan = 'plan p: P\n\n<<<<<<< HEAD\noutcome a: A\n=======\noutcome b: B\n>>>>>>> homes\n';
    expect(messages(plan, 'no-key')).toEqual(Array(3).fill(expect.stringContaining('two versions of the file')));
    expect(mended(plan, 'no-key')).toBe(plan.replace('<<<<<<< HEAD\n', ''));
  });

  test('become a comment at the left margin', () => {
    expect(mended('plan p: Plan\n\nAsk Ada.\nAsk Sam.\n', 'no-key')).toBe('plan p: Plan\n\n# Ask Ada.\n# Ask Sam.\n');
  });

  test('that begin with a known word may only lack a colon', () => {
    expect(mended('plan p: Plan\n\npriority a: Homes\n  due by Easter\n', 'no-key')).toBe(
      'plan p: Plan\n\npriority a: Homes\n  due: by Easter\n',
    );
    expect(mended('plan p: Plan\n\npriority a: Homes\n  due 2027-03\n', 'missing-colon')).toBe(
      'plan p: Plan\n\npriority a: Homes\n  due: 2027-03\n',
    );
    expect(mended('plan p: Plan\n\npriority a: Homes\n  action Build\n', 'missing-colon')).toBe(
      'plan p: Plan\n\npriority a: Homes\n  action: Build\n',
    );
    expect(mended('plan p: Plan\n\npriority a: Homes\n  why\n    Because.\n', 'missing-colon')).toBe(
      'plan p: Plan\n\npriority a: Homes\n  why:\n    Because.\n',
    );
  });
});

describe('indentation', () => {
  test('an item in prose that is read as one', () => {
    const plan = `plan p: Plan

priority a: Homes
  why:
    Too few.
    action build: Build more
      due: 2027
    action: Mend the old ones
  lead: me
`;
    expect(found(plan, ['syntax'])).toEqual(['6:4-10 syntax/item-in-prose']);
    expect(mended(plan, 'item-in-prose')).toBe(
      plan.replace(
        '    action build: Build more\n      due: 2027\n    action: Mend',
        '  action build: Build more\n    due: 2027\n  action: Mend',
      ),
    );
  });

  test('an item at the left margin of the plan', () => {
    const plan =
      'plan p: Plan\n\nsection s: Homes\n  text:\n    Too few.\n\n    outcome homes: Enough homes\n      source: Survey\n';
    expect(mended(plan, 'item-in-prose')).toBe(
      'plan p: Plan\n\nsection s: Homes\n  text:\n    Too few.\n\n  outcome homes: Enough homes\n    source: Survey\n',
    );
  });

  test('lines of items at the end of a prose', () => {
    const plan =
      'plan p: Plan\n\npriority a: Homes\n  why:\n    Too few.\n    action: Build more\n      due: 2027\n    action: Mend the old ones\n  lead: me\n';
    expect(mended(plan, 'item-in-prose')).toBe(
      'plan p: Plan\n\npriority a: Homes\n  why:\n    Too few.\n  action: Build more\n    due: 2027\n  action: Mend the old ones\n  lead: me\n',
    );
  });

  test('no mend where words follow that would belong to nothing', () => {
    const plan = 'plan p: Plan\n\npriority a: Homes\n  why:\n    Too few.\n    action: Build more\n    And so on.\n';
    expect(findings(plan, 'item-in-prose').map(({ fixes }) => fixes.length)).toEqual([0]);
  });

  test('real prose has colons in it', () => {
    expectMarked(`plan p: Homes Plan

priority a: Homes
  why:
    We want three things, namely: light, air and warmth.
    Our aim: homes that last.
    Action: see below.
    value for money: we count every pound.
    action:
    - outcome one two three: four
`);
  });

  test('a field too deep, and what is beside it', () => {
    const plan = 'plan p: Plan\n\npriority a: Homes\n  lead: me\n      due: 2027\n      goals: g\n  action: Build\n';
    expect(found(plan, ['syntax'])).toEqual(['5:6-9 syntax/indented-too-far']);
    expect(mended(plan, 'indented-too-far')).toBe(
      'plan p: Plan\n\npriority a: Homes\n  lead: me\n  due: 2027\n  goals: g\n  action: Build\n',
    );
  });

  test('a depth of its own, at the first line or at a later one', () => {
    const first = 'plan p: Plan\n\npriority a: Homes\n    lead: me\n    due: 2027\n  action: Build\n    due: 2028\n';
    expect(mended(first, 'indentation')).toBe(
      'plan p: Plan\n\npriority a: Homes\n  lead: me\n  due: 2027\n  action: Build\n    due: 2028\n',
    );
    const later = 'plan p: Plan\n\npriority a: Homes\n    lead: me\n   action: Build\n    due: 2028\n';
    expect(mended(later, 'indentation')).toBe(
      'plan p: Plan\n\npriority a: Homes\n    lead: me\n    action: Build\n     due: 2028\n',
    );
    expect(mended(' plan p: Plan\n   period: 2026\n', 'indentation')).toBe('plan p: Plan\n  period: 2026\n');
  });

  test('no mend of the depth where tabs stand', () => {
    const plan = 'plan p: Plan\n\npriority a: Homes\n  action: Build\n    lead: me\n   due: 2028\n\tcost: £2m\n';
    expect(findings(plan, 'indentation').length).toBeGreaterThan(0);
    for (const { fixes } of findings(
      'plan p: Plan\n\npriority a: Homes\n    lead: me\n   action: Build\n\t\tdue: 2028\n',
      'indentation',
    ))
      expect(fixes).toEqual([]);
  });

  test('tabs and spaces of other sorts, but not in prose', () => {
    const plan =
      'plan p: Plan\n\tperiod: 2026\n\u00a0\u00a0area: Here\n  synopsis:\n    \tA tab.\n    \u00a0A space.\n';
    expect(found(plan, ['syntax'])).toEqual(['2:0-1 syntax/tab', '3:0-2 syntax/odd-space']);
    expect(mended(plan, 'tab')).toBe(plan.replace('\t', '  '));
    expect(mended(plan, 'odd-space')).toBe(plan.replace('\u00a0\u00a0', '  '));
  });
});

describe('what a file is', () => {
  test('a file that does not say it', () => {
    const plan = '# Our plan\n\nsection s: About us\n  text: We are a council.\n';
    expect(found(plan, ['syntax'])).toEqual(['3:0-7 syntax/no-root']);
    expect(mended(plan, 'no-root')).toBe(plan.replace('section', 'plan our-plan: Our Plan\n\nsection'));
    expect(mended(`# language: cy\n${plan}`, 'no-root')).toContain('cynllun our-plan: Our Plan\n');
  });

  test.each(['', '\n', '# Nothing yet\n', '# Nothing yet'])('a file with nothing in it: %j', (plan) => {
    expect(diagnosticsOf(plan).map(({ rule }) => rule)).toEqual(['syntax/empty-file']);
    const begun = mended(plan, 'empty-file') ?? '';
    expect(begun).toMatch(/(?:^|\n)plan our-plan: Our Plan\n$/);
    expect(begun.startsWith(plan)).toBe(true);
    expect(found(begun, ['syntax'])).toEqual([]);
  });

  test('a file with nothing in it that a plan includes is begun as a part of it', () => {
    const files = { 'main.plan': '', 'p.plan': 'plan p: P\n\ninclude: main.plan\n' };
    const [fix] = findings(files, 'empty-file').flatMap(({ fixes }) => fixes);
    expect(fix && (applyFix(files, fix) as Record<string, string>)['main.plan']).toBe('part p: Title of this part\n');
  });

  test('a file that says it twice', () => {
    expect(found('plan a: A\n\nlibrary b: B\n\nplan c: C\n', ['syntax'])).toEqual([
      '3:0-7 syntax/second-root',
      '5:0-4 syntax/second-root',
    ]);
  });

  test('an id of its own', () => {
    expect(mended('plan: Our Borough’s Plan 2026\n', 'missing-id')).toBe(
      'plan our-boroughs-plan-2026: Our Borough’s Plan 2026\n',
    );
    expect(findings('part: Homes\n', 'missing-id')[0]?.fixes).toEqual([]);
    expect(findings('plan: …\n', 'missing-id')[0]?.fixes).toEqual([]);
  });
});

describe('ids, names and values', () => {
  test('are reported where they stand', () => {
    expectMarked(`plan p: Homes Plan
  status: nearly done
#         ^^^^^^^^^^^ syntax/wrong-value
  owner:

outcome Warm Homes: Homes are warm
#       ^^^^^^^^^^ syntax/bad-id

measure loans: Homes let
  unit soon: homes
#      ^^^^ syntax/wrong-value
  owner now: head-of-homes
#       ^^^ syntax/unexpected-name
  actual: 3
# ^^^^^^ syntax/missing-name
  frequency:
# ^^^^^^^^^ syntax/empty-field
  source: Us
  source cy: Ni
  source: Us again
# ^^^^^^ syntax/repeated-field
  target: 300 by 31/12/2029
#                ^^^^^^^^^^ syntax/wrong-value
`);
  });

  test.each([
    ['label Action: What will I do?', 'label action: What will I do?'],
    ['label prioritys: What matters', 'label priority: What matters'],
    ['label actoins: What will I do?', 'label actions: What will I do?'],
  ])('and offers the word that was meant in %j', (line, meant) => {
    expect(mended(`plan p: P\n\n${line}\n`, 'wrong-value')).toBe(`plan p: P\n\n${meant}\n`);
  });

  test('mends', () => {
    expect(mended('plan p: P\n\noutcome Warm Homes: Warm\n', 'bad-id')).toBe('plan p: P\n\noutcome warm-homes: Warm\n');
    expect(mended('plan p: P\n\npriority a: A\n  lead now : me\n', 'unexpected-name')).toBe(
      'plan p: P\n\npriority a: A\n  lead : me\n',
    );
    expect(mended('plan p: P\n\npriority a: A\n  lead:\n  due: 2027\n', 'empty-field')).toBe(
      'plan p: P\n\npriority a: A\n  due: 2027\n',
    );
    expect(mended('plan p: P\n\nmeasure m: M\n  target: 300 by 31/12/2029\n', 'wrong-value')).toBe(
      'plan p: P\n\nmeasure m: M\n  target: 300 by 2029-12-31\n',
    );
  });

  test('a field that stands twice points to the first', () => {
    const [finding] = findings('plan p: P\n\npriority a: A\n  lead: me\n  due: 2027\n  lead: you\n', 'repeated-field');
    expect(finding?.related.map(({ range }) => range.start)).toEqual([{ line: 3, character: 2 }]);
    expect(finding?.message).toContain('with a comma');
  });

  test('a field that stands twice among many others is found', () => {
    const others = Array.from({ length: 20 }, (_, index) => `  action: Step ${index}\n`).join('');
    const plan = `plan p: P\n\npriority a: A\n  lead: me\n${others}  lead: you\n`;
    expect(findings(plan, 'repeated-field')).toHaveLength(1);
  });

  test('titles that may be missing', () => {
    expect(found('plan p: P\n\nvision:\n  text: Good.\n\npriority a:\n  action:\n', ['syntax'])).toEqual([
      '6:0-10 syntax/missing-title',
      '7:2-8 syntax/missing-title',
    ]);
  });
});

describe('files that a plan names', () => {
  const plan = `plan p: Coast Plan

include: parts/one.plan

figure: The coast
  image: coast.png
  alt: A bay

table: Beaches
  data: ../data/beaches.csv

chart: Beaches
  data: C:\\data.csv
`;

  test('missing, outside, or not a path at all', () => {
    expect(found(plan, ['syntax/missing-file', 'syntax/path-outside'])).toEqual([
      '10:8-27 syntax/path-outside',
      '3:9-23 syntax/missing-file',
      '6:9-18 syntax/missing-file',
    ]);
  });

  test('are found where they are', () => {
    const files = { 'main.plan': plan, 'parts/one.plan': 'part p: One\n', 'coast.png': '' };
    expect(messages(files, 'missing-file')).toEqual([]);
    expect(messages(files, 'include-not-part')).toEqual([]);
    expect(messages({ ...files, 'parts/one.plan': '' }, 'missing-file')).toEqual([]);
  });

  test('a path in the wrong place has been reported already', () => {
    const misplaced = 'plan p: P\n\ndata: a.csv\n\nmeasure m: M\n  image: b.png\n';
    expect(found(misplaced, ['syntax'])).toEqual(['3:0-4 syntax/wrong-place', '6:2-7 syntax/wrong-place']);
  });

  test('a folder up is fine inside the workspace', () => {
    const engine = engineFor({
      'plans/a/plan.plan': 'plan p: P\n\ntable: M\n  data: ../../data/m.csv\n',
      'data/m.csv': '',
    });
    const rules = engine.diagnostics('plans/a/plan.plan').map(({ rule }) => rule);
    expect(rules).not.toContain('syntax/path-outside');
    expect(rules).not.toContain('syntax/missing-file');
  });

  const include = 'plan p: P\n\ninclude: part.plan\n';
  test.each([
    ['plan q: Q\n', '‘part.plan’ is a plan of its own'],
    ['library q: Q\n', '‘part.plan’ is a library of its own'],
    ['outcome q: Q\n', '‘part.plan’ does not say that it is a part'],
    ['part q: Q\n', '‘part.plan’ says that it is a part of ‘q’, and this plan is ‘p’'],
  ])('an included file that begins with %j', (part, message) => {
    expect(messages({ 'main.plan': include, 'part.plan': part }, 'include-not-part')).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test('an included file that is no plan file, and a part of two plans', () => {
    expect(
      messages({ 'main.plan': 'plan p: P\n\ninclude: one.txt\n', 'one.txt': '' }, 'include-not-part'),
    ).toHaveLength(1);
    const files = { 'a.plan': 'plan a: A\n\ninclude: part.plan\n', 'main.plan': include, 'part.plan': 'part p: Q\n' };
    expect(messages(files, 'include-not-part')).toEqual([expect.stringContaining('by the plan ‘a’ already')]);
  });

  test('a part that comes later', () => {
    const engine = engineFor({ 'main.plan': include });
    const rules = (): string[] => engine.diagnostics('main.plan').map(({ rule }) => rule);
    expect(rules()).toContain('syntax/missing-file');
    engine.set('part.plan', 'part q: Q\n');
    expect(rules()).toContain('syntax/include-not-part');
    expect(rules()).not.toContain('syntax/missing-file');
    engine.set('part.plan', 'part p: Q\n');
    expect(rules()).not.toContain('syntax/include-not-part');
    expect(rules()).not.toContain('syntax/missing-file');
  });
});

describe('allowances', () => {
  const without = (comment: string): string => `plan p: Homes Plan\n\n${comment}\noutcome warm: Homes are warm\n`;
  const rules = (plan: string): string[] =>
    found(plan, ['syntax', 'thread/outcome-without-priority'], { final: true }).map((one) => one.replace(/^\S+ /, ''));

  test('with a reason, in either language', () => {
    expect(rules(without('# allow thread/outcome-without-priority: agreed in May'))).toEqual([]);
    expect(rules(without('#caniatáu thread/outcome-without-priority: cytunir ym mis Mai'))).toEqual([]);
    expect(rules(without('# Allow thread/outcome-without-priority: agreed in May'))).toEqual([]);
    expect(rules(without('# allow: thread/outcome-without-priority: agreed in May'))).toEqual([]);
    expect(rules(without('# Caniatáu: thread/outcome-without-priority: cytunir ym mis Mai'))).toEqual([]);
    expect(rules(without('# Note\n# allow thread/outcome-without-priority: agreed in May\n# Note'))).toEqual([]);
  });

  test('without a reason they allow nothing', () => {
    expect(rules(without('# allow thread/outcome-without-priority'))).toEqual([
      'syntax/allow-without-reason',
      'thread/outcome-without-priority',
    ]);
    expect(rules(without('# allow thread/outcome-without-priority:'))).toContain('syntax/allow-without-reason');
  });

  test('of a check that is not there', () => {
    const plan = without('# allow outcome-without-priority: agreed in May');
    expect(found(plan, ['syntax'])).toEqual(['3:8-32 syntax/allow-unknown-rule']);
    expect(mended(plan, 'allow-unknown-rule')).toBe(plan.replace('outcome-w', 'thread/outcome-w'));
    expect(findings(without('# allow made/up: by me'), 'allow-unknown-rule')[0]?.fixes).toEqual([]);
  });

  test('of nothing, or over nothing', () => {
    const nothing = without('# allow syntax/tab: it was typed so');
    expect(found(nothing, ['syntax'])).toEqual(['3:0-35 syntax/unused-allow']);
    expect(mended(nothing, 'unused-allow')).toBe('plan p: Homes Plan\n\noutcome warm: Homes are warm\n');
    const deeper = without('  # allow thread/outcome-without-priority: agreed in May\n');
    expect(rules(deeper)).toEqual(['syntax/unused-allow', 'thread/outcome-without-priority']);
    const last = `${without('').trimEnd()}\n\n  # allow thread/outcome-without-priority: agreed in May`;
    expect(rules(last)).toEqual(['thread/outcome-without-priority', 'syntax/unused-allow']);
  });

  test('with blank lines below them', () => {
    expect(rules(without('# allow thread/outcome-without-priority: agreed in May\n'))).toEqual([]);
    expect(rules(without('# allow thread/outcome-without-priority: agreed in May\n\n# Note\n\n'))).toEqual([]);
    const inner = 'plan p: Homes Plan\n\n  # allow syntax/tab: from the old system\n\n\t\tperiod: 2026\n';
    expect(found(inner.replace('\t\t', '\t '), ['syntax/tab'])).toEqual([]);
  });

  test('take away what is found in the indentation and in lines without a key', () => {
    const tabbed = 'plan p: Plan\n# allow syntax/tab: from the old system\n\tperiod: 2026\n';
    expect(found(tabbed, ['syntax'])).toEqual([]);
    expect(found('plan p: Plan\n\n# allow syntax/no-key: a reminder\nAsk Ada.\n', ['syntax'])).toEqual([]);
  });

  test('other comments may begin with the same word', () => {
    expect(
      rules(without('# allow thread/outcome-without-priority: why\n# allow time for the panel: it meets in May')),
    ).toEqual([]);
    expect(rules(without('# allow ten days'))).toEqual(['thread/outcome-without-priority']);
    expect(rules(without('# Allow 24/7 access: see the terms'))).toEqual(['thread/outcome-without-priority']);
    expect(rules(without('# Allow: we asked them'))).toEqual(['thread/outcome-without-priority']);
  });

  test('are not asked for where the check is off', () => {
    const settings = { rules: { 'syntax/tab': 'off' } } as const;
    expect(found(without('# allow syntax/tab: it was typed so'), ['syntax'], settings)).toEqual([]);
  });
});

describe('any text at all', () => {
  test.each([
    ['deep', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}action: Act`).join('\n')],
    ['wrong all over', 'due 2027\n  : x\n\ttext\n'.repeat(2000)],
    ['strays', `section s: S\n${'  stray words\n\n'.repeat(5000)}`],
    ['items in prose', `priority a: A\n  why:\n${'    action: Act\n'.repeat(5000)}`],
    ['repeated', `priority a: A\n${'  due: 2027\n'.repeat(5000)}`],
    ['allowances', `${'# allow a/b: c\n'.repeat(5000)}outcome a: A\n`],
  ])('%s is read in no time', (_, text) => {
    const engine = engineFor(text);
    const started = performance.now();
    expect(engine.diagnostics('main.plan').length).toBeGreaterThan(0);
    expect([...engine.checker.failures.values()]).toEqual([]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
