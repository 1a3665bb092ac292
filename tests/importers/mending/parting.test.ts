import { describe, expect, test } from 'vitest';
import { isRunTogether, lineEnd, Parting } from '../../../server/src/importers/mending/glue.ts';
import { isCommonForm, Lexicon } from '../../../server/src/importers/mending/lexicon.ts';

/** Words of a document, so that there is something to know words by. */
const document = `The people of the county and the police work together. North Wales has many villages. Our partners help the people who
live in North Wales to feel safe. The Commissioner and the Chief Constable meet. Plans of the county are for all. We will work with
COPS and the panel. The PCC is here, and the PCC stays. GoSafe and GoSafe again, with GoSafe. The plan and the plans. Crime is low and crime is down.`;

const parted = (text: string, isDamaged: boolean): string => {
  const lexicon = new Lexicon();
  lexicon.learn(`${document} ${text}`);
  return new Parting(lexicon, isDamaged).parted(text).replaceAll(lineEnd, '|');
};

/** What a tool left of a text that lost its line ends, and what it was; `|` stands for what was put in. */
const damaged: readonly (readonly [before: string, after: string])[] = [
  ['I waselected by thepeople ofthe county', 'I was|elected by the|people of|the county'],
  ['the Commissionerfor North Wales', 'the Commissioner|for North Wales'],
  ['inpolicing andcrime', 'in|policing and|crime'],
  ['low crime.I am safe', 'low crime.|I am safe'],
  ['a priority?During the year', 'a priority?|During the year'],
  ['partners,and the people:The plan', 'partners,|and the people:|The plan'],
  ['the PlanOUTCOMES of all', 'the Plan|OUTCOMES of all'],
  ['andPolice in NorthWales', 'and|Police in North|Wales'],
  ['Foreword by PCCMy name', 'Foreword by PCC|My name'],
  ['andI believe that', 'and|I believe that'],
  ['EFFECTIVENESSOF THE POLICE STAFFWHY', 'EFFECTIVENESS|OF THE POLICE STAFF|WHY'],
  ['ourpartners (COPS)approach', 'our|partners (COPS)|approach'],
  ['victims’rights are for people', 'victims’|rights are for people'],
  ['in 2024-2028Safer streets', 'in 2024-2028|Safer streets'],
  ['becomea plan', 'become|a plan'],
];

/** Words that are one, whatever a part of them looks like. */
const whole =
  'together therefore another outcome withdraw within notable message area impact forward island therapist theme season forget offend bedrock wildlife livestock countryside reoffending underestimated invaluable McDonald O’Brien GoSafe COPS PCSOs NPT’s iR3 hashtagThings a.b@c.gov.uk www.TheCounty.org https://x.y/AndMore e.g. U.K.';

describe('words that ran together', () => {
  test.each(damaged)('%s', (before, after) => {
    expect(parted(before, true)).toBe(after);
  });

  test('what is one word stays one', () => {
    expect(parted(whole, true)).toBe(whole);
  });

  test('a sound document: sentences, and what can be nothing else', () => {
    const text = 'Crime is low.The people of thecounty inpolicing NorthWales speedwatch andpolice';
    expect(parted(text, false)).toBe(
      'Crime is low. The people of the county inpolicing North Wales speedwatch andpolice',
    );
  });

  test('a document that lost its line ends is known by them', () => {
    const lexicon = new Lexicon();
    lexicon.learn(document);
    expect(isRunTogether(document, lexicon)).toBe(false);
    const text = document.replaceAll('. ', '.').repeat(3);
    expect(isRunTogether(text, lexicon)).toBe(true);
  });

  test('forms of common words', () => {
    for (const word of ['working', 'planned', 'policies', 'councillors', 'tries', 'unsafe', 'overcharged', 'cymuned'])
      expect(isCommonForm(word)).toBe(true);
    for (const word of ['thecounty', 'ofthe', 'inpolicing', 'xs']) expect(isCommonForm(word)).toBe(false);
  });
});
