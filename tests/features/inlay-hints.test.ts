import { expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

const all = { titles: true, numbers: true };

/** The text with its hints in it, in angle brackets; of the lines between two marks, where there are any. */
function hinted(example: Example, settings = all): string {
  const { snapshot, file, positions } = editorFor(example);
  const [start = { line: 0, character: 0 }, end = { line: 9999, character: 0 }] = positions;
  let text = file.tree.text;
  const hints = inlayHints(snapshot, file, { start, end }, settings);
  for (const { position, label } of hints.toSorted((a, b) => file.offsetAt(b.position) - file.offsetAt(a.position))) {
    const at = file.offsetAt(position);
    text = `${text.slice(0, at)}<${label}>${text.slice(at)}`;
  }
  return text;
}

const outcome =
  'plan p: Plan\n\noutcome safe: Communities are safe and crime is reduced in all of our towns\noutcome well: Well\n\n';

test.each([
  [
    'a title',
    'priority x: X\n  outcomes: safe\n',
    'priority x: X\n  outcomes: safe<Communities are safe and crime is…>\n',
  ],
  [
    'several',
    'priority x: X\n  outcomes: safe, safe\n',
    'priority x: X\n  outcomes: safe<Communities are safe and crime is…>, safe<Communities are safe and crime is…>\n',
  ],
  ['no title that is the id', 'priority x: X\n  outcomes: well\n', 'priority x: X\n  outcomes: well\n'],
  ['nothing behind an id that nothing has', 'priority x: X\n  outcomes: none\n', 'priority x: X\n  outcomes: none\n'],
  ['nothing in prose', 'priority x: X\n  why: For [[safe]].\n', 'priority x: X\n  why: For [[safe]].\n'],
  [
    'lines that go on',
    'priority x: X\n  outcomes: well,\n    safe\n',
    'priority x: X\n  outcomes: well,\n    safe<Communities are safe and crime is…>\n',
  ],
  [
    'CRLF',
    'priority x: X\r\n  outcomes: safe\r\n',
    'priority x: X\r\n  outcomes: safe<Communities are safe and crime is…>\r\n',
  ],
  ['words', 'priority x: X\n  lead: The whole team\n', 'priority x: X\n  lead: The whole team\n'],
  [
    'half a line',
    'priority x: X\n  outcomes: safe,',
    'priority x: X\n  outcomes: safe<Communities are safe and crime is…>,',
  ],
])('%s', (_, text, expected) => {
  expect(hinted(outcome + text)).toBe(outcome + expected);
});

const numbered = `plan p: Plan
  numbering: priorities

outcome o: People are well
priority a: One
  outcomes: o
  priority b: Two
priority c:
`;

test('numbers', () => {
  const hints = '<People are well>';
  expect(hinted(numbered)).toBe(
    numbered
      .replace(': One', ': <1>One')
      .replace(': Two', ': <1.1>Two')
      .replace('c:', 'c:<2>')
      .replace('outcomes: o', `outcomes: o${hints}`)
      .replace('c:<2>', 'c<2>:'),
  );
});

test('each sort can be turned off', () => {
  expect(hinted(numbered, { titles: false, numbers: true })).not.toContain('<People');
  expect(hinted(numbered, { titles: true, numbers: false })).not.toContain('<1>');
  expect(hinted(numbered, { titles: false, numbers: false })).toBe(numbered);
});

test('only the lines that are asked for', () => {
  const text = `${outcome}priority x: X\n  outcomes: safe\n‸  outcomes: safe\n‸  outcomes: safe\n`;
  expect(
    hinted(text)
      .split('\n')
      .map((line) => line.includes('<')),
  ).toEqual([false, false, false, false, false, false, false, true, true, false]);
});

test('a title that is cut is whole in the tooltip', () => {
  const { snapshot, file } = editorFor(`${outcome}priority x: X\n  outcomes: safe\n`);
  const [hint] = inlayHints(snapshot, file, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, all);
  expect(hint?.tooltip).toBe('Communities are safe and crime is reduced in all of our towns');
});

test('libraries and plans', () => {
  const files = {
    'main.plan': 'plan p: Plan\n  uses: lib\n\npriority x: X\n  goals: lib.g\n',
    'lib.plan': 'library lib: What we share\n\nframework f: F\n  goal g: A better place\n',
  };
  expect(hinted(files)).toBe(
    'plan p: Plan\n  uses: lib<What we share>\n\npriority x: X\n  goals: lib.g<A better place>\n',
  );
});

test('samples and empty files', () => {
  for (const text of ['', '\n', '# only a comment', ...Object.values(samples)]) hinted(text);
});
