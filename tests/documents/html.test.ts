import { describe, expect, test } from 'vitest';
import { htmlPage } from '../../server/src/documents/html/page.ts';
import { type HtmlOptions, HtmlWriter } from '../../server/src/documents/html/writer.ts';
import type { Flow, Inline, Toggle } from '../../server/src/documents/tree.ts';
import type { Block } from '../../server/src/documents/view.ts';
import { faultsOf, shownBy } from './sound-html.ts';

const options: HtmlOptions = {
  language: 'en',
  interactive: false,
  remotePictures: false,
  picture: (path) => (path.startsWith('no') ? undefined : `picture:${path}`),
};

const blockOf = (flow: readonly Flow[], more: Partial<Block> = {}): Block => ({
  key: 'k',
  role: 'section',
  depth: 0,
  flow,
  ...more,
});

const written = (flow: readonly Flow[], more: Partial<HtmlOptions> = {}): string =>
  new HtmlWriter({ ...options, ...more }).block(blockOf(flow)).replace(/^<div[^>]*>|<\/div>$/g, '');

const text = (words: string): Inline => ({ type: 'text', text: words });
const words = (line: string): Inline[] => [text(line)];
const p = (line: string): Flow => ({ type: 'paragraph', children: words(line) });

describe('pieces', () => {
  const cases: readonly (readonly [string, Flow, string])[] = [
    [
      'a heading',
      { type: 'heading', level: 2, anchor: 'safe', number: 'Priority 1', children: words('A & B') },
      '<h2 id="safe"><span class="number">Priority 1</span> A &amp; B</h2>',
    ],
    ['one that is too deep', { type: 'heading', level: 9, children: words('a') }, '<h6>a</h6>'],
    [
      'a paragraph with a purpose',
      { type: 'paragraph', role: 'lead-in', lang: 'cy', children: words('a') },
      '<p class="lead-in" lang="cy">a</p>',
    ],
    [
      'a list',
      {
        type: 'list',
        ordered: false,
        points: [
          { flow: [p('a')] },
          { flow: [p('b'), { type: 'list', ordered: true, start: 3, points: [{ flow: [p('c')] }] }] },
        ],
      },
      '<ul><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ul>',
    ],
    [
      'points of several paragraphs',
      {
        type: 'list',
        ordered: false,
        role: 'actions',
        points: [{ anchor: 'x', number: '2(a)', flow: [p('a'), p('b')] }],
      },
      '<ul class="actions"><li class="numbered" id="x"><span class="number">2(a)</span> <div><p>a</p><p>b</p></div></li></ul>',
    ],
    [
      'a narrow table',
      {
        type: 'table',
        caption: words('T'),
        role: 'budget',
        head: [
          [
            { children: words('a'), header: 'column' },
            { children: [], header: 'column' },
          ],
        ],
        rows: [
          [
            { children: words('b'), header: 'row' },
            { children: words('1'), lang: 'cy' },
          ],
        ],
        align: [undefined, 'right'],
      },
      '<table class="budget"><caption>T</caption><thead><tr><th scope="col">a</th><td class="right"></td></tr></thead><tbody><tr><th scope="row">b</th><td class="right" lang="cy">1</td></tr></tbody></table>',
    ],
    [
      'a wide table',
      { type: 'table', head: [], rows: [['a', 'b', 'c', 'd'].map((line) => ({ children: words(line) }))] },
      '<div class="scrolls" role="group" tabindex="0" aria-label="Table"><table><tbody><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr></tbody></table></div>',
    ],
    [
      'a quote',
      { type: 'quote', flow: [p('a')], by: words('B') },
      '<figure class="quote"><blockquote><p>a</p></blockquote><figcaption>B</figcaption></figure>',
    ],
    ['code', { type: 'code', text: '<b>\n' }, '<pre><code>&lt;b&gt;\n</code></pre>'],
    ['a rule', { type: 'rule' }, '<hr>'],
    [
      'a picture',
      { type: 'figure', anchor: 'f', path: 'a.png', alt: 'A "map"', caption: words('The map') },
      '<figure class="figure" id="f"><img src="picture:a.png" alt="A &quot;map&quot;"><figcaption>The map</figcaption></figure>',
    ],
    [
      'one whose caption says what it shows',
      { type: 'figure', path: 'a.png', alt: 'The map.', caption: words('The Map') },
      '<figure class="figure"><img src="picture:a.png" alt=""><figcaption>The Map</figcaption></figure>',
    ],
    [
      'one that is not there',
      { type: 'figure', alt: 'A map', caption: words('B') },
      '<figure class="figure"><p class="missing picture">Picture: A map</p><figcaption>B</figcaption></figure>',
    ],
    [
      'one that may not be shown',
      { type: 'figure', path: 'no.png', alt: '' },
      '<figure class="figure"><p class="missing picture">A picture that can’t be shown here</p></figure>',
    ],
    [
      'facts',
      {
        type: 'facts',
        role: 'control-sheet',
        facts: [
          { name: words('Version'), flow: [p('1')] },
          { name: words('Ratified'), flow: [] },
        ],
      },
      '<dl class="facts control-sheet"><div><dt>Version</dt><dd>1</dd></div><div><dt>Ratified</dt><dd></dd></div></dl>',
    ],
    [
      'statistics',
      { type: 'statistics', statistics: [{ value: words('20%'), label: words('fewer'), details: [words('2016')] }] },
      '<dl class="statistics"><div><dt>fewer</dt><dd class="value">20%</dd><dd class="details">2016</dd></div></dl>',
    ],
    [
      'notes',
      {
        type: 'notes',
        notes: [
          { anchor: '_n', back: '_m', label: '1', flow: [p('a')] },
          { anchor: '_o', label: '2', flow: [p('b')] },
        ],
      },
      '<ol class="notes"><li id="_n"><span class="number">1</span> <div>a <a class="back" href="#_m"><span aria-hidden="true">↩\ufe0e</span><span class="unseen">Back to the text, from note 1</span></a></div></li><li id="_o"><span class="number">2</span> <div>b</div></li></ol>',
    ],
    [
      'a group',
      { type: 'group', role: 'panel', anchor: 'g', flow: [p('a')] },
      '<div class="group panel" id="g"><p>a</p></div>',
    ],
    [
      'a drawing',
      { type: 'drawing', svg: '<svg></svg>', title: 'T', description: 'D', same: [p('a')] },
      '<div class="drawn"><figure class="drawing" tabindex="0" aria-label="T"><svg></svg></figure><details><summary>The same in words</summary><p>a</p></details></div>',
    ],
  ];
  test.each(cases)('%s', (_, flow, html) => {
    expect(written([flow])).toBe(html);
    expect(faultsOf(html)).toEqual([]);
  });
});

describe('words in a line', () => {
  const cases: readonly (readonly [string, Inline, string, Partial<HtmlOptions>?])[] = [
    ['in another language', { type: 'text', text: 'tŷ', lang: 'cy' }, '<span lang="cy">tŷ</span>'],
    ['strong', { type: 'strong', children: words('a') }, '<strong>a</strong>'],
    ['emphasis', { type: 'emphasis', lang: 'la', children: words('a') }, '<em lang="la">a</em>'],
    ['deleted', { type: 'deleted', children: words('a') }, '<s>a</s>'],
    ['inserted', { type: 'inserted', children: words('a') }, '<ins><span class="unseen">New: </span>a</ins>'],
    ['removed', { type: 'removed', children: words('a') }, '<del><span class="unseen">Was: </span>a</del>'],
    ['code', { type: 'code', text: '<' }, '<code>&lt;</code>'],
    ['a break', { type: 'break' }, '<br>'],
    [
      'a link',
      { type: 'link', href: 'https://a.example/?b&c', children: words('a') },
      '<a href="https://a.example/?b&amp;c" rel="noreferrer">a</a>',
    ],
    ['an item', { type: 'mention', anchor: 'safe', children: words('a') }, '<a class="mention" href="#safe">a</a>'],
    [
      'an item in the preview',
      { type: 'mention', anchor: 'safe', item: 'p.safe', children: words('a') },
      '<a class="mention" href="#safe" data-item="p.safe">a</a>',
      { interactive: true },
    ],
    [
      'an item that is not on the page, in the preview',
      { type: 'mention', item: 'p.safe', children: words('a') },
      '<a class="mention" href="#_source" data-item="p.safe">a</a>',
      { interactive: true },
    ],
    ['an item of elsewhere', { type: 'mention', children: words('a') }, '<span class="mention">a</span>'],
    [
      'an item that is not there',
      { type: 'broken', text: '[[x]]' },
      '<span class="broken">[[x]]<span class="unseen"> (nothing has this id)</span></span>',
    ],
    [
      'the same in Welsh',
      { type: 'broken', text: '[[x]]' },
      '<span class="broken">[[x]]<span class="unseen"> (nid oes dim â’r id hwn)</span></span>',
      { language: 'cy' },
    ],
    [
      'a picture',
      { type: 'image', path: 'a.png', alt: 'b' },
      '<img src="picture:a.png" alt="b" referrerpolicy="no-referrer">',
    ],
    [
      'a picture from elsewhere',
      { type: 'image', href: 'https://a.example/b.png', alt: 'b' },
      '<span class="missing picture">A picture from elsewhere, not loaded: b, https://a.example/b.png</span>',
    ],
    [
      'one that may be loaded',
      { type: 'image', href: 'https://a.example/b.png', alt: 'b' },
      '<img src="https://a.example/b.png" alt="b" referrerpolicy="no-referrer">',
      { remotePictures: true },
    ],
    ['a picture that is nowhere', { type: 'image', alt: 'b' }, '<span class="missing picture">Picture: b</span>'],
    [
      'the mark of a note',
      { type: 'note', label: '1', note: '_n', anchor: '_m' },
      '<sup class="note"><a id="_m" href="#_n"><span class="unseen">Note </span>1</a></sup>',
    ],
  ];
  for (const [name, inline, html, more = {}] of cases)
    test(name, () => {
      expect(written([{ type: 'paragraph', children: [inline] }], more)).toBe(`<p>${html}</p>`);
      expect(faultsOf(html)).toEqual([]);
    });
});

describe('links that can be made and broken', () => {
  const toggle: Toggle = {
    from: 'a',
    relation: 'outcomes',
    to: 'b',
    on: true,
    canChange: true,
    label: 'A works towards B',
  };
  const cell = (more: Partial<Toggle>): Flow => ({
    type: 'table',
    head: [],
    rows: [[{ children: [], toggle: { ...toggle, ...more } }]],
  });
  const inCell = (html: string) => `<table><tbody><tr><td>${html}</td></tr></tbody></table>`;

  test('are buttons in the preview', () => {
    expect(written([cell({})], { interactive: true })).toBe(
      inCell(
        '<button type="button" class="toggle" aria-pressed="true" data-from="a" data-relation="outcomes" data-to="b" aria-label="A works towards B"><span aria-hidden="true">●</span></button>',
      ),
    );
    expect(written([cell({ on: false })], { interactive: true })).toContain('aria-pressed="false"');
    expect(written([cell({ canChange: false })], { interactive: true })).toContain('aria-disabled="true"');
  });

  test('are signs and words elsewhere', () => {
    expect(written([cell({})])).toBe(
      inCell('<span class="toggle on"><span aria-hidden="true">●</span><span class="unseen">yes</span></span>'),
    );
  });

  test('show the sign that the cell has for them, and nothing else that can be chosen', () => {
    const named: Inline = { type: 'mention', anchor: 'b', children: words('✓') };
    const flow: Flow = { type: 'table', head: [], rows: [[{ children: [named], depth: 2, anchor: 'c', toggle }]] };
    expect(written([flow])).toContain(
      '<td id="c" class="inner-2"><span class="toggle on"><span aria-hidden="true">✓</span>',
    );
  });

  test('look different in each state', () => {
    const states = [true, false].flatMap((on) =>
      [true, false].map((canChange) => shownBy(written([cell({ on, canChange, label: '' })]))),
    );
    expect(new Set(states).size).toBe(4);
  });
});

describe('blocks', () => {
  test('say in the preview what they are, and where their pieces come from', () => {
    const block = blockOf(
      [
        { type: 'heading', level: 2, line: 0, children: words('a') },
        {
          type: 'list',
          ordered: false,
          line: 2,
          points: [{ line: 2, flow: [{ type: 'paragraph', line: 2, children: words('b') }] }],
        },
      ],
      { key: 'priority-1', role: 'priority', depth: 9, item: 'p."1' },
    );
    expect(new HtmlWriter({ ...options, interactive: true }).block(block)).toBe(
      '<div class="block priority depth-6" data-block="priority-1" data-item="p.&quot;1"><h2 data-line="0">a</h2><ul data-line="2"><li data-line="2">b</li></ul></div>',
    );
    expect(new HtmlWriter(options).block(block)).toBe(
      '<div class="block priority depth-6"><h2>a</h2><ul><li>b</li></ul></div>',
    );
  });

  test('are not written again while nothing in them has changed', () => {
    let asked = 0;
    const writer = new HtmlWriter({
      ...options,
      picture: (path) => {
        asked++;
        return path;
      },
    });
    const flow: Flow[] = [{ type: 'figure', path: 'a.png', alt: 'a' }];
    expect(writer.block(blockOf(flow, { key: 'a', depth: 1 }))).not.toBe(
      writer.block(blockOf(flow, { key: 'b', depth: 2 })),
    );
    expect(asked).toBe(1);
    writer.block(blockOf([...flow]));
    expect(asked).toBe(2);
  });
});

describe('depth', () => {
  const nested = (depth: number, wrap: (inner: Flow[], at: number) => Flow): Flow[] => {
    let flow: Flow[] = [p('innermost')];
    for (let at = depth; at > 0; at--) flow = [p(`word${at}.`), wrap(flow, at)];
    return flow;
  };
  const deep = (html: string): number => {
    let depth = 0;
    let most = 0;
    for (const [, close] of html.matchAll(/<(\/?)(?:ul|li|div|figure|blockquote|dl|dd|ol|details|strong)\b/g)) {
      depth += close ? -1 : 1;
      most = Math.max(most, depth);
    }
    return most;
  };

  test.each<[string, (inner: Flow[]) => Flow]>([
    ['lists', (flow) => ({ type: 'list', ordered: false, points: [{ flow }] })],
    ['quotes', (flow) => ({ type: 'quote', flow })],
    ['groups', (flow) => ({ type: 'group', role: 'panel', flow })],
    ['facts', (flow) => ({ type: 'facts', facts: [{ name: words('n'), flow }] })],
    ['notes', (flow) => ({ type: 'notes', notes: [{ anchor: '_a', label: '1', flow }] })],
    ['drawings', (same) => ({ type: 'drawing', svg: '<svg></svg>', title: 't', description: 'd', same })],
  ])('a thousand %s in one another are shown to the last word', (_, wrap) => {
    const html = written(nested(1000, wrap));
    expect(deep(html)).toBeLessThan(300);
    for (const word of ['word1.', 'word500.', 'word1000.', 'innermost']) expect(html).toContain(word);
  });

  test('a thousand marks in one another, too', () => {
    let line: Inline = text('innermost');
    for (let at = 0; at < 1000; at++) line = { type: 'strong', children: [line] };
    const html = written([{ type: 'paragraph', children: [line] }]);
    expect(html).toContain('innermost');
    expect(deep(html)).toBeLessThan(100);
  });
});

test('a whole page stands by itself', () => {
  const page = {
    title: 'A <plan>',
    controls: [],
    blocks: [blockOf([p('a')]), blockOf([p('b')], { key: 'l', role: 'priority' })],
  };
  const html = htmlPage(page, {
    ...options,
    language: 'cy',
    style: 'p { color: red }</style><script>',
    description: 'What "it" is',
  });
  expect(html).toBe(`<!DOCTYPE html>
<html lang="cy">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A &lt;plan&gt;</title>
<meta name="generator" content="Goldthread">
<meta name="description" content="What &quot;it&quot; is">
<style>
p { color: red }<\\/style><script>
</style>
</head>
<body class="sheet">
<a class="skip" href="#_main">Neidio i’r prif gynnwys</a>
<main id="_main" class="page">
<div class="block section depth-0"><p>a</p></div>
<div class="block priority depth-0"><p>b</p></div>
</main>
</body>
</html>
`);
  expect(faultsOf(html)).toEqual([]);
});
