import { expect, test } from 'vitest';
import { blocks, read } from './blocks.ts';
import { type Drawn, lines, makePdf } from './make-pdf.ts';

/** Running text, so that the document has a size of its own. */
const text = lines(60, 600, [
  'The service answers for what it spends, and says every year what came of',
  'it. People who live in the valleys are asked before anything is decided, and',
  'what they say is printed beside what was done.',
]);
const textRead =
  'The service answers for what it spends, and says every year what came of it. People who live in the valleys are asked before anything is decided, and what they say is printed beside what was done.';

/** What is drawn on a page beside running text, and the blocks that it is read as. */
const cases: readonly (readonly [string, readonly Drawn[], readonly string[]])[] = [
  [
    'headings by size, by bold letters and by capitals',
    [
      { text: 'Fire Plan', x: 60, y: 100, size: 24 },
      { text: 'Our priorities', x: 60, y: 140, size: 16 },
      { text: 'Why this matters', x: 60, y: 180, bold: true },
      { text: 'Fires at home are fewer than they were.', x: 60, y: 200 },
      { text: 'WHAT WE WILL DO', x: 60, y: 240 },
      { text: 'We will visit.', x: 60, y: 260 },
    ],
    [
      '#? Fire Plan',
      '##? Our priorities',
      '####? Why this matters',
      'Fires at home are fewer than they were.',
      '###? WHAT WE WILL DO',
      'We will visit.',
    ],
  ],
  [
    'large figures are none',
    [
      { text: '66%', x: 60, y: 100, size: 30 },
      { text: 'of homes were visited', x: 60, y: 130 },
    ],
    ['66%', 'of homes were visited'],
  ],
  [
    'points by signs, numbers and letters, as deep as they stand in',
    [
      { text: '\x95', x: 60, y: 100 },
      ...lines(75, 100, [
        'visit every home in which somebody lives alone, beginning with those who',
        'are over eighty',
      ]),
      { text: '\x96', x: 75, y: 128 },
      { text: 'with an alarm', x: 90, y: 128 },
      { text: '\x96', x: 75, y: 142 },
      { text: 'with a letter', x: 90, y: 142 },
      { text: '\x95', x: 60, y: 156 },
      { text: 'train carers', x: 75, y: 156 },
      { text: '1.  first', x: 60, y: 200 },
      { text: '(a)  inner', x: 80, y: 215 },
      { text: '(b)  other', x: 80, y: 230 },
      { text: '2.  second', x: 60, y: 245 },
    ],
    [
      '• visit every home in which somebody lives alone, beginning with those who are over eighty',
      '  – with an alarm',
      '  – with a letter',
      '• train carers',
      '1. first',
      '  (a) inner',
      '  (b) other',
      '2. second',
    ],
  ],
  [
    'a sign that is drawn, not written',
    [{ box: [62, 93, 4, 4] }, { text: 'visit every home', x: 75, y: 100 }],
    ['• visit every home'],
  ],
  [
    'paragraphs by the room between them, by indents and by lines that end early',
    [
      ...lines(60, 100, ['The first paragraph is long enough to be printed over two lines, as most', 'of them are.']),
      ...lines(60, 140, ['The second begins after some room and goes on until it is at the margin,', 'and then ends.']),
      { text: 'The third begins where the second ended early, and it goes on for longer', x: 60, y: 167.5 },
      { text: 'than that.', x: 60, y: 181.25 },
      { text: '     ', x: 60, y: 195 },
    ],
    [
      'The first paragraph is long enough to be printed over two lines, as most of them are.',
      'The second begins after some room and goes on until it is at the margin, and then ends.',
      'The third begins where the second ended early, and it goes on for longer than that.',
    ],
  ],
  [
    'two columns one after the other, under a heading over both',
    [
      { text: 'A heading that stands over both of the columns below', x: 60, y: 90, size: 18 },
      ...lines(60, 120, [
        'The left column is read',
        'from its head to its foot',
        'before the right one, as',
        'a reader does.',
      ]),
      ...lines(320, 120, [
        'The right column begins',
        'beside it and is read as',
        'the second of the two, to',
        'its own end.',
      ]),
    ],
    [
      '#? A heading that stands over both of the columns below',
      'The left column is read from its head to its foot before the right one, as a reader does.',
      'The right column begins beside it and is read as the second of the two, to its own end.',
    ],
  ],
  [
    'three columns, with a sentence that goes on in the next',
    [
      ...lines(60, 120, ['Crime has fallen in', 'each of the last four', 'years, and the people']),
      ...lines(230, 120, ['of the county say that', 'they feel safer than', 'they did. That is good.']),
      ...lines(400, 120, ['There is more to be', 'done in the towns at', 'the coast.']),
    ],
    [
      'Crime has fallen in each of the last four years, and the people of the county say that they feel safer than they did. That is good.',
      'There is more to be done in the towns at the coast.',
    ],
  ],
  [
    'bands of columns one below the other: three with points, four with figures, two with text, and a table',
    [
      ...['Safe homes', 'Ready crews', 'Honest figures'].map(
        (word, at): Drawn => ({ text: word, x: 60 + at * 170, y: 100, bold: true }),
      ),
      ...['\x95 visit', '\x95 train', '\x95 publish'].map(
        (word, at): Drawn => ({ text: word, x: 60 + at * 170, y: 116 }),
      ),
      ...['\x95 fit', '\x95 buy'].map((word, at): Drawn => ({ text: word, x: 60 + at * 170, y: 132 })),
      ...['1,204', '98%', '14', '2.1%'].map((word, at): Drawn => ({ text: word, x: 60 + at * 125, y: 180, size: 20 })),
      ...['homes visited', 'of alarms', 'stations', 'more a year'].map(
        (word, at): Drawn => ({ text: word, x: 60 + at * 125, y: 196 }),
      ),
      ...lines(60, 240, [
        'Most of the new money goes to visits,',
        'and the crews make them in the hours',
        'between calls. This is on the left side.',
      ]),
      ...lines(330, 253, ['Half of all calls come between', 'four and nine at night.']),
      ...['Prevention', 'Response', 'Resilience'].map(
        (word, at): Drawn => ({ text: word, x: 60, y: 330 + at * 22, bold: true }),
      ),
      ...['Head of Safety', 'Deputy Chief Officer with the managers', 'Planning'].map(
        (word, at): Drawn => ({ text: word, x: 140, y: 330 + at * 22 }),
      ),
      ...['March 2028', 'June 2029', 'Ongoing'].map((word, at): Drawn => ({ text: word, x: 400, y: 330 + at * 22 })),
    ],
    [
      '#? Safe homes',
      '• visit',
      '• fit',
      '#? Ready crews',
      '• train',
      '• buy',
      '#? Honest figures',
      '• publish',
      '1,204',
      'homes visited',
      '98%',
      'of alarms',
      '14',
      'stations',
      '2.1%',
      'more a year',
      'Most of the new money goes to visits, and the crews make them in the hours between calls. This is on the left side.',
      'Half of all calls come between four and nine at night.',
      '| Prevention | Head of Safety | March 2028 |\n| Response | Deputy Chief Officer with the managers | June 2029 |\n| Resilience | Planning | Ongoing |',
    ],
  ],
  [
    'a box beside the text',
    [
      ...lines(60, 100, [
        'Running text stands to the left of',
        'a box with something else in it, so',
        'that its lines are shorter than they',
        'are anywhere on this page.',
      ]),
      { box: [380, 85, 150, 50] },
      ...lines(390, 100, ['In a box: 1,204 visits', 'were made last year.']),
    ],
    [
      'Running text stands to the left of a box with something else in it, so that its lines are shorter than they are anywhere on this page.',
      'In a box: 1,204 visits were made last year.',
    ],
  ],
  [
    'a table whose cells are drawn',
    [
      ...[100, 120, 140, 174].map((y): Drawn => ({ line: [60, y, 500, y] })),
      ...[60, 200, 300, 500].map((x): Drawn => ({ line: [x, 100, x, 174] })),
      { text: 'Measure', x: 64, y: 114, bold: true },
      { text: 'Now', x: 204, y: 114, bold: true },
      { text: 'Who', x: 304, y: 114, bold: true },
      { text: 'Visits', x: 64, y: 134 },
      { text: '1,204', x: 204, y: 134 },
      { text: 'Head of Prevention', x: 304, y: 134 },
      { text: 'Alarms', x: 64, y: 154 },
      { text: '88%', x: 204, y: 154 },
      ...lines(304, 154, ['Head of Prevention and', 'the station managers']),
    ],
    [
      '| Measure | Now | Who | =\n| Visits | 1,204 | Head of Prevention |\n| Alarms | 88% | Head of Prevention and the station managers |',
    ],
  ],
  [
    'a table of which nothing is drawn',
    [
      ...['Version', 'Owner', 'Date', 'Review'].map((word, at): Drawn => ({ text: word, x: 60, y: 100 + at * 20 })),
      ...['1.4', 'Chief Officer', '3 May 2027', 'yearly'].map(
        (word, at): Drawn => ({ text: word, x: 200, y: 100 + at * 20 }),
      ),
    ],
    ['| Version | 1.4 |\n| Owner | Chief Officer |\n| Date | 3 May 2027 |\n| Review | yearly |'],
  ],
  [
    'letters that are spaced out, or painted twice',
    [
      { text: 'PRIORITY ONE', x: 60, y: 100, spacing: 5 },
      { text: 'Twice', x: 60, y: 130 },
      { text: 'Twice', x: 60.4, y: 130 },
      { text: 'is bold.', x: 95, y: 130 },
    ],
    ['#? PRIORITY ONE', 'Twice is bold.'],
  ],
  [
    'words that are printed sideways come last',
    [
      { text: 'On the side', x: 570, y: 400, turn: 90 },
      { text: 'First of all, this is read.', x: 60, y: 100 },
    ],
    ['First of all, this is read.', textRead, 'On the side'],
  ],
];

test.each(cases)('%s', async (_, drawn, expected) => {
  const found = await blocks(makePdf({ pages: [[...drawn, ...text]] }));
  expect(found).toEqual(expected.includes(textRead) ? expected : [...expected, textRead]);
});

test('words over two lines are joined where they stand elsewhere as one', async () => {
  const words = [
    'The international evi-',
    'dence is clear, and evidence was inter-',
    'national before. Some of it is post-',
    'modern, and all of it is well-',
    'known: well-known things are.',
  ];
  const { blocks: found, doubts } = await read(makePdf({ pages: [lines(60, 100, words)] }));
  expect(found.map((one) => ('text' in one ? one.text : ''))).toEqual([
    'The international evidence is clear, and evidence was international before. Some of it is post-modern, and all of it is well-known: well-known things are.',
  ]);
  expect(doubts.map(({ kind, message }) => `${kind}: ${message.slice(0, 14)}`)).toEqual(['glued: “post-modern” ']);
});

test('running heads and page numbers are taken out once, and a paragraph goes on over the page', async () => {
  const page = (number: number, own: readonly string[]): Drawn[] => [
    { text: number % 2 ? 'Fire Plan 2027' : 'Aberwen Fire Authority', x: number % 2 ? 60 : 400, y: 40, size: 8 },
    ...lines(60, 100, own),
    { text: `Page ${number} of 6`, x: 280, y: 815, size: 8 },
  ];
  const pages = Array.from({ length: 6 }, (_, index) =>
    page(index + 1, [
      `Sentence ${'one two three four five six'.split(' ')[index]} goes on over the foot of the page and`,
      'comes to its end there. Then',
    ]),
  );
  const { blocks: found, removed } = await read(makePdf({ pages }));
  expect(removed.map(({ why, words, times, spot }) => `${why} ${words} ${times} ${spot.page}`)).toEqual([
    'running head Fire Plan 2027 3 1',
    'page number Page 1 of 6 6 1',
    'running head Aberwen Fire Authority 3 2',
  ]);
  expect(found).toHaveLength(6);
});

test('a table of contents is taken out', async () => {
  const row = (title: string, page: number, y: number): Drawn => ({
    text: `${title} ${'.'.repeat(60)} ${page}`,
    x: 60,
    y,
  });
  const contents = [
    { text: 'Contents', x: 60, y: 80, size: 18 },
    row('Foreword', 3, 110),
    row('Our priorities', 5, 125),
  ];
  const { blocks: found, removed } = await read(makePdf({ pages: [[...contents, ...text]] }));
  expect(found).toHaveLength(1);
  expect(removed.map(({ why, words }) => `${why} ${words.slice(0, 12)}`)).toEqual([
    'contents Contents',
    'contents Foreword ...',
    'contents Our prioriti',
  ]);
});

test('a footnote comes after what it belongs to', async () => {
  const drawn: Drawn[] = [
    ...text,
    { text: 'Seven in ten agree', x: 60, y: 500 },
    { text: '1', x: 153.5, y: 496, size: 6.5 },
    { text: 'with that.', x: 162, y: 500 },
    { text: '1', x: 60, y: 777, size: 5.5 },
    { text: 'A survey of 1,850 people.', x: 66, y: 780, size: 8 },
  ];
  expect(await blocks(makePdf({ pages: [drawn] }))).toEqual([
    'Seven in ten agree[^1] with that.',
    '[^1]: A survey of 1,850 people.',
    textRead,
  ]);
});

test('a table goes on on the next page, and its head is there once', async () => {
  const page = (rows: readonly string[]): Drawn[] => [
    ...Array.from({ length: rows.length + 2 }, (_, at): Drawn => ({ line: [60, 100 + at * 20, 500, 100 + at * 20] })),
    ...[60, 300, 500].map((x): Drawn => ({ line: [x, 100, x, 120 + rows.length * 20] })),
    { text: 'Action', x: 64, y: 114, bold: true },
    { text: 'Lead', x: 304, y: 114, bold: true },
    ...rows.flatMap((row, at): Drawn[] => [
      { text: row, x: 64, y: 134 + at * 20 },
      { text: 'Chief', x: 304, y: 134 + at * 20 },
    ]),
  ];
  expect(await blocks(makePdf({ pages: [page(['visit', 'train']), page(['map', 'buy'])] }))).toEqual([
    '| Action | Lead | =\n| visit | Chief |\n| train | Chief |\n| map | Chief |\n| buy | Chief |',
  ]);
});
