import { describe, expect, test } from 'vitest';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { editorFor } from '../helpers/editor.ts';
import { afterEdits, textIn } from '../helpers/seen.ts';

type Files = Parameters<typeof editorFor>[0];

/** The files that change, after a rename; or why there is none. */
function renamed(example: Files, id: string): Record<string, string> | string {
  const editor = editorFor(example);
  const result = rename(editor.snapshot, editor.cursor, id);
  return 'refusal' in result ? result.refusal : afterEdits(editor, result.edits);
}

/** The words that would be renamed; or why there are none. */
function prepared(example: Files): string {
  const editor = editorFor(example);
  const result = prepareRename(editor.snapshot, editor.cursor);
  return 'refusal' in result ? result.refusal : `${textIn(editor, result.range)} = ${result.placeholder}`;
}

const plan = (id: string, link = 'safe'): string =>
  `plan p: Plan\n\noutcome ${id}: Safe\n\npriority x: X\n  outcomes: none, ${link}\n  why: See [[safe]], [[safe|p.safe]], [[p.safe]] and safe.\n`;

describe('an item', () => {
  const after = plan('calm', 'calm').replace(
    '[[safe]], [[safe|p.safe]], [[p.safe]]',
    '[[calm]], [[calm|p.safe]], [[p.calm]]',
  );
  test.each([
    ['where it is declared', plan('sa‸fe')],
    ['where it is named', plan('safe', 'safe‸')],
    ['in brackets', plan('safe').replace('[[safe]]', '[[‸safe]]')],
    ['behind a dot', plan('safe').replace('[[p.safe]]', '[[p.‸safe]]')],
  ])('%s', (_, text) => {
    expect(renamed(text, 'calm')).toEqual({ 'main.plan': after });
    expect(prepared(text)).toBe('safe = safe');
  });

  test('with CRLF', () => {
    expect(renamed(plan('sa‸fe').replaceAll('\n', '\r\n'), 'calm')).toEqual({
      'main.plan': after.replaceAll('\n', '\r\n'),
    });
  });

  test('spelled with marks of their own, and the new one too', () => {
    const text = 'plan p: P\n\noutcome ‸ty\u0302: Tai\n\npriority x: X\n  outcomes: tŷ\n';
    expect(renamed(text, 'dw\u0302r')).toEqual({
      'main.plan': 'plan p: P\n\noutcome dŵr: Tai\n\npriority x: X\n  outcomes: dŵr\n',
    });
    expect(renamed(text, 'tŷ')).toEqual({});
  });

  test('with spaces around the new id', () => {
    expect(renamed('plan p: P\n\noutcome ‸a: A\n', ' b ')).toEqual({ 'main.plan': 'plan p: P\n\noutcome b: A\n' });
  });

  test('of two with one id: its own links alone', () => {
    const two = 'plan p: P\n\noutcome s: S\n\nkpq ‸s: S?\n\npriority x: X\n  outcomes: s\n  kpqs: s\n';
    expect(renamed(two, 't')).toEqual({
      'main.plan': 'plan p: P\n\noutcome s: S\n\nkpq t: S?\n\npriority x: X\n  outcomes: s\n  kpqs: t\n',
    });
  });

  test('of two of a kind: the second has no links', () => {
    const two = 'plan p: P\n\noutcome s: S\n\noutcome ‸s: S\n\npriority x: X\n  outcomes: s\n';
    expect(renamed(two, 't')).toEqual({ 'main.plan': two.replace('‸s', 't') });
  });
});

const across = {
  'main.plan': 'plan p: Plan\n  uses: lib\n\ninclude: part.plan\n\noutcome safe: Safe\n',
  'part.plan': 'part p: Part\n\npriority x: X\n  outcomes: safe, p.safe\n  lead: lib.housing\n',
  'lib.plan': 'library lib: Library\n\nrole housing: Head of housing\n',
  'other.plan':
    'plan other: Other\n  uses: p, lib\n  delivers: p\n\nsection s: S\n  text: [[p.safe]] and [[lib.housing|lib]]\n',
};
const marked = (path: keyof typeof across, text: string): Record<string, string> => ({
  ...across,
  [path]: across[path].replace(text.replace('‸', ''), text),
});

test.each([
  [
    'an item of a library',
    marked('part.plan', 'lib.‸housing'),
    { 'lib.plan': 'role homes:', 'other.plan': '[[lib.homes|lib]]', 'part.plan': 'lead: lib.homes' },
  ],
  [
    'a plan',
    marked('main.plan', 'plan ‸p'),
    {
      'main.plan': 'plan homes:',
      'part.plan': 'part homes: Part\n\npriority x: X\n  outcomes: safe, homes.safe',
      'other.plan': 'uses: homes, lib\n  delivers: homes\n\nsection s: S\n  text: [[homes.safe]]',
    },
  ],
  [
    'a plan, from its part',
    marked('part.plan', 'part ‸p'),
    { 'main.plan': 'plan homes:', 'part.plan': 'part homes: Part', 'other.plan': 'uses: homes, lib' },
  ],
  [
    'a library',
    marked('other.plan', '‸lib.housing'),
    {
      'lib.plan': 'library homes:',
      'main.plan': 'uses: homes',
      'part.plan': 'lead: homes.housing',
      'other.plan': 'uses: p, homes\n  delivers: p\n\nsection s: S\n  text: [[p.safe]] and [[homes.housing|lib]]',
    },
  ],
])('across files: %s', (_, files, expected) => {
  const after = renamed(files, 'homes') as Record<string, string>;
  expect(Object.keys(after).sort()).toEqual(Object.keys(expected).sort());
  for (const [path, piece] of Object.entries(expected)) expect(after[path]).toContain(piece);
});

describe('refused', () => {
  test.each([
    [
      'prose',
      plan('safe').replace('See', '‸See'),
      'Only an id can be renamed. Put the cursor on the id of an item, or where an item is named.',
    ],
    [
      'a comment',
      'plan p: P\n# Wo‸rds\n',
      'Only an id can be renamed. Put the cursor on the id of an item, or where an item is named.',
    ],
    [
      'a title with an id',
      plan('safe').replace(': Safe', ': ‸Safe'),
      'A title can be changed as it stands. To rename the id, put the cursor on ‘safe’.',
    ],
    [
      'a title without',
      'plan p: P\n\npriority: Road ‸safety\n',
      'This has no id yet, so that nothing can name it. Give it one first, such as “priority road-safety: …”.',
    ],
    [
      'a key',
      plan('safe').replace('outcome ', 'out‸come '),
      'A title can be changed as it stands. To rename the id, put the cursor on ‘safe’.',
    ],
    ['an unknown id', plan('safe', 'gone‸'), 'Nothing has the id ‘gone’, so there is nothing to rename.'],
    [
      'an unknown library',
      plan('safe', 'gone‸.safe'),
      'There is no plan or library ‘gone’ here, so there is nothing to rename.',
    ],
    ['a shipped library', 'plan p: P\n  uses: ‸wfg-2015\n', '‘wfg-2015’ comes with Goldthread and cannot be changed.'],
    [
      'an item of one',
      'plan p: P\n  uses: wfg-2015\n\nsection s: [[wfg-2015.‸prosperous-wales]]\n',
      '‘wfg-2015’ comes with Goldthread and cannot be changed.',
    ],
    [
      'a path',
      'plan p: P\n\ninclude: pa‸rt.plan\n',
      'This is the path of a file. Rename the file itself, and the paths that lead to it change too.',
    ],
    [
      'an item of a part in no plan',
      'part p: P\n\noutcome ‸safe: S\n',
      'No plan includes this part, so it is not known what names the item. Include the part in its plan first, then rename.',
    ],
    [
      'a Welsh file',
      '# language: cy\ncynllun p: P\n\ncanlyniad: Dwˆr ‸glân\n'.replace('wˆ', 'ŵ'),
      'Nid oes id yma eto, felly ni all dim ei enwi. Rhowch un iddo yn gyntaf, er enghraifft “canlyniad dŵr-glân: …”.',
    ],
  ])('%s', (_, text, expected) => {
    expect(prepared(text)).toBe(expected);
    expect(renamed(text, 'new')).toBe(expected);
  });

  test.each([
    ['Calm', '‘Calm’ cannot be an id: an id is small letters, figures and hyphens, with no spaces. Write ‘calm’.'],
    [
      'safe streets',
      '‘safe streets’ cannot be an id: an id is small letters, figures and hyphens, with no spaces. Write ‘safe-streets’.',
    ],
    ['a.b', '‘a.b’ cannot be an id: an id is small letters, figures and hyphens, with no spaces. Write ‘a-b’.'],
    [
      '-',
      '‘-’ cannot be an id: an id is small letters, figures and hyphens, with no spaces. Write it like ‘road-safety’.',
    ],
    [
      'a\nplan q: Q',
      '‘a plan q: Q’ cannot be an id: an id is small letters, figures and hyphens, with no spaces. Write ‘a-plan-q-q’.',
    ],
    ['  ', 'An id needs a letter or a figure. Write it like ‘road-safety’.'],
    ['x', 'This plan has ‘x’ already: “X”. Choose another id.'],
  ])('the id %j', (id, expected) => {
    expect(renamed(plan('‸safe'), id)).toBe(expected);
  });

  test('the id of another plan', () => {
    expect(renamed(marked('main.plan', 'plan ‸p'), 'lib')).toBe(
      'There is a plan or library ‘lib’ already. Choose another id.',
    );
    expect(renamed(marked('main.plan', 'plan ‸p'), 'wfg-2015')).toBe(
      'There is a plan or library ‘wfg-2015’ already. Choose another id.',
    );
  });

  test('an id by which another plan would be meant no more', () => {
    const files = { ...across, 'other.plan': 'plan other: Other\n  delivers: p\n\ndocument ‸d: D\n' };
    expect(renamed(files, 'p')).toBe('There is a plan or library ‘p’ already. Choose another id.');
    const root = {
      ...marked('main.plan', 'plan ‸p'),
      'other.plan': 'plan other: Other\n  delivers: p\n\ndocument d: D\n',
    };
    expect(renamed(root, 'd')).toBe('This plan has ‘d’ already: “D”. Choose another id.');
  });

  test('an id that does not look like one is not cut within a letter', () => {
    expect(renamed(plan('‸safe'), '👩'.repeat(60))).toContain('👩…’');
  });
});
