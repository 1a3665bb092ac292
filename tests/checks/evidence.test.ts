import { expect, test } from 'vitest';
import { diagnosticsOf } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

/** Checks a marked plan against one rule of the group. */
function check(rule: string, marked: string): void {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, [`evidence/${rule}`])).toEqual(expected);
}

test('a panel is named where none of its figures has a source, else each figure that has none', () => {
  check(
    'statistic-without-source',
    `plan p: Plan

section: Figures
  panel: None has one
# ^^^^^ evidence/statistic-without-source
    statistic: Trees
      value: 12
    statistic: Parks
      value: 3
    statistic: Ponds, still to be counted

panel: One has one
  statistic trees: Trees
# ^^^^^^^^^^^^^^^ evidence/statistic-without-source
    value: 12
  statistic: Parks
    value: 3
    source: Council map of parks

panel: All in one
  source: Council map of parks
  statistic: Trees
    value: 12

panel: In the note
  note: Source, our own count.
  statistic: Trees
    value: 12

section: A chapter
  source: Council map of parks
  statistic: Trees
    value: 12

section: Another
  statistic: Still to be counted
  statistic: 4 in 5 people like trees
# ^^^^^^^^^ evidence/statistic-without-source
`,
  );
});

test('a time may be given in words, as a year in the text, or once for the panel', () => {
  check(
    'statistic-without-period',
    `plan p: Plan

statistic: Visits
  value: 12
  when: last year

statistic: Visits in 2025
  value: 12

statistic: Visits
  value: 12 in 2024/25

statistic: Visits
  value: 12
  text: These were counted in May 2025.

panel: Figures of a day
  note: Between April and September 2025
  statistic: Calls
    value: 12
  statistic: Visits
    value: 12

section: A chapter
  statistic: Visits
# ^^^^^^^^^ evidence/statistic-without-period
    value: 12,019
`,
  );
});

test('teams, boards and other bodies need no holder', () => {
  const holding = (title: string): string[] =>
    found(`plan p: Plan\n\nrole: ${title}\n`, ['evidence/role-without-holder']);
  const bodies = [
    'Rural crime team',
    'Tîm Troseddau Gwledig',
    'Board of Governors',
    'Custody Visitors',
    'Scrutiny Committee',
  ];
  expect(bodies.flatMap(holding)).toEqual([]);
  const offices = [
    'Prif Weithredwr',
    'Chief of Staff',
    'Chair of the Board',
    'Director for Adult Services',
    'Bursar',
    '',
  ];
  for (const office of offices) expect(holding(office), office).toEqual(['3:0-4 evidence/role-without-holder']);
  expect(holding('Leader of the Council\n  holder: Ada Price')).toEqual([]);
});

test('charts, figures and lead-ins are found inside other items', () => {
  const plan = `plan p: Plan

section: A chapter
  lead-in: It all comes together in what follows:
  chart: Rents
  figure:
    caption: A map
  group:
    lead-in: We will:
`;
  expect(found(plan, ['evidence'])).toEqual([
    '5:2-7 evidence/chart-without-data',
    '6:2-8 evidence/figure-without-image',
    '9:13-21 evidence/lead-in-without-items',
  ]);
});

test('every message says what to add', () => {
  const plan = `plan p: Plan

statistic: Trees
  value: 12
chart:
figure:
role:
`;
  for (const { message } of diagnosticsOf(plan).filter(({ rule }) => rule.startsWith('evidence/')))
    expect(message).toMatch(/“[a-z]+:[^”]*”/);
});

test('in a draft they only hint', () => {
  const drafted = diagnosticsOf('plan p: Plan\n  status: draft\n\nchart: Rents\n');
  expect(drafted.find(({ rule }) => rule === 'evidence/chart-without-data')?.severity).toBe('hint');
});
