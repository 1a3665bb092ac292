import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import { type ProseContext, readLine, readProse } from '../../server/src/documents/prose/prose.ts';
import type { Flow, Inline } from '../../server/src/documents/tree.ts';
import { outline } from './outline.ts';

const context: ProseContext = {
  line: 0,
  level: 3,
  prefix: '_p-',
  mention: (name, words, what) =>
    name === 'safe' || name === 'wfg.equal'
      ? {
          type: 'mention',
          anchor: name,
          children: [{ type: 'text', text: what ? `${what} of ${name}` : (words ?? 'Communities are safe') }],
        }
      : { type: 'broken', text: name },
  picture: (path) => (path.startsWith('..') ? undefined : `plans/${path}`),
};

const read = (markdown: string, more: Partial<ProseContext> = {}): Flow[] =>
  readProse(markdown, { ...context, ...more });

/** What a piece of prose becomes, in the short form of `outline`. */
const shown = (markdown: string): string => outline(read(markdown));

describe('pieces', () => {
  test.each([
    ['one\ntwo', 'p(one two)'],
    ['one  \ntwo', 'p(one⏎two)'],
    ['one\n\ntwo', 'p(one) p(two)'],
    ['**a** *b* ~~c~~ `d`', 'p(strong(a) em(b) s(c) code(d))'],
    ['- a\n- b\n  - c', 'ul(li(p(a)) li(p(b) ul(li(p(c)))))'],
    ['3. a\n4. b', 'ol3(li(p(a)) li(p(b)))'],
    ['> a\n>\n> b', 'quote(p(a) p(b))'],
    ['```\n<b>\n```', 'pre(<b>)'],
    ['    <b>', 'pre(<b>)'],
    ['```plan\na\n```', 'pre(a)'],
    ['```Some words\na\n```', 'pre(Some words\na)'],
    ['---', 'hr'],
    ['<b onclick="x">a</b>', 'p(<b onclick="x">a</b>)'],
    ['<script>\nx\n</script>', 'p(<script> x </script>)'],
    ['<!-- a -->', 'p(<!-- a -->)'],
    ['&lt;b&gt; &amp;amp;', 'p(<b> &amp;)'],
    ['"as written" -- ...', 'p("as written" -- ...)'],
    ['', ''],
    ['\n\n', ''],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });
});

describe('headings', () => {
  test.each([
    ['# a\n# b', 'h3(a) h3(b)'],
    ['#### a', 'h3(a)'],
    ['# a\n### b\n#### c\n## d\n# e', 'h3(a) h4(b) h5(c) h4(d) h3(e)'],
    ['### a\n# b\n### c', 'h3(a) h3(b) h4(c)'],
    ['# a\n## b\n### c\n#### d\n##### e', 'h3(a) h4(b) h5(c) h6(d) h6(e)'],
    ['a\n===', 'h3(a)'],
    ['#', ''],
    ['# [[safe]]', 'h3(@safe(Communities are safe))'],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });
});

describe('references', () => {
  test.each([
    ['See [[safe]].', 'p(See @safe(Communities are safe).)'],
    ['[[ safe ]]', 'p(@safe(Communities are safe))'],
    ['[[safe|this]]', 'p(@safe(this))'],
    ['[[safe|]]', 'p(@safe(Communities are safe))'],
    ['[[safe:number]] [[safe:value]]', 'p(@safe(number of safe) @safe(value of safe))'],
    ['[[wfg.equal]]', 'p(@wfg.equal(Communities are safe))'],
    ['[[lost]]', 'p(?lost)'],
    ['**[[safe]]**', 'p(strong(@safe(Communities are safe)))'],
    ['`[[safe]]`', 'p(code([[safe]]))'],
    ['\\[[safe]]', 'p([[safe]])'],
    ['[[]] [[ ]] [[|a]]', 'p([[]] [[ ]] [[|a]])'],
    ['[[safe', 'p([[safe)'],
    ['[[[safe]]]', 'p([@safe(Communities are safe)])'],
    ['[[safe]](https://a.example)', 'p(link(https://a.example,[safe]))'],
    [
      '[to [[safe]]](https://a.example)',
      'p([to @safe(Communities are safe)](link(https://a.example,https://a.example)))',
    ],
    ['[there](#safe)', 'p(@safe(there))'],
    ['[there](#lost)', 'p(there (#lost))'],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });

  test.each([
    ['a [[safe]] b', 'a @safe(Communities are safe) b'],
    ['[[safe|*x*]][[lost]]', '@safe(*x*)?lost'],
    ['**a** <b> `c` [d](e) &amp;', '**a** <b> `c` [d](e) &amp;'],
    ['[[safe:number]]', '@safe(number of safe)'],
    ['[[]] [[', '[[]] [['],
    ['[[[safe]]', '[@safe(Communities are safe)'],
    ['', ''],
  ])('in a title: %j', (title, expected) => {
    expect(outline([{ type: 'paragraph', children: readLine(title, context) }])).toBe(`p(${expected})`);
  });
});

describe('links', () => {
  test.each([
    ['[a](https://a.example/b?c#d)', 'p(link(https://a.example/b?c#d,a))'],
    ['[a](HTTP://a.example)', 'p(link(HTTP://a.example,a))'],
    ['[a](mailto:a@b.example)', 'p(link(mailto:a@b.example,a))'],
    ['[a](tel:+441234)', 'p(link(tel:+441234,a))'],
    ['[a](https://a.example "More")', 'p(link(https://a.example,a) (More))'],
    ['[a][b]\n\n[b]: https://a.example', 'p(link(https://a.example,a))'],
    ['<https://a.example>', 'p(link(https://a.example,https://a.example))'],
    ['<a@b.example>', 'p(link(mailto:a@b.example,a@b.example))'],
    [
      'at https://a.example, or a@b.example.',
      'p(at link(https://a.example,https://a.example), or link(mailto:a@b.example,a@b.example).)',
    ],
    ['www.a.example, plan.md and next.it', 'p(www.a.example, plan.md and next.it)'],
    ['[](https://a.example)', 'p(link(https://a.example,https://a.example))'],
    ['[a](javascript:alert(1))', 'p(a (javascript:alert(1)))'],
    ['[a](&#106;avascript&colon;alert(1))', 'p(a (javascript:alert(1)))'],
    ['<javascript:alert(1)>', 'p(javascript:alert(1))'],
    ['[a](other.md)', 'p(a (other.md))'],
    ['[other.md](other.md)', 'p(other.md)'],
    ['[a](//a.example)', 'p(a (//a.example))'],
    ['[a](https:a.example)', 'p(a (https:a.example))'],
    ['[a](data:text/html,b)', 'p(a (data:text/html,b))'],
    ['[a](ftp://a.example)', 'p(a (ftp://a.example))'],
    ['[a]()', 'p(a)'],
    ['[a[^1]](https://a.example)\n\n[^1]: b', 'p([a^1](link(https://a.example,https://a.example))) notes(1(p(b)))'],
    [
      '[a [b](https://b.example)](https://a.example)',
      'p([a link(https://b.example,b)](link(https://a.example,https://a.example)))',
    ],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });
});

describe('pictures', () => {
  test.each([
    ['![a map](map.png)', 'figure(plans/map.png,a map)'],
    ['![a map](map.png "The **area**")', 'figure(plans/map.png,a map,The **area**)'],
    ['See ![a](a%20b.png).', 'p(See img(plans/a b.png,a).)'],
    ['See ![a](a.png "t").', 'p(See img(plans/a.png,a) (t).)'],
    ['![a](../a.png)', 'p(img(,a))'],
    ['![](../a.png)', 'p(img(,../a.png))'],
    ['![a](https://a.example/b.png)', 'p(img(https://a.example/b.png,a))'],
    ['![a](data:image/png;base64,AAAA)', 'p(img(,a))'],
    ['![a](//a.example/b.png)', 'p(img(,a))'],
    ['![a](\\\\a.example\\b.png)', 'p(img(,a))'],
    ['![a](%2e%2e/b.png)', 'p(img(,a))'],
    ['![a](%2F%2Fa.example/b.png)', 'p(img(,a))'],
    ['![a *b* [[safe]]](a.png)', 'figure(plans/a.png,a b Communities are safe)'],
    ['[![a](a.png)](https://a.example)', 'p(link(https://a.example,img(plans/a.png,a)))'],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });
});

describe('tables', () => {
  test.each([
    ['|a|b|\n|-|-:|\n|1|2|', 'table(a,b|1,2)'],
    ['a|b\n-|-\n1|2', 'table(a,b|1,2)'],
    ['|a|b|\n|-|-|\n|1|2|3|4|\n|1|', 'table(a,b|1,2,3,4|1)'],
    ['|a|b|\n|-|-|\n|[[safe|c]]|d\\|e|', 'table(a,b|@safe(c),d|e)'],
    ['|a|\n|-|\n|1|\n\nafter', 'table(a|1) p(after)'],
    ['|a|b|\n|-|\n|1|', 'p(|a|b| |-| |1|)'],
    ['- |a|\n  |-|\n  |1|', 'ul(li(table(a|1)))'],
    ['> |a|\n> |-|\n> |1|\n\nb', 'quote(table(a|1)) p(b)'],
    ['|a|\n|-|\n> b', 'table(a) quote(p(b))'],
    ['a | b', 'p(a | b)'],
    ['||\n|-|', 'table()'],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });

  test('columns are set as the colons say', () => {
    expect(read('|a|b|c|d|\n|:-|-:|:-:|-|')).toMatchObject([{ align: ['left', 'right', 'centre', undefined] }]);
  });
});

describe('footnotes', () => {
  test.each([
    ['a[^x] b[^y]\n\n[^y]: two\n[^x]: one', 'p(a^1 b^2) notes(1(p(one)) 2(p(two)))'],
    ['a[^x] b[^x]\n\n[^x]: one', 'p(a^1 b^1) notes(1(p(one)))'],
    ['a[^x]', 'p(a[^x])'],
    ['a\n\n[^x]: nobody refers to this', 'p(a) notes(1(p(nobody refers to this)))'],
    ['a[^x]\n\n[^x]: one\n[^x]: twice', 'p(a^1) notes(1(p(one)) 2(p(twice)))'],
    ['a[^x]\n\n[^x]: one\n\n    two', 'p(a^1) notes(1(p(one) p(two)))'],
    ['a[^x]\n\n[^x]: see [^x]', 'p(a^1) notes(1(p(see ^1)))'],
    ['a^[b]', 'p(a^[b])'],
    ['a[^__proto__]\n\n[^__proto__]: b', 'p(a^1) notes(1(p(b)))'],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });

  test('marks and notes lead to each other, and to no others on the page', () => {
    const [first, notes] = read('a[^x] b[^x] c[^y]\n\n[^x]: one\n[^y]: two');
    expect(first).toMatchObject({
      children: [
        {},
        { note: '_p-note-1', anchor: '_p-mark-1' },
        {},
        { note: '_p-note-1', anchor: '_p-mark-1-2' },
        {},
        { note: '_p-note-2', anchor: '_p-mark-2' },
      ],
    });
    expect(notes).toMatchObject({
      notes: [
        { anchor: '_p-note-1', back: '_p-mark-1' },
        { anchor: '_p-note-2', back: '_p-mark-2' },
      ],
    });
  });

  test('a note that is only referred to from the words for a picture has no way back', () => {
    expect(read('![a[^x]](b.png)\n\n[^x]: one').at(-1)).toMatchObject({ notes: [{ back: undefined }] });
  });
});

describe('nothing is lost', () => {
  test.each([
    ['a definition of a link that nothing uses', 'a\n\n[Phone]: 01234\n\nb', 'p(a) p([Phone]: 01234) p(b)'],
    ['one in a list', '- [Phone]: 01234\n- b', 'ul(li(p([Phone]: 01234)) li(p(b)))'],
    ['one that is written twice', '[a]\n\n[a]: tel:1\n\n[a]: tel:2', 'p(link(tel:1,a)) p([a]: tel:2)'],
    ['one that is used', '[Phone]\n\n[Phone]: tel:01234', 'p(link(tel:01234,Phone))'],
  ])('%s', (_, markdown, expected) => {
    expect(shown(markdown)).toBe(expected);
  });

  test.each([
    ['quotes', (depth: number) => `${'>'.repeat(depth)} word`],
    ['lists', (depth: number) => `${'- '.repeat(depth)}word`],
    [
      'lists by lines',
      (depth: number) => Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- word${at}`).join('\n'),
    ],
    ['emphasis', (depth: number) => `${'*a **b '.repeat(depth)}word${' b** a*'.repeat(depth)}`],
    ['brackets', (depth: number) => `${'['.repeat(depth)}word${']'.repeat(depth)}`],
    ['links', (depth: number) => `${'['.repeat(depth)}word${'](https://a.example)'.repeat(depth)}`],
    ['pictures', (depth: number) => `${'!['.repeat(depth)}word${'](a.png)'.repeat(depth)}`],
    ['footnotes in the line', (depth: number) => `${'^['.repeat(depth)}word${']'.repeat(depth)}`],
    [
      'footnotes',
      (depth: number) =>
        `a[^0]\n\n${Array.from({ length: depth }, (_, at) => `[^${at}]: word${at}[^${at + 1}]`).join('\n')}`,
    ],
  ])('many %s in one another', (_, make) => {
    const flow = read(make(2000));
    expect(outline(flow)).toContain('word');
    if (make(3).includes('word2')) for (const at of [0, 50, 999, 1999]) expect(outline(flow)).toContain(`word${at}`);
  });
});

test('each piece says how far below the first line of its block it begins', () => {
  const markdown = 'a\n\n# b\n\n- c\n- d\n\n> e\n\n|f|\n|-|\n|1|\n\n```\ng\n```\n\nh[^1]\n\n[^1]: i';
  const lines = (flow: readonly Flow[]): (number | undefined)[] =>
    flow.flatMap((one) => [
      one.line,
      ...(one.type === 'list' ? one.points.map(({ line }) => line) : []),
      ...(one.type === 'notes' ? one.notes.flatMap((note) => lines(note.flow)) : []),
    ]);
  expect(lines(read(markdown, { line: 10 }))).toEqual([10, 12, 14, 14, 15, 17, 19, 23, 27, undefined, 29]);
});

test('the words of a line alone', () => {
  const line: Inline[] = [
    { type: 'strong', children: [{ type: 'text', text: ' a ' }] },
    { type: 'break' },
    { type: 'image', alt: 'b' },
    { type: 'broken', text: '[[c]]' },
  ];
  expect(wordsOf(line)).toBe('a  b[[c]]');
});

test.each([
  ['brackets', '[['.repeat(50_000)],
  ['brackets with spaces', `[[${' '.repeat(100_000)}`],
  ['brackets with words', '[[a|'.repeat(30_000)],
  ['stars', '*a_'.repeat(30_000)],
  ['ticks', Array.from({ length: 400 }, (_, at) => '`'.repeat(at)).join(' ')],
  ['tables', `${'a|'.repeat(2000)}\n${'-|'.repeat(2000)}\n${'a\n'.repeat(2000)}`],
  ['rows', `|a|\n|-|\n${'|b|\n'.repeat(10_000)}`],
  ['definitions', Array.from({ length: 5000 }, (_, at) => `[a${at}]: b${at}`).join('\n')],
  ['footnotes', Array.from({ length: 3000 }, (_, at) => `[^a${at}]: b`).join('\n')],
  ['addresses', 'https://a.example/'.repeat(5000)],
  ['mail', 'a@b.'.repeat(20_000)],
  ['quotes', '>'.repeat(100_000)],
  ['lists', '- '.repeat(50_000)],
  ['links', '[a](<b'.repeat(20_000)],
  ['pictures', '![['.repeat(30_000)],
])('hostile %s are read in good time', (_, markdown) => {
  const start = performance.now();
  read(markdown);
  expect(performance.now() - start).toBeLessThan(3000);
});
