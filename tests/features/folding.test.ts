import { expect, test } from 'vitest';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

const folds = (plan: string): string[] =>
  foldingRanges(editorFor(plan).file).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
  );

test.each([
  ['a head', 'plan p: P\n  area: Wales\n  period: 2026\n\noutcome o: O\n', ['0-2']],
  [
    'items in items',
    'plan p: P\n\ntheme t: T\n\n  priority x: X\n    action: Do\n\n    action: More\n\noutcome o: O\n',
    ['2-7', '4-7'],
  ],
  ['prose', 'plan p: P\n\nsection s: S\n  text:\n    One\n\n    Two\n\n\n', ['2-6', '3-6']],
  ['a value that goes on', 'plan p: P\n\npriority x: X\n  outcomes: a,\n    b,\n    c\n', ['2-5', '3-5']],
  [
    'comments',
    '# One\n# Two\nplan p: P\n\n# Three\n\n# Four\n# Five\n# Six\noutcome o: O\n',
    ['0-1 comment', '6-8 comment'],
  ],
  ['comments within an item', 'plan p: P\n\npriority x: X\n  # One\n  # Two\n  why: Because\n', ['2-5', '3-4 comment']],
  [
    'headings and comments in prose',
    'plan p: P\n\nsection s: S\n  text:\n    # One\n    # Two\n  # Three\n  # Four\n    Five\n',
    ['2-8', '3-8', '6-7 comment'],
  ],
  [
    'a table',
    'plan p: P\n\ntable: T\n  text:\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n\n    After\n',
    ['2-8', '3-8', '4-6'],
  ],
  ['one line', 'plan p: P', []],
  ['no text', '', []],
  ['comments alone', '# a\n# b\n# c', ['0-2 comment']],
  ['lines with no key', 'plan p: P\n\nwords\n| a |\n| b |\n', []],
])('%s', (_, plan, expected) => {
  expect(folds(plan)).toEqual(expected);
  expect(folds(plan.replaceAll('\n', '\r\n'))).toEqual(expected);
});

test.each(Object.entries(samples))('the folds of %s nest', (_, text) => {
  const { file } = editorFor(text);
  const lines = text.split('\n').length;
  const open: number[] = [];
  for (const { startLine, endLine } of foldingRanges(file)) {
    expect(endLine).toBeGreaterThan(startLine);
    expect(endLine).toBeLessThan(lines);
    while ((open.at(-1) ?? Number.POSITIVE_INFINITY) < startLine) open.pop();
    expect(endLine).toBeLessThanOrEqual(open.at(-1) ?? Number.POSITIVE_INFINITY);
    open.push(endLine);
  }
});

test('after an edit above, folds below move', () => {
  const { engine, file } = editorFor('plan p: P\n\npriority x: X\n  why: Because\n');
  expect(foldingRanges(file)).toMatchObject([{ startLine: 2, endLine: 3 }]);
  engine.change('main.plan', { start: 0, end: 0, text: '\n\n' });
  expect(foldingRanges(file)).toMatchObject([{ startLine: 4, endLine: 5 }]);
});
