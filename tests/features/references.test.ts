import { expect, test } from 'vitest';
import { highlights } from '../../server/src/features/highlight.ts';
import { references } from '../../server/src/features/references.ts';
import { editorFor } from '../helpers/editor.ts';
import { seenAt } from '../helpers/seen.ts';

type Files = Parameters<typeof editorFor>[0];

function found(example: Files, declaration = false): string[] {
  const editor = editorFor(example);
  return references(editor.snapshot, editor.cursor, declaration).map((place) => seenAt(editor, place));
}

function highlighted(example: Files): string[] {
  const editor = editorFor(example);
  return highlights(editor.snapshot, editor.cursor).map(
    ({ range, declares }) => `${seenAt(editor, { range })}${declares ? ' !' : ''}`,
  );
}

const plan = (id: string, link = 'safe', bracketed = 'safe|safety'): string =>
  `plan p: Plan\n\noutcome ${id}: People are safe\n\npriority x: X\n  outcomes: ${link}\n  why: See [[${bracketed}]].\n`;

test.each([
  ['from the id', plan('‸safe')],
  ['from the title', plan('safe').replace('People', 'Peo‸ple')],
  ['from the key', plan('safe').replace('outcome', 'out‸come')],
  ['from a field', plan('safe', 's‸afe')],
  ['from brackets', plan('safe', 'safe', 'safe‸|safety')],
])('%s', (_, text) => {
  expect(found(text)).toEqual(['5:12 safe', '6:13 safe']);
  expect(found(text, true)).toEqual(['2:8 safe', '5:12 safe', '6:13 safe']);
});

test.each([
  ['nothing', plan('safe').replace('x: X', 'x: ‸X'), []],
  ['an id that nothing has', plan('safer', '‸safe'), ['5:12 safe', '6:13 safe']],
  ['an item without an id', plan('safe').replace('outcome safe: ', 'outcome: ‸'), []],
  ['a name with the plan before it', plan('saf‸e', 'p.safe'), ['5:14 safe', '6:13 safe']],
  ['the plan itself', plan('safe', 'p.safe').replace('plan p', 'plan ‸p'), ['5:12 p']],
  ['no text', '', []],
])('references to %s', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

const across = {
  'main.plan': 'plan p: Plan\n  uses: lib\n\ninclude: part.plan\n\noutcome safe: Safe\n',
  'part.plan': 'part p: Part\n\npriority x: X\n  outcomes: safe, p.safe\n  lead: lib.housing\n',
  'lib.plan': 'library lib: Library\n\nrole housing: Head of housing\n',
  'other.plan':
    'plan other: Other\n  uses: p, lib\n  delivers: p\n\nsection s: S\n  text: [[p.safe]] and [[lib.housing]]\n',
};

test.each([
  ['an item', 'main.plan', 'outcome ‸safe', ['other.plan 5:12 safe', 'part.plan 3:12 safe', 'part.plan 3:20 safe']],
  [
    'a plan',
    'main.plan',
    'plan ‸p',
    ['other.plan 1:8 p', 'other.plan 2:12 p', 'other.plan 5:10 p', 'part.plan 0:5 p', 'part.plan 3:18 p'],
  ],
  [
    'a library',
    'lib.plan',
    'library ‸lib',
    ['main.plan 1:8 lib', 'other.plan 1:11 lib', 'other.plan 5:25 lib', 'part.plan 4:8 lib'],
  ],
  ['an item of a library', 'part.plan', 'lib.‸housing', ['other.plan 5:29 housing', '4:12 housing']],
  [
    'a library before a dot',
    'part.plan',
    'l‸ib.housing',
    ['main.plan 1:8 lib', 'other.plan 1:11 lib', 'other.plan 5:25 lib', '4:8 lib'],
  ],
  ['a part by its path', 'main.plan', 'part‸.plan', ['3:9 part.plan']],
  [
    'a plan, from its part',
    'part.plan',
    'part ‸p',
    ['other.plan 1:8 p', 'other.plan 2:12 p', 'other.plan 5:10 p', '0:5 p', '3:18 p'],
  ],
])('across files: %s', (_, path, marked, expected) => {
  const files: Record<string, string> = { ...across };
  files[path] = (files[path] ?? '').replace(marked.replace('‸', ''), marked);
  expect(found(files)).toEqual(expected);
});

test('of two items with one id each has the links that its kind may have', () => {
  const two = 'plan p: Plan\n\noutcome s: S\n\nkpq s: S?\n\npriority x: X\n  outcomes: s\n  kpqs: s\n';
  expect(found(two.replace('outcome s', 'outcome ‸s'))).toEqual(['7:12 s']);
  expect(found(two.replace('kpq s', 'kpq ‸s'))).toEqual(['8:8 s']);
});

test.each([
  ['a declaration', plan('‸safe'), ['2:8 safe !', '5:12 safe', '6:13 safe']],
  ['a link', plan('safe', 'p.saf‸e'), ['2:8 safe !', '5:14 safe', '6:13 safe']],
  ['an unknown id', plan('safer', '‸safe'), ['5:12 safe', '6:13 safe']],
  ['a title', plan('safe').replace('People', '‸People'), []],
  ['prose', plan('safe').replace('See', '‸See'), []],
  ['CRLF', plan('‸safe').replaceAll('\n', '\r\n'), ['2:8 safe !', '5:12 safe', '6:13 safe']],
  ['a plan before a dot', plan('safe', 'p‸.safe'), ['0:5 p !', '5:12 p']],
  ['a path', 'plan p: P\n\nfigure: A\n  image: a‸.png\n\nfigure: B\n  image: a.png\n', ['3:9 a.png', '6:9 a.png']],
])('highlights: %s', (_, text, expected) => {
  expect(highlighted(text)).toEqual(expected);
});
