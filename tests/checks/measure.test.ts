import { describe, expect, test } from 'vitest';
import { readCsv } from '../../server/src/workspace/csv.ts';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

const expectMarks = (marked: string, groups: readonly string[]): void => {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, groups)).toEqual(expected);
};

/** A plan with one measure in it. */
const measure = (fields: string, title = 'Damp homes'): string =>
  `plan p: Warm Homes\n\nmeasure damp: ${title}\n${fields}`;

/** The rules of the group that report something about a measure. */
const rulesOf = (fields: string, title?: string): string[] =>
  diagnosticsOf(measure(fields, title), { final: true })
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('measure/'))
    .map((rule) => rule.slice('measure/'.length));

const complete = ['no-baseline', 'no-frequency', 'no-owner', 'no-source', 'no-target', 'no-unit'];

describe('what a measure lacks', () => {
  test('one finding for each field, at its key and id', () => {
    expect(rulesOf('')).toEqual(complete);
    expect(found(measure(''), ['measure/no-target'])).toEqual(['3:0-12 measure/no-target']);
  });

  test('is a hint in a draft', () => {
    const plan = measure('').replace('\n\n', '\n  status: draft\n\n');
    const severities = new Set(
      diagnosticsOf(plan)
        .filter(({ rule }) => rule.startsWith('measure/'))
        .map(({ severity }) => severity),
    );
    expect([...severities]).toEqual(['hint']);
  });

  test('a field that is there and empty or wrong has its own finding', () => {
    expect(rulesOf('  baseline:\n  target: many\n  owner:\n  source:\n  unit:\n  frequency:\n')).toEqual([]);
  });

  test.each([
    ['  baseline: 40% in 2025\n'],
    ['  target: 400 homes by 2030\n'],
    ['  actual 2025/26: 1,200 homes\n'],
    ['  unit: homes\n'],
  ])('a unit may stand in %j', (fields) => {
    expect(rulesOf(fields)).not.toContain('no-unit');
  });

  test.each([['  baseline: 1,150 in 2025\n'], ['  target: 400 by 2030\n']])(
    'a number alone has no unit: %j',
    (fields) => {
      expect(rulesOf(fields)).toContain('no-unit');
    },
  );

  test('what is kept where it is needs no target, but a baseline', () => {
    expect(rulesOf('  direction: maintain\n  baseline: 93% in 2025\n')).not.toContain('no-target');
    expect(rulesOf('  direction: maintain\n')).toContain('no-target');
  });

  test('a library says what is counted; the rest is for each plan to say', () => {
    const library = 'library l: County measures\n\nmeasure damp: Damp homes\n';
    const rules = diagnosticsOf(library, { final: true }).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule.startsWith('measure/'))).toEqual([
      'measure/no-frequency',
      'measure/no-source',
      'measure/no-unit',
    ]);
  });

  test('likely values are offered', () => {
    const plan = `plan p: P\n\npriority damp: Dry homes\n  lead: Head of Housing\n  measure share: Percentage of homes that are damp\n`;
    const fixes = diagnosticsOf(plan).flatMap(({ rule, fixes }) =>
      rule.startsWith('measure/') ? fixes.map((fix) => fix) : [],
    );
    expect(fixes.map(({ title }) => title)).toEqual([
      'Add “frequency: quarterly”',
      'Add “frequency: yearly”',
      'Add “owner: Head of Housing”',
      'Add “unit: %”',
    ]);
    expect(applyFix(plan, fixes[3]!)).toEqual({ 'main.plan': `${plan}    unit: %\n` });
  });
});

describe('target and direction', () => {
  test.each([
    ['decrease', '1,150 in 2025', '1,151 by 2030'],
    ['increase', '40% in 2025', '39.99% by 2030'],
    ['decrease', '1,150 homes in 2025', '1,400 by 2030'],
    ['increase', '0.6 billion', '599,999,999'],
    ['decrease', '-4.5 points', '-4.4 points'],
    ['increase', '9007199254740993', '9007199254740992'],
    ['Decrease', '£1.2m', '£1.3m'],
  ])('%s from %s to %s is found', (direction, baseline, target) => {
    const fields = `  direction: ${direction}\n  baseline: ${baseline}\n  target: ${target}\n`;
    expect(rulesOf(fields)).toContain('target-against-direction');
  });

  test.each([
    ['decrease', '1,150 in 2025', '1,150 by 2030'],
    ['decrease', '1,150 in 2025', '10% by 2030'],
    ['decrease', '1,150 homes in 2025', '1,400 people by 2030'],
    ['maintain', '93%', '90%'],
    ['down', '93%', '95%'],
    ['increase', 'about a thousand', '90'],
    ['increase', '0.1 million', '100,001'],
  ])('%s from %s to %s is not', (direction, baseline, target) => {
    const fields = `  direction: ${direction}\n  baseline: ${baseline}\n  target: ${target}\n`;
    expect(rulesOf(fields)).not.toContain('target-against-direction');
  });

  test.each([
    ['%', '20', '30%', true],
    ['%', '20% in 2025', '30', true],
    ['per cent', '20', '30', true],
    ['y cant', '20', '30%', true],
    ['%', '20 homes', '30%', false],
    ['homes', '20', '30%', false],
    ['%', '30', '20%', false],
  ])('with the unit %s, from %s to %s: %s', (unit, baseline, target, isFound) => {
    const fields = `  unit: ${unit}\n  direction: decrease\n  baseline: ${baseline}\n  target: ${target}\n`;
    expect(rulesOf(fields).includes('target-against-direction')).toBe(isFound);
  });

  test('stands at the target, in Welsh too, and can be turned round', () => {
    const plan = `# language: cy
cynllun p: Cynllun
  iaith: cy

mesur tai: Tai llaith
  cyfeiriad: gostwng
  gwaelodlin: 1,150 yn 2025
  targed: 1,400 erbyn 2030
`;
    const diagnostics = diagnosticsOf(plan).filter(({ rule }) => rule === 'measure/target-against-direction');
    expect(diagnostics.map(({ range }) => range.start)).toEqual([{ line: 7, character: 10 }]);
    expect(applyFix(plan, diagnostics[0]!.fixes[0]!)).toEqual({ 'main.plan': plan.replace('gostwng', 'cynyddu') });
  });
});

describe('wishes in titles', () => {
  test('are found by their first words', () => {
    expectMarks(
      `plan p: Plan

measure a: Reduce anti-social behaviour
#          ^^^^^^ measure/direction-in-title
measure b: Increasing satisfaction
#          ^^^^^^^^^^ measure/direction-in-title
measure c: Reduction in recorded crime
#          ^^^^^^^^^^^^ measure/direction-in-title
measure d: Improve road safety
#          ^^^^^^^ measure/direction-in-title
measure e: Improvement notices served
measure f: Reduced timetables
measure g: Lower-quartile earnings
measure h: Incidents of anti-social behaviour
measure i: Increase
`,
      ['measure/direction-in-title'],
    );
    expectMarks(
      `plan p: Cynllun
  language: cy

measure a: Lleihau troseddau
#          ^^^^^^^ measure/direction-in-title
measure b: Cynyddu boddhad
#          ^^^^^^^ measure/direction-in-title
measure c: Reduce
`,
      ['measure/direction-in-title'],
    );
  });

  test.each([
    ['Reduce the number of damp homes', 'Number of damp homes', '  direction: decrease\n'],
    ['Increasing visits to parks', 'Visits to parks', '  direction: increase\n'],
  ])('%s → %s', (title, renamed, direction) => {
    const plan = measure('', title);
    const [diagnostic] = diagnosticsOf(plan).filter(({ rule }) => rule === 'measure/direction-in-title');
    expect(applyFix(plan, diagnostic!.fixes[0]!)).toEqual({ 'main.plan': measure(direction, renamed) });
  });

  test.each([
    ['Increase in rent arrears'],
    ['Reduce and prevent crime'],
    ['Improve road safety'],
    ['Reduce by 10% all crime'],
  ])('%s is for the writer', (title) => {
    const [diagnostic] = diagnosticsOf(measure('', title)).filter(({ rule }) => rule === 'measure/direction-in-title');
    expect(diagnostic?.fixes).toEqual([]);
  });
});

describe('files of figures', () => {
  const withData = (csv: string, item = 'measure damp: Damp homes') => ({
    'main.plan': `plan p: P\n\n${item}\n  data: data/damp.csv\n`,
    'data/damp.csv': csv,
  });
  const told = (csv: string, item?: string): string[] =>
    diagnosticsOf(withData(csv, item))
      .filter(({ rule }) => rule.startsWith('measure/data-'))
      .map(({ message }) => message.replace('The file ‘data/damp.csv’ ', '').replace(/ Each row below .*/, ''));

  test.each([
    ['year,homes\n2024,1210\n2025,1150\n'],
    ['\uFEFFyear,homes\r\n2021/22,"1,210"\r\n2021-05-13,40%\r\n'],
    ['year,homes,note\r2024,-4.5,"says ""none"",\nand more"\r2025,,\r'],
    ['year,homes\n\n2024,1210'],
  ])('%j is right', (csv) => {
    expect(told(csv)).toEqual([]);
  });

  test.each([
    [
      'year,homes\n2024,1210\n2025,many\n',
      'can’t be read: on line 3, in column 2, ‘many’ is not a number that a plan can read.',
    ],
    [
      'year,homes\n01/04/2024,1210\n',
      'can’t be read: on line 2, in column 1, ‘01/04/2024’ is not a date: write 2024-04-01.',
    ],
    [
      'year,homes\n2024,"12\n10"\n2025\n',
      'can’t be read: on line 2, in column 2, ‘12 10’ is not a number that a plan can read.',
    ],
    ['year,homes\n2024,1210\n2025\n', 'can’t be read: on line 3, in column 2, the number is missing.'],
    ['year,homes\n2024,1210\n2024,1150\n', 'can’t be read: on line 3, in column 1, ‘2024’ stands on line 2 already.'],
    [
      'year;homes\n2024;1210\n',
      'can’t be read: on line 1, in column 1, the columns are not separated by commas; save it as “CSV (comma separated)”.',
    ],
    [
      '2024,1210\n2025,1150\n',
      'can’t be read: on line 1, in column 1, the first row should hold the headings, such as “period,number”.',
    ],
    [
      'year,homes\n"2024,1210\n',
      'can’t be read: on line 2, in column 1, there is a cell whose closing quotation mark is missing.',
    ],
    [
      'year,homes\n2024,12"10\n',
      'can’t be read: on line 2, in column 2, a quotation mark stands inside a cell that does not begin with one.',
    ],
    [
      'year,homes\n"2024"5,10\n',
      'can’t be read: on line 2, in column 1, something stands behind a closing quotation mark.',
    ],
  ])('%j is told with its line and column', (csv, message) => {
    expect(told(csv)).toEqual([message]);
  });

  test.each([[''], ['\uFEFF'], ['year,homes\n'], ['\n\n']])('%j has no figures', (csv) => {
    expect(told(csv)).toEqual([expect.stringMatching(/^has no figures in it, so ‘Damp homes’ has nothing to show\./)]);
  });

  test('tables and charts may have any columns, as many in each row', () => {
    expect(told('area,homes,people\nEast,many,few\n', 'table: Homes by area')).toEqual([]);
    expect(told('area,homes\nEast,many,few\n', 'chart: Homes by area')).toEqual([
      'can’t be read: on line 2, in column 3, this row has 3 cells, and there are 2 cells with headings.',
    ]);
  });

  test('a file that is not there is told once, of a measure here, of a table or chart by another check', () => {
    const rules = (item?: string) =>
      diagnosticsOf({ 'main.plan': withData('', item)['main.plan'] })
        .map(({ rule }) => rule)
        .filter((rule) => /data|file/.test(rule));
    expect(rules()).toEqual(['measure/data-missing']);
    expect(rules('chart: Homes')).toEqual(['syntax/missing-file']);
  });

  test('rows know their lines', () => {
    expect(readCsv('a,b\n"1\n2",3\r\n4,"5"').rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', '3'] },
      { line: 4, cells: ['4', '5'] },
    ]);
    expect(readCsv('a,\n,b\n').rows?.map(({ cells }) => cells)).toEqual([
      ['a', ''],
      ['', 'b'],
    ]);
  });

  test('a long file takes no longer than its length', () => {
    const { rows } = readCsv(`year,homes\n${'2024,"1""2"\n'.repeat(100_000)}`);
    expect(rows).toHaveLength(100_001);
    expect(readCsv(`"${'""'.repeat(1_000_000)}`).fault?.line).toBe(1);
  });
});
