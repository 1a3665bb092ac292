import { expect, test } from 'vitest';
import { figureChanges } from '../../server/src/difference/figures.ts';

const before = 'Year,Homes,Flats\n2024,310,20\n2025,352,21\n';

test('rows that came, went and changed', () => {
  expect(figureChanges(before, 'Year,Homes,Flats\n2025,360,21\n2026,401,30\n')).toEqual([
    { row: '2024', from: '310, 20', to: null },
    { row: '2025', from: '352, 21', to: '360, 21' },
    { row: '2026', from: null, to: '401, 30' },
  ]);
});

test('how the same figures are written makes no difference', () => {
  expect(figureChanges(before, '\uFEFF"Year", Homes ,Flats\r\n2024,310, 20\r\n\r\n"2025","352",21')).toEqual([]);
});

test.each([
  ['no table', 'Year,Homes\n"2024,310\n'],
  ['nothing', ''],
  ['no file', undefined],
  ['other headings', 'Year,Houses,Flats\n2024,310,20\n2025,352,21\n'],
  ['rows that begin alike', 'Year,Homes,Flats\n2024,310,20\n2024,352,21\n'],
  ['another order', 'Year,Homes,Flats\n2025,352,21\n2024,310,20\n'],
])('nothing can be said of %s', (_, after) => {
  expect(figureChanges(before, after)).toBeUndefined();
});
