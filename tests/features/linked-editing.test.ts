import { expect, test } from 'vitest';
import { idPattern, linkedEditing } from '../../server/src/features/linked-editing.ts';
import { editorFor } from '../helpers/editor.ts';
import { seenAt } from '../helpers/seen.ts';

function together(example: Parameters<typeof editorFor>[0]): string[] | undefined {
  const editor = editorFor(example);
  return linkedEditing(editor.snapshot, editor.cursor)?.map((range) => seenAt(editor, { range }));
}

const plan = (id: string, links: string, text = ''): string =>
  `plan p: P\n\noutcome ${id}: Safe\n\npriority x: X\n  outcomes: ${links}\n${text}`;

test.each([
  ['the id', plan('sa‸fe', 'safe'), ['2:8 safe', '5:12 safe']],
  ['a link', plan('safe', 'other, ‸safe'), ['2:8 safe', '5:19 safe']],
  ['in prose', plan('safe', 'x', '  why: A [[saf‸e|word]]\n'), ['2:8 safe', '6:11 safe']],
  ['with CRLF', plan('‸safe', 'safe').replaceAll('\n', '\r\n'), ['2:8 safe', '5:12 safe']],
  ['an id that nothing names', plan('‸safe', 'x'), undefined],
  ['an id that nothing has', plan('safe', '‸none'), undefined],
  ['an id that is there twice', plan('‸safe', 'safe', '\noutcome safe: S\n'), undefined],
  ['a name with a dot', plan('‸safe', 'safe, p.safe'), undefined],
  ['names that are spelled otherwise', plan('‸tŷ', 'ty\u0302'), undefined],
  ['a title', plan('safe', 'safe').replace(': Safe', ': ‸Safe'), undefined],
  ['a plan', plan('safe', 'safe').replace('plan p', 'plan ‸p'), undefined],
  ['no text', '', undefined],
])('%s', (_, text, expected) => {
  expect(together(text)).toEqual(expected);
});

test('not where another file names it', () => {
  const part = 'part p: P\n\npriority y: Y\n  outcomes: safe\n';
  expect(together({ 'main.plan': plan('‸safe', 'safe', '\ninclude: part.plan\n'), 'part.plan': part })).toBeUndefined();
  const other = 'plan q: Q\n  uses: p\n\nsection s: [[p.safe]]\n';
  expect(together({ 'main.plan': plan('‸safe', 'safe'), 'other.plan': other })).toBeUndefined();
});

test('what is typed goes on being an id', () => {
  const pattern = new RegExp(`^${idPattern}$`);
  expect(['safe', 'dŵr-glân', 'a1', 'S'].every((id) => pattern.test(id))).toBe(true);
  expect(['a b', 'a:', 'a.b', 'a]', ''].some((id) => pattern.test(id))).toBe(false);
});
