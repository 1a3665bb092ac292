import { formatted } from '@goldthread/grammar';
import { expect, test } from 'vitest';
import { formattingEdits } from '../../server/src/features/formatting.ts';
import { edited } from '../helpers/edited.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

const messy =
  'plan p:   Plan\n\n\n\noutcome   safe :Safe  \npriority x: X\n      outcomes:  safe\n      why:\n          Words  \n';

test.each([
  [
    'the whole file',
    messy,
    'plan p: Plan\n\noutcome safe: Safe\npriority x: X\n  outcomes: safe\n  why:\n    Words  \n',
  ],
  [
    'CRLF',
    messy.replaceAll('\n', '\r\n'),
    'plan p: Plan\r\n\r\noutcome safe: Safe\r\npriority x: X\r\n  outcomes: safe\r\n  why:\r\n    Words  \r\n',
  ],
  [
    'a range',
    'plan p:   Plan\n\n‸outcome   safe :Safe‸\n\noutcome   b :B\n',
    'plan p:   Plan\n\noutcome safe: Safe\n\noutcome   b :B\n',
  ],
  [
    'an empty range',
    'plan p:   Plan\n\noutcome ‸  safe :Safe\n\noutcome   b :B\n',
    'plan p:   Plan\n\noutcome safe: Safe\n\noutcome   b :B\n',
  ],
  [
    'a block with a fault of structure',
    'plan p: P\n\npriority x: X\n      due:  2027\n    nonsense here\n\noutcome  a: A\n',
    'plan p: P\n\npriority x: X\n      due:  2027\n    nonsense here\n\noutcome a: A\n',
  ],
  ['tabs', 'plan p: P\n\npriority x: X\n\tdue: 2027\n', 'plan p: P\n\npriority x: X\n  due: 2027\n'],
  ['comments', '#  A note\nplan p: P\n  #note  \n  period:2027\n', '#  A note\nplan p: P\n  #note\n  period: 2027\n'],
  ['nothing', '', ''],
  ['comments only', '# A\n#  B\n', '# A\n#  B\n'],
  ['no line end', 'plan p: P', 'plan p: P\n'],
  [
    'an emoji and combining letters',
    'plan p:  Pla\u0301n 👩‍👩‍👧\n  area:  Tŷ Ŵy  \n',
    'plan p: Pla\u0301n 👩‍👩‍👧\n  area: Tŷ Ŵy\n',
  ],
])('%s', (_, before, after) => {
  const { file, positions } = editorFor(before);
  const [start, end] = positions;
  const range = start && { start, end: end ?? start };
  expect(edited(file.tree.text, formattingEdits(file, range))).toBe(after);
});

test('only what changes is edited', () => {
  const { file } = editorFor('plan p: P\n\noutcome safe:  Safe\n\npriority x: X\n   outcomes: safe\n');
  expect(formattingEdits(file)).toEqual([
    { range: { start: { line: 2, character: 14 }, end: { line: 2, character: 15 } }, newText: '' },
    { range: { start: { line: 5, character: 2 }, end: { line: 5, character: 3 } }, newText: '' },
  ]);
});

test.each(Object.entries(samples))('%s stays as it is, and comes back when it is indented otherwise', (_, text) => {
  const { file } = editorFor(text);
  expect(formattingEdits(file)).toEqual([]);
  const wide = text.replace(/^( +)(?=\S)/gm, '$1$1');
  const again = editorFor(wide).file;
  expect(edited(wide, formattingEdits(again))).toBe(formatted(wide));
});
