import { describe, expect, test } from 'vitest';
import { htmlReader, readHtml } from '../../../server/src/importers/readers/html/reader.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { account } from './outline.ts';

const read = (html: string): Source => readHtml(new TextEncoder().encode(html), { changes: 'taken' });

/** What a page says, and what comes of it. */
const pages: readonly (readonly [what: string, html: string, blocks: string])[] = [
  ['headings', '<h1>Plan</h1><h2>1 Safe &amp; <em>well</em></h2><h6>x</h6>', '# Plan\n## 1 Safe & well\n###### x'],
  ['a heading by its role', '<div role=heading aria-level=3>Actions</div><p>One.', '### Actions\np One.'],
  ['a heading by its looks', '<h2>A</h2><p><b>Next steps</b></p><p>We will.</p>', '## A\n###? Next steps\np We will.'],
  ['paragraphs without ends', '<p>One<p>Two<div>Three</div>four', 'p One\np Two\np Three\np four'],
  ['spaces', '<p>\n  One\n  <b> two </b>\tthree&nbsp;four </p>', 'p One **two** three four'],
  ['line breaks', '<p>One<br>two<br><br>three<br></p>', 'p One / two\np three'],
  ['marks of Markdown are words', '<p>3 * 4 [x] _y_ &lt;b&gt; #1</p>', 'p 3 \\* 4 \\[x\\] \\_y\\_ \\<b> #1'],
  ['emphasis', '<p><strong>Key</strong> and <i>new</i> <b><i>both</i></b></p>', 'p **Key** and *new* ***both***'],
  [
    'links',
    '<p><a href="https://a.example/b (c)">site</a> <a href="mailto:a@b.example">mail</a> <a href="javascript:x()">run</a> <a href="#x">part</a></p>',
    'p [site](https://a.example/b%20%28c%29) [mail](mailto:a@b.example) run [part](#x)',
  ],
  ['figures set high', '<p>10 m<sup>2</sup>, CO<sub>2</sub>, 3<sup>rd</sup></p>', 'p 10 m², CO₂, 3rd'],
  ['a list', '<p>We will:<ul><li>One<li>Two</ul>', 'p We will:\n• One\n• Two'],
  ['a list from 3', '<ol start=3><li>a<li value=7>b<li>c</ol>', '3. a\n7. b\n8. c'],
  ['letters', '<ol type=a><li>x<li>y</ol><ol style="list-style-type: upper-roman"><li>z</ol>', 'a. x\nb. y\nI. z'],
  ['backwards', '<ol reversed><li>x<li>y</ol>', '2. x\n1. y'],
  ['lists in lists', '<ol><li>A<ul><li>B<ol type=i><li>C</ol></ul><li>D</ol>', '1. A\n  • B\n    i. C\n2. D'],
  ['a list beside its point', '<ul><li>A</li><ul><li>B</li></ul><li>C</li></ul>', '• A\n  • B\n• C'],
  ['a point of paragraphs', '<ul><li><p>A</p><p>more</p></li></ul>', '• A / more'],
  ['a point that is a chapter', '<ul><li><h3>A</h3><p>words</p></li></ul>', '### A\np words'],
  ['numbers typed into points', '<ul><li>1.1. Open<li>(a) Shut</ul>', '1.1. Open\n(a) Shut'],
  ['a list typed by hand', '<p>• One<br>• Two</p><p>(a) x</p><p>(b) y</p>', '• One\n• Two\n  (a) x\n  (b) y'],
  [
    'a table',
    '<table><caption>How</caption><thead><tr><th>A<th>B</thead><tr><td>1<td>two<br>lines<tr><td colspan=2>3</table>',
    'table\n  caption How\n  = A = B\n  | 1 | two / lines\n  | 3 | ',
  ],
  [
    'cells that go on',
    '<table><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3</table>',
    'table\n  = A = B\n  | 1 | 2\n  |  | 3',
  ],
  ['a table that lays out', '<table role=presentation><tr><td><h2>A</h2><p>b<td>c</table>', '## A\np b\np c'],
  [
    'a table in a table',
    '<table><tr><td><table><tr><th>A<th>B<tr><td>1<td>2</table></table>',
    'table\n  = A = B\n  | 1 | 2',
  ],
  ['a table of nothing', '<table><caption>How</caption><tr><td></table><table><caption>Who</table>', 'p How\np Who'],
  ['terms', '<dl><dt>Lead<dd>Parks<dt>Due<dd>May</dl>', 'table\n  | Lead | Parks\n  | Due | May'],
  [
    'terms with lists',
    '<dl><dt>We will<dd><ul><li>dig holes and fill them</ul></dl>',
    '#? We will\n• dig holes and fill them',
  ],
  [
    'quotations',
    '<blockquote><p>Good.</p><p>Very.</p><footer>— <cite>A. Reed</cite></footer></blockquote>',
    'quotation Good.\nquotation Very.   <by A. Reed>',
  ],
  [
    'a quotation in a figure',
    '<figure><blockquote>Fine</blockquote><figcaption>B. Hill, mayor</figcaption></figure>',
    'quotation Fine   <by B. Hill, mayor>',
  ],
  [
    'pictures',
    '<figure><img src="a.png" alt="A map"><figcaption>Our area</figcaption></figure><img src="dot.gif" alt="">',
    'picture A map\np Our area',
  ],
  ['a picture in words', '<p>See <img src=x alt="the map"> here</p>', 'p See here\npicture the map'],
  ['a picture in the page', '<img src="data:image/png;base64,iVBORw0KGgo=" alt="Logo">', 'picture Logo   <image1.png>'],
  ['a drawing', '<svg aria-label="Spending"><text>5%</text></svg>', 'picture Spending\n(furniture) 5%'],
  [
    'languages',
    '<html lang=en><p>Safe streets at night<p lang=cy>Strydoedd diogel',
    'p Safe streets at night\np Strydoedd diogel   <lang cy>',
  ],
  [
    'names of places',
    '<a name=top></a><h2 id=a>A</h2><div id=box><p>x</p></div><p>y <a id=b></a>z</p><a href="#box">box</a>',
    '## A   <#top #a>\np x   <#box>\np y z   <#b>\np [box](#box)',
  ],
  ['parts that open', '<details><summary>More</summary><p>Words</details>', '#? More\np Words'],
  [
    'an accordion',
    '<h3><button aria-expanded=false aria-controls=p>Actions</button></h3><div id=p hidden>Dig</div><div hidden>No</div>',
    '### Actions\np Dig\n(furniture) No',
  ],
  [
    'the page around the document',
    '<body><header><a href=/>Site</a></header><nav><a href=/>Home</a></nav><main><h1>Plan</h1></main><footer>Us</footer>',
    '# Plan\n(furniture) Site\n(furniture) Home\n(furniture) Us',
  ],
  [
    'a title outside',
    '<body><header><nav><a href=/>Home</a></nav><h1>Plan</h1></header><main>x</main>',
    '# Plan\np x\n(furniture) Home',
  ],
  [
    'a table of contents',
    '<h2>On this page</h2><ul><li><a href="#a">A</a><li><a href="#b">B</a></ul><h2 id=a>A</h2><h2 id=b>B</h2>',
    '## A   <#a>\n## B   <#b>\n(contents) On this page\n(contents) A B',
  ],
  [
    'cookies',
    '<div class="cookie-banner"><p>Cookies? <button>Yes</button></div><p>Plan',
    'p Plan\n(furniture) Cookies? Yes',
  ],
  [
    'ways back',
    '<p>One</p><a href="#top">Back to top</a><p>Two</p><a href="#top">Back to top</a>',
    'p One\np Two\n(furniture ×2) Back to top',
  ],
  [
    'programs and styles',
    '<style>p{}</style><script>var a = "<p>";</script><p>One<noscript>Two</noscript>',
    'p One\n(furniture) Two',
  ],
  ['what was struck out', '<p>We <del>may</del><ins>will</ins> dig</p>', 'p We will dig\n(deleted) may'],
  [
    'footnotes',
    '<p>So<sup><a id=r1 href="#f1">1</a></sup> it is.</p><ol><li id=f1>A <b>survey</b>. <a href="#r1">↩</a></ol>',
    'p So[^1] it is.\n[^1] A **survey**.',
  ],
  [
    'footnotes of Word',
    '<p>So<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> it is.<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> A survey.</div>',
    'p So[^1] it is.\n[^1] A survey.',
  ],
  [
    'remarks of Google Docs',
    '<p>Dig<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Where?</span></p></div>',
    'p Dig[^a]\nremark Where?',
  ],
  [
    'lists of Word',
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]>One</p>" +
      "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>Two<o:p></o:p></p>",
    '• One\n  a) Two',
  ],
  [
    'misnested marks',
    '<p><b>One <i>two</b> three</i></p><b><p>Four</b> five</p>',
    'p **One** ***two*** three\np **Four five**',
  ],
  ['entities', '<p>&pound;5 &#8211; caf&eacute; &#146;n &bogus;</p>', 'p £5 – café ’n \\&bogus;'],
  ['text as it stands', '<pre>One\n  two</pre>', 'p One / two'],
];

test.each(pages)('%s', (_, html, blocks) => expect(account(read(html))).toBe(blocks));

test('changes may be refused', () => {
  const html = '<p>We <del>may</del><ins>will</ins> dig</p>';
  expect(account(readHtml(new TextEncoder().encode(html), { changes: 'refused' }))).toBe(
    'p We may dig\n(deleted) will',
  );
});

describe('what a page says of itself', () => {
  test('in its head', () => {
    const html =
      '<html lang="en-GB"><title>Our plan – Council</title><meta name="description" content="What we do"><meta name="DC.creator" content="Policy">' +
      '<meta property="og:site_name" content="Northmoor"><meta property="article:modified_time" content="2026-03-02T09:00:00Z"><p>x';
    expect(read(html).properties).toEqual({
      title: 'Our plan – Council',
      subject: 'What we do',
      author: 'Policy',
      organisation: 'Northmoor',
      language: 'en-GB',
      modified: '2026-03-02',
    });
  });

  test('as Word writes it', () => {
    const html =
      '<head><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>A. Reed</o:Author><o:LastSaved>2026-01-05T10:00:00Z</o:LastSaved><o:Company>Northmoor</o:Company></o:DocumentProperties></xml><![endif]--></head><p>x';
    expect(read(html).properties).toMatchObject({
      author: 'A. Reed',
      organisation: 'Northmoor',
      modified: '2026-01-05',
    });
  });
});

describe('bytes', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
    );
  test.each([
    [
      'windows-1252 as declared',
      bytes('<meta charset=windows-1252><p>caf', [0xe9], ' ', [0x93], 'x', [0x94]),
      'p café “x”',
    ],
    ['windows-1252 without a word', bytes('<p>caf', [0xe9]), 'p café'],
    ['UTF-8 that says otherwise in vain', bytes('<meta charset=utf-8><p>caf', [0xc3, 0xa9]), 'p café'],
    ['not the UTF-8 that it says', bytes('<meta charset="utf-8"><p>caf', [0xe9]), 'p café'],
    [
      'UTF-16',
      bytes([0xff, 0xfe], ...[...'<p>ŵ'].map((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])),
      'p ŵ',
    ],
  ])('%s', (_, page, blocks) => expect(account(readHtml(page, { changes: 'taken' }))).toBe(blocks));

  test.each([
    ['<!DOCTYPE html><p>x', true],
    ['\n<html lang=en>', true],
    ['<?xml version="1.0"?><!-- by Word --><html>', true],
    ['# Plan\n\n<b>x</b>', false],
    ['<?xml version="1.0"?><StrategicPlan>', false],
    ['', false],
  ])('%j is a page: %s', (text, is) => expect(htmlReader.recognises(new TextEncoder().encode(text))).toBe(is));
});
