import { expect, test } from 'vitest';
import { links } from '../../server/src/features/links.ts';
import { editorFor } from '../helpers/editor.ts';
import { textIn } from '../helpers/seen.ts';

function found(example: Parameters<typeof editorFor>[0]): string[] {
  const editor = editorFor(example);
  return links(editor.snapshot, editor.file).map(
    ({ range, path, url, tooltip }) => `${textIn(editor, range)} → ${path ?? url} (${tooltip})`,
  );
}

const files = { 'parts/a.plan': 'part p: A\n', 'images/map.png': '', 'data/a b.csv': '' };

test.each([
  ['a part', 'plan p: P\n\ninclude: parts/a.plan\n', ['parts/a.plan → parts/a.plan (Open ‘parts/a.plan’)']],
  [
    'a picture',
    'plan p: P\n\nfigure: F\n  image: ./images/map.png\n',
    ['./images/map.png → images/map.png (Open ‘./images/map.png’)'],
  ],
  [
    'figures',
    'plan p: P\n\nkpq k: K?\n  measure m: M\n    data: data/a b.csv\n',
    ['data/a b.csv → data/a b.csv (Open ‘data/a b.csv’)'],
  ],
  ['a file that is not there', 'plan p: P\n\nfigure: F\n  image: images/no.png\n', []],
  [
    'a picture in prose',
    'plan p: P\n\nsection s: S\n  text: ![Map](images/map.png "Map")\n',
    ['images/map.png → images/map.png (Open ‘images/map.png’)'],
  ],
  [
    'a rule',
    'plan p: P\n\n# allow thread/outcome-without-kpq: agreed\noutcome o: O\n',
    [
      'thread/outcome-without-kpq → goldthread:rules/thread/outcome-without-kpq.md (What ‘thread/outcome-without-kpq’ checks, and why)',
    ],
  ],
  ['no such rule', 'plan p: P\n\n# allow thread/none: agreed\noutcome o: O\n', []],
  ['an item in brackets', 'plan p: P\n\noutcome o: O\n\nsection s: [[o]]\n', []],
  [
    'a Welsh file',
    '# language: cy\ncynllun p: P\n\ncynnwys: parts/a.plan\n',
    ['parts/a.plan → parts/a.plan (Agor ‘parts/a.plan’)'],
  ],
  ['no text', '', []],
])('%s', (_, plan, expected) => {
  expect(found({ 'main.plan': plan, ...files })).toEqual(expected);
});

test.each([
  ['https://example.org', 'https://example.org'],
  ['https://example.org/a?b=c&d#e.', 'https://example.org/a?b=c&d#e'],
  ['(see https://example.org/a_(b))', 'https://example.org/a_(b)'],
  ['**https://example.org/x**, and', 'https://example.org/x'],
  ['[words](https://example.org/x).', 'https://example.org/x'],
  ['<https://example.org/x>', 'https://example.org/x'],
  ['“https://example.org/x”', 'https://example.org/x'],
  ['| https://example.org/x|', 'https://example.org/x'],
  ['HTTPS://Example.org/X', 'HTTPS://Example.org/X'],
  ['👩‍👩‍👧 https://example.org/ŵ', 'https://example.org/ŵ'],
  ['http://example.org', undefined],
  ['https://', undefined],
  ['https://localhost', undefined],
  ['https://gov.uk@example.org/', undefined],
  ['javascript:alert(1)', undefined],
  [`https://example.org/${'a'.repeat(3000)}`, undefined],
  [`https://example.org/a${')'.repeat(1500)}`, 'https://example.org/a'],
])('the web page in %j', (words, expected) => {
  const seen = found(`plan p: P\n\nsection s: S\n  text:\n    ${words}\n`).map((link) => link.split(' → ')[0]);
  expect(seen).toEqual(expected === undefined ? [] : [expected]);
});

test('a web page in a field', () => {
  expect(found('plan p: P\n\npartner a: A\n  web: https://www.example.org/plan,\n')).toEqual([
    'https://www.example.org/plan → https://www.example.org/plan (Open the web page at www.example.org)',
  ]);
});
