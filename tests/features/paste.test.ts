import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteOffers } from '../../server/src/features/paste/paste.ts';
import { editorFor } from '../helpers/editor.ts';
import { diagnosticsOf } from '../helpers/engine.ts';

const head = 'plan p: Plan\n\n';
const priority = `${head}priority x: X\n`;

interface Pasted {
  readonly title: string;
  readonly kind: string;
  /** The whole text after it. */
  readonly after: string;
}

/** What pasting could make of a text, at a mark or in the place of what stands between two. */
function pasted(plan: string, text: string, html?: string): Pasted[] {
  const { file, positions, position } = editorFor(plan);
  const range = { start: position, end: positions[1] ?? position };
  const all = file.tree.text;
  return pasteOffers(file, range, text, html).map(({ title, kind, text: put }) => ({
    title,
    kind,
    after: all.slice(0, file.offsetAt(range.start)) + put + all.slice(file.offsetAt(range.end)),
  }));
}

const kinds = (plan: string, text: string, html?: string): string[] => pasted(plan, text, html).map(({ kind }) => kind);
const as = (kind: string, plan: string, text: string, html?: string): string | undefined =>
  pasted(plan, text, html).find((one) => one.kind === kind)?.after;

const bullets = '•\tBuild homes\r\no\ton brownfield land\r\n•\tMend roofs\r\n';

describe('bullets', () => {
  test.each([
    [
      'in a priority',
      `${priority}  due: 2027\n  ‸\n`,
      `${priority}  due: 2027\n  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n`,
    ],
    [
      'in a priority, from the margin',
      `${priority}  due: 2027\n‸\n`,
      `${priority}  due: 2027\n  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n`,
    ],
    [
      'behind its first line',
      `${priority.trimEnd()}‸\n  due: 2027\n`,
      `${priority}  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n  due: 2027\n`,
    ],
    [
      'behind a field',
      `${priority}  due: 2027‸\n`,
      `${priority}  due: 2027\n  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n`,
    ],
    [
      'behind an action',
      `${priority}  action: A‸\n`,
      `${priority}  action: A\n  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n`,
    ],
    [
      'in an action',
      `${priority}  action: A\n    ‸\n`,
      `${priority}  action: A\n    action: Build homes\n      action: on brownfield land\n    action: Mend roofs\n`,
    ],
    [
      'before a line',
      `${priority}  ‸due: 2027\n`,
      `${priority}  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n  due: 2027\n`,
    ],
    [
      'in the place of a line',
      `${priority}  ‸something‸\n`,
      `${priority}  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n`,
    ],
    [
      'at the end of the file',
      `${priority}‸`,
      `${priority}  action: Build homes\n    action: on brownfield land\n  action: Mend roofs`,
    ],
    [
      'with CRLF',
      'plan p: P\r\n\r\npriority x: X\r\n‸\r\n',
      'plan p: P\r\n\r\npriority x: X\r\n  action: Build homes\r\n    action: on brownfield land\r\n  action: Mend roofs\r\n',
    ],
    [
      'in Welsh',
      '# language: cy\ncynllun p: P\n\nblaenoriaeth x: X\n  ‸\n',
      '# language: cy\ncynllun p: P\n\nblaenoriaeth x: X\n  gweithred: Build homes\n    gweithred: on brownfield land\n  gweithred: Mend roofs\n',
    ],
    [
      'too deep',
      `${priority}      ‸\n`,
      `${priority}      \n  action: Build homes\n    action: on brownfield land\n  action: Mend roofs\n`,
    ],
  ])('become actions %s', (_, plan, after) => {
    expect(as('actions', plan, bullets)).toBe(after);
    expect(diagnosticsOf(after).filter(({ rule }) => rule.startsWith('syntax/'))).toEqual([]);
  });

  test('are counted in the title', () => {
    expect(pasted(`${priority}  ‸\n`, bullets)[0]?.title).toBe('Paste as 3 actions');
    expect(pasted('# language: cy\ncynllun p: P\n\nblaenoriaeth x: X\n  ‸\n', bullets)[0]?.title).toBe(
      'Gludo fel gweithredoedd (3)',
    );
  });

  test('become actions with the stem that they complete', () => {
    expect(as('actions', `${priority}  ‸\n`, 'I will make sure that:\n– roofs are mended\n– homes are built')).toBe(
      `${priority}  lead-in: I will make sure that:\n  action: roofs are mended\n  action: homes are built\n`,
    );
  });

  test('become items like those above', () => {
    expect(as('items', `${head}outcome a: A\n‸\n`, '1. Safe streets\n2. Warm homes')).toBe(
      `${head}outcome a: A\noutcome: Safe streets\noutcome: Warm homes\n`,
    );
    expect(as('items', `${head}outcome a: A\n  kpq b: B\n  ‸\n`, '* How safe?\n* How warm?')).toBe(
      `${head}outcome a: A\n  kpq b: B\n  kpq: How safe?\n  kpq: How warm?\n`,
    );
  });

  test('become a list in a text', () => {
    const plan = `${priority}  why:\n    We will:\n    ‸\n`;
    expect(pasted(plan, bullets)[0]).toEqual({
      title: 'Paste as a list in the text',
      kind: 'prose',
      after: `${priority}  why:\n    We will:\n    - Build homes\n      - on brownfield land\n    - Mend roofs\n`,
    });
    expect(as('prose', `${head}outcome a: A\n  ‸\n`, '1) One\n2) Two')).toBe(
      `${head}outcome a: A\n  text:\n    1. One\n    2. Two\n`,
    );
  });

  test('become actions below a text, at its end only', () => {
    expect(as('actions', `${priority}  why:\n    We will:‸\n  due: 2027\n`, '- One\n- Two')).toBe(
      `${priority}  why:\n    We will:\n  action: One\n  action: Two\n  due: 2027\n`,
    );
    expect(kinds(`${priority}  why:\n    We will:‸\n    And more.\n`, '- One\n- Two')).toEqual(['prose']);
  });

  test('are put in nowhere where lines below would belong to them', () => {
    expect(kinds(`${priority}  action: A‸\n    due: 2027\n`, bullets)).not.toContain('actions');
    expect(kinds(`${priority}  action: A ‸B\n`, bullets)).toEqual([]);
  });
});

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=EN-GB>
<!--StartFragment-->
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Build&nbsp;homes &amp; schools<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><!--[endif]-->on <b>brown\u00adfield</b>
land<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Mend people’s roofs</p>
<!--EndFragment--></body></html>`;

describe('HTML', () => {
  const blank = `${priority}  ‸\n`;

  test.each([
    ['Word', word, 'action: Build homes & schools\n    action: on brownfield land\n  action: Mend people’s roofs'],
    [
      'a list',
      '<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul>',
      'action: One\n  action: Two\n    action: Three',
    ],
    [
      'a list in a list, as some editors write it',
      '<ul><li>One</li><ul><li>Two</li></ul><li>Three</li></ul>',
      'action: One\n    action: Two\n  action: Three',
    ],
    [
      'paragraphs in points',
      '<ul><li><p>One</p></li><li><p>Two</p><p>and more</p></li></ul>',
      'action: One\n  action: Two and more',
    ],
    [
      'Word for the web',
      '<div><ul><li data-aria-level="1"><p>One</p></li></ul></div><div><ul><li data-aria-level="2"><p>Two</p></li></ul></div>',
      'action: One\n    action: Two',
    ],
    ['bullets in paragraphs', '<p>• One</p><p>•&nbsp;Two</p>', 'action: One\n  action: Two'],
    [
      'a table between points',
      '<ul><li>One<table><tr><td>a<td>b<tr><td>c<td>d</table><ul><li>Two</ul>more</ul>',
      undefined,
    ],
    ['a cut end', '<ul><li>One<li><b>Two', 'action: One\n  action: Two'],
    [
      'levels left out',
      "<p style='mso-list:l0 level3 lfo1'>One</p><p style='mso-list:l0 level5 lfo1'>Two</p>",
      'action: One\n    action: Two',
    ],
    [
      'a web page with scripts',
      '<script>alert(1)</script><ol><li>One<script>x</script></li><li style="display:none">No</li></ol>',
      'action: One',
    ],
  ])('from %s', (_, html, actions) => {
    expect(as('actions', blank, 'x', html)).toBe(actions && `${priority}  ${actions}\n`);
  });

  test('keeps what is bold, in italics or a link', () => {
    const html =
      '<p>This is <b>bold </b>and <i>so</i> on, <a href="https://x.uk/a">here</a> or <a href="javascript:x">there</a>.</p><p>2 * 3 &lt; 7</p><p># no heading</p><p>1. no point</p>';
    expect(as('prose', `${priority}  why:\n    ‸\n`, 'x', html)).toBe(
      `${priority}  why:\n    This is **bold** and *so* on, [here](https://x.uk/a) or there.\n\n    2 \\* 3 < 7\n\n    \\# no heading\n\n    1\\. no point\n`,
    );
  });

  test('keeps headings, with no level left out', () => {
    const html = '<h1>One</h1><p>Text</p><h4>Two</h4><p>More</p>';
    expect(as('prose', `${priority}  why:\n    ‸\n`, 'x', html)).toBe(
      `${priority}  why:\n    ### One\n\n    Text\n\n    #### Two\n\n    More\n`,
    );
  });

  test('a b that is not bold, as Google Docs writes it', () => {
    const html = '<b style="font-weight:normal"><p>One</p><p><span style="font-weight:700">Two</span></p></b>';
    expect(as('prose', `${priority}  why:\n    ‸\n`, 'x', html)).toBe(`${priority}  why:\n    One\n\n    **Two**\n`);
  });

  test('broken lines', () => {
    expect(as('prose', `${priority}  why:\n    ‸\n`, 'x', 'One<br>line<br><br>Two')).toBe(
      `${priority}  why:\n    One line\n\n    Two\n`,
    );
  });

  test('from an editor counts for nothing', () => {
    const html =
      '<meta charset="utf-8"><div style="font-family: monospace; white-space: pre;"><div>action: A</div></div>';
    expect(pasted(blank, '  action: A\n  action: B\n', html)).toEqual([]);
  });
});

describe('tables', () => {
  const html =
    '<table><tr><th>Area</th><th>Nurses | doctors</th></tr><tr><td colspan=2>North</td></tr><tr><td rowspan=2>South<br>West</td><td>1</td></tr><tr><td>2</td></tr></table>';
  const lines = (indent: string): string =>
    ['| Area | Nurses \\| doctors |', '|---|---|', '| North |  |', '| South West | 1 |', '|  | 2 |']
      .map((line) => `${indent}${line}\n`)
      .join('');

  test.each([
    ['in a text', `${priority}  why:\n    Look:\n\n    ‸\n`, `${priority}  why:\n    Look:\n\n${lines('    ')}`],
    ['at the margin', `${priority}\n‸\n`, `${priority}\ntable:\n  text:\n${lines('    ')}`],
    ['in an item', `${priority}  due: 2027\n  ‸\n`, `${priority}  due: 2027\n  table:\n    text:\n${lines('      ')}`],
    ['in an item that holds none', `${head}outcome o: O\n  ‸\n`, `${head}outcome o: O\n  text:\n${lines('    ')}`],
    ['behind words', `${priority}  why:\n    Look:‸\n`, `${priority}  why:\n    Look:\n\n${lines('    ')}`],
    ['behind a key', `${priority}  why:‸\n`, `${priority}  why:\n${lines('    ')}`],
  ])('become Markdown %s', (_, plan, after) => {
    expect(as('table', plan, 'x', html)).toBe(after);
    expect(diagnosticsOf(after).filter(({ rule }) => rule.startsWith('syntax/'))).toEqual([]);
  });

  test('from a spreadsheet without HTML', () => {
    expect(as('table', `${priority}  why:\n    ‸\n`, 'Area\tNurses\r\nNorth\t12\r\n')).toBe(
      `${priority}  why:\n    | Area | Nurses |\n    |---|---|\n    | North | 12 |\n`,
    );
  });

  test('of one column are none', () => {
    expect(
      kinds(`${priority}  why:\n    ‸\n`, 'x', '<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>'),
    ).toEqual(['prose']);
  });

  test('in tables are words of a cell', () => {
    const inner = '<table><tr><td>a<td><table><tr><td>x<td>y</table><tr><td>b<td>c</table>';
    expect(as('table', `${priority}  why:\n    ‸\n`, 'x', inner)).toBe(
      `${priority}  why:\n    | a | x; y |\n    |---|---|\n    | b | c |\n`,
    );
  });
});

describe('paragraphs', () => {
  test.each([
    ['in a text', `${priority}  why:\n    ‸\n`, `${priority}  why:\n    One\n    two\n\n    Three\n`],
    ['behind words', `${priority}  why:\n    See ‸\n`, `${priority}  why:\n    See One\n    two\n\n    Three\n`],
    [
      'between words',
      `${priority}  why:\n    See ‸this\n`,
      `${priority}  why:\n    See One\n    two\n\n    Three\n    this\n`,
    ],
    ['behind a key', `${priority}  why:‸\n`, `${priority}  why:\n    One\n    two\n\n    Three\n`],
    [
      'below a key',
      `${priority}  why:\n    ‸\n  due: 2027\n`,
      `${priority}  why:\n    One\n    two\n\n    Three\n  due: 2027\n`,
    ],
    ['in an item', `${priority}  due: 2027\n  ‸\n`, `${priority}  due: 2027\n  text:\n    One\n    two\n\n    Three\n`],
  ])('stand as deep as they must %s', (_, plan, after) => {
    expect(as('prose', plan, 'One\ntwo\n\nThree\n')).toBe(after);
  });

  test('no word in them becomes a key', () => {
    const plan = `${priority}  why:\n    ‸\n  due: 2027\n`;
    const after = as('prose', plan, 'x', '<p>priority one: Homes</p><p>action: Build</p><p>due: soon</p>') ?? '';
    expect(after).toBe(
      `${priority}  why:\n    Priority one: Homes\n\n    Action: Build\n\n    due: soon\n  due: 2027\n`,
    );
    expect(diagnosticsOf(after).filter(({ rule }) => rule.startsWith('syntax/'))).toEqual([]);
  });

  test('become a section at the margin', () => {
    const html = '<h2>About us</h2><p>We are here.</p><h3>More</h3><p>Much more.</p>';
    expect(pasted(`${head}outcome o: O\n\n‸\n`, 'x', html)[0]).toEqual({
      title: 'Paste as a section',
      kind: 'prose',
      after: `${head}outcome o: O\n\nsection: About us\n  text:\n    We are here.\n\n    ### More\n\n    Much more.\n`,
    });
    expect(pasted(`${head}outcome o: O\n\n‸\n`, 'One\ntwo')[0]?.after).toBe(
      `${head}outcome o: O\n\nsection:\n  text:\n    One\n    two\n`,
    );
  });

  test('keep quotation marks and lose odd spaces', () => {
    expect(as('prose', `${priority}  why:\n    ‸\n`, '“It’s\u00a0sa\u00adfe”')).toBe(
      `${priority}  why:\n    “It’s safe”\n`,
    );
  });
});

test.each([
  ['a few words', `${priority}  ‸\n`, 'Better homes'],
  ['a word in a title', `${head}outcome o: Bet‸ter\n`, 'homes'],
  ['a line in a text', `${priority}  why:\n    ‸\n`, 'Better homes'],
  ['a piece of a plan', `${priority}  ‸\n`, '  action: A\n    due: 2027\n  action: B\n'],
  ['one line of a plan', `${priority}  ‸\n`, 'due: 2027'],
  ['nothing', `${priority}  ‸\n`, ''],
  ['blank lines', `${priority}  ‸\n`, '\n\n'],
])('%s is pasted as it is', (_, plan, text) => {
  expect(pasted(plan, text)).toEqual([]);
});

test.each(['‸', '# a note\n‸', '\uFEFF‸'])('in a file without a plan: %j', (plan) => {
  expect(() => pasted(plan, bullets, word)).not.toThrow();
});

test('no HTML makes it throw or takes long', () => {
  const pieces = [
    '<ul>',
    '</ul>',
    '<li>',
    '<p>',
    '</p>',
    '<table>',
    '<tr>',
    '<td colspan=9999999>',
    '<td rowspan=-1>',
    '</table>',
    '<b>',
    'x',
    '\u00a0',
    '<!--',
    '<br>',
    "<p style='mso-list:l0 level9 lfo1'>",
    '&#x',
    '</li>',
    '<h2>',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''));
  const { file, position } = editorFor(`${priority}  ‸\n`);
  const range = { start: position, end: position };
  fc.assert(
    fc.property(texts, (html) => pasteOffers(file, range, 'x', html).length >= 0),
    { numRuns: 500 },
  );
  for (const [open, close] of [
    ['<ul><li>', ''],
    ['<b>', '</i>'],
    ['<table><tr><td>', ''],
    ['<div>', '</p>'],
    ['<span> </span>', '<br>'],
  ] as const) {
    const began = performance.now();
    pasteOffers(file, range, 'x', open.repeat(50_000) + close.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  }
});
