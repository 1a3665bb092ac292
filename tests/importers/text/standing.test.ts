import { expect, test } from 'vitest';
import { readText } from '../../../server/src/importers/readers/text/read-text.ts';

const text = `Local outcome 1: Every child flourishes
Where are we now?
One child in five does not yet speak as well as we would hope,
and the difference persists.
How will we get there?
• Train staff in each nursery

Local outcome 2: Work pays
Where are we now?
Wages are lower than the average of the
country and of its towns.
How will we get there?
• Open a front door for advice
`;

test('headings that a tool has left no empty line around stand by themselves', () => {
  expect(readText(text).blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
    'Local outcome 1: Every child flourishes',
    'Where are we now?',
    'One child in five does not yet speak as well as we would hope, and the difference persists.',
    'How will we get there?',
    'Train staff in each nursery',
    'Local outcome 2: Work pays',
    'Where are we now?',
    'Wages are lower than the average of the country and of its towns.',
    'How will we get there?',
    'Open a front door for advice',
  ]);
});
