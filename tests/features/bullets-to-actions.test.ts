import { expect, test } from 'vitest';
import { actionsIn, done } from '../helpers/actions.ts';

const head = 'plan p: Plan\n\n';
const priority = `${head}priority x: X\n`;
const one = 'Turn the bullet into an action';
const turning = (count: number): string => `Turn the ${count} bullets into actions`;

test.each([
  [
    'selected but for the rest of the last one',
    `${priority}  why:\n    Words.\n\n‸    * Long waits‸\n      for everybody\n    * Short\n`,
    one,
    `${priority}  why:\n    Words.\n\n    * Short\n  action: Long waits for everybody\n`,
  ],
  [
    'in a text, below a stem',
    `${priority}  text:\n    We will:\n\n    - Bu‸ild\n    - Mend\n  due: 2027\n`,
    turning(2),
    `${priority}  text:\n    We will:\n\n  action: Build\n  action: Mend\n  due: 2027\n`,
  ],
  [
    'a text of nothing else',
    `${priority}  text:\n    - Bu‸ild\n    - Mend\n`,
    turning(2),
    `${priority}  action: Build\n  action: Mend\n`,
  ],
  [
    'in points',
    `${priority}  text:\n    We will:\n    - Build\n      * h‸omes\n      * schools\n        on hills\n    - Mend\n`,
    turning(4),
    `${priority}  text:\n    We will:\n  action: Build\n    action: homes\n    action: schools on hills\n  action: Mend\n`,
  ],
  [
    'with words below them',
    `${priority}  why:\n    We will:\n    - Bu‸ild\n    - Mend\n\n    And more.\n  due: 2027\n`,
    turning(2),
    `${priority}  why:\n    We will:\n\n    And more.\n  action: Build\n  action: Mend\n  due: 2027\n`,
  ],
  [
    'with words below them only',
    `${priority}  why:\n    - Bu‸ild\n    - Mend\n\n    And more.\n`,
    turning(2),
    `${priority}  why:\n\n    And more.\n  action: Build\n  action: Mend\n`,
  ],
  [
    'some of them',
    `${priority}  why:\n    - Build\n‸    - Mend\n‸    - Plant\n`,
    one,
    `${priority}  why:\n    - Build\n    - Plant\n  action: Mend\n`,
  ],
  [
    'behind a stem on the line of the key',
    `${priority}  why: We will:\n    - Bu‸ild\n    - Mend\n`,
    turning(2),
    `${priority}  why: We will:\n  action: Build\n  action: Mend\n`,
  ],
  [
    'below a stem of the list',
    `${priority}  lead-in: We will:\n    - Bu‸ild\n    - Mend\n`,
    turning(2),
    `${priority}  lead-in: We will:\n  action: Build\n  action: Mend\n`,
  ],
  [
    'pasted below a priority',
    `${priority}  due: 2027\n  • Bu‸ild\n  • Mend: the roof\n    soon\n  – Plant\n`,
    turning(3),
    `${priority}  due: 2027\n  action: Build\n  action: Mend: the roof soon\n    action: Plant\n`,
  ],
  ['pasted at the margin', `${priority}‸- Build\n- Mend\n`, turning(2), `${priority}  action: Build\n  action: Mend\n`],
  [
    'with numbers',
    `${priority}  1. Bu‸ild\n  2. Mend\n    a) Roofs\n    b) Walls\n`,
    turning(4),
    `${priority}  action: Build\n  action: Mend\n    action: Roofs\n    action: Walls\n`,
  ],
  [
    'selected with a stem',
    `${priority}  text:\n‸    We will:\n    - Build\n    - Mend\n‸`,
    turning(2),
    `${priority}  text:\n    We will:\n  action: Build\n  action: Mend\n`,
  ],
  [
    'under an action',
    `${priority}  action: A\n    - Bu‸ild\n    - Mend\n`,
    turning(2),
    `${priority}  action: A\n    action: Build\n    action: Mend\n`,
  ],
  [
    'with CRLF and tabs',
    'plan p: P\r\n\r\npriority x: X\r\n•\tBu‸ild\r\no\tRoofs\r\n•\tMend',
    turning(3),
    'plan p: P\r\n\r\npriority x: X\r\n  action: Build\r\n    action: Roofs\r\n  action: Mend',
  ],
  [
    'in Welsh',
    '# language: cy\ncynllun p: P\n\nblaenoriaeth x: X\n  pam:\n    - Adei‸ladu\n    - Trwsio\n',
    'Troi’r pwyntiau bwled yn weithredoedd (2)',
    '# language: cy\ncynllun p: P\n\nblaenoriaeth x: X\n  gweithred: Adeiladu\n  gweithred: Trwsio\n',
  ],
])('turns points into actions: %s', (_, before, title, after) => {
  expect(done(before, title)).toBe(after);
});

test.each([
  ['on other words of the text', `${priority}  text:\n    We w‸ill:\n    - Build\n`],
  ['in an item that holds no actions', `${head}outcome o: O\n  text:\n    - Bu‸ild\n`],
  ['on an item', `${priority}  act‸ion: A\n`],
  ['on a selection with words between', `${priority}  text:\n‸    - A\n\n    Words\n\n    - B‸\n`],
  ['on a selection of two texts', `${priority}  text:\n‸    - A\n  why:\n    - B‸\n`],
  ['in an empty file', '‸'],
  ['in a file of comments', '# - A‸\n'],
])('not %s', (_, plan) => {
  expect(actionsIn(plan).filter(({ title }) => title.includes('bullet'))).toEqual([]);
});

test('is a mend of lines that say nothing as they stand', () => {
  const turn = (plan: string) => actionsIn(plan).find(({ title }) => title === one);
  expect(turn(`${priority}  - Bu‸ild\n`)).toMatchObject({ kind: 'quickfix', mends: [{ rule: 'syntax/no-key' }] });
  expect(turn(`${priority}  why:\n    - Bu‸ild\n`)).toMatchObject({ kind: 'refactor.rewrite', mends: [] });
  expect(actionsIn(`${priority}  - Bu‸ild\n`, {}, ['refactor']).filter(({ title }) => title === one)).toEqual([]);
});
