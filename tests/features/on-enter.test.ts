import { expect, test } from 'vitest';
import { onEnter } from '../../server/src/features/on-enter.ts';
import { edited } from '../helpers/edited.ts';
import { editorFor } from '../helpers/editor.ts';

const head = 'plan p: Plan\n  period: 2027\n\n';
const priority = `${head}priority x: X\n`;

/** What becomes of a text when the new line is the one with the mark. */
const entered = (text: string): string => {
  const { file, position } = editorFor(text);
  return edited(file.tree.text, onEnter(file, position)).slice(text.startsWith(head) ? head.length : 0);
};

test.each([
  ['below the first line of a plan', 'plan p: Plan\n‸', 'plan p: Plan\n  '],
  ['below an item without a title', `${head}priority x:\n‸\n`, 'priority x:\n  \n'],
  ['below an item with a title', `${head}outcome x: X\n‸\n`, 'outcome x: X\n\n'],
  [
    'below an item like one that holds more',
    `${head}priority a: A\n    why: Yes\n\npriority x: X\n‸\n`,
    'priority a: A\n    why: Yes\n\npriority x: X\n    \n',
  ],
  [
    'below an action like one that holds nothing',
    `${priority}  action: A\n  action: B\n  ‸\n`,
    'priority x: X\n  action: A\n  action: B\n  \n',
  ],
  [
    'below an action like one that holds more',
    `${priority}  action: A\n    due: 2027\n  action: B\n  ‸\n`,
    'priority x: X\n  action: A\n    due: 2027\n  action: B\n    \n',
  ],
  ['above what an item holds', `${priority}‸\n  why: Yes\n`, 'priority x: X\n  \n  why: Yes\n'],
  ['below a field with a value', `${priority}  due: 2027\n‸\n`, 'priority x: X\n  due: 2027\n  \n'],
  ['below a field with a value, too deep', `${priority}  due: 2027\n      ‸\n`, 'priority x: X\n  due: 2027\n  \n'],
  ['below a field without a value', `${priority}  partners:\n  ‸\n`, 'priority x: X\n  partners:\n    \n'],
  ['below a field that may be empty', 'plan p: Plan\n  ratified:\n  ‸\n', 'plan p: Plan\n  ratified:\n  \n'],
  ['below the key of a text', `${priority}  why:\n  ‸\n`, 'priority x: X\n  why:\n    \n'],
  [
    'below the key of a text that is there',
    `${priority}  why:\n  ‸\n      Words\n`,
    'priority x: X\n  why:\n      \n      Words\n',
  ],
  ['in a text', `${priority}  why:\n      Words\n‸\n`, 'priority x: X\n  why:\n      Words\n      \n'],
  ['in a text, in two', `${priority}  why:\n    Some\n  ‸words\n`, 'priority x: X\n  why:\n    Some\n    words\n'],
  [
    'below an empty line in a text',
    `${priority}  why:\n    Words\n\n‸\n`,
    'priority x: X\n  why:\n    Words\n\n    \n',
  ],
  ['below an empty line elsewhere', `${priority}  due: 2027\n\n‸\n`, 'priority x: X\n  due: 2027\n\n\n'],
  ['in a list', `${priority}  why:\n    - One\n    ‸\n`, 'priority x: X\n  why:\n    - One\n    - \n'],
  [
    'in a list in a list',
    `${priority}  why:\n    - One\n      * Two\n    ‸\n`,
    'priority x: X\n  why:\n    - One\n      * Two\n      * \n',
  ],
  ['in a numbered list', `${priority}  why:\n    9. One\n    ‸\n`, 'priority x: X\n  why:\n    9. One\n    10. \n'],
  [
    'below an empty point',
    `${priority}  why:\n    - One\n    - \n    ‸\n`,
    'priority x: X\n  why:\n    - One\n    - \n    \n',
  ],
  ['in a point, in two', `${priority}  why:\n    - One\n    ‸two\n`, 'priority x: X\n  why:\n    - One\n    - two\n'],
  [
    'where the editor has made a point',
    `${priority}  why:\n    - One\n    - ‸\n`,
    'priority x: X\n  why:\n    - One\n    - \n',
  ],
  [
    'below words that go on',
    `${priority}  lead-in: I will\n      see to it that\n  ‸\n`,
    'priority x: X\n  lead-in: I will\n      see to it that\n      \n',
  ],
  [
    'in the value of a field, in two',
    `${priority}  lead-in: I will\n  ‸do it\n`,
    'priority x: X\n  lead-in: I will\n    do it\n',
  ],
  ['in a title, in two', `${head}priority x: Some\n‸words\n`, 'priority x: Some\nwords\n'],
  ['before a line', `${priority}\n  ‸due: 2027\n`, 'priority x: X\n\n  due: 2027\n'],
  ['below words that belong to nothing', `${priority}  Hello there\n  ‸\n`, 'priority x: X\n  Hello there\n  \n'],
  ['a tab', `${priority}  due: 2027\n\t‸\n`, 'priority x: X\n  due: 2027\n  \n'],
  ['CRLF', 'plan p: P\r\n\r\npriority x: X\r\n  why:\r\n‸\r\n', 'plan p: P\r\n\r\npriority x: X\r\n  why:\r\n    \r\n'],
  ['the first line', '‸', ''],
  ['comments only', '# A\n‸', '# A\n'],
])('%s', (_, before, after) => {
  expect(entered(before)).toBe(after);
});
