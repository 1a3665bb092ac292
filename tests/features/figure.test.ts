import { expect, test } from 'vitest';
import { figure } from '../../server/src/features/figure.ts';
import { editorFor } from '../helpers/editor.ts';

const head = 'plan p: Plan\n\n';
const path = 'images/new-hub_2026.png';

/** The text after a picture is put in at the mark. */
function put(plan: string, picture = path): string {
  const { file, position } = editorFor(plan);
  const at = file.offsetAt(position);
  const text = file.tree.text;
  return text.slice(0, at) + figure(file, { start: position, end: position }, picture) + text.slice(at);
}

const lines = (indent: string): string => `${indent}figure: New hub 2026\n${indent}  image: ${path}\n${indent}  alt: `;

test.each([
  ['at the margin', `${head}outcome o: O\n\n‸\n`, `${head}outcome o: O\n\n${lines('')}\n`],
  ['at the end of the file', `${head}‸`, `${head}${lines('')}`],
  ['in a section', `${head}section s: S\n  ‸\n`, `${head}section s: S\n${lines('  ')}\n`],
  [
    'behind a line of a priority',
    `${head}priority x: X\n  due: 2027‸\n`,
    `${head}priority x: X\n  due: 2027\n${lines('  ')}\n`,
  ],
  ['behind an action', `${head}priority x: X\n  action: A‸\n`, `${head}priority x: X\n  action: A\n${lines('  ')}\n`],
  ['before a line', `${head}priority x: X\n  ‸due: 2027\n`, `${head}priority x: X\n${lines('  ')}\n  due: 2027\n`],
  ['in an outcome, behind its title', `${head}outcome o: O‸\n`, `${head}outcome o: O\n${lines('')}\n`],
  [
    'where lines would come to belong to it',
    `${head}priority x: X\n  action: A‸\n    due: 2027\n`,
    `${head}priority x: X\n  action: A\n    due: 2027\n`,
  ],
  ['in the middle of words', `${head}priority x: Bet‸ter\n`, `${head}priority x: Better\n`],
  ['in a library', 'library l: L\n\n‸\n', 'library l: L\n\n\n'],
  [
    'in a part, in Welsh',
    '# language: cy\nrhan p: P\n\n‸\n',
    '# language: cy\nrhan p: P\n\nffigur: New hub 2026\n  delwedd: images/new-hub_2026.png\n  testun-amgen: \n',
  ],
  ['with CRLF', 'plan p: P\r\n\r\n‸\r\n', `plan p: P\r\n\r\n${lines('').replaceAll('\n', '\r\n')}\r\n`],
])('%s', (_, plan, after) => {
  expect(put(plan)).toBe(after);
});

test('a name without words', () => {
  expect(put(`${head}‸`, 'a/.png')).toBe(`${head}figure: \n  image: a/.png\n  alt: `);
});
