import { describe, expect, test } from 'vitest';
import { readText } from '../../../server/src/importers/readers/text/read-text.ts';
import { outline } from '../outline.ts';

/** Prose, so that a page is as long as a page. */
const filler = (about: string): string =>
  `The people of this county have told us that ${about} matters to them more than most things. We have listened to them in halls and at markets, and we have looked at what the figures say. `.repeat(
    7,
  );

/** A plan whose pages are lines, with the spaces that it should have. */
const sound = [
  'Harbour Plan',
  `1 Foreword I am proud of this plan. ${filler('the harbour')}I will concentrate on three things, namely: Clean Water. Busy Quays. Value for Money. The Harbour Plan`,
  `2 Clean Water My aim is to: Work with farmers along the river. This keeps the mud out. Test the water each week. Publish what we find. It is clear that this takes time. ${filler('water')}2 The Harbour Plan`,
  `Busy Quays My aim is to: Provide moorings for visitors. Ensure: i. Boats are safe at night. ii. Crews find what they need. ${filler('trade')}I have agreed two schemes: a) Cheap berths. These are for the young. b) Free tours. 3 The Harbour Plan`,
  `Value for Money My aim is to: Be open about what we spend. ${filler('money')}We help groups: With boats of their own. With none. 4 The Harbour Plan`,
].join('\n\n');

/** A plan that lost its line ends and its bullets; its second page has two columns. */
const damaged = [
  'Transcription',
  `Forewordby the Chair Iam proud ofthis plan.It is the work ofmany people who live in the county andwho care for it. We have listenedto them.Theplan is theirs as much as ours,and we will keepto it.Harbour Plan 2024-20282`,
  'OUR OUTCOMES The water is clean The quays are busyMY PRIORITIES Clean the water Fill the quays with boatsHarbour Plan 2024-20283',
  `CLEAN THE WATERWHAT WILL WE DO? Work with farmers along theriver Test the water each week and publish whatwe findWHY IS THIS A PRIORITY?The river brings mud into the harbour everywinter, and nobody likes to swim in it.People have told usthat they are worried.WHAT OUTCOMES DO WE WANT? The water is cleanKEY PERFORMANCE QUESTIONS How clean is the water? How often do people swim?Children should be able toswim wherever they like. They are the ones who will live with what we leave.Harbour Plan 2024-20284`,
  `FILL THE QUAYSWHAT WILL WE DO?WHAT OUTCOMES DO WE WANT? The quays are busy The water is clean Providing moorings for visitors allthe year Improving the lights along thequayWHY IS THIS A PRIORITY?Trade has fallen in the last ten years and shops havehad to close. We want theboats to come back.KEY PERFORMANCE QUESTIONS How busy are the quays?How clean is the water?Harbour Plan 2024-20285`,
].join('\n\n');

describe('pages that are one line each', () => {
  const { blocks, removed } = readText(sound);
  const lines = outline(blocks).map((line) => (line.length > 90 ? '…' : line));

  test('headings, lists and what follows them', () => {
    expect(lines).toEqual([
      '#? Harbour Plan',
      '##? Foreword',
      '…',
      '• Clean Water.',
      '• Busy Quays.',
      '• Value for Money.',
      '##? Clean Water',
      'My aim is to:',
      '• Work with farmers along the river. This keeps the mud out.',
      '• Test the water each week.',
      '• Publish what we find.',
      '…',
      '##? Busy Quays',
      'My aim is to:',
      '• Provide moorings for visitors.',
      '• Ensure:',
      '  i. Boats are safe at night.',
      '  ii. Crews find what they need.',
      '…',
      'a) Cheap berths. These are for the young.',
      'b) Free tours.',
      '##? Value for Money',
      'My aim is to:',
      '• Be open about what we spend.',
      '…',
      '• With boats of their own.',
      '• With none.',
    ]);
  });

  test('feet and numbers of pages', () => {
    expect(removed.map(({ why, words, times }) => `${why}: ${words} ×${times}`)).toEqual([
      'running head: The Harbour Plan ×4',
      'page number: 1 ×1',
      'page number: 2 ×2',
      'page number: 3 ×1',
      'page number: 4 ×1',
    ]);
  });
});

describe('pages that lost their line ends', () => {
  const { blocks, removed, doubts } = readText(damaged);

  test('words, headings and points', () => {
    expect(outline(blocks)).toMatchInlineSnapshot(`
      [
        "##? Foreword by the Chair",
        "I am proud of this plan.",
        "It is the work of many people who live in the county and who care for it. We have listened to them.",
        "The plan is theirs as much as ours, and we will keep to it.",
        "###? OUR OUTCOMES",
        "• The water is clean",
        "• The quays are busy",
        "###? MY PRIORITIES",
        "• Clean the water",
        "• Fill the quays with boats",
        "##? CLEAN THE WATER",
        "###? WHAT WILL WE DO?",
        "• Work with farmers along the river",
        "• Test the water each week and publish what we find",
        "###? WHY IS THIS A PRIORITY?",
        "The river brings mud into the harbour every winter, and nobody likes to swim in it.",
        "People have told us that they are worried.",
        "Children should be able to swim wherever they like. They are the ones who will live with what we leave.",
        "###? WHAT OUTCOMES DO WE WANT?",
        "• The water is clean",
        "###? KEY PERFORMANCE QUESTIONS",
        "• How clean is the water?",
        "• How often do people swim?",
        "##? FILL THE QUAYS",
        "###? WHAT WILL WE DO?",
        "• Providing moorings for visitors all the year",
        "• Improving the lights along thequay",
        "###? WHAT OUTCOMES DO WE WANT?",
        "• The quays are busy",
        "• The water is clean",
        "###? WHY IS THIS A PRIORITY?",
        "Trade has fallen in the last ten years and shops have had to close. We want the boats to come back.",
        "###? KEY PERFORMANCE QUESTIONS",
        "• How busy are the quays?",
        "• How clean is the water?",
      ]
    `);
  });

  test('what was taken out, and what is not sure', () => {
    expect(removed.map(({ words, times }) => `${words} ×${times}`)).toEqual([
      'Transcription ×1',
      'Harbour Plan 2024-2028 ×4',
      '2 ×1',
      '3 ×1',
      '4 ×1',
      '5 ×1',
    ]);
    expect(doubts.map(({ kind, spot }) => `${kind} ${spot.line}`)).toEqual(['columns 7', 'columns 9', 'glued 3']);
  });
});
