import { describe, expect, test } from 'vitest';
import { ImportFault } from '../../../server/src/importers/fault.ts';
import { readText } from '../../../server/src/importers/readers/text/read-text.ts';
import { textReader } from '../../../server/src/importers/readers/text/text-reader.ts';
import { outline } from '../outline.ts';

const prose =
  'Many of our neighbours have told us that they would like to walk to the shops and back without fear of the traffic.';

/** A text, and the blocks that a person sees in it. */
const texts: readonly (readonly [what: string, text: string, blocks: string])[] = [
  ['headings of Markdown', '# Plan\n\n## **Goal 1** #\n\nWords.', '# Plan\n## Goal 1\nWords.'],
  ['underlined headings', 'Plan\n====\n\nAims\n----\n\nWords.', '# Plan\n## Aims\nWords.'],
  ['a heading in bold', `# Plan\n\n**Next steps**\n\n${prose}`, `# Plan\n##? Next steps\n${prose}`],
  ['a label in bold', '# Plan\n\n**Signature:**\n\nA. Jones', '# Plan\n**Signature:**\nA. Jones'],
  ['a heading in capitals', `SAFER ROADS\n\n${prose}`, `##? SAFER ROADS\n${prose}`],
  ['a plural in capitals', `ACEs\n\n${prose}`, `##? ACEs\n${prose}`],
  ['capitals over several lines', `SAFER ROADS\nAND PATHS\n${prose}`, `##? SAFER ROADS AND PATHS\n${prose}`],
  [
    'sentences in capitals stand first',
    `OUR TOWN\n\nWE WORK WITH EVERY SCHOOL. TOGETHER WE CAN DO A GREAT DEAL MORE.\n\n${prose}`,
    `##? OUR TOWN\nWE WORK WITH EVERY SCHOOL. TOGETHER WE CAN DO A GREAT DEAL MORE.\n${prose}`,
  ],
  [
    'a sentence in capitals under a heading in capitals',
    `OUR TOWN\n\nEVERY SCHOOL AND EVERY CLUB HELPS US TO KEEP THE STREETS OF OUR TOWN SAFE\n\n${prose}`,
    `##? OUR TOWN\nEVERY SCHOOL AND EVERY CLUB HELPS US TO KEEP THE STREETS OF OUR TOWN SAFE\n${prose}`,
  ],
  [
    'a heading that counts, and what it counts',
    `PRIORITY 1\n\nWE WILL MAKE THE ROADS OF THE COUNTY SAFER FOR EVERYBODY WHO USES THEM, BY DAY AND BY NIGHT\n\n${prose}`,
    `##? PRIORITY 1 WE WILL MAKE THE ROADS OF THE COUNTY SAFER FOR EVERYBODY WHO USES THEM, BY DAY AND BY NIGHT\n${prose}`,
  ],
  [
    'groups of actions',
    `PRIORITY 1\n\nSAFER ROADS\n\n${prose}\n\nHow we are doing it:\n\nSCHOOLS\n\n- Teach children\n\nVILLAGES\n\n- Mend paths`,
    `##? PRIORITY 1 SAFER ROADS\n${prose}\n###? How we are doing it:\n####? SCHOOLS\n- Teach children\n####? VILLAGES\n- Mend paths`,
  ],
  ['a heading in small letters', `Safer roads\n\n${prose}`, `##? Safer roads\n${prose}`],
  ['a name under what was said', `“${prose}”\n\nA. Jones, Chair\n\n${prose}`, `“${prose}”\nA. Jones, Chair\n${prose}`],
  [
    'headings that count, in small letters',
    `COMMITMENTS\n\nCommitment 1: Save lives\n\nWhy it matters\n\n${prose}`,
    `##? COMMITMENTS\n###? Commitment 1: Save lives\n####? Why it matters\n${prose}`,
  ],
  [
    'levels as those of the same kind have',
    `# Plan\n\n## Priority 1 – Roads\n\n- One\n\n**Priority 2 – Parks**\n\n- Two`,
    '# Plan\n## Priority 1 – Roads\n- One\n##? Priority 2 – Parks\n- Two',
  ],
  ['points', '• One\n● Two\n◦ Three\n– Four\n\uf0b7 Five', '• One\n● Two\n  ◦ Three\n    – Four\n\uf0b7 Five'],
  ['a sign and its words on lines of their own', 'Points:\n•\nOne\n•\nTwo', 'Points:\n• One\n• Two'],
  ['numbers', '1. One\n2) Two\n(3) Three', '1. One\n2) Two\n(3) Three'],
  [
    'letters and roman numbers',
    '1. One\na) A\nb) B\ni. X\nii. Y\n2. Two',
    '1. One\n  a) A\n  b) B\n    i. X\n    ii. Y\n2. Two',
  ],
  ['numbers by hand', '1. One\n  - 1.1. A\n  - 1.2. B\n2. Two', '1. One\n  1.1. A\n  1.2. B\n2. Two'],
  ['points that are set in', '- One\n    - A\n- Two', '- One\n  - A\n- Two'],
  ['points that are set in by a slip', '- One\n - Two\n - Three', '- One\n- Two\n- Three'],
  ['a list over a gap', '1. One\n2. Two\n\n\n\n3. Three', '1. One\n2. Two\n3. Three'],
  ['no list', 'We met on\n12. We had tea.', 'We met on\\\n12. We had tea.'],
  ['initials', 'The report was signed by\nP. Kelly', 'The report was signed by\\\nP. Kelly'],
  [
    'rows with tabs',
    '<b>Name:</b>\tPlan\n<b>Approved by:</b>\t\n<b>Version:</b>\t2',
    '| **Name:** | Plan\n| **Approved by:** | \n| **Version:** | 2',
  ],
  ['a table with an empty corner', '\tGood\tBad\nNorth\t1\t2', '!  | Good | Bad\n| North | 1 | 2'],
  ['a table with bars', '| A | B |\n|---|:-:|\n| 1 | 2 \\| 3 |', '! A | B\n| 1 | 2 | 3'],
  [
    'cells under each other',
    'Measure                  2024    2028\nFires in homes           12      6\nVisits                   3,000   9,000',
    '! Measure | 2024 | 2028\n| Fires in homes | 12 | 6\n| Visits | 3,000 | 9,000',
  ],
  ['a figure with its words', '12,730\nVISITS MADE\nin 2024/25', '12,730 VISITS MADE in 2024/25'],
  ['a figure in bold', '**FEWER FIRES\nBY 66%**\n(ten years)', '**FEWER FIRES BY 66%** (ten years)'],
  ['a figure apart from its words', '18\n\nMISSING PETS', '18 MISSING PETS'],
  [
    'emphasis and links',
    '# P\n\nThe *new* **plan** of [ours](#) and [theirs](https://a.example/x).',
    '# P\nThe *new* **plan** of ours and [theirs](https://a.example/x).',
  ],
  [
    'signs that are words',
    'Each year* we plant 3 * 4 trees_ [see below] <b and 5 < 6 &c.',
    'Each year\\* we plant 3 \\* 4 trees\\_ \\[see below\\] \\<b and 5 < 6 &c.',
  ],
  ['figures set high', 'The 3 <sup>rd</sup> plan of <b>ours</b> &amp; theirs', 'The 3rd plan of **ours** & theirs'],
  ['a signature', '# P\n\n**A. Jones**  \nChair  \nof the Board', '# P\n**A. Jones**\\\nChair\\\nof the Board'],
  ['an address', 'The Hall\nHigh Street\nTown', 'The Hall\\\nHigh Street\\\nTown'],
  ['a quotation of Markdown', '# P\n\n> Well said\n> by all', '# P\n> Well said by all'],
];

const wrapped = `The county has more people than it had ten years ago, and more of
them live alone. We have looked at what they need and at what we
can do for them with the money that we have. Most need some com-
pany, and many need well-
being advice that is close to where they live.
This is another paragraph that begins behind a line that stopped
short of the others, and it goes on for two lines.

Our aims

• More people know their neighbours and can call on them when they
  need help with shopping
• Fewer people feel alone

Our wellbeing is the company of others.`;

describe('a text as blocks', () => {
  test.each(texts)('%s', (_, text, blocks) => {
    expect(outline(readText(text).blocks).join('\n')).toBe(blocks);
  });

  test('lines that go on', () => {
    expect(outline(readText(wrapped).blocks)).toEqual([
      'The county has more people than it had ten years ago, and more of them live alone. We have looked at what they need and at what we can do for them with the money that we have. Most need some company, and many need wellbeing advice that is close to where they live.',
      'This is another paragraph that begins behind a line that stopped short of the others, and it goes on for two lines.',
      '##? Our aims',
      '• More people know their neighbours and can call on them when they need help with shopping',
      '• Fewer people feel alone',
      'Our wellbeing is the company of others.',
    ]);
  });

  test('where blocks stand', () => {
    const { blocks } = readText('AIMS OF ALL\n\nOne.\f\fTwo.\n\nThree.');
    expect(blocks.map(({ spot }) => spot)).toEqual([
      { page: 1, line: 1 },
      { page: 1, line: 3 },
      { page: 3, line: 3 },
      { page: 3, line: 5 },
    ]);
  });
});

/** Two columns as they stand on a page. */
const columns = `OUR TOWN PLAN

The town has grown in ten years           SAFER STREETS
and needs more homes. People have
told us that they want them near          Why this matters
the station and the schools.
                                          Half of us feel unsafe at night in
Many of the young have moved away         the park and by the river. We want
because they could not find a flat        to change that within two years
that they could pay for, and the          with more light and more people.
shops have felt it as well as the
schools and clubs. They would come        What we will do
back if they could.
                                          • Put lamps along the river path
Our aims                                    and through the park
                                          • Pay for two wardens at night
• Build homes near the station            • Ask people each year how safe
• Keep rents low for the young              they feel

This line goes over both of the columns and is about something else altogether.`;

/** Copied from a page, with nothing between its lines. */
const copied = `Our priorities for 2025
Priority 1 Thriving towns
Why this matters
Town centres have lost half of their shops in ten years, and people tell us that they would like to have a reason to go there again.
What we will do
We will:
•\tInvest in markets
•\tOpen the old hall
\to\tMend the roof
How we will know
1.\tMore people come
2.\tFewer shops are empty
Priority 2 Healthy lives
Why this matters
People in the south of the county live eight years less than those in the north, and that has not changed for a long time, nor will it by itself.
What we will do
•\tOpen pools`;

describe('texts of other tools', () => {
  test('two columns side by side', () => {
    const { blocks, doubts } = readText(columns);
    expect(outline(blocks)).toEqual([
      '##? OUR TOWN PLAN',
      'The town has grown in ten years and needs more homes. People have told us that they want them near the station and the schools.',
      'Many of the young have moved away because they could not find a flat that they could pay for, and the shops have felt it as well as the schools and clubs. They would come back if they could.',
      '###? Our aims',
      '• Build homes near the station',
      '• Keep rents low for the young',
      '##? SAFER STREETS',
      '###? Why this matters',
      'Half of us feel unsafe at night in the park and by the river. We want to change that within two years with more light and more people.',
      '###? What we will do',
      '• Put lamps along the river path and through the park',
      '• Pay for two wardens at night',
      '• Ask people each year how safe they feel',
      'This line goes over both of the columns and is about something else altogether.',
    ]);
    expect(doubts.map(({ kind }) => kind)).toEqual(['columns']);
  });

  test('lines that were copied from a page', () => {
    expect(outline(readText(copied).blocks).map((line) => line.slice(0, 40))).toEqual([
      '###? Our priorities for 2025',
      '##? Priority 1 Thriving towns',
      '###? Why this matters',
      'Town centres have lost half of their sho',
      '###? What we will do',
      '###? We will:',
      '• Invest in markets',
      '• Open the old hall',
      '  o Mend the roof',
      '###? How we will know',
      '1. More people come',
      '2. Fewer shops are empty',
      '##? Priority 2 Healthy lives',
      '###? Why this matters',
      'People in the south of the county live e',
      '###? What we will do',
      '• Open pools',
    ]);
  });
});

describe('what was cut or lost', () => {
  const cut: readonly (readonly [what: string, text: string, blocks: string, doubts: string])[] = [
    [
      'a sentence over a gap',
      'We help those at risk of\n\n\nleaving school early.',
      'We help those at risk of leaving school early.',
      'split',
    ],
    [
      'a point over a gap',
      '- Build homes that are aimed at\n\nolder people\n- Rest',
      '- Build homes that are aimed at older people\n- Rest',
      'split',
    ],
    [
      'a comma before a capital',
      'We work with the police,\n\nFire Service and others.',
      'We work with the police, Fire Service and others.',
      'split',
    ],
    [
      'a dash',
      'WE ARE QUICK –\n\nmost calls are answered at once',
      'WE ARE QUICK – most calls are answered at once',
      'split',
    ],
    ['the end of a sentence', 'We help.\n\niPads are lent.', 'We help.\niPads are lent.', ''],
    [
      'the end of a word',
      'INTEGRATION\n\nWords come here.\n\nEGRATION\n\nMore words.',
      '##? INTEGRATION\nWords come here.\nEGRATION\nMore words.',
      'lost',
    ],
    ['a hidden address', 'Write to [email protected] today.', 'Write to \\[email protected\\] today.', 'lost'],
    [
      'pieces of a picture',
      'e crime y and ers taff e oad ety of tic',
      'e crime y and ers taff e oad ety of tic',
      'lost',
    ],
  ];
  test.each(cut)('%s', (_, text, blocks, doubts) => {
    const source = readText(text);
    expect(outline(source.blocks).join('\n')).toBe(blocks);
    expect(source.doubts.map(({ kind }) => kind).join(' ')).toBe(doubts);
  });
});

describe('what belongs to pages and not to the document', () => {
  const page = (number: number) => `Town Plan 2030\n\n${prose} Page of ${'abc'[number - 1]}.\n\n${number}\n\f`;
  test('running heads and page numbers', () => {
    const { blocks, removed } = readText([1, 2, 3].map(page).join(''));
    expect(blocks.map(({ type }) => type)).toHaveLength(4);
    expect(removed.map(({ why, words, times }) => `${why} ${words} ${times}`)).toEqual([
      'page number 1 1',
      'running head Town Plan 2030 2',
      'page number 2 1',
      'page number 3 1',
    ]);
  });

  const others: readonly (readonly [what: string, text: string, kept: string, removed: string])[] = [
    [
      'contents',
      'Contents\n\nOur aims ........ 3\nOur town ........ 5\nMoney ........... 9\n\nWords.',
      'Words.',
      'contents 4',
    ],
    [
      'contents in rows',
      '# Contents\n\n<b>3</b>\t<b>Aims</b>\n<b>5</b>\t<b>Town</b>\n<b>9</b>\t<b>Money</b>\n\nWords.',
      'Words.',
      'contents 4',
    ],
    [
      'numbers that count a plan',
      'Outcome 1\n\nx\n\nOutcome 2\n\ny\n\nOutcome 3\n\nz\n\nOutcome 4',
      '##? Outcome 1\nx\n##? Outcome 2\ny\n##? Outcome 3\nz\n##? Outcome 4',
      '',
    ],
    [
      'a question that stands often',
      'Why?\n\na\n\nWhy?\n\nb\n\nWhy?\n\nc',
      '###? Why?\na\n###? Why?\nb\n###? Why?\nc',
      '',
    ],
    ['a stamp', 'One.\n\nDRAFT\n\nTwo.', 'One.\nTwo.', 'furniture 1'],
    [
      'the page that shows it',
      'Town plan\n\nSize: px\nStart display at page:\n\nDownload "Town plan"\n\nTranscription\n\nWords are here.',
      'Town plan\nWords are here.',
      'furniture 4',
    ],
    [
      'other documents that are listed',
      `Words.\n\n${['Red', 'Blue', 'Green', 'Grey', 'White'].map((name) => `${name} plan\n\n${name} plan of a town. It\n\nMore information`).join('\n\n')}`,
      'Words.',
      'furniture 1',
    ],
  ];
  test.each(others)('%s', (_, text, kept, removed) => {
    const source = readText(text);
    expect(outline(source.blocks).join('\n')).toBe(kept);
    const counts = Map.groupBy(source.removed, ({ why }) => why);
    expect([...counts].map(([why, all]) => `${why} ${all.length}`).join(', ')).toBe(removed);
  });
});

describe('bytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const options = { name: 'plan.txt', changes: 'taken' } as const;
  const blocks = async (all: Uint8Array) =>
    outline(((await textReader.read(all, options)) as ReturnType<typeof readText>).blocks);

  test('encodings', async () => {
    expect(await blocks(bytes('\ufeffTŷ – cartref.'))).toEqual(['Tŷ – cartref.']);
    expect(await blocks(new Uint8Array([0xff, 0xfe, 0x54, 0, 0x77, 1, 0x2e, 0]))).toEqual(['Tŷ.'.replace('ŷ', 'ŷ')]);
    expect(await blocks(new Uint8Array([0x93, 0x41, 0x2e, 0x94]))).toEqual(['“A.”']);
  });

  test('what is text', () => {
    expect(textReader.recognises(bytes('Words'))).toBe(true);
    expect(textReader.recognises(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBe(false);
    expect(textReader.recognises(new Uint8Array())).toBe(true);
  });

  test('nothing', async () => {
    await expect(textReader.read(bytes(' \n\f '), options)).rejects.toThrow(ImportFault);
  });
});
