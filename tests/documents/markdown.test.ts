import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../server/src/documents/edition/edition.ts';
import { documentMarkdown } from '../../server/src/documents/markdown/markdown.ts';
import type { Cell, Flow, Inline } from '../../server/src/documents/tree.ts';
import { editionOf, filesIn, hostileEditions, sampleEditions, textIn } from './editions.ts';
import { readMarkdown, spaced } from './read-markdown.ts';

/** An edition as Markdown, without the plan that it carries behind its words. */
const textOf = (edition: Edition): string =>
  textIn(edition, 'md', '.md').replace(/\n<!-- goldthread-plan [^>]{1,1000000}-->\n$/, '');

const written = (flow: readonly Flow[]): string =>
  documentMarkdown(flow, { language: 'en', picture: (path) => path, anchorOf: () => undefined });

const paragraph = (text: string): Flow => ({ type: 'paragraph', children: [{ type: 'text', text }] });

const own = [
  '<br>',
  '<strong>',
  '</strong>',
  '<em>',
  '</em>',
  '<ins>',
  '</ins>',
  '<del>',
  '</del>',
  '<sup>',
  '</sup>',
  '</a>',
  '<span>',
  '</span>',
  '<!-- -->',
];

test.each([
  '1. First of all',
  '- a hyphen, + a plus',
  '# Not a heading #',
  '> said',
  '---',
  '===',
  '***',
  '* * *',
  '| a | b |',
  '```js',
  '~~~',
  '<b>bold</b> & <script>alert(1)</script>',
  '[a](javascript:alert(1)) ![b](c) [d][e] [^1] [ ] x',
  '**bold** _it_ snake_case ~~gone~~ `code`',
  'https://example.org and www.example.org',
  'AT&T &copy; &#65; &lt;',
  'C:\\temp\\*',
  '$x$ and £5 <!-- not said -->',
  '    four spaces',
  'Łódź, ŵ ŷ, 日本語 👩‍👩‍👧',
  '2026) a year',
  '[[epc]]',
])('‘%s’ stays words', (text) => {
  const { words, addresses, tags, types } = readMarkdown(written([paragraph(text)]));
  expect(words).toBe(spaced(text));
  expect({ addresses, tags }).toEqual({ addresses: [], tags: [] });
  expect(types.filter((type) => !/^(?:paragraph_(?:open|close)|text|text_special)$/.test(type))).toEqual([]);
});

/** Words that are full of signs. */
const words = fc
  .array(fc.constantFrom(...' *_~`[]()<>|#+-=.!&;:\\/$1ab^"\n\t', 'word', '  ', '&amp;', '[^1]', '<b>'), {
    maxLength: 12,
  })
  .map((signs) => signs.join(''));

const { line } = fc.letrec<{ line: Inline[]; inline: Inline }>((tie) => ({
  line: fc.array(tie('inline'), { maxLength: 4 }),
  inline: fc.oneof(
    { depthSize: 'small' },
    words.map((text): Inline => ({ type: 'text', text })),
    words.map((text): Inline => ({ type: 'code', text })),
    fc.constant<Inline>({ type: 'break' }),
    fc
      .tuple(
        fc.constantFrom(
          'strong' as const,
          'emphasis' as const,
          'deleted' as const,
          'inserted' as const,
          'removed' as const,
        ),
        tie('line'),
      )
      .map(([type, children]): Inline => ({ type, children })),
    tie('line').map((children): Inline => ({ type: 'mention', anchor: 'here', children })),
    tie('line').map((children): Inline => ({ type: 'link', href: 'https://example.org/a(b)', children })),
  ),
}));

const { flow } = fc.letrec<{ flow: Flow[]; piece: Flow }>((tie) => ({
  flow: fc.array(tie('piece'), { maxLength: 4 }),
  piece: fc.oneof(
    { depthSize: 'small' },
    line.map((children): Flow => ({ type: 'paragraph', children })),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), line)
      .map(([level, children]): Flow => ({ type: 'heading', level, children })),
    words.map((text): Flow => ({ type: 'code', text })),
    fc
      .array(
        fc.array(
          line.map((children): Cell => ({ children })),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(([first, ...rows]): Flow => ({ type: 'table', head: first ? [first] : [], rows })),
    fc
      .tuple(fc.boolean(), fc.nat(20), fc.array(tie('flow'), { minLength: 1, maxLength: 3 }))
      .map(([ordered, start, all]): Flow => ({ type: 'list', ordered, start, points: all.map((flow) => ({ flow })) })),
    tie('flow').map((flow): Flow => ({ type: 'quote', flow })),
    fc
      .array(fc.tuple(line, tie('flow')), { minLength: 1, maxLength: 2 })
      .map((facts): Flow => ({ type: 'facts', facts: facts.map(([name, flow]) => ({ name, flow })) })),
    tie('flow').map((flow): Flow => ({ type: 'group', role: 'panel', flow })),
  ),
}));

/** A text as its letters and signs alone: where spaces stand is the business of the layout. */
const packed = (text: string): string => spaced(text).replace(/\s/g, '');

/** All that a reader should see of a piece, with the colons behind the names of facts that say something. */
function seen(piece: readonly Flow[] | readonly Inline[]): string {
  const all = JSON.parse(
    JSON.stringify(piece, (key, value) =>
      key === 'facts'
        ? value.map((fact: { flow: Flow[] }) => ({ ...fact, colon: fact.flow.length > 0 ? ':' : '' }))
        : value,
    ),
  ) as unknown;
  const shown: string[] = [];
  const waiting: unknown[] = [all];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (Array.isArray(one)) waiting.push(...one.toReversed());
    else if (typeof one === 'string') shown.push(one);
    else if (typeof one === 'object' && one !== null) {
      const { text, head, name, children, colon, rows, points, facts, flow } = one as Record<string, unknown>;
      waiting.push(...[text, head, name, colon, children, rows, points, facts, flow].filter(Boolean).reverse());
    }
  }
  return packed(shown.join(' '));
}

test('whatever words a document has, Markdown shows them and nothing else', () => {
  fc.assert(
    fc.property(flow, (document) => {
      const { words: read, addresses, tags } = readMarkdown(written(document));
      expect(packed(read)).toBe(seen(document));
      expect(tags.filter((tag) => !own.includes(tag))).toEqual([]);
      expect(addresses.filter((address) => !/^(?:#here|https:\/\/example.org\/a%28b%29)$/.test(address))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('lists, tables, quotations and code are what they are', () => {
  const list = (ordered: boolean, ...texts: string[]): Flow => ({
    type: 'list',
    ordered,
    points: texts.map((text) => ({ flow: [paragraph(text)] })),
  });
  expect(
    written([
      { type: 'heading', level: 2, anchor: 'parks', number: 'Priority 2', children: [{ type: 'text', text: 'Parks' }] },
      list(false, 'One', 'Two'),
      list(false, 'Another list'),
      { type: 'list', ordered: true, start: 3, points: [{ flow: [paragraph('Three'), list(false, 'Below')] }] },
      {
        type: 'table',
        caption: [{ type: 'text', text: 'Money' }],
        head: [[{ children: [{ type: 'text', text: 'Year' }] }, { children: [{ type: 'text', text: '£|m' }] }]],
        rows: [
          [
            { children: [{ type: 'text', text: '2026' }] },
            { children: [{ type: 'text', text: '3' }, { type: 'break' }, { type: 'text', text: 'or 4' }] },
          ],
        ],
        align: [undefined, 'right'],
      },
      { type: 'quote', flow: [paragraph('Well said')], by: [{ type: 'text', text: 'Maya' }] },
      { type: 'code', text: '```\nas it is' },
      {
        type: 'statistics',
        statistics: [
          {
            value: [{ type: 'text', text: '38%' }],
            label: [{ type: 'text', text: 'of homes' }],
            details: [[{ type: 'text', text: '2025' }]],
          },
        ],
      },
    ]),
  ).toBe(`## <a id="parks"></a>Priority 2: Parks

- One
- Two

* Another list

3. Three
   - Below

**Money**

| Year | £\\|m |
| --- | ---: |
| 2026 | 3<br>or 4 |

> Well said
>
> — Maya

\`\`\`\`
\`\`\`
as it is
\`\`\`\`

- **38%** – of homes · 2025
`);
});

test('numbers that the plan gives itself stand once', () => {
  const numbered = (...numbers: (string | undefined)[]): string =>
    written([
      {
        type: 'list',
        ordered: true,
        points: numbers.map((number) => ({ number, flow: [paragraph('Open a hub')] })),
      },
    ]);
  expect(numbered('1', '2')).toBe('1. Open a hub\n2. Open a hub\n');
  expect(numbered('1.1', '1.2')).toBe('- 1.1 Open a hub\n- 1.2 Open a hub\n');
  expect(numbered('4', undefined)).toBe('- 4 Open a hub\n- Open a hub\n');
});

test('a drawing has its title once, and its figures as a table', () => {
  const title = 'Homes built';
  const text = (words: string): Inline[] => [{ type: 'text', text: words }];
  const table: Flow = {
    type: 'table',
    caption: text(title),
    head: [[{ children: text('Year') }]],
    rows: [[{ children: text('2026') }]],
  };
  expect(
    written([
      { type: 'paragraph', role: 'kicker', children: text(title) },
      { type: 'drawing', svg: '<svg/>', title, description: 'It rises.', same: [table] },
      { type: 'drawing', svg: '<svg/>', title, description: 'It falls.', same: [table] },
    ]),
  ).toBe(
    'Homes built\n\nIt rises.\n\n| Year |\n| --- |\n| 2026 |\n\n**Homes built**\n\nIt falls.\n\n| Year |\n| --- |\n| 2026 |\n',
  );
});

test('rows that stand in others are set in', () => {
  const row = (text: string, depth?: number): Cell[] => [{ children: [{ type: 'text', text }], depth }];
  expect(written([{ type: 'table', head: [row('Item')], rows: [row('Education'), row('Schools', 1)] }])).toBe(
    '| Item |\n| --- |\n| Education |\n| &emsp;Schools |\n',
  );
});

test('a fact that says nothing has no colon', () => {
  const name: Inline[] = [{ type: 'text', text: 'Chief Executive' }];
  expect(written([{ type: 'facts', facts: [{ name, flow: [] }] }])).toBe('- **Chief Executive**\n');
});

test('footnotes stand at the end; those that nothing refers to stay where they are', () => {
  const text = textOf(
    editionOf(
      'plan p: Plan\n\nsection s: Notes\n  text:\n    One[^a] and again[^a], two[^b].\n\n    [^a]: First note\n\n    [^b]: Second\n\n    [^c]: Nobody refers to this\n',
    ),
  );
  expect(text).toContain('One[^1] and again[^1], two[^2].');
  expect(text).toMatch(/\[\^1\]: First note\n\n\[\^2\]: Second\n$/);
  expect(text).toContain('3: Nobody refers to this');
});

test('pictures stand in a folder beside the text', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const picture = { bytes, type: 'image/png', ending: 'png' };
  const plan =
    'plan p: Plan\n\nfigure f: The park\n  image: park.png\n  alt: Trees\nfigure g: The park again\n  image: park.png\n  alt: Trees\nfigure h: Gone\n  image: gone.png\n  alt: Nothing\n';
  const files = filesIn(editionOf(plan, { picture: (path) => (path === 'park.png' ? picture : undefined) }), 'md');
  expect(files.map(({ name }) => name)).toEqual(['p.md', 'p.pictures/1.png']);
  expect(files[1]?.content).toBe(bytes);
  expect(files[0]?.content).toContain('![Trees](p.pictures/1.png)');
  expect(files[0]?.content).toContain('Picture: Nothing');
});

describe.each(sampleEditions)('%s', (_, edition) => {
  const text = textOf(edition);
  const read = readMarkdown(text);

  test('has links that lead somewhere, and no other tags than its own', () => {
    const anchors = new Set(read.anchors);
    expect(read.anchors).toHaveLength(anchors.size);
    const lost = read.addresses.filter(
      (address) => address.startsWith('#') && !anchors.has(decodeURIComponent(address.slice(1))),
    );
    expect(lost).toEqual([]);
    expect(read.tags.filter((tag) => !own.includes(tag))).toEqual([]);
  });
});

test.each(hostileEditions)('%s has no tag, no address and no footnote of its own', (_, edition) => {
  const { tags, addresses, types } = readMarkdown(textOf(edition));
  expect(tags.filter((tag) => !own.includes(tag))).toEqual([]);
  expect(addresses.filter((address) => !/^(?:#|https?:\/\/[^\s/]|mailto:|tel:)/i.test(address))).toEqual([]);
  expect(types).not.toContain('html_block');
});

test('the first plan is as it was', () => {
  const golden = new URL('golden/first-plan.md', import.meta.url);
  const [, edition] = sampleEditions.find(([name]) => name === 'first-plan') ?? [];
  expect(edition && textOf(edition)).toBe(readFileSync(golden, 'utf8'));
});
