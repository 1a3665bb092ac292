import { contextOf } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { rules } from '../../server/src/checks/index.ts';
import type { Example } from '../../server/src/checks/rule.ts';
import { asked } from '../../server/src/features/completion/asked.ts';
import { type CompletionAsked, complete, describeOffered } from '../../server/src/features/completion/completion.ts';
import { edited } from '../helpers/edited.ts';
import { editorFor } from '../helpers/editor.ts';

const plain: CompletionAsked = { abilities: { snippets: false, asksAgain: false } };
const able: CompletionAsked = { abilities: { snippets: true, asksAgain: true } };

const listAt = (plan: Example, asked = plain): readonly CompletionItem[] => {
  const { snapshot, file, position } = editorFor(plan);
  return complete(snapshot, file, position, asked).items;
};

/** What is offered at the mark. */
const offered = (plan: Example, asked = plain): string[] => listAt(plan, asked).map(({ label }) => label);

/** The first of what is offered, as many as are given. */
const first = (plan: Example, ...expected: readonly string[]): void =>
  expect(offered(plan).slice(0, expected.length)).toEqual(expected);

/** The text of the marked file after something was chosen, by its label; the first where none is given. */
function chosen(plan: Example, label?: string, asked = plain): string {
  const { snapshot, file, position } = editorFor(plan);
  const { items } = complete(snapshot, file, position, asked);
  const item = label === undefined ? items[0] : items.find((one) => one.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error(`“${label}” is not offered`);
  return edited(file.tree.text, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
}

const head = `plan p: Our Plan 2026–2030
  period: 2026-04-01 to 2030-03-31

`;

const thread = `${head}outcome safe: Communities are safe

outcome well: People live well

kpq how-well: How well do people live?
  outcomes: well

kpq how-safe: How safe do people feel?
  outcomes: safe

role head-of-housing: Head of Housing
  holder: Ada

partner health-board: Betsi Cadwaladr University Health Board
  aliases: BCUHB

`;

describe('kinds and fields', () => {
  test('a file begins with what it is', () => {
    for (const text of ['', '‸', '\n\n‸', '# A note\n‸', 'pl‸', '# language: en\n\npl‸'])
      expect(offered(text)).toEqual(['plan', 'plan …', 'part', 'library']);
  });

  test('at the margin of a plan stand the kinds of a plan, the one above first', () => {
    const labels = offered(`${head}outcome safe: Safe\n\n‸`);
    expect(labels[0]).toBe('outcome');
    expect(labels).toEqual(expect.arrayContaining(['vision', 'priority', 'include', 'label']));
    expect(labels).not.toContain('plan');
    expect(labels).not.toContain('action');
    expect(labels).not.toContain('why');
  });

  test('at the margin of a library stand the kinds of a library', () => {
    const labels = offered('library l: L\n\n‸');
    expect(labels).toContain('framework');
    expect(labels).not.toContain('priority');
  });

  test('in the head of a plan stand its fields, what is asked for first', () => {
    first('plan p: Plan\n  ‸', 'organisation', 'period', 'subtitle');
    first('plan p: Plan\n  organisation: O\n  ‸', 'period', 'subtitle');
    expect(offered('plan p: Plan\n  organisation: O\n  ‸')).not.toContain('organisation');
  });

  test('in an item what it lacks and rules ask for comes first', () => {
    first(`${thread}priority x: X\n  ‸`, 'outcomes', 'kpqs', 'why', 'action', 'action …');
    first(`${thread}priority x: X\n  outcomes: safe\n  ‸\n  why: Because`, 'kpqs', 'action', 'action …');
    first(`${thread}outcome x: X\n  ‸`, 'kpq', 'kpq …');
  });

  test('what an item has by where it stands, or from above, is not asked for', () => {
    expect(offered(`${head}outcome x: X\n  kpq y: Y\n    ‸`)[0]).toBe('measure');
    const inPriority = `${head}priority x: X\n  lead: me\n  action: Do\n    ‸`;
    expect(offered(inPriority)[0]).toBe('due');
  });

  test('the depth of the line says what it belongs to', () => {
    const plan = (line: string): string => `${thread}priority x: X\n  action: Do\n    lead: me\n${line}`;
    expect(offered(plan('    ‸'))[0]).toBe('due');
    expect(offered(plan('  ‸'))[0]).toBe('outcomes');
    expect(offered(plan('‸'))).toContain('outcome');
    expect(offered(plan('  wh‸'))).toContain('why');
    expect(offered(plan('\n\n  # Note\n\n  ‸'))[0]).toBe('outcomes');
  });

  test('a half-written word is replaced as a whole, with a colon where none stands', () => {
    expect(chosen(`${head}priority x: X\n  outc‸`, 'outcomes')).toContain('\n  outcomes: ');
    expect(chosen(`${head}priority x: X\n  out‸co: safe`, 'outcomes')).toContain('\n  outcomes: safe');
    expect(chosen(`${head}prio‸\noutcome safe: Safe`, 'priority')).toContain('\npriority: \noutcome');
  });

  test('languages that the plan is translated into', () => {
    const plan = 'plan p: P\n  translations: cy, pl\n\npriority x: X\n  why: Because\n  ‸';
    expect(offered(plan)).toEqual(expect.arrayContaining(['why cy', 'why pl', 'title cy', 'title pl']));
    expect(offered(plan)).not.toContain('why');
    expect(offered(plan)).not.toContain('closing cy');
    expect(chosen(plan, 'why cy')).toMatch(/\n {2}why cy: $/);
  });

  test('a field that repeats is offered again, with what is next', () => {
    const plan = `${head}measure m: M\n  baseline: 5 in 2024/25\n  actual 2025/26: 4\n  ‸`;
    expect(chosen(plan, 'actual')).toMatch(/\n {2}actual 2026\/27: $/);
    expect(listAt(plan, able).find(({ label }) => label === 'actual')?.textEdit).toMatchObject({
      newText: `actual \${1:2026/27}: `,
    });
  });

  test('a space that is typed asks only where lines begin', () => {
    const typed = { ...plain, typed: ' ' };
    expect(offered(`${thread}priority x: X\n  ‸`, typed)[0]).toBe('outcomes');
    expect(offered(`${thread}priority x: X\n ‸`, typed)).toEqual([]);
    expect(offered(`${thread}outcome ‸`, typed)).toEqual([]);
    expect(offered(`${thread}priority x: X\n  why: Cold homes ‸`, typed)).toEqual([]);
    expect(offered(`${thread}priority x: X\n  outcomes: safe ‸`, typed)).toEqual([]);
    expect(offered(`${thread}priority x: X\n  outcomes: communities ‸`, typed)).toEqual(['Communities are safe']);
  });

  test('each comes with its meaning, and with an example for who looks at it', () => {
    const { snapshot, file, position } = editorFor(`${head}outc‸`);
    const item = complete(snapshot, file, position, plain).items.find(({ label }) => label === 'outcome');
    expect(item).toMatchObject({ detail: 'A change that people should see.', kind: CompletionItemKind.Class });
    expect(describeOffered(snapshot, file, item?.data)).toContain('outcome safe: Communities are safe');
  });

  test('in Welsh', () => {
    const plan =
      '# language: cy\ncynllun p: P\n  cyfnod: 2026 i 2030\n\ncanlyniad diogel: Diogel\n\nblaenoriaeth x: X\n  ‸';
    first(plan, 'canlyniadau', 'cpau', 'pam', 'gweithred');
    expect(chosen(plan.replace('‸', 'out‸'), 'canlyniadau')).toMatch(/\n {2}canlyniadau: $/);
    expect(listAt(plan).find(({ label }) => label === 'canlyniadau')?.filterText).toBe('canlyniadau outcomes');
  });
});

describe('what rules ask for', () => {
  test.each(asked)('$rule: $key on $kind', ({ rule, kind, key }) => {
    expect(rules.map(({ id }) => id)).toContain(rule);
    expect(contextOf(kind, 'en').words.has(key)).toBe(true);
  });
});

describe('whole items', () => {
  const snippet = (plan: string, label: string): string | undefined =>
    listAt(plan, able).find((one) => one.label === label)?.textEdit?.newText;

  test('have places to fill in: the example of the kind and what rules ask for', () => {
    expect(snippet(`${thread}‸`, 'priority …')).toBe(
      [
        `priority \${1:road-safety}: \${2:Improve road safety}`,
        '  outcomes: $3',
        '  kpqs: $4',
        `  why: \${5:Too many people are hurt on our roads.}`,
        `  action: \${6:Open two new community hubs}`,
      ].join('\n'),
    );
    expect(snippet(`${thread}priority x: X\n  ‸`, 'action …')).toBe(
      `action: \${1:Open two new community hubs}\n  lead: $2\n  due: \${3:2030-03-31}`,
    );
  });

  test('leave out what is given by where they stand', () => {
    expect(snippet(`${head}outcome x: X\n  ‸`, 'kpq …')).not.toContain('outcomes');
    expect(snippet(`${head}priority x: X\n  lead: me\n  ‸`, 'action …')).not.toContain('lead');
  });

  test('are plain text where the editor knows no snippets, at the depth of the line, with the line ends of the file', () => {
    expect(chosen(`${thread}priority x: X\n  act‸`, 'action …')).toMatch(/\n {2}action: \n {4}lead: \n {4}due: $/);
    expect(chosen('plan p: P\r\n\r\npriority x: X\r\n  ‸', 'action …')).toMatch(/\r\n {2}action: \r\n {4}lead: \r\n/);
  });

  test('hold no English words in a Welsh plan', () => {
    const text = snippet('# language: cy\ncynllun p: P\n\n‸', 'mesur …');
    expect(text).toContain(`  cyfeiriad: \${4:cynyddu}`);
    expect(text).not.toMatch(/Anti-social|incidents|quarterly/);
  });

  test('are not offered over a line that is there', () => {
    expect(offered(`${thread}priority‸ x: X`)).not.toContain('priority …');
  });
});

describe('ids', () => {
  test('come by title, with the id beside it and the words of both to find it by', () => {
    expect(listAt(`${thread}priority x: X\n  outcomes: ‸`)[0]).toMatchObject({
      label: 'Communities are safe',
      labelDetails: { description: 'safe' },
      filterText: 'safe Communities are safe',
      detail: 'outcome · safe',
      textEdit: { newText: 'safe' },
    });
  });

  test('are those of the kinds that the field names', () => {
    expect(offered(`${thread}priority x: X\n  lead: ‸`)).toEqual([
      'Head of Housing',
      'Betsi Cadwaladr University Health Board',
    ]);
    expect(listAt(`${thread}priority x: X\n  lead: bcu‸`)[1]?.filterText).toContain('BCUHB');
  });

  test('are those first that are near to the item', () => {
    first(
      `${thread}priority x: X\n  outcomes: safe\n  kpqs: ‸`,
      'How safe do people feel?',
      'How well do people live?',
    );
    first(
      `${thread}priority x: X\n  outcomes: well\n  kpqs: ‸`,
      'How well do people live?',
      'How safe do people feel?',
    );
  });

  test('are each offered once in a list, on one line or several', () => {
    expect(offered(`${thread}priority x: X\n  outcomes: safe, ‸`)).toEqual(['People live well']);
    expect(offered(`${thread}priority x: X\n  outcomes: ‸, well`)).toEqual(['Communities are safe']);
    expect(offered(`${thread}priority x: X\n  outcomes: safe,\n    ‸`)).toEqual(['People live well']);
    expect(chosen(`${thread}priority x: X\n  outcomes: safe,\n    we‸\n`)).toContain('safe,\n    well\n');
  });

  test.each([
    ['outcomes:‸', 'outcomes: safe'],
    ['outcomes: ‸', 'outcomes: safe'],
    ['outcomes: communities are‸', 'outcomes: safe'],
    ['outcomes: comm‸unities', 'outcomes: safe'],
    ['outcomes: well,‸', 'outcomes: well, safe'],
    ['outcomes: well, co‸', 'outcomes: well, safe'],
    ['outcomes: c‸, well', 'outcomes: safe, well'],
    ['outcomes: well sa‸', 'outcomes: well, safe'],
    ['outcomes ‸', 'outcomes: safe'],
    ['outcomes sa‸', 'outcomes: safe'],
  ])('%s becomes %s', (before, after) => {
    expect(chosen(`${thread}priority x: X\n  ${before}\n  why: Y`, 'Communities are safe')).toContain(
      `\n  ${after}\n  why: Y`,
    );
  });

  test('of other files of the plan', () => {
    const files = {
      'main.plan': 'plan p: P\n\ninclude: a.plan\n\npriority x: X\n  outcomes: ‸',
      'a.plan': 'part p: A\n\noutcome safe: Communities are safe\n',
    };
    expect(offered(files)).toEqual(['Communities are safe']);
  });

  test('of a part that no plan includes yet', () => {
    const files = {
      'main.plan': 'plan p: P\n\noutcome safe: Communities are safe\n',
      'a.plan': 'part p: A\n\npriority x: X\n  outcomes: ‸',
    };
    expect(offered(files)).toEqual(['Communities are safe']);
  });

  test('an item does not name itself', () => {
    expect(offered(`${head}priority x: X\n  priorities: ‸\n\npriority y: Y`)).toEqual(['Y']);
  });

  test('are told of when they are looked at', () => {
    const { snapshot, file, position } = editorFor(`${thread}priority x: X\n  outcomes: ‸`);
    const [item] = complete(snapshot, file, position, plain).items;
    const page = describeOffered(snapshot, file, item?.data) ?? '';
    expect(page).toContain('Communities are safe');
    expect(page).toContain('How safe do people feel?');
    expect(describeOffered(snapshot, file, { plan: 'gone', id: 'safe' })).toBeUndefined();
  });

  test('a long list is cut to what is like the word', () => {
    const many = Array.from({ length: 500 }, (_, number) => `outcome o${number}: Outcome number ${number}\n`).join(
      '\n',
    );
    const { snapshot, file, position } = editorFor(`${head}${many}\npriority x: X\n  outcomes: ‸`);
    const all = complete(snapshot, file, position, plain);
    expect([all.isIncomplete, all.items.length]).toEqual([true, 200]);
    const some = editorFor(`${head}${many}\npriority x: X\n  outcomes: number 49‸`);
    const found = complete(some.snapshot, some.file, some.position, plain);
    expect(found.isIncomplete).toBe(false);
    expect(found.items.slice(0, 3).map(({ label }) => label)).toContain('Outcome number 49');
  });
});

describe('plans and libraries', () => {
  const using = 'plan p: P\n  uses: wfg-2015\n\npriority x: X\n';

  test('items of what is used, by title', () => {
    expect(chosen(`${using}  goals: resil‸`, 'A resilient Wales')).toContain('goals: wfg-2015.resilient-wales');
    expect(offered(`${using}  goals: ‸`)).toContain('wfg-2015.');
  });

  test('members behind a dot', () => {
    expect(chosen(`${using}  goals: wfg-2015.‸`, 'A resilient Wales')).toContain('goals: wfg-2015.resilient-wales');
    expect(chosen(`${using}  goals: wfg-2015.res‸il`, 'A resilient Wales')).toMatch(/goals: wfg-2015.resilient-wales$/);
    expect(offered(`${using}  goals: wfg-2015.‸`)).not.toContain('wfg-2015.');
  });

  test('what is not used yet is used from then on', () => {
    expect(offered('plan p: P\n\npriority x: X\n  goals: ‸')).toContain('wfg-2015.');
    expect(chosen('plan p: P\n\npriority x: X\n  goals: wfg-2015.‸', 'A resilient Wales')).toBe(
      'plan p: P\n  uses: wfg-2015\n\npriority x: X\n  goals: wfg-2015.resilient-wales',
    );
    expect(
      chosen('plan p: P\n  uses: prsra-2011\n\npriority x: X\n  goals: wfg-2015.‸', 'A resilient Wales'),
    ).toContain('uses: prsra-2011, wfg-2015\n');
  });

  test('names of plans and libraries', () => {
    const files = {
      'main.plan': 'plan delivery: Delivery\n  delivers: ‸\n\ndocument old: Old plan\n',
      'b.plan': 'plan county: County Plan\n',
      'c.plan': 'library shared: Shared\n',
    };
    expect(listAt(files).map(({ textEdit }) => textEdit?.newText)).toEqual(['old', 'county']);
    expect(offered({ ...files, 'main.plan': 'plan delivery: Delivery\n  uses: shared, ‸' })).toEqual(
      expect.arrayContaining(['county', 'wfg-2015']),
    );
  });

  test('the plan of a part, and the parts that a plan does not include yet', () => {
    const files = { 'main.plan': 'part ‸', 'b.plan': 'plan county: County Plan\n' };
    expect(chosen(files)).toBe('part county: ');
    const parts = { 'main.plan': 'plan p: P\n\ninclude: ‸', 'parts/a.plan': 'part p: Priority 1\n' };
    expect(chosen(parts)).toBe('plan p: P\n\ninclude: parts/a.plan');
  });
});

describe('double brackets', () => {
  const plan = (words: string): string => `${thread}priority x: X\n  why:\n    ${words}\n`;
  const words = (before: string, label?: string): string =>
    chosen(plan(before), label).split('why:\n    ')[1]?.trimEnd() ?? '';

  test.each([
    ['See [[‸', 'See [[safe]]'],
    ['See [[‸]].', 'See [[safe]].'],
    ['See [[comm‸', 'See [[safe]]'],
    ['See [[communities are‸ for more', 'See [[safe]] for more'],
    ['See [[co‸mm]] for more', 'See [[safe]] for more'],
    ['See [[‸]', 'See [[safe]]'],
    ['See [[x‸|these words]]', 'See [[safe|these words]]'],
    ['See [[x‸:number]]', 'See [[safe:number]]'],
    ['See [[well]] and [[‸ and [[well]]', 'See [[well]] and [[safe]] and [[well]]'],
  ])('%s becomes %s', (before, after) => {
    expect(words(before, 'Communities are safe')).toBe(after);
  });

  test('what is printed of an item', () => {
    expect(offered(plan('[[safe:‸'))).toEqual(['number']);
    expect(offered(plan('[[nothing:‸'))).toEqual(['number', 'value']);
    expect(offered(`${plan('[[crime:‸')}\nstatistic crime: Crime\n  value: 5\n`)).toEqual(['number', 'value']);
    expect(words('[[safe:‸', 'number')).toBe('[[safe:number]]');
    expect(words('[[safe:n‸]]', 'number')).toBe('[[safe:number]]');
  });

  test('in titles and fields of words, not elsewhere in prose', () => {
    expect(offered(`${thread}vision: As in [[‸`)).toContain('Communities are safe');
    expect(offered(plan('We work for safe‸'))).toEqual([]);
    expect(offered(plan('[[safe]] ‸'))).toEqual([]);
    expect(offered(plan('an array[0‸'))).toEqual([]);
  });
});

describe('ids from titles', () => {
  test('behind the key of an item without one', () => {
    expect(chosen(`${head}outcome‸: Communities are safe\n`)).toContain(
      '\noutcome communities-safe: Communities are safe\n',
    );
    first(`${head}outcome‸: Communities are safe`, 'outcome communities-safe', 'outcome communities-are-safe');
  });

  test('between key and colon', () => {
    expect(chosen(`${head}outcome ‸: Communities are safe\n`)).toContain('\noutcome communities-safe: Communities');
    expect(chosen(`${head}outcome comm‸: Communities are safe\n`)).toContain('\noutcome communities-safe: Communities');
  });

  test('that nothing else has', () => {
    first(
      `${head}outcome communities-safe: X\n\noutcome‸: Communities are safe`,
      'outcome communities-safe-2',
      'outcome communities-are-safe',
    );
  });

  test('in Welsh letters', () => {
    first('# language: cy\ncynllun p: P\n\ncanlyniad‸: Mae’r tŷ yn ddiogel', 'canlyniad maer-tŷ-ddiogel');
  });

  test('not without a title, nor beside an id', () => {
    expect(offered(`${head}outcome‸:`)[0]).toBe('vision');
    expect(offered(`${head}outcome‸ safe: Communities are safe`)[0]).toBe('vision');
  });
});

describe('values', () => {
  test('dates within the plan: its end, financial years, quarters, months', () => {
    const plan = `${head}milestone m: M\n  due: ‸`;
    first(plan, '2030-03-31', '2026/27', '2027/28', '2028/29', '2029/30', '2026-Q2');
    expect(offered(plan)).toEqual(expect.arrayContaining(['2030-Q1', '2026-04', '2030-03']));
    expect(offered(plan)).not.toContain('2030-Q2');
    expect(offered('plan p: P\n\nmilestone m: M\n  due: ‸')).toEqual([]);
    expect(offered('plan p: Our Plan 2026–30\n\nmilestone m: M\n  due: ‸')[0]).toBe('2030');
    const later = offered(`${head}statistic s: S\n  period: 2028 to ‸`);
    expect(later.slice(0, 3)).toEqual(['2030-03-31', '2027/28', '2028/29']);
    expect(later.filter((date) => date.startsWith('2026'))).toEqual([]);
    expect(chosen(`${head}milestone m: M\n  due: 20‸26\n`, '2027/28')).toContain('due: 2027/28\n');
  });

  test.each([
    ['target: 11,000 ‸', 'by 2030-03-31', 'target: 11,000 by 2030-03-31'],
    ['target: 11,000 by ‸', '2030-03-31', 'target: 11,000 by 2030-03-31'],
    ['target: 11,000 by 20‸', '2029/30', 'target: 11,000 by 2029/30'],
    ['baseline: 12,480 in ‸', '2025/26', 'baseline: 12,480 in 2025/26'],
    ['baseline: 12,480 ‸', 'in 2025/26', 'baseline: 12,480 in 2025/26'],
    ['direction:‸', 'decrease', 'direction: decrease'],
    ['direction: in‸', 'increase', 'direction: increase'],
    ['actual ‸', '2026/27', 'actual 2026/27: '],
    ['actual 2‸: 4', '2026/27', 'actual 2026/27: 4'],
  ])('%s and %s make %s', (before, label, after) => {
    const plan = `${head}measure other: Other\n  baseline: 5 in 2026\n\nmeasure m: M\n  ${before}`;
    const based = before.startsWith('actual') ? plan.replace('M\n', 'M\n  baseline: 5 in 2026/27\n') : plan;
    expect(chosen(based, label).endsWith(`\n  ${after}`)).toBe(true);
  });

  test('the period of a plan, from its title', () => {
    first('plan p: Our Plan 2026–30\n  period: ‸', '2026-04-01 to 2030-03-31', '2026 to 2030');
    expect(offered(`${head}statistic s: S\n  period: ‸`)[0]).toBe('2025/26');
    first('plan p: Our Plan 2026–30\n  period: 2026 ‸', 'to 2030');
  });

  test('choices, languages, kinds', () => {
    expect(offered('plan p: P\n  kind: ‸')).toEqual(['plan', 'delivery plan', 'summary', 'update', 'report']);
    expect(chosen('plan p: P\n  kind: delivery p‸', 'delivery plan')).toMatch(/kind: delivery plan$/);
    first('plan p: P\n  language: ‸', 'en', 'cy');
    expect(offered('plan p: P\n  translations: cy, ‸')).not.toContain('cy');
    expect(chosen('plan p: P\n  numbering: priorities, act‸', 'actions')).toMatch(/numbering: priorities, actions$/);
    expect(offered('# language: cy\ncynllun p: P\n  math: ‸')[0]).toBe('cynllun');
    expect(listAt('# language: cy\ncynllun p: P\n  iaith: ‸')[1]).toMatchObject({ label: 'cy', detail: 'Cymraeg' });
  });

  test('what a label names, once; and none', () => {
    expect(offered(`${head}label why: Why\n\nlabel ‸`)).not.toContain('why');
    expect(chosen(`${head}label act‸`, 'actions')).toMatch(/label actions: $/);
    expect(offered(`${head}label why: ‸`)).toEqual(['none']);
  });

  test('what other items have', () => {
    const measures = `${head}measure a: A\n  unit: incidents\n  tags: rural, farms\n\nmeasure b: B\n`;
    expect(offered(`${measures}  unit: ‸`)).toEqual(['incidents']);
    expect(offered(`${measures}  tags: farms, ‸`)).toEqual(['rural']);
  });

  test('a rule to allow, those first that find something below', () => {
    first(`${head}# allow ‸\noutcome safe: Safe\n`, 'thread/outcome-without-priority', 'thread/outcome-without-kpq');
    expect(chosen(`${head}# allow thread/outcome-w‸\noutcome safe: Safe\n`)).toMatch(
      /# allow thread\/[a-z-]+: \noutcome/,
    );
    expect(offered(`${head}# A note that ‸\noutcome safe: Safe\n`)).toEqual([]);
    expect(offered(`${head}# al‸\noutcome safe: Safe\n`)).toEqual(['allow']);
    expect(chosen('# ‸\n')).toBe('# language: cy\n');
  });
});

describe('what an editor is told', () => {
  test('an order, and no characters that accept', () => {
    const items = listAt(`${thread}priority x: X\n  outcomes: comm‸`);
    expect(items.map(({ sortText }) => sortText)).toEqual(items.map((_, index) => String(index).padStart(4, '0')));
    expect(items.every(({ commitCharacters }) => commitCharacters === undefined)).toBe(true);
  });

  test('to ask again behind a key whose value can be chosen, where it can', () => {
    const command = (asked: CompletionAsked, label: string): unknown =>
      listAt(`${thread}priority x: X\n  ‸`, asked).find((one) => one.label === label)?.command;
    expect(command(able, 'outcomes')).toMatchObject({ command: 'editor.action.triggerSuggest' });
    expect(command(able, 'why')).toBeUndefined();
    expect(command(plain, 'outcomes')).toBeUndefined();
  });

  test('nothing in the margin of a line', () => {
    expect(offered(`${head}priority x: X\n ‸ why: Y`)).toEqual([]);
  });
});
