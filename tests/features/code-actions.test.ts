import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/checks/index.ts';
import { safeRules } from '../../server/src/features/code-actions/mend-all.ts';
import { actionsIn, doing, done } from '../helpers/actions.ts';

const head = 'plan p: Plan\n\n';
const priority = `${head}priority x: X\n`;
const titles = (plan: string, can = {}, only?: readonly string[]): string[] =>
  actionsIn(plan, can, only).map(({ title }) => title);

test.each([
  ['the mend of a rule', `${head}out‸com safe: Safe\n`, 'Change to ‘outcome’', `${head}outcome safe: Safe\n`],
  ['at the end of its place', `${head}outcom‸ safe: Safe\n`, 'Change to ‘outcome’', `${head}outcome safe: Safe\n`],
  [
    'in a selection',
    `${head}‸outcom safe: Safe\npriority x: X‸\n`,
    'Change to ‘outcome’',
    `${head}outcome safe: Safe\npriority x: X\n`,
  ],
  [
    'with CRLF',
    'plan p: P\r\n\r\nout‸com safe: 👩‍👩‍👧\r\n',
    'Change to ‘outcome’',
    'plan p: P\r\n\r\noutcome safe: 👩‍👩‍👧\r\n',
  ],
  [
    'all of a rule',
    `${head}Out‸come a: A\nOutcome b: B\nPriority c: C\n`,
    'Mend all 3 faults of this kind in this file',
    `${head}outcome a: A\noutcome b: B\npriority c: C\n`,
  ],
  [
    'all of a rule, by the same mend',
    `${head}section a: A\n  So‸me words.\nsection b: B\n  Other words.\n`,
    'Mend all 2 faults of this kind in this file',
    `${head}section a: A\n  text:\n    Some words.\nsection b: B\n  text:\n    Other words.\n`,
  ],
  [
    'all of a rule, in a Welsh file',
    '# language: cy\ncynllun p: P\n\nCan‸lyniad a: A\nCanlyniad b: B\n',
    'Trwsio pob nam o’r math hwn yn y ffeil hon (2)',
    '# language: cy\ncynllun p: P\n\ncanlyniad a: A\ncanlyniad b: B\n',
  ],
  [
    'all that is safe',
    `${head}Outcome a: A\nkpq Town Hall: How‸ are we?\n\tmeasure: M\nwhat is this\n`,
    'Mend all that can be mended without a look',
    `${head}outcome a: A\nkpq town-hall: How are we?\n  measure: M\nwhat is this\n`,
  ],
])('mends: %s', (_, before, title, after) => {
  expect(done(before, title)).toBe(after);
});

test('the only mend is preferred', () => {
  const gap = actionsIn(`${priority}  why: Homes with a low EP‸C grade.\n`).find(({ title }) =>
    title.includes('‘EPC’'),
  );
  expect(gap).toMatchObject({ kind: 'quickfix', isPreferred: false });
  expect(actionsIn(`${head}outcom‸ safe: Safe\n`)[0]).toMatchObject({ kind: 'quickfix', isPreferred: true });
  const several = actionsIn(`${head}section a: A\n  So‸me words.\n`).filter(({ kind }) => kind === 'quickfix');
  expect(several.length).toBeGreaterThan(1);
  expect(several.filter(({ isPreferred }) => isPreferred)).toEqual([]);
});

test('one fault is not mended “all”', () => {
  expect(titles(`${head}Out‸come a: A\n`)).not.toContainEqual(expect.stringContaining('Mend all 1'));
});

test.each([
  [['quickfix'], ['quickfix']],
  [['refactor'], ['refactor.rewrite']],
  [['refactor.extract'], []],
  [['source'], ['source.fixAll.goldthread']],
  [['source.fixAll'], ['source.fixAll.goldthread']],
  [['source.organizeImports'], []],
  [[''], ['quickfix', 'refactor.rewrite', 'source.fixAll.goldthread']],
])('only %j', (only, kinds) => {
  const found = actionsIn(`${head}Out‸come: Safe\n`, {}, only);
  expect([...new Set(found.map(({ kind }) => kind))]).toEqual(kinds);
});

test('rules that are mended without a look are there', () => {
  const ids = rules.map(({ id }) => id);
  for (const id of safeRules) expect(ids).toContain(id);
});

test.each([
  [
    'after others of its kind',
    `${head}outcome safe: Safe\n\npriority x: X\n  outcomes: wa‸rm\n`,
    'Create the outcome ‘warm’ after ‘Safe’',
    `${head}outcome safe: Safe\n\noutcome warm: Warm\n\npriority x: X\n  outcomes: warm\n`,
  ],
  [
    'right below, where there is none of its kind',
    `${head}priority x: X\n  outcomes: wa‸rm\n`,
    'Create the outcome ‘warm’ below',
    `${head}priority x: X\n  outcomes: warm\n\noutcome warm: Warm\n`,
  ],
  [
    'in what holds its kind',
    `${head}framework f: F\n  goal a: A\n\npriority x: X\n  goals: b‸b\n`,
    'Create the goal ‘bb’ after ‘A’',
    `${head}framework f: F\n  goal a: A\n  goal bb: Bb\n\npriority x: X\n  goals: bb\n`,
  ],
  [
    'in what may hold its kind',
    `${head}framework f: F\n\npriority x: X\n  goals: b‸b\n`,
    'Create the goal ‘bb’ in ‘F’',
    `${head}framework f: F\n  goal bb: Bb\n\npriority x: X\n  goals: bb\n`,
  ],
  [
    'of any kind that the field names',
    `${head}role pcc: Commissioner\n\npriority x: X\n  lead: some‸body\n`,
    'Create the role ‘somebody’ after ‘Commissioner’',
    `${head}role pcc: Commissioner\n\nrole somebody: Somebody\n\npriority x: X\n  lead: somebody\n`,
  ],
  [
    'in Welsh',
    '# language: cy\ncynllun p: P\n\ncanlyniad a: A\n\nblaenoriaeth x: X\n  canlyniadau: cyn‸nes\n',
    'Creu canlyniad ‘cynnes’ ar ôl ‘A’',
    '# language: cy\ncynllun p: P\n\ncanlyniad a: A\n\ncanlyniad cynnes: Cynnes\n\nblaenoriaeth x: X\n  canlyniadau: cynnes\n',
  ],
])('creates what is missing: %s', (_, before, title, after) => {
  expect(done(before, title)).toBe(after);
});

test('creates what is missing in a library, not in one that is shipped', () => {
  const plans = {
    'main.plan': 'plan p: P\n  uses: lib\n\npriority x: X\n  outcomes: lib.wa‸rm\n',
    'lib.plan': 'library lib: Lib\n',
  };
  const action = actionsIn(plans).find(({ title }) => title === 'Create the outcome ‘warm’ in ‘lib’');
  expect(action && doing(plans, action)['lib.plan']).toBe('library lib: Lib\n\noutcome warm: Warm\n');
  const shipped = titles('plan p: P\n  uses: wfg-2015\n\npriority x: X\n  goals: wfg-2015.wa‸rm\n');
  expect(shipped.filter((title) => title.startsWith('Create'))).toEqual([]);
});

test.each([
  [
    'from the title',
    `${head}out‸come: Communities are safe\n`,
    'Add the id ‘communities-safe’',
    `${head}outcome communities-safe: Communities are safe\n`,
  ],
  [
    'on the title',
    `${priority}  action: Plant tr‸ees\n`,
    'Add the id ‘plant-trees’',
    `${priority}  action plant-trees: Plant trees\n`,
  ],
  [
    'one that is free',
    `${head}outcome safe: A\noutcome‸: Safe\n`,
    'Add the id ‘safe-2’',
    `${head}outcome safe: A\noutcome safe-2: Safe\n`,
  ],
  [
    'a title without its colon',
    `${priority}  group‸ Working with schools\n    action: A\n`,
    'Add the id ‘working-schools’',
    `${priority}  group working-schools: Working with schools\n    action: A\n`,
  ],
  ['Welsh letters', `${head}outcome‸: Tŷ cynnes\n`, 'Add the id ‘tŷ-cynnes’', `${head}outcome tŷ-cynnes: Tŷ cynnes\n`],
  [
    'without a title',
    `${head}contact‸:\n  email: a@b.uk\n`,
    'Add the id ‘contact’',
    `${head}contact contact:\n  email: a@b.uk\n`,
  ],
  ['only emoji in the title', `${head}outcome‸: 👩‍👩‍👧\n`, 'Add the id ‘outcome’', `${head}outcome outcome: 👩‍👩‍👧\n`],
])('adds an id: %s', (_, before, title, after) => {
  expect(done(before, title)).toBe(after);
});

test.each([
  ['an item that has one', `${head}outcome‸ safe: Safe\n`],
  ['the plan', 'pl‸an: Plan\n'],
  ['a field', `${priority}  du‸e: 2027\n`],
  ['the margin', `${head}\n‸\noutcome: Safe\n`],
])('adds no id to %s', (_, plan) => {
  expect(titles(plan).filter((title) => title.startsWith('Add the id') && !title.includes('‘plan’'))).toEqual([]);
});

test.each([
  [
    'into an item above it',
    `${priority}  action: A\n    due: 2027\n  mile‸stone: M\n    due: 2027\n`,
    'Move it into ‘A’',
    `${priority}  action: A\n    due: 2027\n    milestone: M\n      due: 2027\n`,
  ],
  [
    'out of what it stands in',
    `${priority}  measure m: M\n    act‸ion: A\n      due: 2027\n    unit: %\n  due: 2028\n`,
    'Move it into ‘X’',
    `${priority}  measure m: M\n    unit: %\n  action: A\n    due: 2027\n  due: 2028\n`,
  ],
  [
    'to the left margin',
    `${head}outcome o: O\n  # a note\n  prio‸rity x: X\n    action: A\n\noutcome b: B\n`,
    'Move it to the left margin',
    `${head}outcome o: O\n\n# a note\npriority x: X\n  action: A\n\noutcome b: B\n`,
  ],
  [
    'past other items at the margin',
    `${priority}\noutcome o: O\n\nact‸ion: A\n  due: 2027\n\noutcome b: B\n`,
    'Move it into ‘X’',
    `${priority}  action: A\n    due: 2027\n\noutcome o: O\n\noutcome b: B\n`,
  ],
  [
    'at the end of a file without a line end',
    `${priority}  measure m: M\n    act‸ion: A`,
    'Move it into ‘X’',
    `${priority}  measure m: M\n  action: A\n`,
  ],
  [
    'with CRLF',
    'plan p: P\r\n\r\npriority x: X\r\n  action: A\r\n  mile‸stone: M\r\n',
    'Move it into ‘A’',
    'plan p: P\r\n\r\npriority x: X\r\n  action: A\r\n    milestone: M\r\n',
  ],
  [
    'with comments and prose',
    `${priority}  measure m: M\n    # about it\n    act‸ion: A\n      text:\n        Words\n\n          deeper\n`,
    'Move it into ‘X’',
    `${priority}  measure m: M\n  # about it\n  action: A\n    text:\n      Words\n\n        deeper\n`,
  ],
  [
    'in Welsh',
    '# language: cy\ncynllun p: P\n\nblaenoriaeth x: X\n  gweithred: A\n  carreg‸-filltir: M\n',
    'Symud i mewn i ‘A’',
    '# language: cy\ncynllun p: P\n\nblaenoriaeth x: X\n  gweithred: A\n    carreg-filltir: M\n',
  ],
])('moves an item: %s', (_, before, title, after) => {
  expect(done(before, title)).toBe(after);
});

test.each([
  ['that stands right', `${priority}  act‸ion: A\n`],
  ['with tabs', `${priority}\tmeasure m: M\n\t\tact‸ion: A\n`],
  ['that nothing can hold', `${head}goa‸l g: G\n`],
  ['that is the plan', 'outcome o: O\n\npl‸an p: P\n'],
])('moves no item %s', (_, plan) => {
  expect(
    titles(plan).filter((title) => title.startsWith('Move it into') || title === 'Move it to the left margin'),
  ).toEqual([]);
});

const part = { 'main.plan': 'plan p: P\n\n‸priority homes: Better homes\n  due: 2027\n‸\noutcome o: O\n' };

describe('extracts a part', () => {
  const extracted = (plans: Parameters<typeof doing>[0], can = {}): Record<string, string> | undefined => {
    const action = actionsIn(plans, can).find(({ kind }) => kind === 'refactor.extract');
    return action && doing(plans, action);
  };

  test('of one item', () => {
    expect(extracted(part)).toEqual({
      'main.plan': 'plan p: P\n\ninclude: parts/homes.plan\n\noutcome o: O\n',
      'parts/homes.plan': 'part p: Better homes\n\npriority homes: Better homes\n  due: 2027\n',
    });
  });

  test('of several, with comments and CRLF', () => {
    const plan = 'plan p: P\r\n\r\n‸# First\r\npriority: Better homes\r\n\r\noutcome o: O‸\r\n';
    expect(extracted({ 'main.plan': plan })).toEqual({
      'main.plan': 'plan p: P\r\n\r\ninclude: parts/better-homes.plan\r\n',
      'parts/better-homes.plan':
        'part p: Better homes\r\n\r\n# First\r\npriority: Better homes\r\n\r\noutcome o: O\r\n',
    });
  });

  test('with a comment behind it, or without', () => {
    const plan = 'plan p: P\n\n‸kpq k: How?\n  text: So‸\n\n# End\n';
    expect(extracted(plan)).toEqual({
      'main.plan': 'plan p: P\n\ninclude: parts/k.plan\n\n# End\n',
      'parts/k.plan': 'part p: How?\n\nkpq k: How?\n  text: So\n',
    });
    expect(extracted(plan.replace('So‸', 'So').replace('End', 'End‸'))?.['main.plan']).toBe(
      'plan p: P\n\ninclude: parts/k.plan\n',
    );
  });

  test('with paths as seen from there, and in Welsh', () => {
    const plan =
      '# language: cy\ncynllun p: P\n\n‸ffigur map: Map\n  delwedd: images/map.png\n  testun: Gweler [hwn](a.md).\n‸';
    expect(extracted({ 'main.plan': plan })).toEqual({
      'main.plan': '# language: cy\ncynllun p: P\n\ncynnwys: parts/map.plan\n',
      'parts/map.plan':
        '# language: cy\nrhan p: Map\n\nffigur map: Map\n  delwedd: ../images/map.png\n  testun: Gweler [hwn](../a.md).\n',
    });
  });

  test('under a name that is free', () => {
    const files = extracted({ ...part, 'parts/homes.plan': 'part p: P\n' });
    expect(files?.['main.plan']).toContain('include: parts/homes-2.plan');
  });

  test('of a part, beside it', () => {
    const action = actionsIn({
      'main.plan': 'plan p: P\n\ninclude: parts/a.plan\n',
      'parts/a.plan': 'part p: A\n\n‸outcome o: O\n‸\noutcome q: Q\n',
    }).find(({ kind }) => kind === 'refactor.extract');
    expect(action?.creates?.path).toBe('parts/o.plan');
    expect(action?.edits?.[0]?.newText).toBe('include: o.plan');
  });

  test.each([
    ['the plan itself', '‸plan p: P\n\noutcome o: O‸\n'],
    ['half an item', 'plan p: P\n\noutcome o: ‸O\n  text: Words‸\n'],
    ['an item without its end', 'plan p: P\n\n‸outcome o: O\n‸  text: Words\n'],
    ['nothing', 'plan p: P\n\n‸outcome o: O\n'],
    ['a field', 'plan p: P\n\n‸label why: Why?\n‸'],
    ['an item of a library', 'library p: P\n\n‸outcome o: O\n‸'],
    ['an item of a plan without an id', 'plan: P\n\n‸outcome o: O\n‸'],
  ])('not of %s', (_, plan) => {
    expect(extracted({ 'main.plan': plan })).toBeUndefined();
  });

  test('not where the client cannot make files', () => {
    expect(extracted(part, { createsFiles: false })).toBeUndefined();
  });
});

describe('allows what is found', () => {
  const rule = 'thread/outcome-without-priority';
  const plan = `${head}# A note\noutcome wa‸rm: Homes are warm\n`;
  const title = `Allow this here, with a reason (${rule})`;

  test.each([
    ['at the margin', plan, title, `${head}# A note\n# allow ${rule}: reason\noutcome warm: Homes are warm\n`],
    [
      'in an item',
      `${priority}  meas‸ure m: How many\n`,
      'Allow this here, with a reason (measure/no-owner)',
      `${priority}  # allow measure/no-owner: reason\n  measure m: How many\n`,
    ],
    [
      'below prose',
      `${priority}  why:\n    Words\n  lead: no‸body\n`,
      'Allow this here, with a reason (reference/unknown-id)',
      `${priority}  why:\n    Words\n  # allow reference/unknown-id: reason\n  lead: nobody\n`,
    ],
    [
      'in prose',
      `${priority}  why:\n    See [[no‸body]].\n`,
      'Allow this here, with a reason (reference/unknown-id)',
      `${priority}  # allow reference/unknown-id: reason\n  why:\n    See [[nobody]].\n`,
    ],
    [
      'at the white space before a line',
      `${priority}  action: A\n    due: 2027\n‸\taction: B\n    due: 2027\n`,
      'Allow this here, with a reason (syntax/tab)',
      `${priority}  action: A\n    due: 2027\n  # allow syntax/tab: reason\n\taction: B\n    due: 2027\n`,
    ],
    [
      'in Welsh',
      '# language: cy\ncynllun p: P\n\ncanlyniad cyn‸nes: Cynnes\n',
      `Caniatáu hyn yma, gyda rheswm (${rule})`,
      `# language: cy\ncynllun p: P\n\n# caniatáu ${rule}: rheswm\ncanlyniad cynnes: Cynnes\n`,
    ],
    [
      'with CRLF',
      'plan p: P\r\n\r\noutcome wa‸rm: Warm\r\n',
      title,
      `plan p: P\r\n\r\n# allow ${rule}: reason\r\noutcome warm: Warm\r\n`,
    ],
  ])('%s', (_, before, name, after) => {
    expect(done(before, name)).toBe(after);
  });

  test('and then does not find it', () => {
    const after = done(plan, title) ?? '';
    expect(titles(after.replace('warm:', 'wa‸rm:'))).not.toContain(title);
  });

  test('with a placeholder where the client has them', () => {
    const [action] = actionsIn(plan, { snippets: true }).filter((one) => one.title === title);
    const [edit] = action?.edits ?? [];
    expect(edit?.newText.slice(edit.placeholder?.start, edit.placeholder?.end)).toBe('reason');
  });

  test('but no mistake in how the plan is written', () => {
    expect(titles(`${head}prioriti‸ safe: Safe\n`)).not.toContainEqual(expect.stringContaining('(syntax/'));
  });
});

test('explains a check where there is a page for it', () => {
  const plan = `${head}outcom‸ safe: Safe\n`;
  expect(actionsIn(plan, { explains: true }).flatMap(({ explains }) => explains ?? [])).toContain('syntax/unknown-key');
  expect(titles(plan)).not.toContainEqual(expect.stringContaining('Explain'));
});
