import { expect, test } from 'vitest';
import { HtmlWriter } from '../../server/src/documents/html/writer.ts';
import { type ProseContext, readProse } from '../../server/src/documents/prose/prose.ts';
import { randomFrom } from '../helpers/random.ts';
import { faultsOf, shownBy } from './sound-html.ts';

/** Pieces of Markdown; `@` is a word that must be on the page. */
const pieces: readonly string[] = [
  '@',
  ' @ ',
  '\n',
  '\n\n',
  '\n\n',
  '\n  ',
  '\n    ',
  '- @\n',
  '  - @\n',
  '1. @\n',
  '12) @\n',
  '> @\n',
  '>> @\n',
  '# @\n',
  '### @\n',
  '@\n===\n',
  '---\n',
  '***\n',
  '|@|@|\n',
  '|-|-|\n',
  '\n|@|@|\n|-|:-:|\n|@|@|@|\n',
  '@ | @\n--|--\n@ | [[@|@]] | @\n',
  '**',
  '*',
  '_',
  '~~',
  '`',
  '``',
  '\n```\n@\n```\n',
  '    @\n',
  '[[@]]',
  '[[@|@]]',
  '[[@:number]]',
  '[[',
  ']]',
  '[',
  ']',
  '(',
  ')',
  '[@](https://a.example/@)',
  '[@](@.md)',
  '[@](javascript:@)',
  '[@](#@)',
  '[@](https://a.example "@")',
  '![@](@.png)',
  '![@](@.png "@")\n',
  '![@](https://a.example/@.png)',
  '[@][one]',
  '[one]',
  '\n\n[one]: https://a.example\n',
  '\n\n[@]: @\n',
  'https://a.example/@',
  '@@a.example',
  '<https://a.example/@>',
  '<b>@</b>',
  '<script>@</script>',
  '<!-- @ -->',
  '&lt;@&gt;',
  '\\',
  '[^1]',
  '[^2]',
  '\n\n[^1]: @\n',
  '\n\n[^x]: @\n\n    @\n',
  '^[@]',
  '!',
  '\t',
  '"@"',
  "'",
  '…',
];

const context: ProseContext = {
  line: 0,
  level: 2,
  prefix: '_p-',
  mention: (name, words, what) =>
    (words ?? what)
      ? {
          type: 'mention',
          anchor: name.replace(/\s/g, ''),
          children: [{ type: 'text', text: `${words ?? name} ${name}` }],
        }
      : { type: 'broken', text: name },
  picture: (path) => path,
};

const writer = new HtmlWriter({
  language: 'en',
  interactive: true,
  remotePictures: false,
  picture: (path) => `picture:${path}`,
});

/** What Markdown has for others than readers: addresses of pictures, of items, and of what links with words of their own lead to. */
const addressed =
  /(?<=!\[\w*\]\()\S+|(?:\]\(|\]:\s*)<?(?:https?:|javascript:|#|[^\s()]*\.png)[^\s()]*|^\s*[`~]{3,}\s*\S*$/gm;

test.each(Array.from({ length: 60 }, (_, seed) => seed))('no word of prose is lost: %i', (seed) => {
  const random = randomFrom(seed);
  for (let round = 0; round < 25; round++) {
    let markdown = '';
    let count = 0;
    for (let left = 1 + Math.floor(random() * 25); left > 0; left--) {
      const piece = pieces[Math.floor(random() * pieces.length)] as string;
      markdown += piece.replace(/@(?!a\.)/g, () => `w${count++}w`);
    }
    const html = writer.block({ key: 'k', role: 'x', depth: 0, flow: readProse(markdown, context) });
    const shown = shownBy(html);
    const free = markdown.replace(addressed, ' ');
    const lost = [...free.matchAll(/w\d+w/g)].map(([word]) => word).filter((word) => !shown.includes(word));
    expect({ lost, faults: faultsOf(html) }, JSON.stringify(markdown)).toEqual({ lost: [], faults: [] });
  }
});
