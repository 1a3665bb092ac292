import { expect, test } from 'vitest';
import { definitions } from '../../server/src/features/definition.ts';
import { editorFor } from '../helpers/editor.ts';
import { seenAt, textIn } from '../helpers/seen.ts';

/** What is pointed at, and where each thing stands that it names. */
function seen(example: Parameters<typeof editorFor>[0]): string[] {
  const editor = editorFor(example);
  const found = definitions(editor.snapshot, editor.cursor);
  return found.map(
    ({ origin, place, focus }) => `${textIn(editor, origin)} → ${seenAt(editor, { ...place, range: focus })}`,
  );
}

const head = 'plan p: Plan\n\noutcome safe: People are safe\n\n';

test.each([
  ['an id in a field', `${head}priority x: X\n  outcomes: sa‸fe\n`, ['safe → 2:8 safe']],
  ['the end of an id', `${head}priority x: X\n  outcomes: safe‸\n`, ['safe → 2:8 safe']],
  ['one of several', `${head}priority x: X\n  outcomes: other, saf‸e\n`, ['safe → 2:8 safe']],
  ['brackets in prose', `${head}section s: S\n  text:\n    As [[sa‸fe|safety]] says\n`, ['safe → 2:8 safe']],
  ['brackets in a title', `${head}section s: About [[‸safe]]\n`, ['safe → 2:8 safe']],
  ['an id with the plan before it', `${head}priority x: X\n  outcomes: p.saf‸e\n`, ['safe → 2:8 safe']],
  ['the plan before the dot', `${head}priority x: X\n  outcomes: ‸p.safe\n`, ['p → 0:5 p']],
  ['a declaration', 'plan p: Plan\n\noutcome sa‸fe: People are safe\n', ['safe → 2:8 safe']],
  ['a title', 'plan p: Plan\n\noutcome safe: People ‸are safe\n', ['People are safe → 2:8 safe']],
  ['an item without id', 'plan p: Plan\n\noutcome: People ‸are safe\n', ['People are safe → 2:9 People are safe']],
  ['an id that nothing has', `${head}priority x: X\n  outcomes: ‸none\n`, []],
  [
    'an id that two items have',
    `${head}outcome safe: Safe\n\npriority x: X\n  outcomes: ‸safe\n`,
    ['safe → 2:8 safe', 'safe → 4:8 safe'],
  ],
  ['an id of two kinds', `${head}kpq safe: Safe?\n\npriority x: X\n  kpqs: ‸safe\n`, ['safe → 4:4 safe']],
  [
    'an id spelled with marks of their own',
    'plan p: Plan\n\noutcome tŷ: Tai\n\npriority x: X\n  outcomes: ‸ty\u0302\n',
    ['ty\u0302 → 2:8 tŷ'],
  ],
  ['words behind emoji', `${head}section s: 👩‍👩‍👧 [[saf‸e]]\n`, ['safe → 2:8 safe']],
  ['a comment', `${head}# outcomes: sa‸fe\n`, []],
  ['a key', `${head}priority x: X\n  outc‸omes: safe\n`, []],
  ['a value that is words', `${head}priority x: X\n  lead: Head of ‸housing\n`, []],
  ['no text at all', '', []],
])('%s', (_, plan, expected) => {
  expect(seen(plan)).toEqual(expected);
});

test('lines that end with CRLF', () => {
  expect(seen(`${head}priority x: X\n  outcomes: sa‸fe\n`.replaceAll('\n', '\r\n'))).toEqual(['safe → 2:8 safe']);
});

test.each([
  ['an item of a library', 'lib.hou‸sing', ['housing → lib.plan 1:8 housing']],
  ['a library before a dot', 'l‸ib.housing', ['lib → lib.plan 0:8 lib']],
  ['nothing behind the dot', 'lib.‸gone', []],
  ['no such library', 'gon‸e.housing', []],
  [
    'a library that comes with the program',
    'wfg-2015.prosperous‸-wales',
    ['prosperous-wales → libraries/wfg-2015.plan 28:7 prosperous-wales'],
  ],
])('%s', (_, link, expected) => {
  const plan = `plan p: P\n  uses: lib, wfg-2015\n\nsection s: S\n  text: See [[${link}]].\n`;
  expect(seen({ 'main.plan': plan, 'lib.plan': 'library lib: Lib\npartner housing: Housing team\n' })).toEqual(
    expected,
  );
});

test.each([
  ['plans in a field', 'plan p: P\n  uses: li‸b\n', ['lib → lib.plan 0:8 lib']],
  ['a part by its path', 'plan p: P\n\ninclude: parts/o‸ne.plan\n', ['parts/one.plan → parts/one.plan 0:5 p']],
  ['a picture', 'plan p: P\n\nfigure: F\n  image: images/‸a.png\n', ['images/a.png → images/a.png 0:0 ']],
  ['a picture that is not there', 'plan p: P\n\nfigure: F\n  image: images/‸b.png\n', []],
  [
    'an item of a part',
    'plan p: P\n\ninclude: parts/one.plan\n\npriority x: X\n  outcomes: ‸warm\n',
    ['warm → parts/one.plan 1:8 warm'],
  ],
])('across files: %s', (_, plan, expected) => {
  const files = {
    'lib.plan': 'library lib: Lib\n',
    'parts/one.plan': 'part p: One\noutcome warm: Homes are warm\n',
    'images/a.png': '',
  };
  expect(seen({ 'main.plan': plan, ...files })).toEqual(expected);
});

test('a part says which plan it is of', () => {
  const root = 'plan p: P\n\ninclude: part.plan\n\noutcome warm: Homes are warm\n';
  expect(seen({ 'main.plan': root, 'part.plan': 'part ‸p: One\n' })).toEqual(['p → main.plan 0:5 p']);
});

test('a part that no plan includes names items of the plan it says', () => {
  const part = 'part p: One\n\npriority x: X\n  outcomes: ‸warm\n';
  expect(seen({ 'main.plan': 'plan p: P\n\noutcome warm: Homes are warm\n', 'part.plan': part })).toEqual([
    'warm → main.plan 2:8 warm',
  ]);
});
