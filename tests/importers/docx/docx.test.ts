import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../server/src/importers/readers/docx/docx.ts';
import { outline } from '../outline.ts';
import { listed, p, r, readWord, style, table, word } from './word.ts';

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const drawing = (inner: string, alt = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/>${inner}</wp:inline></w:drawing></w:r>`;
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${720 * (at + 1)}"/></w:pPr></w:lvl>`;
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const named = (id: string, name: string, more = '', kind = 'paragraph') =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const body = 'The council will work with everyone who lives here, and will say each year what has come of it.';

describe('words', () => {
  test.each([
    [
      'emphasis',
      p(r('We ') + r('will', '<w:b/>') + r(' and ') + r('must', '<w:i/>') + r(' act.')),
      ['We **will** and *must* act.'],
    ],
    ['emphasis that ends within a word', p(r('re', '<w:b/>') + r('build')), ['**re**build']],
    ['emphasis with spaces at its ends', p(r('The ') + r(' whole ', '<w:b/>') + r('county')), ['The **whole** county']],
    ['emphasis that ends with a stop before a letter', p(r('Aim:', '<w:b/>') + r('homes')), ['**Aim**:homes']],
    ['signs of Markdown', p('5 * 3 [draft] _x_ &lt;b&gt;'), ['5 \\* 3 \\[draft\\] \\_x\\_ \\<b>']],
    [
      'tabs, line breaks and soft hyphens',
      p(
        '<w:r><w:t>a\u00adb</w:t><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>e</w:t></w:r>',
      ),
      ['ab c\\\nd-e'],
    ],
    [
      'raised figures',
      p(
        r('5 km') +
          r('2', '<w:vertAlign w:val="superscript"/>') +
          r(' on the 2') +
          r('nd', '<w:vertAlign w:val="superscript"/>'),
      ),
      ['5 km² on the 2nd'],
    ],
    ['signs of symbol fonts', p(`<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${r(' done')}`), ['✓ done']],
    [
      'links',
      p(
        '<w:hyperlink r:id="web">' +
          r('our site') +
          '</w:hyperlink>' +
          r(' and ') +
          '<w:hyperlink w:anchor="homes">' +
          r('homes') +
          '</w:hyperlink>',
      ),
      ['[our site](https://example.org/a%20b) and [homes](#homes)'],
    ],
    [
      'links by fields',
      p(field('HYPERLINK "https://example.org" \\l "x"', r('there')) + r(', ') + field('REF homes \\h', r('Homes'))),
      ['[there](https://example.org#x), [Homes](#homes)'],
    ],
    ['links that could do harm', p(`<w:hyperlink r:id="bad">${r('press')}</w:hyperlink>`), ['press']],
    [
      'the result of fields',
      p(`${r('Page ') + field('PAGEREF homes', r('4'))}<w:fldSimple w:instr="SEQ Figure">${r(' 2')}</w:fldSimple>`),
      ['Page 4 2'],
    ],
    ['a field in the instruction of a field', p(field(`IF ${field('PAGE', r('9'))} = 9`, r('yes'))), ['yes']],
    [
      'content controls and smart tags',
      p(`<w:sdt><w:sdtContent>${r('1.4')}</w:sdtContent></w:sdt><w:smartTag>${r(' final')}</w:smartTag>`),
      ['1.4 final'],
    ],
  ])('%s', async (_, inner, expected) => {
    const { blocks } = await readWord(
      word(inner, {
        relations: { web: ['hyperlink', 'https://example.org/a b'], bad: ['hyperlink', 'javascript:alert(1)'] },
      }),
    );
    expect(outline(blocks)).toEqual(expected);
  });

  test('languages of paragraphs, where they are not that of the document', async () => {
    const { blocks, properties } = await readWord(
      word(
        p(r(body, '<w:lang w:val="en-GB"/>')) +
          p(r('Cartrefi', '<w:lang w:val="cy-GB"/>') + r(' cynnes', '<w:lang w:val="cy-GB"/>')) +
          p(r('Cartrefi', '<w:lang w:val="cy-GB"/>') + r(' homes', '<w:lang w:val="en-GB"/>')),
      ),
    );
    expect(properties.language).toBe('en-GB');
    expect(blocks.map((block) => 'lang' in block && block.lang)).toEqual([false, 'cy-GB', false]);
  });

  test('hidden words are left out and listed', async () => {
    const { blocks, removed } = await readWord(word(p(r('Seen') + r('unseen', '<w:vanish/>'))));
    expect(outline(blocks)).toEqual(['Seen']);
    expect(removed).toEqual([{ why: 'furniture', words: 'unseen', spot: { page: 1, paragraph: 1 }, times: 1 }]);
  });

  test('pages as Word divided them', async () => {
    const { blocks } = await readWord(
      word(p('One') + p(`<w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r>`) + p('Three')),
    );
    expect(blocks.map(({ spot }) => spot)).toEqual([
      { page: 1, paragraph: 1 },
      { page: 1, paragraph: 2 },
      { page: 2, paragraph: 3 },
    ]);
  });
});

describe('headings', () => {
  const styles =
    named('Normal', 'Normal') +
    named('Title', 'Title') +
    named('H1', 'heading 1') +
    named('Chapter', 'Pennod', '<w:basedOn w:val="H1"/>') +
    named('Deep', 'Our own', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
    named('No', 'heading 2', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>') +
    named('Loop', 'Loop', '<w:basedOn w:val="Pool"/>') +
    named('Pool', 'Pool', '<w:basedOn w:val="Loop"/>');
  test.each([
    [
      'by style, by what it is based on, and by level',
      p('A', style('H1')) + p('B', style('Chapter')) + p('C', style('Deep')) + p('D', '<w:outlineLvl w:val="1"/>'),
      ['# A', '# B', '### C', '## D'],
    ],
    ['under a title', p('Plan', style('Title')) + p('A', style('H1')), ['# Plan', '## A']],
    ['that are none by their style', p('A', style('No')) + p('B', style('Loop')), ['A', 'B']],
    ['on two lines', p('<w:r><w:t>Our</w:t><w:br/><w:t>homes</w:t></w:r>', style('H1')), ['# Our homes']],
    ['by a style that is not written down', p('A', style('Heading2')), ['## A']],
    [
      'by their looks',
      p(r('Our homes', '<w:b/>')) + p(body) + p(r('Why it matters', '<w:sz w:val="28"/>')) + p(body),
      ['#? Our homes', body, '#? Why it matters', body],
    ],
    ['but no sentence in bold', p(r('We will build homes.', '<w:b/>')) + p(body), ['**We will build homes.**', body]],
    [
      'and nothing in bold where all is',
      p(r('Our homes', '<w:b/>')) + p(r(body, '<w:b/>')),
      ['**Our homes**', `**${body}**`],
    ],
  ])('%s', async (_, inner, expected) => {
    const { blocks } = await readWord(word(inner, { styles }));
    expect(outline(blocks)).toEqual(expected);
  });

  test('with their printed numbers', async () => {
    const numbering =
      list(
        1,
        level(0, 'decimal', '%1', '<w:pStyle w:val="H1"/>'),
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>'),
      ) + num(1, 1);
    const numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const own = named('H1', 'heading 1', numbered) + named('H2', 'heading 2', numbered);
    const inner =
      p('A', style('H1')) + p('B', style('H2')) + p('C', style('H2')) + p('D', style('H1')) + p('E', style('H2'));
    const { blocks } = await readWord(word(inner, { styles: own, numbering }));
    expect(outline(blocks)).toEqual(['# 1 A', '## 1.1 B', '## 1.2 C', '# 2 D', '## 2.1 E']);
  });
});

describe('lists', () => {
  const numbering =
    list(1, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)'), level(2, 'lowerRoman', '(%3)')) +
    list(2, level(0, 'upperRoman', '%1'), level(1, 'decimal', '%1.%2.', '<w:isLgl/>')) +
    list(3, level(0, 'bullet', '\uf0b7'), level(1, 'bullet', 'o')) +
    num(1, 1) +
    num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
    num(3, 2) +
    num(4, 3) +
    num(5, 1) +
    list(9, level(0, 'bullet', ' ')) +
    num(6, 9);
  test.each([
    [
      'numbers, letters, roman numbers',
      p('A', listed(1)) +
        p('a', listed(1, 1)) +
        p('i', listed(1, 2)) +
        p('b', listed(1, 1)) +
        p('B', listed(1)) +
        p('c', listed(1, 1)),
      ['1. A', '  a) a', '    (i) i', '  b) b', '2. B', '  a) c'],
    ],
    [
      'that start again',
      p('A', listed(1)) + p('B', listed(1)) + p(body) + p('C', listed(2)) + p('D', listed(2)),
      ['1. A', '2. B', body, '1. C', '2. D'],
    ],
    ['that go on', p('A', listed(1)) + p(body) + p('B', listed(5)), ['1. A', body, '2. B']],
    ['in figures where the level says so', p('A', listed(3)) + p('B', listed(3, 1)), ['I A', '  1.1. B']],
    ['with signs of symbol fonts', p('A', listed(4)) + p('B', listed(4, 1)), ['• A', '  o B']],
    [
      'of one that stands further in',
      p('A', listed(4)) + p('B', `${listed(1)}<w:ind w:left="1440"/>`),
      ['• A', '  1. B'],
    ],
    [
      'with a paragraph that belongs to a point',
      p('A', listed(1)) + p('more', '<w:ind w:left="720"/>') + p('B', `${listed(4)}<w:ind w:left="1440"/>`),
      ['1. A', 'more', '  • B'],
    ],
    ['with a blank sign', p('A', listed(6)), ['A']],
    ['of which there is none', p('A', listed(0)) + p('B', listed(99)), ['A', 'B']],
    [
      'by hand',
      p('• A') + p('•\tB') + p('- C') + p('(a) D') + p('(b) E'),
      ['• A', '• B', '  - C', '    (a) D', '    (b) E'],
    ],
    [
      'by hand in one paragraph',
      p('<w:r><w:t>We will:</w:t><w:br/><w:t>• build</w:t><w:br/><w:t>• mend</w:t></w:r>'),
      ['We will:', '• build', '• mend'],
    ],
    [
      'but no name that begins with a letter',
      p('A. Smith spoke of homes.') + p(body),
      ['A. Smith spoke of homes.', body],
    ],
    [
      'and no number of a sentence',
      p('2025 was a good year for homes.') + p('30.5 per cent of homes are warm.'),
      ['2025 was a good year for homes.', '30.5 per cent of homes are warm.'],
    ],
  ])('%s', async (_, inner, expected) => {
    const { blocks } = await readWord(word(inner, { numbering }));
    expect(outline(blocks)).toEqual(expected);
  });
});

describe('tables', () => {
  const bold = (text: string) => p(r(text, '<w:b/>'));
  const headed = (row: string) => row.replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>');
  test.each([
    [
      'with rows that are marked as headings',
      headed(
        table([
          [p('Measure'), p('Now')],
          [p('Homes'), p('42')],
        ]),
      ),
      ['! Measure | Now', '| Homes | 42'],
    ],
    [
      'with a first row in bold',
      table([
        [bold('Measure'), bold('Now')],
        [p('Homes'), p('42')],
      ]),
      ['! Measure | Now', '| Homes | 42'],
    ],
    [
      'of labels',
      table([
        [bold('Version'), p('1.4')],
        [bold('Owner'), p('Policy team')],
      ]),
      ['| Version | 1.4', '| Owner | Policy team'],
    ],
    [
      'with merged cells',
      table([
        [`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('All')}`, p('X')],
        [`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('A')}`, p('B'), p('C')],
        [`<w:tcPr><w:vMerge/></w:tcPr>${p('')}`, p('D'), p('E')],
      ]),
      ['| All |  | X', '| A | B | C', '|  | D | E'],
    ],
    [
      'with paragraphs and points in a cell',
      table([[p('A'), p('B'), p('one') + p('• two') + p('• three')]]),
      ['| A | B | one / • two / • three'],
    ],
    ['in a cell of a table', table([[p('A'), p('B'), table([[p('c'), p('d')]])]]), ['| A | B | c – d']],
    [
      'that only set out a page',
      table([
        [p('Why'), p('Because.') + p(body) + p('It is time.')],
        [p('How'), p('• a') + p('• b')],
      ]),
      ['#? Why', 'Because.', body, 'It is time.', '#? How', '• a', '• b'],
    ],
    ['of one cell: a box', table([[p('A box of words.') + p('Two of them.')]]), ['A box of words.', 'Two of them.']],
    [
      'with a caption that looks like a heading',
      p(r('Table 2: Homes', '<w:b/>')) + table([[p('A'), p('1')]]),
      ['caption Table 2: Homes', '| A | 1'],
    ],
    [
      'with a style that has a row of headings',
      table(
        [
          [p('A'), p('B'), p('C')],
          [p('1'), p('2'), p('3')],
        ],
        '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/></w:tblPr>',
      ),
      ['! A | B | C', '| 1 | 2 | 3'],
    ],
    [
      'behind a paragraph whose end is deleted',
      p('One', '<w:rPr><w:del w:author="Tom"/></w:rPr>') + table([[p('A'), p('1')]]),
      ['One', '| A | 1'],
    ],
    [
      'with a caption',
      p('Table 1: Homes', style('Caption')) + table([[p('A'), p('1')]]),
      ['caption Table 1: Homes', '| A | 1'],
    ],
  ])('%s', async (_, inner, expected) => {
    const { blocks } = await readWord(
      word(inner, {
        styles:
          named('Caption', 'caption') +
          named('Grid', 'Grid Table', '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>', 'table'),
      }),
    );
    expect(outline(blocks)).toEqual(expected);
  });
});

describe('changes that are tracked', () => {
  const ins = (inner: string, by = 'Nia') => `<w:ins w:author="${by}">${inner}</w:ins>`;
  const del = (text: string, by = 'Tom') => `<w:del w:author="${by}"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const rows = table([
    [p('A'), p('1')],
    [p('B'), p('2')],
    [p('C'), p('3')],
  ]).replace(
    '<w:tr><w:tc><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">B',
    '<w:tr><w:trPr><w:del w:author="Tom"/></w:trPr><w:tc><w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">B',
  );
  test.each([
    [
      'words',
      p(r('We ') + del('may') + ins(r('will')) + r(' build.')),
      ['We will build.'],
      ['may'],
      ['We may build.'],
      ['will'],
    ],
    [
      'the end of a paragraph',
      p(r('One'), '<w:rPr><w:del w:author="Tom"/></w:rPr>') + p(' and two'),
      ['One and two'],
      [],
      ['One', 'and two'],
      [],
    ],
    [
      'a new paragraph',
      p(r('One') + ins(r(' new')), '<w:rPr><w:ins w:author="Nia"/></w:rPr>') + p('Two'),
      ['One new', 'Two'],
      [],
      ['OneTwo'],
      ['new'],
    ],
    ['a row of a table', rows, ['| A | 1', '| C | 3'], ['B 2'], ['| A | 1', '| B | 2', '| C | 3'], []],
    [
      'moved words',
      p(`<w:moveFrom w:author="Nia">${r('Homes')}</w:moveFrom>`) +
        p('Streets') +
        p(`<w:moveTo w:author="Nia">${r('Homes')}</w:moveTo>`),
      ['Streets', 'Homes'],
      [],
      ['Homes', 'Streets'],
      [],
    ],
  ])('%s', async (_, inner, taken, deleted, refused, notAdded) => {
    const bytes = word(inner);
    const [yes, no] = [await readWord(bytes, 'taken'), await readWord(bytes, 'refused')];
    expect(outline(yes.blocks)).toEqual(taken);
    expect(yes.removed.map(({ why, words }) => [why, words])).toEqual(deleted.map((words) => ['deleted', words]));
    expect(outline(no.blocks)).toEqual(refused);
    expect(no.removed.map(({ words }) => words)).toEqual(notAdded);
  });

  test('are told of once, with how many and whose', async () => {
    const { doubts } = await readWord(
      word(p(r('We ') + del('may') + ins(r('will')) + r(' build ') + ins(r('300'), 'Ali') + r(' homes.'))),
    );
    expect(doubts).toEqual([
      {
        kind: 'edited',
        spot: {},
        message:
          'This document has changes that nobody has accepted yet, by Tom, Nia and Ali: 2 additions and 1 deletion. They were taken as if they had been accepted. To leave them out, import with --changes refused.',
      },
    ]);
  });
});

describe('what stands beside the words', () => {
  test('remarks, footnotes and endnotes stand behind the paragraph that has their marks', async () => {
    const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const { blocks } = await readWord(
      word(
        p(r('Rents rose') + reference('footnote', 7) + r(' fast') + reference('endnote', 2) + reference('comment', 0)) +
          p('Next'),
        {
          footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="7">${p(`<w:r><w:footnoteRef/></w:r>${r(' Census')}`)}${p('2021')}</w:footnote>`,
          endnotes: `<w:endnote w:id="2">${p('Register')}</w:endnote>`,
          comments: `<w:comment w:id="0" w:author="Nia">${p('By how much?')}</w:comment>`,
        },
      ),
    );
    expect(outline(blocks)).toEqual([
      'Rents rose[^1] fast[^e1]',
      '[^1]: Census\\\n2021',
      '[^e1]: Register',
      'remark by Nia: By how much?',
      'Next',
    ]);
  });

  test('text boxes are read once, whatever they have for older programs', async () => {
    const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(p('In a box'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p('In a box'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { blocks } = await readWord(word(p(r('Beside it') + both)));
    expect(outline(blocks)).toEqual(['Beside it', 'In a box']);
  });

  test('pictures with their names, alternative texts and bytes', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const picture = (id: string) => `<pic:pic><a:blip r:embed="${id}"/></pic:pic>`;
    const { blocks, pictures, doubts } = await readWord(
      word(p(drawing(picture('i1'), 'A lamp at night')) + p(drawing(picture('i2'))) + p(drawing(picture('i3'))), {
        relations: {
          i1: ['image', 'media/image1.png'],
          i2: ['image', 'media/gone.png'],
          i3: ['image', 'https://example.org/x.png'],
        },
        files: { 'word/media/image1.png': bytes },
      }),
    );
    expect(outline(blocks)).toEqual(['picture image1.png: A lamp at night', 'picture none: ', 'picture none: ']);
    expect([...pictures]).toEqual([['image1.png', bytes]]);
    expect(doubts.map(({ kind }) => kind)).toEqual(['lost', 'lost']);
  });

  test('a chart is the table of its figures', async () => {
    const values = (name: string, all: string[]) =>
      `<c:${name}>${all.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:${name}>`;
    const chart = `<c:title><a:t>Homes built</a:t></c:title><c:ser>${values('tx', ['Social'])}${values('cat', ['2023', '2024'])}${values('val', ['30', '42'])}</c:ser>`;
    const { blocks } = await readWord(word(p(drawing('<c:chart r:id="chart"/>')), { chart }));
    expect(outline(blocks)).toEqual(['caption Homes built', '!  | Social', '| 2023 | 30', '| 2024 | 42']);
  });

  test('names of places are anchors, also where they stand between paragraphs', async () => {
    const { blocks } = await readWord(
      word(
        `${p('A')}<w:bookmarkStart w:name="b"/>${p(`<w:bookmarkStart w:name="c"/><w:bookmarkStart w:name="_GoBack"/>${r('C')}`)}`,
      ),
    );
    expect(blocks.map((block) => 'anchors' in block && block.anchors)).toEqual([false, ['b', 'c']]);
  });

  test('contents are left out and listed, by their field, their control and their style', async () => {
    const toc =
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Homes')}<w:r><w:tab/><w:t>4</w:t></w:r>`,
      ) +
      p('Streets 6') +
      p('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Contents')}</w:sdtContent></w:sdt>`;
    const { blocks, removed } = await readWord(
      word(control + toc + p('Jobs 9', style('TOC1')) + p(body), { styles: named('TOC1', 'toc 1') }),
    );
    expect(outline(blocks)).toEqual([body]);
    expect(removed.map(({ why, words }) => `${why}: ${words}`)).toEqual([
      'contents: Contents',
      'contents: Homes 4',
      'contents: Streets 6',
      'contents: Jobs 9',
    ]);
  });

  test('contents that never end do not take the rest of the document with them', async () => {
    const begin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const { blocks, removed } = await readWord(word(p(begin + r('Homes 4')) + p(body)));
    expect([outline(blocks), removed]).toEqual([['Homes 4', body], []]);
  });

  test('running heads and page numbers are listed once', async () => {
    const { removed } = await readWord(
      word(p(body), {
        header: p(`${r('Council plan')}<w:r><w:tab/></w:r>${field('PAGE', r('7'))}`),
        footer: p(r('Page ') + field('PAGE', r('7'))),
      }),
    );
    expect(removed.map(({ why, words }) => [why, words])).toEqual([
      ['running head', 'Council plan'],
      ['page number', 'Page 7'],
    ]);
  });

  test('what nobody has filled in is left out and listed', async () => {
    const { blocks, removed } = await readWord(
      word(
        p(
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click to enter text.')}</w:sdtContent></w:sdt>${r('x')}`,
        ),
      ),
    );
    expect(outline(blocks)).toEqual(['x']);
    expect(removed.map(({ words }) => words)).toEqual(['Click to enter text.']);
  });

  test('properties', async () => {
    const { properties } = await readWord(
      word(p(body), {
        core: '<dc:title>Plan</dc:title><dc:creator>Nia</dc:creator><dc:language>cy</dc:language><dcterms:modified>2025-03-12T09:30:00Z</dcterms:modified>',
      }),
    );
    expect(properties).toMatchObject({ title: 'Plan', author: 'Nia', language: 'cy', modified: '2025-03-12' });
  });

  test('other names for the same namespaces, and those of the strict standard', async () => {
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
    const files = unzipSync(word(p(body)));
    const main = strFromU8(files['word/document.xml']!);
    const other = main
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll('<w:', '<x:')
      .replaceAll('</w:', '</x:')
      .replace('xmlns:w=', 'xmlns:x=');
    const { blocks } = await readWord(zipSync({ ...files, 'word/document.xml': strToU8(other) }));
    expect(outline(blocks)).toEqual([body]);
  });

  test('is known by what stands in it', () => {
    expect(docxReader.recognises(word(p(body)))).toBe(true);
    expect(docxReader.recognises(new TextEncoder().encode('PK'))).toBe(false);
  });
});
