import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascending, heightOf, lastWhere, lineAt, type Point } from '../../client/src/preview/page/lines.ts';

const points: readonly Point[] = [
  { line: 10, y: 0 },
  { line: 12, y: 100 },
  { line: 20, y: 120 },
];

test('between two points lines and heights are in proportion', () => {
  expect(heightOf(11, points)).toBe(50);
  expect(lineAt(110, points)).toBe(16);
});

test('before the first and after the last they stay there', () => {
  expect(heightOf(1, points)).toBe(0);
  expect(heightOf(99, points)).toBe(120);
  expect(lineAt(-5, points)).toBe(10);
  expect(lineAt(500, points)).toBe(20);
});

test('without points there is no answer', () => {
  expect(heightOf(1, [])).toBeUndefined();
  expect(lineAt(1, [])).toBeUndefined();
});

test('cells beside one another, and what stands above its line, are left out', () => {
  const found = ascending([
    { line: 3, y: 40 },
    { line: 1, y: 10 },
    { line: 3, y: 35 },
    { line: 2, y: 5 },
    { line: 4, y: 35 },
  ]);
  expect(found).toEqual([
    { line: 1, y: 10 },
    { line: 3, y: 35 },
    { line: 4, y: 35 },
  ]);
});

const anyPoints = fc
  .array(fc.record({ line: fc.nat(500), y: fc.nat(20_000) }), { minLength: 1, maxLength: 30 })
  .map(ascending);

test('there and back again is the same place', () => {
  fc.assert(
    fc.property(anyPoints, fc.double({ min: 0, max: 500, noNaN: true }), (points, line) => {
      const y = heightOf(line, points) as number;
      // Where several lines stand at one height, any of them will do.
      expect(heightOf(lineAt(y, points) as number, points)).toBeCloseTo(y, 3);
    }),
  );
});

test('a point is found exactly, so that nothing drifts', () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      for (const { line, y } of points) expect(heightOf(line, points)).toBe(y);
    }),
  );
});

test('the last for which something holds', () => {
  expect([0, 1, 3, 4, 9].map((most) => lastWhere([1, 2, 3], (each) => each <= most))).toEqual([-1, 0, 2, 2, 2]);
});
