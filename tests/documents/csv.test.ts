import { describe, expect, test } from 'vitest';
import { csv } from '../../server/src/documents/csv/csv.ts';
import { readCsv } from '../../server/src/workspace/csv.ts';
import { editionOf, filesIn, hostileEditions, sampleEditions, textIn } from './editions.ts';

const cellsOf = (text: string): readonly (readonly string[])[] => readCsv(text).rows?.map(({ cells }) => cells) ?? [];

/** A table of an edition as rows by the names of its columns. */
function table(plan: string, name: string): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(textIn(editionOf(plan), 'csv', `.${name}.csv`));
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])));
}

test.each([
  ['=HYPERLINK("http://evil.example")', `'=HYPERLINK("http://evil.example")`],
  ['+44 1633 838838', "'+44 1633 838838"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  [' =1', "' =1"],
  ['\n=cmd|calc\nmore', "'\n=cmd|calc\nmore"],
  ['＝1', "'＝1"],
  ['-3.5', '-3.5'],
  ['+12%', '+12%'],
  ['a=b', 'a=b'],
])('%j is no formula', (cell, shown) => {
  expect(cellsOf(csv([[cell, 'x']]))).toEqual([[shown, 'x']]);
});

test('cells are as RFC 4180 has them, with the mark of UTF-8', () => {
  expect(
    csv([
      ['a', 'b, c', 'say “"”'],
      ['two\nlines', '', 'Łódź'],
    ]),
  ).toBe('\uFEFFa,"b, c","say “""”"\r\n"two\nlines",,Łódź\r\n');
});

test('actions have what is handed down to them', () => {
  const plan = `plan p: Plan
  numbering: priorities

role head: Head of Streets
partner trust: Street Trust

priority streets: Safer streets
  lead: head
  due: 2028-03
  priority lamps: More lamps
    action a: Put up lamps
      partners: trust, The Lamp Society
      status: under way
    action b: Mend lamps
      lead: Somebody Else
      due: over my term in office
`;
  expect(table(plan, 'actions')).toMatchObject([
    {
      ref: 'p.a',
      priorities: 'More lamps; Safer streets',
      lead: 'Head of Streets',
      due: '2028-03',
      'due by': '2028-03-31',
      status: 'under way',
    },
    { ref: 'p.b', lead: 'Somebody Else', due: 'over my term in office', 'due by': '' },
  ]);
});

test('measures have a row for each result', () => {
  const plan = `plan p: Plan

outcome o: Calm streets
  kpq how: How calm are they?
    measure m: Noise
      unit: complaints
      baseline: 12 in 2025
      target: 4 by 2030-03
      actual 2026/27: 10
      actual 2027/28: 1,234
    measure n: Nothing known yet
`;
  expect(table(plan, 'measures')).toMatchObject([
    {
      ref: 'p.m',
      outcomes: 'Calm streets',
      'target by': '2030-03-31',
      period: '2026/27',
      'period from': '2026-04-01',
      'actual value': '10',
    },
    { ref: 'p.m', period: '2027/28', actual: '1,234', 'actual value': '1234' },
    { ref: 'p.n', questions: 'How calm are they?', period: '', actual: '' },
  ]);
});

test('the matrix says what is linked', () => {
  const plan = 'plan p: Plan\n\noutcome o: One\noutcome q: Two\n\npriority a: First\n  outcomes: q\n';
  expect(table(plan, 'matrix')).toEqual([{ 'priority area': '', priority: 'First', One: '0', Two: '1', Total: '1' }]);
});

describe.each(sampleEditions)('%s', (_, edition) => {
  test('has tables with as many cells in each row, and all its items', () => {
    for (const { name, content } of filesIn(edition, 'csv')) {
      const rows = cellsOf(String(content));
      expect(new Set(rows.map(({ length }) => length)).size, name).toBe(1);
    }
    const items = [...edition.source.snapshot.model.items(edition.source.plan)].filter(({ kind }) => !kind.root);
    expect(cellsOf(textIn(edition, 'csv', '.items.csv'))).toHaveLength(items.length + 1);
  });
});

test.each(hostileEditions)('%s has no formula in any cell', (_, edition) => {
  for (const { content } of filesIn(edition, 'csv')) {
    const cells = cellsOf(String(content)).flat();
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell) && !/^[-+][\d.,]+%?$/.test(cell))).toEqual([]);
  }
});
