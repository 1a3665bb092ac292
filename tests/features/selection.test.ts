import { expect, test } from 'vitest';
import { selectionRanges } from '../../server/src/features/selection.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';
import { textIn } from '../helpers/seen.ts';

/** What is selected step by step, the whole file left out. */
function steps(plan: string): string[] {
  const editor = editorFor(plan);
  return selectionRanges(editor.file, editor.position)
    .map((range) => textIn(editor, range))
    .slice(0, -1);
}

const action = 'action: Plant trees\n    due: 2027';
const priority = `priority x: Our parks\n  outcomes: green, well-being\n  why:\n    Parks matter to all.\n    They are green [[well-being|spaces]].\n\n    Second one.\n  ${action}`;
const plan = `plan p: P\n\n${priority}\n\noutcome o: O\n`;
const marked = (text: string): string => plan.replace(text.replace('‸', ''), text);

test.each([
  ['a word in a title', 'Our pa‸rks', ['parks', 'Our parks', 'priority x: Our parks', priority]],
  ['an id in a list', 'well-b‸eing', ['well-being', 'green, well-being', 'outcomes: green, well-being', priority]],
  ['an id', 'priority ‸x', ['x', 'priority x: Our parks', priority]],
  ['a key', 'pri‸ority', ['priority', 'priority x: Our parks', priority]],
  ['a value below a field', '20‸27', ['2027', 'due: 2027', action, priority]],
  [
    'a word in prose',
    'Sec‸ond',
    [
      'Second',
      'Second one.',
      'Parks matter to all.\n    They are green [[well-being|spaces]].\n\n    Second one.',
      'why:\n    Parks matter to all.\n    They are green [[well-being|spaces]].\n\n    Second one.',
      priority,
    ],
  ],
  [
    'a name in brackets',
    'well-‸being|',
    [
      'well-being',
      'well-being|spaces',
      '[[well-being|spaces]]',
      'They are green [[well-being|spaces]].',
      'Parks matter to all.\n    They are green [[well-being|spaces]].',
      'Parks matter to all.\n    They are green [[well-being|spaces]].\n\n    Second one.',
      'why:\n    Parks matter to all.\n    They are green [[well-being|spaces]].\n\n    Second one.',
      priority,
    ],
  ],
])('%s', (_, text, expected) => {
  expect(steps(marked(text))).toEqual(expected);
  expect(steps(marked(text).replaceAll('\n', '\r\n'))).toEqual(expected.map((one) => one.replaceAll('\n', '\r\n')));
});

test.each([
  ['a comment', 'plan p: P\n# Wo‸rds here\n', ['Words', '# Words here']],
  ['words with no key', 'plan p: P\n\nJust ‸words\n', ['words', 'Just words']],
  ['an empty line', 'plan p: P\n\n‸\n', []],
  [
    'emoji and letters with marks',
    'plan p: 👩‍👩‍👧 dw\u0302r‸ glân\n',
    ['dw\u0302r', '👩‍👩‍👧 dw\u0302r glân', 'plan p: 👩‍👩‍👧 dw\u0302r glân'],
  ],
  ['no text', '', []],
])('%s', (_, text, expected) => {
  expect(steps(text)).toEqual(expected);
});

test.each(Object.entries(samples))('in %s each range holds the one before it, and the place', (_, text) => {
  const { file } = editorFor(text);
  for (let offset = 0; offset <= text.length; offset += 97) {
    let [start, end] = [offset, offset];
    const ranges = selectionRanges(file, file.positionAt(offset));
    for (const [index, range] of ranges.entries()) {
      const [from, to] = [file.offsetAt(range.start), file.offsetAt(range.end)];
      expect(from <= start && to >= end && (index === 0 || to - from > end - start)).toBe(true);
      [start, end] = [from, to];
    }
    expect([start, end]).toEqual([0, text.length]);
  }
});

test('deep nesting ends', () => {
  const deep = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}section: S\n`).join('');
  const { file } = editorFor(`plan p: P\n${deep}`);
  expect(selectionRanges(file, { line: 480, character: 482 }).length).toBeLessThan(110);
});
