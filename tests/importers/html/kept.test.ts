import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../server/src/importers/readers/html/reader.ts';
import { readMarkdownFile } from '../../../server/src/importers/readers/markdown/reader.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { wordSequence, wordsOfBlock } from '../../../server/src/importers/words.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const readPage = (html: string): Source => readHtml(bytes(html), { changes: 'taken' });
const readText = (markdown: string): Source => readMarkdownFile(bytes(markdown), { changes: 'taken' });

/** Words that are told from all marks, in the order in which a text has them. */
const wordsIn = (text: string): string[] => wordSequence(text).filter((word) => /^qq/.test(word));
const kept = ({ blocks }: Source): string[] => wordsIn(blocks.map(wordsOfBlock).join('\n'));
const all = (source: Source): string[] => [...kept(source), ...source.removed.flatMap(({ words }) => wordsIn(words))];

const numbered = (pieces: readonly string[]): string =>
  pieces
    .map((piece, index) =>
      piece.replace('W', ` qq${index.toString(26).replace(/\d/g, (figure) => 'ghijklmnop'.charAt(Number(figure)))} `),
    )
    .join('');

const tags =
  'p div ul ol li table thead tr td th caption b i em a span h1 h2 h3 blockquote dl dt dd section article main details summary figure figcaption pre sup nav header footer form button label center font'.split(
    ' ',
  );
const page = fc.array(
  fc.constantFrom('W', 'W', 'W', '<br>', '&amp;', '<hr>', ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
  {
    maxLength: 60,
  },
);
const text = fc.array(
  fc.constantFrom(
    ...[
      'W',
      'W',
      'W',
      'W',
      '# ',
      '- ',
      '1. ',
      '> ',
      '**',
      '*',
      '_',
      '~~',
      '` ',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<b>',
      '</b>',
      '<div>',
      '</div>',
    ],
    ...[
      '<td>',
      '<li>',
      '<p>',
      '| ',
      '|\n|-|\n',
      '\n',
      '\n',
      '\n\n',
      '\n\n',
      '    ',
      '---\n',
      '===\n',
      '\\',
      '&',
      '< ',
      '[^1]',
      '\n[^1]: ',
      '[W](#a)',
      '![W](b)',
    ],
    ...['{#id}', '\t', '• ', 'a) ', '<br>', '  \n'],
  ),
  { maxLength: 60 },
);

describe('no word is lost', () => {
  test('of a page, whatever its tags', () => {
    fc.assert(
      fc.property(page, (pieces) => {
        const html = numbered(pieces);
        expect(all(readPage(html)).sort()).toEqual(wordsIn(html).sort());
      }),
      { numRuns: 3000 },
    );
  });

  test('of Markdown, whatever its marks', () => {
    fc.assert(
      fc.property(text, (pieces) => {
        const markdown = numbered(pieces);
        expect(all(readText(markdown)).sort()).toEqual(wordsIn(markdown).sort());
      }),
      { numRuns: 3000 },
    );
  });

  test('and they stay in order', () => {
    const block = fc.constantFrom(
      '<p>W <b>W</b> W</p>',
      '<h2>W</h2>',
      '<ul><li>W<ol><li>W</ol><li>W</ul>',
      '<table><tr><th>W<th>W<tr><td>W<td>W<p>W</table>',
      '<dl><dt>W<dd>W</dl>',
      '<blockquote><p>W<p>— W</blockquote>',
      '<details><summary>W</summary>W</details>',
      '<div>W<div>W</div>W</div>',
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const html = numbered(blocks.flatMap((one) => one.split(/(?=W)/)));
        expect(kept(readPage(html))).toEqual(wordsIn(html));
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever it is given, it ends soon', () => {
  /** In letters: what takes time that grows with the square of this takes long. */
  const size = 40_000;
  const repeated = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
  const enough = 3_000;

  test.each([
    '<div>',
    '<i>a',
    '</b>',
    '<p><font>a',
    '<ul><li>a',
    '<table><tr><td>a',
    '<tr><td colspan=1000 rowspan=60000>a',
    '<a id=x href=#x>1</a>',
    '<dl><dt>a<dd>b',
    'a<br>',
    '<!--',
    '<svg><g/>',
    'word ',
  ])('a page of %s', (piece) => {
    const start = performance.now();
    expect(() => readPage(`<table>${repeated(piece)}`)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(enough);
  });

  test.each([
    '[',
    '[^',
    '[a](b) ',
    '*a ',
    '> ',
    '- a\n',
    '<!--',
    '<a ',
    '`a``',
    'a|b\n-|-\n',
    '[a]: b\n',
    '[^a]: b\n',
    '    a\n',
    'word ',
  ])('a text of %j', (piece) => {
    const start = performance.now();
    expect(() => readText(repeated(piece))).not.toThrow();
    expect(performance.now() - start).toBeLessThan(enough);
  });

  test('what is beyond all plans is refused', () => {
    expect(() => readText('a|'.repeat(400_001))).toThrow('Divide it');
  });
});
