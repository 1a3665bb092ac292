import { describe, expect, test } from 'vitest';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

/** Expects the marked findings of the rules given, and no others of them. */
function expectMarked(marked: string, ...rules: readonly string[]): void {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, rules, { final: true })).toEqual(expected);
}

/** The titles of the mends of a rule in a plan, and the plan after the first of them. */
function mended(plan: string, rule: string): { titles: string[]; text: string } {
  const fixes = diagnosticsOf(plan, { final: true })
    .filter((diagnostic) => diagnostic.rule === rule)
    .flatMap((diagnostic) => diagnostic.fixes);
  const [first] = fixes;
  const files = first ? applyFix(plan, first) : {};
  return {
    titles: fixes.map(({ title }) => title),
    text: typeof files === 'string' ? files : (files['main.plan'] ?? ''),
  };
}

describe('start-after-end', () => {
  test('periods, and actions by their own or inherited dates', () => {
    expectMarked(
      `
plan p: Well in Northshire
  period: 2030 to 2026
#         ^^^^^^^^^^^^ dates/start-after-end

statistic: Calls answered
  value: 12,730
  period: 2021/22 to 2019/20
#         ^^^^^^^^^^^^^^^^^^ dates/start-after-end

priority clinics: Open clinics
  due: 2027-03
  action: Hire nurses
    start: 2027
  action: Find a building
    start: 2027-04
#          ^^^^^^^ dates/start-after-end
    action: Sign the lease
      start: 2027-05
#            ^^^^^^^ dates/start-after-end
    action: Paint it
      start: 2027-05
      due: 2027-Q2
  action: Open the doors
    start: soon
    due: 2020
  action: Close the old ones
    start: 2029-01-01
#          ^^^^^^^^^^ dates/start-after-end
    due: 2028-12-31
`,
      'dates/start-after-end',
    );
  });

  test('words cannot come before anything', () => {
    expectMarked(
      `
plan p: Plan

priority clinics: Open clinics
  action: Find a building
    start: 2027-04
    due: during my term
`,
      'dates/start-after-end',
    );
  });

  test('mends', () => {
    expect(mended('plan p: Plan\n  period: 2030 to 2026\n', 'dates/start-after-end').text).toContain(
      'period: 2026 to 2030',
    );
    const action = 'plan p: Plan\n\npriority a: A\n  action: B\n    due: 2026\n    start: 2027\n';
    expect(mended(action, 'dates/start-after-end').text).toContain('due: 2027\n    start: 2026');
    const inherited = 'plan p: Plan\n\npriority a: A\n  due: 2026\n  action: B\n    start: 2027\n';
    expect(mended(inherited, 'dates/start-after-end').titles).toEqual([]);
  });
});

describe('ambiguous-date', () => {
  test('offers both readings', () => {
    const plan = 'plan p: Plan\n  date: 03/04/2019\n  ratified: 28/08/19\n';
    expect(mended(plan, 'dates/ambiguous-date')).toEqual({
      titles: ['Change to ‘2019-04-03’', 'Change to ‘2019-03-04’'],
      text: 'plan p: Plan\n  date: 2019-04-03\n  ratified: 28/08/19\n',
    });
  });

  test('a date that can only be read one way is left to another check', () => {
    expectMarked(
      `
plan p: Plan
  date: 03/04/2019
#       ^^^^^^^^^^ dates/ambiguous-date
  ratified: 28/08/19
  review-due: 04/04/2019
`,
      'dates/ambiguous-date',
    );
  });
});

describe('due-outside-period', () => {
  test('dates and targets; coarse ones only where all of them lies outside', () => {
    expectMarked(
      `
plan p: Well in Northshire
  period: 2026-04-01 to 2030-03-31

milestone: First clinic opens
  due: 2026-03-31
#      ^^^^^^^^^^ dates/due-outside-period

measure waits: Days that people wait
  target: 12 days by 2030-04
#                    ^^^^^^^ dates/due-outside-period

measure calls: Calls that are answered
  target: 90% by 2030

section work: What we do
  due: 2031
#      ^^^^ dates/due-outside-period
  action: Ring back
  action: Ring back sooner
    due: 2026

priority clinics: Open clinics
  due: 2029/30
  group:
    due: 2030/31
#        ^^^^^^^ dates/due-outside-period
    action: Hire nurses
      due: 2030-Q1
      milestone: Advertise
        due: 2030-Q2
#            ^^^^^^^ dates/due-outside-period
    action: Train them
      due: over the next year
    action: Keep them
      due: 28/08/2041
`,
      'dates/due-outside-period',
    );
  });

  test('a period without end ends nowhere; one that cannot be read asks nothing', () => {
    const plan = (period: string, mark = '') =>
      `\nplan p: Plan\n  period: ${period}\n\npriority a: A\n  action: B\n    due: 2019\n${mark}  action: C\n    due: 2099\n`;
    const mark = '#        ^^^^ dates/due-outside-period\n';
    expectMarked(plan('since 2021', mark), 'dates/due-outside-period');
    expectMarked(plan('for some years'), 'dates/due-outside-period');
    expectMarked(plan('2030 to 2026'), 'dates/due-outside-period');
  });

  test('in Welsh, in a part, and when the period changes', () => {
    const part = '# language: cy\nrhan p: Blaenoriaeth 1\n\nblaenoriaeth cartrefi: Codi cartrefi\n  erbyn: 2031\n';
    const engine = engineFor({
      'main.plan': '# language: cy\ncynllun p: Cynllun\n  cyfnod: 2026 i 2030\n\ncynnwys: un.plan\n',
      'un.plan': part,
    });
    const rules = () =>
      engine
        .diagnostics('un.plan')
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'dates/due-outside-period');
    expect(rules()).toHaveLength(1);
    engine.set('main.plan', '# language: cy\ncynllun p: Cynllun\n  cyfnod: 2026 hyd 2032\n\ncynnwys: un.plan\n');
    expect(rules()).toHaveLength(0);
  });
});

describe('action-without-lead', () => {
  const rule = 'dates/action-without-lead';

  test('one finding for the plan where nobody leads anything', () => {
    const plan = `
plan p: Our Borough Plan

priority homes: Build homes
  action: Build 200 homes

theme green: A green borough
  priority parks: Plant trees
    action: Plant 500 trees
`;
    expect(found(plan, [rule], { final: true })).toEqual([`2:0-6 ${rule}`]);
  });

  test('one finding for the only place where nobody does', () => {
    expectMarked(
      `
plan p: Our Borough Plan

theme place: A good place to live
  priority homes: Build homes
# ^^^^^^^^^^^^^^ dates/action-without-lead
    action: Build 200 homes
    action: Bring empty homes back into use
`,
      rule,
    );
  });

  test('the topmost item in which nobody does, and actions beside others that have one', () => {
    expectMarked(
      `
plan p: Our Borough Plan

theme place: A good place to live

  priority homes: Build homes
    action: Build 200 homes
      lead: Head of Housing
    action: Bring empty homes back into use
#   ^^^^^^ dates/action-without-lead
    group:
#   ^^^^^ dates/action-without-lead
      action: Ask the owners
      action: Ask the neighbours
    group:
      lead: Head of Planning
      action: Change the rules
        action: Ask the Minister

  priority parks: Plant trees
# ^^^^^^^^^^^^^^ dates/action-without-lead
    priority streets: Trees in streets
      action: Plant 500 trees
    priority schools: Trees in schools
      action: Plant 50 trees

section next: Next steps
  lead: Chief Executive
  action: Report each year
  section later: Later steps
    action: Report at the end
`,
      rule,
    );
  });

  test('one finding where few of many actions have one', () => {
    expectMarked(
      `
plan p: Our Borough Plan

theme place: A good place to live

  priority homes: Build homes
# ^^^^^^^^^^^^^^ dates/action-without-lead
    action: Build 200 homes
      lead: Head of Housing
    group later: Later
      action: Ask the owners
      action: Ask the neighbours
      action: Ask the Minister
    priority streets: Streets to live in
      action: Plant 500 trees
        lead: Head of Parks
      action: Light the paths

  priority parks: Parks for all
    action: Plant 50 trees
      lead: Head of Parks
    action: Open the gates
#   ^^^^^^ dates/action-without-lead
    action: Mow the meadows
      lead: Head of Parks
`,
      rule,
    );
  });

  test('sub-actions have the lead of their action, and give it one where each has its own', () => {
    expectMarked(
      `
plan p: Our Borough Plan

priority homes: Build homes
  action: Build 200 homes
    lead: Head of Housing
    action: Buy the land
  action: Bring empty homes back into use
    action: Ask the owners
      lead: Empty Homes Officer
    action: Make grants
      lead: Head of Finance
  action: Repair the old ones
# ^^^^^^ dates/action-without-lead
    action: Look at all of them
      lead: Surveyor
    action: Mend the roofs
`,
      rule,
    );
  });

  test('no action that is done or stopped, no empty field, no summary, no plan without actions', () => {
    expectMarked(
      `
plan p: Our Borough Plan

priority homes: Build homes
  action: Build 200 homes
    lead:
  action: Sell the old town hall
    status: done
  action: Build a tower
    status: Stopped
`,
      rule,
    );
    expectMarked('\nplan p: Plan\n  kind: summary\n\npriority homes: Build homes\n  action: Build 200 homes\n', rule);
    expectMarked(
      '# language: cy\ncynllun p: Cynllun\n  math: crynodeb\n\nblaenoriaeth cartrefi: Codi cartrefi\n  gweithred: Codi 200 o gartrefi\n',
      rule,
    );
    expectMarked('\nplan p: Plan\n\npriority homes: Build homes\n', rule);
    expectMarked('\nlibrary l: Shared\n\npriority homes: Build homes\n  action: Build 200 homes\n', rule);
  });

  test('an edit in one part moves the finding of the plan to the places that still lack it', () => {
    const engine = engineFor({
      'main.plan': 'plan p: Plan\n\ninclude: one.plan\n\ninclude: two.plan\n',
      'one.plan': 'part p: One\n\npriority a: A\n  action: Build\n',
      'two.plan': 'part p: Two\n\npriority b: B\n  action: Plant\n',
    });
    const places = () =>
      ['main.plan', 'one.plan', 'two.plan'].flatMap((path) =>
        engine
          .diagnostics(path)
          .filter((diagnostic) => diagnostic.rule === rule)
          .map(({ range }) => `${path}:${range.start.line + 1}`),
      );
    expect(places()).toEqual(['main.plan:1']);
    engine.set('one.plan', 'part p: One\n\npriority a: A\n  action: Build\n    lead: Head of Housing\n');
    expect(places()).toEqual(['two.plan:3']);
    engine.set('two.plan', 'part p: Two\n\npriority b: B\n  lead: Head of Parks\n  action: Plant\n');
    expect(places()).toEqual([]);
    engine.set('one.plan', 'part p: One\n\npriority a: A\n  action: Build\n');
    expect(places()).toEqual(['one.plan:3']);
  });
});

describe('action-without-due', () => {
  test('its own date, one handed down, a milestone or a deadline in words will do', () => {
    expectMarked(
      `
plan p: Our Borough Plan

priority homes: Build homes
  action: Build 200 homes
    due: over my term of office
  action: Bring empty homes back into use
    milestone: First ten
      due: 2027-03
  action: Repair the old ones by the end of the year
  action: Ask the owners
# ^^^^^^ dates/action-without-due
    milestone: Begin
  group:
    due: 2028
    action: Mend the roofs
  group:
# ^^^^^ dates/action-without-due
    action: Paint the doors
`,
      'dates/action-without-due',
    );
  });
});

describe('continue-to', () => {
  const rule = 'dates/continue-to';

  test('at the beginning of a title, unless it is measured', () => {
    expectMarked(
      `
plan p: Well in Northshire

measure waits: Days that people wait

priority clinics: Open clinics
  action: Continue to hire nurses
#         ^^^^^^^^^^^ dates/continue-to
  action: We will continue to train them
#                 ^^^^^^^^^^^ dates/continue-to
  action: Continuing to train doctors
#         ^^^^^^^^^^^^^ dates/continue-to
  action: The rural health team will  continue  to visit farms
#                                     ^^^^^^^^^^^^ dates/continue-to
  action: Parhau i hyfforddi nyrsys
#         ^^^^^^^^ dates/continue-to
  action: Byddwn ni’n parhau i ymweld â ffermydd
#                     ^^^^^^^^ dates/continue-to
  action: Continue to ring back
    measures: waits
`,
      rule,
    );
  });

  test('not in the middle of a title', () => {
    expectMarked(
      `
plan p: Plan

priority clinics: Open clinics
  action: Help people to continue to live at home
  action: Continue the nurses’ training
  action: Make sure that patients continue to be heard
  action: Discontinue to-do lists
  action: Whilst the pilot has ended, it will continue to pay for two nurses
  aim: Continue to be kind
`,
      rule,
    );
  });

  test('once at a lead-in, and not at what it leads in to', () => {
    expectMarked(
      `
plan p: Plan

measure waits: Days that people wait

priority clinics: Open clinics
  lead-in: I am responsible for care and will continue to make sure that:
#                                             ^^^^^^^^^^^ dates/continue-to
  action: Nurses are hired
  action: Continue to train them
  group:
    lead-in: We will continue to:
    action: Ring back
      measures: waits
  group:
    lead-in: We will
    action: continue to visit farms
#           ^^^^^^^^^^^ dates/continue-to
  group:
    lead-in:
      Each year we will ensure
      that we continue
      to:
`,
      rule,
    );
  });

  test('where the words go over two lines', () => {
    const plan =
      'plan p: Plan\n\npriority a: A\n  lead-in:\n    I will continue\n    to make sure that:\n  action: B\n';
    expect(found(plan, [rule])).toEqual(['5:11-12 dates/continue-to']);
  });
});

describe('control-sheet', () => {
  const rule = 'dates/control-sheet';
  const messages = (plan: string) =>
    diagnosticsOf(plan, { final: true })
      .filter((diagnostic) => diagnostic.rule === rule)
      .map(({ message }) => message);

  test('stands at the status and names all that is missing', () => {
    expectMarked(
      `
plan p: Plan
  status: published
#         ^^^^^^^^^ dates/control-sheet
  approved-by:
`,
      rule,
    );
    expect(messages('plan p: Plan\n  status: approved\n')).toEqual([
      'The plan is approved, but its control sheet does not say who approved it (“approved-by”), the date (“date” or “ratified”) and when it will be looked at again (“review-due”). Without that nobody knows whether the paper in hand is valid.',
    ]);
  });

  test('names empty fields once', () => {
    expect(
      messages(
        'plan p: Plan\n  status: approved\n  date: 2026\n  approved-by: Full Council\n  review-due:\n  version:\n',
      ),
    ).toEqual([
      'The plan is approved, but its control sheet does not say when it will be looked at again (“review-due”). Without that nobody knows whether the paper in hand is valid. Also empty: “version”. Fill them in or delete the lines.',
    ]);
    expect(
      messages(
        'plan p: Plan\n  status: approved\n  date: 2026\n  approved-by: Full Council\n  review-due: 2027\n  ratified:\n  copyholders:\n',
      ),
    ).toEqual([
      'The plan is approved, but on its control sheet these are empty: “ratified” and “copyholders”. Fill them in or delete the lines.',
    ]);
  });

  test('a sign-off in the plan counts, also in a part', () => {
    const main = 'plan p: Plan\n  status: published\n  review-due: 2027\n\ninclude: end.plan\n';
    const engine = engineFor({
      'main.plan': main,
      'end.plan': 'part p: End\n\napproval:\n  by: Full Council\n  date: 2026-02-25\n',
    });
    const count = () => engine.diagnostics('main.plan').filter((diagnostic) => diagnostic.rule === rule).length;
    expect(count()).toBe(0);
    engine.set('end.plan', 'part p: End\n\napproval:\n  date: 2026-02-25\n');
    expect(count()).toBe(1);
    engine.set('end.plan', 'part p: End\n\napproval:\n  signed-as: A. Price, Leader\n  date: 2026-02-25\n');
    expect(count()).toBe(0);
  });

  test('drafts, consultations and libraries are not asked; a Welsh plan is', () => {
    expect(messages('plan p: Plan\n  status: draft\n  approved-by:\n')).toEqual([]);
    expect(messages('plan p: Plan\n  status: consultation\n')).toEqual([]);
    expect(messages('plan p: Plan\n  status:\n')).toEqual([]);
    expect(messages('plan p: Plan\n  approved-by:\n')).toEqual([]);
    expect(messages('library p: Partners\n  status: published\n')).toEqual([]);
    expect(messages('# language: cy\ncynllun p: Cynllun\n  statws: cyhoeddwyd\n')).toHaveLength(1);
  });
});

describe('deadline-in-words', () => {
  const rule = 'dates/deadline-in-words';

  test('a due date in words, where it stands', () => {
    expectMarked(
      `
plan p: Plan
  period: 2021-05-13 to 2024-05-08

section next: Next steps
  due: over the next year
#      ^^^^^^^^^^^^^^^^^^ dates/deadline-in-words
  action: Hire nurses during my term of office
  action: Train them
    due: ongoing
#        ^^^^^^^ dates/deadline-in-words
    milestone: Ten are trained
      due: summer 2023
#          ^^^^^^^^^^^ dates/deadline-in-words
  action: Keep them
    due: 2023/24
  action: Pay them
    due: 28/08/19
  action: Thank them
    due:
`,
      rule,
    );
  });

  test.each([
    ['Spring 2028', '2028-05'],
    ['summer 2028', '2028-08'],
    ['autumn 2028', '2028-11'],
    ['Winter of 2028', '2028-12'],
    ['Gwanwyn 2028', '2028-05'],
    ['haf 2028', '2028-08'],
    ['gaeaf 2028', '2028-12'],
    ['early 2027', '2027'],
    ['some time in 2028/29', '2028/29'],
    ['within 3 months of April 2027', '2027-04'],
    ['spring 2027 or summer 2028', '2028-08'],
    ['2027-03 if we can, else 2027-09', '2027-09'],
    ['over my term of office', '2030-03-31'],
    ['in the year 2000-and-something', '2000'],
  ])('“%s” is told with a date like it: %s', (due, date) => {
    const [found] = diagnosticsOf(
      `plan p: Plan\n  period: 2026-04-01 to 2030-03-31\n\naction: Build\n  due: ${due}\n`,
    ).filter((diagnostic) => diagnostic.rule === rule);
    expect(found?.message).toContain(`such as ${date}.`);
  });

  test('a season is told in Welsh with a date like it', () => {
    const plan = '# language: cy\ncynllun p: Cynllun\n  iaith: cy\n\ngweithred: Adeiladu\n  erbyn: Gwanwyn 2028\n';
    const [found] = diagnosticsOf(plan).filter((diagnostic) => diagnostic.rule === rule);
    expect(found?.message).toContain('er enghraifft 2028-05.');
  });

  test('clear words in the title or text of an action without a date', () => {
    expectMarked(
      `
plan p: Plan

priority homes: Build homes
  action: Over my three year term in office, build 200 homes
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dates/deadline-in-words
  action: Bring empty homes back into use by the end of the financial year
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dates/deadline-in-words
  action: Repair the old ones by March 2027
#                             ^^^^^^^^^^^^^ dates/deadline-in-words
  action: During the term of this Police and Crime Plan I will ask the owners
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dates/deadline-in-words
  action: Mend the roofs
    text: We will do so within the next two to three years.
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dates/deadline-in-words
  action: Adeiladu ysgol erbyn diwedd y flwyddyn
#                        ^^^^^^^^^^^^^^^^^^^^^^^ dates/deadline-in-words
  action: Cyflogi nyrsys erbyn diwedd mis Mawrth 2027
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dates/deadline-in-words
`,
      rule,
    );
  });

  test('no other words', () => {
    expectMarked(
      `
plan p: Plan

priority homes: Build homes
  action: Answer each letter within ten days
  action: Plan for the long term, and over the medium term
  action: Protect officer numbers at 2019/20 levels
  action: Increase the number of homes by 2,000
  action: Increase the number of homes by 2000
  action: Carry out the Vision 2030 strategy
  action: Open the school in term time, during this term time
  action: Visit each home by year three
  action: Work with the Office for Students over its plan
  action: Report on the year
    text: The pilot was over by the end of 2018, and by 2019 all homes had been seen.
  action: Build it by the end of the year
    status: done
  section: What we said by the end of the year
`,
      rule,
    );
  });

  test('offers the date that the words mean, or the end of the plan', () => {
    const plan = (action: string) =>
      `plan p: Plan\n  period: 2021-05-13 to 2024-05-08\n\npriority a: A\n  action: ${action}\n`;
    expect(mended(plan('B\n    due: during my term of office'), rule).text).toContain('due: 2024-05-08\n');
    expect(mended(plan('B\n    due: by the end of March 2023'), rule).text).toContain('due: 2023-03\n');
    expect(mended(plan('B\n    due: in good time'), rule).titles).toEqual([]);
    expect(mended(plan('B\n    due: in the long term'), rule).titles).toEqual([]);
    expect(mended(plan('B by the end of March 2023'), rule).text).toContain('March 2023\n    due: 2023-03\n');
    expect(mended(plan('B by the end of the financial year 2022/23'), rule).text).toContain('    due: 2022/23\n');
    expect(mended(plan('B by the end of the plan'), rule).text).toContain('plan\n    due: 2024-05-08\n');
    const welsh = '# language: cy\ncynllun p: C\n\nblaenoriaeth a: A\n  gweithred: Agor ysgol erbyn mis Medi 2027\n';
    expect(mended(welsh, rule).text).toContain('    erbyn: 2027-09\n');
  });

  test('hostile text is no slower', () => {
    const words = ['by the end of the ', 'during my ', 'over the next ', 'the term of this ', 'I will '].map((phrase) =>
      phrase.repeat(4000),
    );
    const plan = `plan p: Plan\n\npriority a: A\n${words.map((title) => `  action: ${title}\n    lead-in: ${title}\n`).join('')}`;
    const start = performance.now();
    found(plan, ['dates']);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('approved-late', () => {
  const rule = 'dates/approved-late';

  test('the day of ratification counts before sign-offs', () => {
    expectMarked(
      `
plan p: Plan
  period: 2026-04-01 to 2030-03-31
  date: 2027
  ratified: 2026-06-24
#           ^^^^^^^^^^ dates/approved-late

approval:
  by: leader
  date: 2026-07-01
`,
      rule,
    );
    expectMarked(
      '\nplan p: Plan\n  period: 2026-04 to 2030-03\n  ratified: 2026-02\n\napproval:\n  date: 2026-07\n',
      rule,
    );
  });

  test('of several sign-offs the last one', () => {
    expectMarked(
      `
plan p: Plan
  period: 2026-04-01 to 2030-03-31

approval:
  by: leader
  date: 2026-07-02
#       ^^^^^^^^^^ dates/approved-late

approval:
  by: clerk
  date: 2026-07-01
`,
      rule,
    );
  });

  test('compared as exactly as the coarser date allows', () => {
    const plan = (period: string, ratified: string) => `\nplan p: Plan\n  period: ${period}\n  ratified: ${ratified}\n`;
    expectMarked(plan('2017 to 2021', '2017-03-23'), rule);
    expectMarked(plan('2019/20', '2019-09-04'), rule);
    expectMarked(plan('2026-04-01 to 2030', '2026'), rule);
    expectMarked(plan('2026-04-01 to 2030', '24/06/2026'), rule);
    expectMarked(plan('some years', '2026-06-24'), rule);
  });

  test('updates and reports come later by their nature', () => {
    expectMarked('\nplan p: Plan\n  kind: update\n  period: 2017 to 2021\n  ratified: 2019-08-28\n', rule);
    expectMarked('\nplan p: Plan\n  updates: plan-2017\n  period: 2017 to 2021\n  ratified: 2019-08-28\n', rule);
  });
});
