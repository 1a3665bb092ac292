import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimsOf } from './claims.ts';
import { readExpectations } from './expectation.ts';
import { keptOf } from './kept.ts';
import { precision, recall, score } from './score.ts';

const expected = `
@source: plan.md
@complete: priority, action, outcome
@right action: we will

plan: Our Plan
period: 2026 to 2030 | 2026–2030
role: Leader = Ada Price
outcome safe: People feel safe
priority roads 1: Safer roads | Make our roads safer
  outcomes: safe
  action: Put cameras where people … the school day
    due: 2027-03 | March 2027
  action?: Look at lower limits
  statistic: People hurt on our roads = 1,204 (2025/26)
priority homes 2: Warm homes
  group: Landlords
    action: Inspect every let home…
quote: We were never asked … -- Ada Price | Leader
`;

const plan = `plan our-plan: Our Plan
  period: 2026 to 2030
  numbering: priorities

role leader: Leader
  holder: Ada Price

outcome safe: People feel safe

priority roads: Make our roads safer
  outcomes: safe

  action: Put cameras where people cross before and after the school day
    due: 2027-03
  statistic: People hurt on roads
    value: 1,204 people
    period: 2025/26

priority homes: Warm homes
  group: Landlords
    action: Inspect every let home once in three years

quote: We were never asked before this plan
  by: leader
`;

/** What is not as it should be, by kind. */
async function remarks(text: string): Promise<string[]> {
  const tallies = score(readExpectations(expected), await claimsOf(text));
  return tallies.flatMap(({ kind, remarks }) => remarks.map((remark) => `${kind}: ${remark}`));
}

test('a plan with everything in its place has nothing to remark', async () => {
  const tallies = score(readExpectations(expected), await claimsOf(plan));
  expect(tallies.flatMap(({ remarks }) => remarks)).toEqual([]);
  expect(tallies.map((tally) => [tally.kind, recall(tally), precision(tally)])).toEqual(
    [
      'plan',
      'role',
      'outcome',
      'priority',
      'action',
      'statistic',
      'group',
      'quote',
      'priority → outcomes',
      'field',
    ].map((kind) => [kind, 1, 1]),
  );
});

describe('what is not as it should be', () => {
  test.each([
    [
      'not there',
      ['  group: Landlords\n    action: Inspect every let home once in three years\n', ''],
      ['action: missing: Inspect every let home (under Landlords)', 'group: missing: Landlords (under Warm homes)'],
    ],
    ['glued words are no matter', ['Put cameras where people cross', 'Put camerasw here peoplecross'], []],
    [
      'runs on',
      ['the school day', 'the school day. Why this matters: speed kills and everybody pays for it'],
      ['action: ragged: Put cameras where people … the school day ⇒ … nd '],
    ],
    [
      'in a wrong place',
      [
        'priority homes: Warm homes',
        'priority homes: Warm homes\n  action: Put cameras where people cross before and after the school day',
      ],
      ['action: wrong: Put cameras'],
    ],
    [
      'claimed and not there',
      ['priority homes: Warm homes', 'priority homes: Warm homes\n  action: The winter of 2024 was cold'],
      ['action: wrong: The winter of 2024 was cold (under Warm homes)'],
    ],
    [
      'right although nobody wrote it down',
      ['priority homes: Warm homes', 'priority homes: Warm homes\n  action: We will ask tenants'],
      [],
    ],
    [
      'right and not asked for',
      ['priority homes: Warm homes', 'priority homes: Warm homes\n  action: Look at lower limits'],
      [],
    ],
    ['a link that is not there', ['  outcomes: safe\n', ''], ['priority → outcomes: missing: Safer roads → safe']],
    [
      'a figure',
      ['1,204 people', '1,240 people'],
      ['statistic: missing: People hurt on our roads = 1,204 (under Safer roads)'],
    ],
    [
      'who said it',
      ['  by: leader', '  by: A resident'],
      ['field: We were never asked before this plan: said by Ada Price, not “A resident”'],
    ],
    [
      'the period',
      ['period: 2026 to 2030', 'period: 2026 to 2031'],
      ['plan: period should be “2026 to 2030”, and is 2026 to 2031'],
    ],
    [
      'the number',
      ['numbering: priorities', 'numbering: actions'],
      ['field: Make our roads safer: the number should be 1', 'field: Warm homes: the number'],
    ],
  ])('%s', async (_, [was = '', now = ''], found) => {
    expect(plan).toContain(was);
    const all = await remarks(plan.replace(was, now));
    expect(all.map((remark, index) => remark.slice(0, found[index]?.length))).toEqual(found);
  });
});

test('an item in the place of another is misplaced, and counts as wrong', async () => {
  const action = /\n {2}action: Put cameras.*\n.*2027-03/.exec(plan)?.[0] ?? '';
  const moved = plan.replace(action, '').replace('priority homes: Warm homes', `priority homes: Warm homes${action}`);
  const tally = score(readExpectations(expected), await claimsOf(moved)).find(({ kind }) => kind === 'action');
  expect(tally).toMatchObject({ expected: 2, found: 1, claimed: 2, wrong: 1 });
  expect(tally?.remarks).toEqual([
    'misplaced: Put cameras where people … the school day (under Warm homes), not under Safer roads',
  ]);
});

test.each(['wiltshire', 'north-wales'])('the sample %s has all that a person finds in the document', async (name) => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const tallies = score(
    readExpectations(read(`expectations/${name}.txt`)),
    await claimsOf(read(`../../samples/${name}/${name}.plan`)),
  );
  expect(tallies.flatMap(({ remarks }) => remarks)).toEqual([]);
});

describe('words', () => {
  const nothing = { removed: [], repeats: [] };
  test.each([
    ['all there, in another order', 'One two. **Three**', 'plan p: Three\n  text: one two', nothing, []],
    ['parted and put together', 'thepeople of re- gional note', 'plan p: the people of regional note', nothing, []],
    [
      'told of',
      'Page head\n\nOne\n\nPage head',
      'plan p: One',
      { removed: [{ words: 'Page head', times: 2 }], repeats: [] },
      [],
    ],
    ['gone', 'One two three four', 'plan p: One two four', nothing, ['one two ‹three› four']],
    ['there less often', 'safe and safe', 'plan p: safe and', nothing, ['safe and ‹safe› ']],
    ['a note in the plan is not the plan', 'One two', '# two\nplan p: One', nothing, ['one ‹two› ']],
  ])('%s', (_, document, written, told, lost) => {
    expect(keptOf(document, 'a.md', written, told).lost).toEqual(lost);
  });
});

test.each([
  ['no source', 'plan: A'],
  ['no form', '@source: a\nplan: A\n???'],
])('expectations that cannot be read: %s', (_, text) => {
  expect(() => readExpectations(text)).toThrow();
});
