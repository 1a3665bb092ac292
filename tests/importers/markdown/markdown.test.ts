import { describe, expect, test } from 'vitest';
import {
  markdownReader,
  readMarkdown,
  readMarkdownFile,
} from '../../../server/src/importers/readers/markdown/reader.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { account } from '../html/outline.ts';

const read = (markdown: string): Source => readMarkdownFile(new TextEncoder().encode(markdown), { changes: 'taken' });

/** What a text says, and what comes of it. */
const texts: readonly (readonly [what: string, markdown: string, blocks: string])[] = [
  ['headings', '# Plan\n\nOne\n===\n\nTwo *three*\n---\n#### Four ####', '# Plan\n# One\n## Two three\n#### Four'],
  [
    'headings by their looks',
    '## A\n\n**Actions**\n\nWe will dig and plant.\n',
    '## A\n###? Actions\np We will dig and plant.',
  ],
  [
    'names of places',
    '## Safe {#safe .wide}\n\n<a id="b"></a>Text {: #c}\n\n### <a id="d"></a>More',
    '## Safe   <#safe>\np Text   <#c #b>\n### More   <#d>',
  ],
  ['paragraphs', 'One\ntwo  \nthree\\\nfour\n\nfive', 'p One two / three / four\np five'],
  [
    'marks of words',
    '**Key** *new* ~~old~~ `code` &amp; <b>bold</b> 3 * 4',
    'p **Key** *new* old code & **bold** 3 \\* 4',
  ],
  [
    'links',
    '[site](https://a.example "x") <https://b.example> [part](#p) [file](a.pdf)',
    'p [site](https://a.example) [https://b.example](https://b.example) [part](#p) file',
  ],
  [
    'links by name',
    'See [the report][r].\n\n[r]: https://a.example\n[Outcome]: Safe',
    'p See [the report](https://a.example).\np \\[Outcome\\]: Safe',
  ],
  ['lists', '- A\n  1. B\n  2. C\n     - D\n- E', '• A\n  1. B\n  2. C\n    • D\n• E'],
  ['numbers as written', '3. a\n5. b\n\n---\n\n1) a\n1) b', '3. a\n5. b\n1) a\n2) b'],
  ['points with paragraphs', '- A\n\n  more\n\n- B', '• A / more\n• B'],
  [
    'numbers by hand',
    '1. Prevent\n  - 1.1. Open\n  - 1.2. Light\n2. Protect\n  - 2.1. Help',
    '1. Prevent\n  1.1. Open\n  1.2. Light\n2. Protect\n  2.1. Help',
  ],
  ['tasks', '- [x] Done\n- [ ] To do', '☑ Done\n☐ To do'],
  ['a table', '| A | B |\n|---|--:|\n| x<br>y | **1** |', 'table\n  = A = B\n  | x / y | 1'],
  ['labels', '**Owner:** A. Reed\n**Date:** May\nwhen we know', 'p **Owner:** A. Reed / **Date:** May when we know'],
  ['labels with tabs', '<b>Owner:</b>\tA. Reed\n<b>Date:</b>\tMay', 'p **Owner:** A. Reed / **Date:** May'],
  [
    'footnotes',
    'So[^a] it is.\n\n[^a]: A *survey*\n    of two lines.',
    'p So[^a] it is.\n[^a] A *survey* of two lines.',
  ],
  ['a quotation', '> Good.\n>\n> — A. Reed', 'quotation Good.   <by A. Reed>'],
  ['a picture', '![A map](map.png)\n\nText', 'picture A map\np Text'],
  [
    'HTML in blocks',
    '<details>\n<summary>More</summary>\n\nInner *words* of it.\n\n</details>\n\n<p align=center>Mid</p>',
    '#? More\np Inner *words* of it.\np Mid',
  ],
  ['a comment', 'One <!-- two --> three\n\n<!-- four -->\n\nfive', 'p One three\np five'],
  ['what is no tag', 'a < b and <c', 'p a < b and \\<c'],
  ['code without an end', '~~~~One', 'p One'],
  ['code in a language', '```js\nOne\n```', 'p One'],
  ['code', '```\nOne\ntwo\n```\n\n    three', 'p One / two\np three'],
  [
    'a table of contents',
    '## Contents\n\n- [A](#a)\n- [B](#b)\n\n## <a id="a"></a>A\n\n## <a id="b"></a>B',
    '## A   <#a>\n## B   <#b>\n(contents) Contents\n(contents) A B',
  ],
  ['a dash below words is a heading', 'Part\n----\n\nwords', '## Part\np words'],
];

test.each(texts)('%s', (_, markdown, blocks) => expect(account(read(markdown))).toBe(blocks));

test('lines', () => {
  const blocks = readMarkdown('# A\n\nb\nc\n\n- d\n- e\n\n<p>f</p>\n\n| g |\n|---|', 11);
  expect(blocks.map(({ spot }) => spot.line)).toEqual([11, 13, 16, 17, 19, 21]);
});

describe('what stands before a text', () => {
  test('is about it', () => {
    const source = read(
      '---\ntitle: "Our plan"\nauthor: Policy team\ndate: 2026-03-01\nlang: cy\nlayout: page\n---\n# Plan',
    );
    expect(source.properties).toMatchObject({
      title: 'Our plan',
      author: 'Policy team',
      language: 'cy',
      modified: '2026-03-01',
    });
    expect(account(source)).toBe('# Plan\n(furniture) layout: page');
    expect(source.blocks[0]?.spot).toEqual({ line: 8 });
  });

  test.each([
    ['a rule', '---\n\nWords of it.\n\n---\n\nmore'],
    ['no end', '---\ntitle: x'],
  ])('%s is not', (_, markdown) => expect(read(markdown).properties.title).toBeUndefined());
});

test.each([
  ['# Plan\n\n## Aims\n', true],
  ['Plan\n\nWords - and more.\n1. One', false],
  ['\u0000\u0001', false],
])('%j is Markdown: %s', (text, is) => expect(markdownReader.recognises(new TextEncoder().encode(text))).toBe(is));
