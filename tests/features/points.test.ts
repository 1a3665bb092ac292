import { expect, test } from 'vitest';
import { pointsOf, readList } from '../../server/src/features/points.ts';

/** The points of a list: as many dashes as points it stands in, then its words. */
const read = (lines: readonly string[]): string[] =>
  pointsOf(readList(lines)).map(({ level, words }) => `${'-'.repeat(level)}${words}`);

test.each([
  [
    ['• One', '• Two'],
    ['One', 'Two'],
  ],
  [
    ['•\tOne', 'o\ttwo', '▪\tThree', '•\tFour'],
    ['One', '-two', '--Three', 'Four'],
  ],
  [
    ['• One', 'o Two', 'o Three', '• Four'],
    ['One', '-Two', '-Three', 'Four'],
  ],
  [['- Adeiladu', '  o leiaf pump'], ['Adeiladu o leiaf pump']],
  [
    ['1. One', '  a) Two', '  b) Three', '2. Four'],
    ['One', '-Two', '-Three', 'Four'],
  ],
  [
    ['- One', '    - Two', '  - Three', '- Four'],
    ['One', '-Two', '-Three', 'Four'],
  ],
  [
    ['– One', '– Two:', '   more', '', '– Three'],
    ['One', 'Two: more', 'Three'],
  ],
  [
    ['\uf0b7 One', '\u00a0\u00a0– Two'],
    ['One', '-Two'],
  ],
  [
    ['(i) One', '(ii) Two'],
    ['One', 'Two'],
  ],
  [['One', 'a word', '2024. A year', '-', 'e.g. this', '5% of all'], []],
  [
    ['  - Deep', '- Out'],
    ['Deep', 'Out'],
  ],
])('%j', (lines, points) => {
  expect(read(lines)).toEqual(points);
});
