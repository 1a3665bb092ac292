/** A small plan of a council that does not exist, as the blocks that every house style should come to. */

/** A piece of the plan. Marks of points are not said: each house style has its own. */
export type Piece =
  | { type: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { type: 'paragraph'; text: string /** The words that are bold in it. */; bold?: string; note?: string }
  | { type: 'point'; depth: number; kind: 'bullet' | 'letter' | 'number'; text: string }
  | { type: 'table'; caption?: string; head: string[][]; rows: string[][] }
  | { type: 'quotation'; text: string; by: string };

const heading = (level: 1 | 2 | 3 | 4, text: string): Piece => ({ type: 'heading', level, text });
const words = (text: string, more: { bold?: string; note?: string } = {}): Piece => ({
  type: 'paragraph',
  text,
  ...more,
});
const bullet = (text: string, depth = 0): Piece => ({ type: 'point', depth, kind: 'bullet', text });
const letter = (text: string, depth = 0): Piece => ({ type: 'point', depth, kind: 'letter', text });
const number = (text: string, depth = 0): Piece => ({ type: 'point', depth, kind: 'number', text });

export const plan: readonly Piece[] = [
  heading(1, 'Brynmor Council Plan'),
  words('This plan runs from April 2025 to March 2029, and was adopted by the full council.'),
  {
    type: 'table',
    head: [],
    rows: [
      ['Version', '1.4'],
      ['Owner', 'Policy and performance team'],
      ['Review due', '30 September 2026'],
    ],
  },
  heading(2, 'Foreword'),
  words('We asked people across the county what would make the most difference to them, and this plan is our answer.'),
  words('It is short on purpose, so that anyone can hold us to it.'),
  words('Nia Morgan, leader of the council.'),
  heading(2, 'Homes that people can afford'),
  words('Rents have risen faster than wages in every ward of the county.'),
  heading(3, 'Build more social homes'),
  heading(4, 'Why is this a priority?'),
  words('More than two thousand households wait for a home, and most of them have waited for over a year.', {
    note: 'Housing register, January 2025.',
  }),
  words('1,240 households were in temporary rooms last winter.', { bold: '1,240' }),
  heading(4, 'What will we do?'),
  bullet('Build 300 homes for social rent on land that we own'),
  bullet('Bring empty homes back into use, which means that we will:'),
  bullet('write to every owner once a year', 1),
  bullet('lend money for repairs', 1),
  bullet('Publish what we have built each quarter'),
  heading(4, 'How will we measure it?'),
  {
    type: 'table',
    caption: 'Table 1: Measures of homes',
    head: [['Measure', 'Now', 'Target']],
    rows: [
      ['Homes built in a year', '42', '75'],
      ['Empty homes in use again', '18', '40'],
    ],
  },
  heading(3, 'Keep rented homes warm'),
  heading(4, 'Why is this a priority?'),
  words('Cold homes make people ill, and illness costs them work.'),
  heading(4, 'What will we do?'),
  letter('inspect every home that we let within three years'),
  letter('replace boilers that are older than fifteen years'),
  letter('train our own surveyors'),
  heading(4, 'What outcomes do we want?'),
  number('Fewer people are ill because of where they live'),
  number('Bills are lower than they were'),
  heading(2, 'Streets that feel safe'),
  heading(3, 'Light the way home'),
  heading(4, 'Why is this a priority?'),
  words('People told us that they change their way home after dark.'),
  {
    type: 'quotation',
    text: '“I walk the long way round, because of the one lamp that never works.”',
    by: 'Resident of Pentre',
  },
  heading(4, 'What will we do?'),
  bullet('Mend lamps within five days'),
  bullet('Ask schools where children do not feel safe'),
  heading(3, 'Work with young people'),
  heading(4, 'Why is this a priority?'),
  words('Youth clubs closed in four towns since 2015, and nothing came in their place.'),
  heading(4, 'What will we do?'),
  bullet('Open two clubs by 2027'),
  bullet('Pay young people to run them'),
];
