import { describe, expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { applyFix } from '../helpers/apply.ts';
import { editorFor } from '../helpers/editor.ts';
import { diagnosticsOf } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

const expectMarks = (marked: string, groups = ['reference']): void => {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, groups)).toEqual(expected);
};

const reference = (example: Example, rule = '') =>
  diagnosticsOf(example).filter((diagnostic) => diagnostic.rule.startsWith(`reference/${rule}`));

/** The main file of an example after the mend with a title. */
function mended(example: Example, title: string): string {
  const fix = reference(example)
    .flatMap(({ fixes }) => fixes)
    .find((one) => one.title === title);
  if (!fix) throw new Error(`${title} is not offered`);
  return (applyFix(example, fix) as Record<string, string>)['main.plan'] ?? '';
}

const titles = (example: Example): string[] =>
  reference(example).flatMap(({ fixes }) => fixes.map(({ title }) => title));
const messages = (example: Example): string[] => reference(example).map(({ message }) => message);

describe('unknown ids', () => {
  test('are found in fields and in prose, one by one', () => {
    expectMarks(`plan healthy-county: Healthy County
  owner: directr
#        ^^^^^^^ reference/unknown-id

outcome active: People are more active

role director: Director of Public Health
  holder: Ffion Rees

priority parks: Open our parks to [[everyone]]
#                                   ^^^^^^^^ reference/unknown-id
  outcomes: active, actve, well
#                   ^^^^^ reference/unknown-id
#                          ^^^^ reference/unknown-id
  lead: director
  why:
    Walking helps [[active]], and so does [[ actve |cycling]]; see [[parks:number]].
#                                            ^^^^^ reference/unknown-id
    Words in brackets may lead elsewhere: [[1]](https://www.example.org).
`);
  });

  test('words in a party field are words, an id among them is an id', () => {
    expectMarks(`plan p: Our Plan

section welcome: Welcome
  by: The Leader of the Council
  action: Talk to people
    partners: local communities, Parish Councils
    lead: residents
#         ^^^^^^^^^ reference/unknown-id
`);
  });

  test('offer the nearest id of the right kind before others, and to create it', () => {
    const plan = `plan p: Our Plan\n\noutcome warm-homes: Homes are warm\n\nkpq warm-home: How warm are homes?\n\npriority damp: Dry out homes\n  outcomes: warm-hom\n`;
    expect(titles(plan)).toEqual(['Change to ‘warm-homes’', 'Create the outcome ‘warm-hom’ below']);
    expect(messages(plan)[0]).toBe(
      'Nothing in this plan has the id ‘warm-hom’, so this link leads nowhere. Did you mean ‘warm-homes’, ‘Homes are warm’?',
    );
    expect(mended(plan, 'Create the outcome ‘warm-hom’ below')).toBe(`${plan}\noutcome warm-hom: Warm hom\n`);
  });

  test('a near id of another kind is offered where no other is', () => {
    const plan = `plan p: Our Plan\n\nkpq how-warm: How warm are homes?\n\npriority damp: Dry out homes\n  outcomes: how-wram\n`;
    expect(titles(plan)).toContain('Change to ‘how-warm’');
  });

  test('a title in the place of an id is understood', () => {
    const plan = `plan p: Our Plan\n\noutcome warm: Homes are Warm\n\npriority damp: Dry out homes\n  outcomes: Homes are warm\n`;
    expect(mended(plan, 'Change to ‘warm’')).toContain('  outcomes: warm\n');
    const capital = `plan p: Our Plan\n\noutcome warm-homes: Warm\n\npriority damp: Dry out homes\n  outcomes: Warm Homes\n`;
    expect(mended(capital, 'Change to ‘warm-homes’')).toContain('  outcomes: warm-homes\n');
  });

  test.each([
    ['safe and confident', 'safe, confident'],
    ['safe confident', 'safe, confident'],
    ['safe; confident', 'safe, confident'],
    ['safe & confident and well', 'safe, confident, well'],
    ['well, safe and confident', 'well, safe, confident'],
  ])('ids with other things than commas between them: %s', (written, separated) => {
    const plan = `plan p: Our Plan\n\noutcome safe: Safe\noutcome confident: Confident\noutcome well: Well\n\npriority damp: Damp\n  outcomes: ${written}\n`;
    expect(messages(plan)).toHaveLength(1);
    expect(messages(plan)[0]).toMatch(/^Ids are separated by commas/);
    expect(mended(plan, 'Separate the ids with commas')).toContain(`  outcomes: ${separated}\n`);
  });

  test('ids on lines of their own want commas too', () => {
    const plan = `plan p: Our Plan\n\noutcome safe: Safe\noutcome confident: Confident\n\npriority damp: Damp\n  outcomes:\n    safe\n    # agreed in May\n    confident\n`;
    expect(messages(plan)).toEqual([expect.stringMatching(/^Ids are separated by commas/)]);
    expect(titles(plan)).toEqual([]);
    const bare = plan.replace('    # agreed in May\n', '');
    expect(mended(bare, 'Separate the ids with commas')).toContain('    safe,\n    confident\n');
  });

  test('in a library of the program only the nearest is offered', () => {
    const plan = `plan p: Our Plan\n  uses: wfg-2015\n\npriority rivers: Rivers\n  goals: wfg-2015.resilent-wales\n`;
    expect(titles(plan)).toEqual(['Change to ‘wfg-2015.resilient-wales’']);
    const bare = `plan p: Our Plan\n  uses: wfg-2015\n\npriority rivers: Rivers\n  goals: resilient-wales\n`;
    expect(titles(bare)).toContain('Change to ‘wfg-2015.resilient-wales’');
  });

  test('a name that was read as an id can be kept as words', () => {
    const plan = `plan p: Our Plan\n\npriority damp: Damp\n  lead: housing-team\n`;
    expect(mended(plan, 'Keep as words: ‘Housing team’')).toContain('  lead: Housing team\n');
  });

  test('Welsh files are mended in Welsh', () => {
    const plan = `# language: cy\ncynllun p: Ein Cynllun\n\nblaenoriaeth parciau: Agor parciau\n  canlyniadau: iach\n`;
    expect(mended(plan, 'Creu canlyniad ‘iach’ isod')).toContain('\ncanlyniad iach: Iach\n');
  });

  test('what is half written is no crash and no flood', () => {
    for (const value of ['.', 'x.', '.x', 'a.b.c', ',', '..', 'é', 'X'.repeat(10_000), '𝒳', '[[', 'wfg-2015.'])
      expect(reference(`plan p: P\n\npriority q: Q\n  outcomes: ${value}\n  why: [[${value}]]\n`).length).toBeLessThan(
        3,
      );
  });
});

describe('things of another kind', () => {
  test('are found, and the right field is named', () => {
    expectMarks(`plan p: Our Plan

kpq how-warm: How warm are homes?

role leader: Leader

priority damp: Dry out homes
  outcomes: how-warm, leader
#           ^^^^^^^^ reference/wrong-kind
#                     ^^^^^^ reference/wrong-kind
  why: A text may name anything: [[how-warm]], [[leader]].
`);
  });

  test('`:value` is for statistics', () => {
    expectMarks(`plan p: Our Plan

statistic damp: Damp homes
  value: almost half

priority dry: Dry out homes
  why: We found [[damp:value]] and [[dry:value]] of them.
#                                       ^^^^^^ reference/wrong-kind
`);
  });

  const plan = (fields: string): string =>
    `plan p: Our Plan\n\noutcome warm: Warm\n\nkpq how: How?\nkpq why: Why?\n\npriority damp: Dry\n${fields}`;
  test.each([
    ['  outcomes: how\n', '  kpqs: how\n'],
    ['  outcomes: warm, how\n', '  kpqs: how\n  outcomes: warm\n'],
    ['  outcomes: how, warm\n', '  kpqs: how\n  outcomes: warm\n'],
    ['  outcomes: warm, how\n  kpqs: why\n', '  outcomes: warm\n  kpqs: why, how\n'],
    ['  outcomes: how\n  kpqs: why\n', '  kpqs: why, how\n'],
    ['  outcomes: how\n  kpqs: how\n', '  kpqs: how\n'],
    ['  kpqs: how\n  outcomes: warm, how\n', '  kpqs: how\n  outcomes: warm\n'],
  ])('move: %j', (before, after) => {
    expect(mended(plan(before), 'Move to “kpqs”')).toBe(plan(after));
  });

  test('a field that could be one of several is for the writer to choose', () => {
    const parties = `plan p: Our Plan\n\nrole leader: Leader\n\npriority damp: Dry\n  outcomes: leader\n`;
    expect(titles(parties)).toEqual([]);
    expect(messages(parties)[0]).toContain('Name it in “lead”, “assured-by” or “partners” instead.');
  });
});

describe('libraries', () => {
  test('are found once where they are misspelt', () => {
    expectMarks(
      `plan p: Our Plan
  uses: wfg-2051
#       ^^^^^^^^ reference/unknown-library

priority rivers: Rivers
  goals: wfg-2015.resilient-wales
`,
      ['reference/unknown-library', 'reference/unknown-id'],
    );
  });

  test('a plan or library that is there has to be in `uses`, said once an item', () => {
    const plan = `plan p: Our Plan
  version: 1.2

priority rivers: Rivers
  goals: wfg-2015.resilient-wales, wfg-2015.globally-responsible-wales
  why: See [[wfg-2015.well-being-goals]].
`;
    expect(reference(plan).map(({ rule }) => rule)).toEqual(['reference/unknown-library']);
    expect(mended(plan, 'Add ‘wfg-2015’ to “uses”')).toMatch(/^plan p: Our Plan\n {2}uses: wfg-2015\n/);
    expect(mended(plan.replace('version: 1.2', 'uses: spr-2023'), 'Add ‘wfg-2015’ to “uses”')).toContain(
      '  uses: spr-2023, wfg-2015\n',
    );
  });

  test('the head of another file is mended from a part', () => {
    const files = {
      'main.plan': 'part p: A part\n\npriority rivers: Rivers\n  goals: wfg-2015.resilient-wales\n',
      'p.plan': 'plan p: Our Plan\n  uses: spr-2023\n\ninclude: main.plan\n',
    };
    const [fix] = reference(files)[0]?.fixes ?? [];
    expect(fix?.edits).toMatchObject([{ file: 'p.plan', newText: ', wfg-2015' }]);
  });

  test('names that are nowhere are found at the link, and in `uses` with everything that is wrong there', () => {
    expectMarks(`plan p: Our Plan
  uses: nowhere, p2 and p3, partners.plan
#       ^^^^^^^ reference/unknown-library
#                ^^^^^^^^^ reference/unknown-library
#                           ^^^^^^^^^^^^^ reference/unknown-library

priority rivers: Rivers
  goals: nowhere.clean, elsewhere.clean
#                       ^^^^^^^^^^^^^^^ reference/unknown-library
`);
    const own =
      'plan p: Our Plan\n\nframework clean: Clean\n  goal water: Water\n\npriority rivers: Rivers\n  goals: clean.water\n';
    expect(titles(own)).toEqual(['Change to ‘water’']);
  });

  test('a plan may name its own items with its own name', () => {
    expect(reference('plan p: P\n\noutcome warm: Warm\n\npriority damp: Damp\n  outcomes: p.warm\n')).toEqual([]);
  });

  test('a copy of a library of the program goes before it', () => {
    const files = {
      'main.plan': 'plan p: P\n  uses: wfg-2015\n\npriority rivers: Rivers\n  goals: wfg-2015.water\n',
      'own.plan': 'library wfg-2015: Ours\n\nframework goals: Goals\n  goal water: Water\n',
    };
    expect(reference(files)).toEqual([]);
  });

  test('two plans with one id are told apart at the later one, and where they are named', () => {
    const files = {
      'a.plan': 'library partners: A\n',
      'main.plan': 'plan p: P\n  delivers: partners\n  uses: partners\n',
      'b/partners.plan': 'library partners: B\n',
    };
    const rules = Object.keys(files).map(() => reference(files, 'ambiguous').map(({ range }) => range.start.line));
    expect(rules[0]).toEqual([1, 2]);
    const later = { 'main.plan': files['b/partners.plan'], 'a.plan': files['a.plan'] };
    expect(reference(later, 'ambiguous').map(({ message }) => message)).toEqual([
      'Another library has the id ‘partners’ already, in ‘a.plan’, so a link to it could mean either. Give this one an id of its own.',
    ]);
  });
});

describe('plans that lead to plans', () => {
  const plan = (id: string, field: string): string => `plan ${id}: ${id}\n  ${field}\n`;

  test('a plan that delivers, updates and summarises others is right', () => {
    const files = {
      'main.plan': plan('delivery', 'delivers: strategy'),
      'strategy.plan': plan('strategy', 'supersedes: old, report'),
      'old.plan': 'plan old: Old\n\ndocument report: Report\n',
    };
    expect(reference(files).map(({ rule }) => rule)).toEqual([]);
  });

  test('itself, two and three in a circle', () => {
    expect(reference({ 'main.plan': plan('p', 'delivers: p') }).map(({ message }) => message)).toEqual([
      '‘p’ names itself in “delivers”. Name another one, or take ‘p’ out.',
    ]);
    const three = {
      'main.plan': plan('a', 'delivers: b'),
      'b.plan': plan('b', 'updates: c'),
      'c.plan': plan('c', 'supersedes: a'),
    };
    expect(reference(three, 'cycle').map(({ message }) => message)).toEqual([
      '“delivers” leads in a circle: from ‘a’ to ‘b’ to ‘c’ and back. One of them has to come first: take one of these links out.',
    ]);
  });

  test('a strategy and its delivery plan may use each other', () => {
    const files = {
      'main.plan': 'plan a: A\n  uses: b\n\npriority x: X\n  priorities: b.y\n',
      'b.plan': 'plan b: B\n  uses: a\n\npriority y: Y\n  why: See [[a.x]].\n',
    };
    expect(reference(files)).toEqual([]);
  });

  test('a document of the plan may be updated, and an unknown plan can be made a document', () => {
    expect(reference('plan p: P\n  updates: old\n\ndocument old: The old plan\n')).toEqual([]);
    expect(titles('plan p: P\n  updates: old\n')).toEqual(['Create the document ‘old’ below']);
  });

  test('priorities do not serve one another in a circle, nor themselves', () => {
    expectMarks(`plan p: P

priority x: X
  priorities: y
#             ^ reference/cycle

priority y: Y
  priorities: x, y
#             ^ reference/cycle
#                ^ reference/cycle
  why: A text may name its own priority: [[y]].
`);
  });
});

describe('parts', () => {
  test('one that is put in is right; one that is not is found, and can be put in', () => {
    const files = {
      'plans/main.plan': '',
      'main.plan': 'part p: A part\n',
      'plans/p.plan': 'plan p: P\n\noutcome x: X',
    };
    const [lonely] = reference(files, 'part-without-plan');
    expect(lonely?.range).toEqual({ start: { line: 0, character: 5 }, end: { line: 0, character: 6 } });
    expect(lonely?.fixes[0]?.edits).toMatchObject([
      { file: 'plans/p.plan', range: { start: { line: 2, character: 12 } }, newText: '\n\ninclude: ../main.plan\n' },
    ]);
    expect(reference({ ...files, 'plans/p.plan': 'plan p: P\n\ninclude: ../main.plan\n' })).toEqual([]);
  });

  test('nothing else is said of a part that is in no plan', () => {
    const files = { 'main.plan': 'part p: A part\n\npriority x: X\n  outcomes: safe\n  why: [[y]]\n' };
    expect(reference(files).map(({ rule }) => rule)).toEqual(['reference/part-without-plan']);
    expect(reference(files)[0]?.fixes).toEqual([]);
  });

  test('a part is put in once, and not into itself', () => {
    const found = (root: string, part: string) =>
      reference({ 'a.plan': root, 'main.plan': part }, 'included-twice').map(({ range }) => range.start.line);
    expect(found('plan p: P\ninclude: main.plan\n', 'part p: A\ninclude: main.plan\n')).toEqual([1]);
    expect(found('plan p: P\ninclude: main.plan\n', 'part p: A\ninclude: a.plan\n')).toEqual([1]);
    const circle = {
      'a.plan': 'plan p: P\ninclude: b.plan\n',
      'b.plan': 'part p: B\ninclude: main.plan\n',
      'main.plan': 'part p: C\ninclude: b.plan\n',
    };
    expect(reference(circle, 'included-twice').map(({ message }) => message)).toEqual([
      'This file is itself put in by ‘b.plan’, so the plan would have no end. Delete one of the two lines.',
    ]);
  });
});

describe('what nothing names', () => {
  test('partners and roles', () => {
    const plan = `plan p: Our Plan
  owner: director

role director: Director
role deputy: Deputy
partner trust: Housing Trust
partner charity: Charity
partner: A partner with no id

section thanks: Thanks
  text: We thank [[trust]].
`;
    expect(found(plan, ['reference'])).toEqual([
      '5:0-11 reference/unused',
      '7:0-15 reference/unused',
      '8:0-7 reference/unused',
    ]);
  });

  test('a partner that another plan names is not left over', () => {
    const files = {
      'main.plan': 'plan p: P\n\npartner trust: Trust\n',
      'other.plan': 'plan q: Q\n  uses: p\n\npriority x: X\n  partners: p.trust\n',
    };
    expect(reference(files)).toEqual([]);
  });

  test('terms by their abbreviation, in any text of the plan', () => {
    const plan = `plan p: Our Plan
  uses: wfg-2015

priority homes: More EPCs
  why: [[opcc]] and PCSOs’ work, MoJ money, [[a|words]].

term: EPC
  means: Energy Performance Certificate
term opcc: OPCC
  means: Office of the Police and Crime Commissioner
term: MoJ
  means: Ministry of Justice
term pcso: PCSO
  means: Police Community Support Officer, not PSPO
term: PSPO
  means: Public Spaces Protection Order
term: NPCC
  means: National Police Chiefs’ Council (NPCC)
term gas: GCSE
  means: An id that is not its abbreviation is left alone
term: Restorative justice
  means: Ordinary words are left alone

section a: A
`;
    const expected = ['17:0-4 reference/unused-term', '2:8-16 reference/unused-library'];
    expect(found(plan, ['reference/unused-term', 'reference/unused-library'])).toEqual(expected);
  });

  test('a library of items is not asked to use them', () => {
    expect(reference('library l: L\n  uses: wfg-2015\n\npartner x: X\nterm: EPC\n  means: Y\n')).toEqual([]);
  });

  test('a library that a text, a framework to cover or another field names is used', () => {
    const head = 'plan p: P\n  uses: wfg-2015, spr-2023\n  covers: spr-2023.threats\n';
    expect(reference(`${head}\npriority x: X\n  why: [[wfg-2015.resilient-wales]]\n`)).toEqual([]);
    const one = 'plan p: P\n  uses: wfg-2015, spr-2023\n\npriority x: X\n  goals: spr-2023.terrorism\n';
    expect(mended(one, 'Take it out of “uses”')).toContain('  uses: spr-2023\n');
  });
});

describe('ids among words', () => {
  test('are found where the id is that of something', () => {
    expectMarks(`plan healthy-county: Healthy County

role director: Director of Public Health
partner coast: Coast
partner health-board: Hill and Coast Health Board

priority parks: Open our parks
  lead: director
  partners: health-board, Friends of the Parks, schools, coast
#           ^^^^^^^^^^^^ reference/id-among-words
  action: Unlock the gates
    lead: the wardens, director
#                      ^^^^^^^^ reference/id-among-words
    partners: health-board, coast
  action: Mend the paths
    partners: schools and the health-board
`);
  });

  test('are found where the id is that of something in a library', () => {
    const plans = {
      'lib.plan': 'library lib: Our partners\n\npartner police: Dyfed Police\n',
      'main.plan': 'plan p: Plan\n  uses: lib\n\npriority x: X\n  partners: lib.police, Mind Cymru\n',
    };
    expect(reference(plans).map(({ rule }) => rule)).toContain('reference/id-among-words');
  });

  test('are found between words that join names', () => {
    const roles = 'role homes-head: Head of Homes\nrole parks-head: Head of Parks\n';
    for (const lead of ['homes-head and parks-head', 'homes-head; parks-head', 'homes-head & others'])
      expect(messages(`plan p: Plan\n\n${roles}\npriority x: X\n  lead: ${lead}\n`), lead).toContainEqual(
        expect.stringContaining('‘homes-head’ is the id of'),
      );
  });

  test('come and go with what they are the id of', () => {
    const plan = `plan p: Plan\n\npriority parks: Open our parks\n  partners: health-board, Friends of the Parks\n`;
    expect(messages(plan)).toEqual([]);
    expect(titles(`${plan}\npartner health-board: Hill Health Board\n`)).toEqual(['Change to “Hill Health Board”']);
  });
});

test('links whose words go on on the next line are links, and code is none', () => {
  const text = (words: string): string => `plan p: Plan\n\noutcome a: A\n\nsection s: S\n  text:\n    ${words}\n`;
  expect(reference(text('See [[a|the part about\n    warm homes]] and more.'))).toEqual([]);
  expect(reference(text('See [[no-such|the\n    other]].')).map(({ rule }) => rule)).toEqual(['reference/unknown-id']);
  expect(reference(text('Write `[[no-such]]` for a link.'))).toEqual([]);
  expect(reference(text('See [[no-such|the\n\n    other]].'))).toEqual([]);
});

test('a part that does not say what it is can be made one', () => {
  const plans = { 'main.plan': 'plan p: Plan\n\ninclude: y.plan\n', 'y.plan': 'priority z: Z\n' };
  const { snapshot, file } = editorFor({ ...plans, 'y.plan': '‸priority z: Z\n' });
  const [noRoot] = snapshot.diagnostics(file);
  expect(noRoot?.fixes.map(({ title }) => title)).toEqual(['Begin with “part p: Title of this part”']);
});

test('where a library is named, something of the right kind in it is meant', () => {
  expect(titles('plan p: P\n  uses: wfg-2015\n  covers: wfg-2015\n')).toContain(
    'Change to ‘wfg-2015.well-being-goals’',
  );
});
