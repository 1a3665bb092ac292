import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TypesetProgram } from '../../../server/src/disk/typesetter.ts';
import { pdfFiles } from '../../../server/src/documents/pdf/files.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { editionOf } from '../../documents/editions.ts';
import { blocks, read, shown } from './blocks.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}.pdf`, import.meta.url)));

/** A plan as a word processor exports it. */
const council = (mark: string): string[] => [
  `#${mark} Our Valley, Our Future`,
  'Corporate Plan of Dyffryn Council, 2026 to 2031',
  `##${mark} 1. Introduction`,
  'This plan is for everybody who lives in Dyffryn, works here or comes to visit. It has been agreed by the full Council after nine months of conversations in halls, libraries and school kitchens, and it replaces the plan of 2021. See [our website](https://dyffryn.example/plan) for the papers that stand behind it.',
  'The Council has **three priorities**, each with a lead member who answers for it and with measures that anybody can check.',
  `##${mark} 2. Our priorities`,
  `###${mark} 2.1 A roof for everybody`,
  'Why this matters:',
  'Nearly nine hundred families wait for a home. Some of them have waited longer than their children have been at school.',
  'We will:',
  '1. build 240 homes for rent by March 2030;',
  '2. bring empty homes back into use:',
  '  a. with loans for owners,',
  '  b. with enforcement where loans are refused;',
  '3. end the use of hotels for families.',
  `###${mark} 2.2 Clean rivers`,
  'The Dulas failed three of its four tests. Farmers, anglers and the water company have agreed to work on it together.',
  '• Fence forty kilometres of bank',
  '• Publish results every month',
  '| Measure | Now | By 2031 | =\n| Homes built | 31 a year | 60 a year |\n| River tests passed | 1 of 4 | 4 of 4 |',
  `##${mark} 3. Document control`,
  '| Version | 1.0 |\n| Approved by | Full Council |\n| Next review | March 2027 |',
];

test('a word processor’s PDF with tags', async () => {
  const { blocks: found, removed, doubts, properties } = await read(fixture('tagged'));
  expect(found.map(shown)).toEqual(council(''));
  expect([removed, doubts]).toEqual([[], []]);
  expect(properties).toMatchObject({ title: 'Dyffryn Council Corporate Plan', author: 'Policy team' });
});

test('the same without tags, with bookmarks', async () => {
  expect(await blocks(fixture('untagged'))).toEqual(council(''));
});

test('a PDF that a browser printed without tags: two columns, a box at the side, justified text, drawn signs', async () => {
  const { blocks: found, removed, doubts } = await read(fixture('columns'));
  expect(found.map(shown)).toEqual([
    '#? Aberwen Fire and Rescue Plan',
    '2027 to 2031',
    'KEEPING VALLEYS SAFE',
    '##? Foreword',
    'Every household in Aberwen has a right to feel safe at home. Our crews, our volunteers and our partners have worked through a difficult winter, and I am grateful to all of them. This plan says what we will do over the next four years and how anybody can tell whether it has been done.',
    '1,204',
    'homes were visited last year by our community teams, who fitted smoke alarms free of charge.',
    'We asked 1,850 people what matters most. They told us that they want a station close by, honest figures and visits for people who live alone.[^1] The committee agreed the plan unanimously in March.',
    '[^1]: Survey by the Authority in autumn 2026; answers were weighted by age.',
    'Chair of the Authority',
    '##? Priority 1: Fewer fires at home',
    '###? WHY IS THIS A PRIORITY?',
    'Two thirds of the people who are hurt by fire are hurt in their own kitchens. Older people who live alone, and those who smoke, are at greatest risk. International experience shows that prevention costs a tenth of response, and the international evidence has been confirmed by our own analysis.',
    'Neighbouring services have shown that visits work when they are repeated. We have therefore concentrated on households that we have never reached.',
    '###? WHAT WE WILL DO',
    '• Visit 6,000 homes a year, beginning with those of people over seventy-five who live on their own',
    '• Fit alarms that work for people who cannot hear:',
    '  • in every care home',
    '  • in homes that the health board tells us about',
    '• Train carers',
    '###? HOW WE WILL KNOW',
    '1. How many homes have a working alarm?',
    '2. How many people are hurt by fire at home, and how does that compare with neighbouring services?',
    'Progress is reported to the committee every quarter, and the figures are published on our website within a month of each meeting.',
    '##? Priority 2: Ready for floods',
    '###? WHY IS THIS A PRIORITY?',
    'Rivers rise faster than they did. Three towns were flooded twice in one year, and pumps had to be borrowed from England because ours were already in use elsewhere.',
    '###? WHAT WE WILL DO',
    '• Buy four high-volume pumps by March 2028',
    '• Train forty firefighters in swift-water rescue each year',
    '• Map the streets that are cut off first',
    'Our stations at Pontlas and Cwmdulas will each keep a boat, and retained crews will be paid for the training that they need. Volunteers from mountain rescue teams will be trained with them so that everybody uses the same signals.',
    '##? How the money is spent',
    'The budget grows by 2.1% a year. The table gives what each part of the service costs in 2027/28.',
    '| Service | Budget | What it pays for | =\n| Prevention | £2.4m | Home visits, schools, alarms and the people who fit them |\n| Response | £14.9m | Stations, engines and crews |\n| Resilience | £1.1m | Pumps, boats and training |',
    'Nobody pays for a visit.',
  ]);
  expect(removed.map(({ why, times }) => `${why} ${times}`)).toEqual(['running head 5', 'page number 5']);
  expect(doubts).toEqual([]);
});

describe('our own', () => {
  const program = new TypesetProgram();
  let source: Source;

  const plan = `plan fire: Fire Plan
  period: 2027 to 2031
  version: 1.2

outcome safe: People are safe at home

priority homes: Fewer fires at home
  why: Two thirds of those who are hurt are hurt in their **kitchens**.
  outcomes: safe
  action visit: Visit 6,000 homes a year
    due: March 2028
  action alarms: Fit alarms
    action hear: for those who can’t hear
`;

  beforeAll(async () => {
    const [file] = await pdfFiles(editionOf(plan, { typeset: program.typeset }));
    source = await read(file?.content as Uint8Array);
  });
  afterAll(() => program.close());

  test('headings, points and lists of what is said of a plan come by their tags', () => {
    expect(source.blocks.map(shown).slice(0, 17)).toEqual([
      '#? Fire Plan',
      '2027 to 2031',
      '# Document control',
      '| Version | 1.2 |',
      '# Outcomes',
      '## People are safe at home',
      '| Priorities that work towards it | Fewer fires at home |',
      '# Fewer fires at home',
      '## Why is this a priority?',
      'Two thirds of those who are hurt are hurt in their **kitchens**.',
      '## What outcomes do we want?',
      '• People are safe at home',
      '## What will we do?',
      '• Visit 6,000 homes a year',
      'Due: March 2028',
      '• Fit alarms',
      '  • for those who can’t hear',
    ]);
    expect(source.doubts).toEqual([]);
  });
});
