import { expect, test } from 'vitest';
import { editionOf, textIn } from './editions.ts';

/** A plan in which each priority works towards the outcome of the same number. */
function planOf(count: number): string {
  const each = Array.from({ length: count }, (_, index) => index);
  return [
    'plan large: A large plan',
    ...each.map((n) => `outcome o${n}: Outcome ${n}`),
    ...each.map((n) => `priority p${n}: Priority ${n}\n  outcomes: o${n}`),
    '',
  ].join('\n');
}

test('a matrix that is too large for a table says what each priority is linked to', () => {
  const html = textIn(editionOf(planOf(150)), 'html', '.html');
  expect(html).toContain('150 priorities against 150 columns are too many for one table.');
  expect(html).toMatch(
    /<th scope="row"><a class="mention" href="#p149">Priority 149<\/a><\/th><td><a class="mention" href="#o149">Outcome 149<\/a><\/td>/,
  );
});

test('what a document takes grows with what the plan says, not with its square', () => {
  const [small, large] = [200, 800].map((count) => textIn(editionOf(planOf(count)), 'html', '.html').length);
  expect((large ?? 0) / (small ?? 1)).toBeLessThan(6);
});
