import { edit, parse, type SyntaxTree, type TextChange } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { someChange } from '../fuzz/inputs.ts';
import { checkSame } from '../fuzz/promises.ts';
import { randomFrom } from '../helpers/random.ts';
import { samples } from '../helpers/samples.ts';

/** The tree after a change; it is the one that the whole text has. */
function edited(tree: SyntaxTree, change: TextChange): SyntaxTree {
  const after = edit(tree, change);
  checkSame(after, parse(tree.text.slice(0, change.start) + change.text + tree.text.slice(change.end)));
  return after;
}

/** Edits that change what the lines around them belong to: before, and after. */
const table: readonly (readonly [name: string, before: string, after: string])[] = [
  ['a line is outdented', 'plan p: P\n  role a: A\n', 'plan p: P\nrole a: A\n'],
  ['a line is indented', 'plan p: P\nrole a: A\nrole b: B\n', 'plan p: P\n role a: A\nrole b: B\n'],
  ['the first line is indented', 'role a: A\nrole b: B\n', ' role a: A\nrole b: B\n'],
  ['a comment loses the blank line below it', 'role a: A\n# note\n\nrole b: B\n', 'role a: A\n# note\nrole b: B\n'],
  ['a comment gets a blank line below it', 'role a: A\n# note\nrole b: B\n', 'role a: A\n# note\n\nrole b: B\n'],
  ['a comment is all that is above', 'role a: A\nrole b: B\n', '# note\n\nrole b: B\n'],
  ['a line becomes a comment', 'role a: A\nrole b: B\nrole c: C\n', 'role a: A\n#role b: B\nrole c: C\n'],
  ['an item becomes text', 'role a: A\nrole b: B\n', 'role a: A\nrol b B\n'],
  ['text becomes an item', 'role a: A\nWords\n\nMore\n', 'role a: A\nrole b: Words\n\nMore\n'],
  [
    'text gets a line that belongs to an item',
    'role a: A\nMore words\nrole b: B\n',
    'role a: A\nMore words\n  due: 2\nrole b: B\n',
  ],
  ['a line end goes', 'role a: A\nrole b: B\n', 'role a: Arole b: B\n'],
  ['CRLF is split', 'role a: A\r\nrole b: B\r\n', 'role a: A\r \nrole b: B\r\n'],
  ['CRLF is joined', 'role a: A\r \nrole b: B\n', 'role a: A\r\nrole b: B\n'],
  ['a byte-order mark comes', 'plan p: P\nrole a: A\n', '\uFEFFplan p: P\nrole a: A\n'],
  ['a byte-order mark comes in the middle', 'plan p: P\nrole a: A\n', 'plan p: P\n\uFEFFrole a: A\n'],
  ['the language comes', 'cynllun p: P\n', '# language: cy\ncynllun p: P\n'],
  ['the language goes', '# language: cy\ncynllun p: P\n', '# languag: cy\ncynllun p: P\n'],
  ['the root changes', 'plan p: P\npriority a: A\n', 'library p: P\npriority a: A\n'],
  ['all goes', 'plan p: P\n', ''],
  ['all comes', '', 'plan p: P\n'],
  ['blocks go together', 'role a: A\nrole b: B\nrole c: C\nrole d: D\n', 'role a: A\nro D\n'],
];

/** The one change that makes a text of another. */
function changeBetween(before: string, after: string): TextChange {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

describe('an edit gives the tree of the whole text', () => {
  test.each(table)('%s', (_, before, after) => {
    expect(edited(parse(before), changeBetween(before, after)).text).toBe(after);
    expect(edited(parse(after), changeBetween(after, before)).text).toBe(before);
  });

  test('offsets beyond the text are its end', () => {
    expect(edit(parse('plan p: P'), { start: 90, end: 99, text: '\n' }).text).toBe('plan p: P\n');
    expect(edit(parse('plan p: P'), { start: -3, end: -1, text: '# a\n' }).text).toBe('# a\nplan p: P');
  });
});

describe.each(Object.entries(samples))('%s', (path, sample) => {
  test('typed letter by letter at the edges of its blocks', () => {
    const tree = parse(sample);
    for (const start of tree.offsets)
      for (const text of ['x', ' ', '\n', '#', '\n\n', 'role a: A\n', 'Words.\n', '# x\n\n'])
        edited(tree, { start, end: start, text });
  });

  test('after any edits', () => {
    const random = randomFrom(path.length);
    let tree = parse(sample);
    for (let count = 0; count < 60; count++) tree = edited(tree, someChange(random, tree.text.length));
  });

  test('a letter in one block leaves all others as they are', () => {
    const tree = parse(sample);
    const middle = tree.blocks.length >> 1;
    const start = (tree.offsets[middle] as number) + (tree.blocks[middle]?.text.indexOf(':') ?? 0) + 2;
    const after = edited(tree, { start, end: start, text: 'x' });
    after.blocks.forEach((block, index) => {
      expect(block === tree.blocks[index], `block ${index}`).toBe(index !== middle);
    });
  });
});
