import { compare } from '../../server/src/difference/compare.ts';
import { htmlDifference } from '../../server/src/difference/document/page.ts';
import { documentStyle } from '../../server/src/disk/shipped.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { type Files, stateOf } from './differences.ts';

/** What is done to the first plan: a title, a target, prose, a link, an action dropped, one that is late, a priority more. */
const edits: readonly (readonly [from: string, to: string])[] = [
  ['plan first-plan: Our Borough Plan', 'plan first-plan: Our Plan'],
  ['  classification: Public\n', ''],
  ['Everyone in Ashmere has', 'Everybody in Ashmere has'],
  ['target: 7,000', 'target: 8,000'],
  ['due: 2028-10', 'due: 2029-03'],
  ['  outcomes: green-space\n', ''],
  ['people in flats', 'people without a garden'],
  ['  action: Plant a small park in each ward that has none\n    lead: head-of-parks\n    due: 2029-03\n', ''],
  [
    'role chief-executive',
    'priority quiet: Quiet streets\n  outcomes: warm-homes\n  why: Noise.\n\nrole chief-executive',
  ],
];

/** The page of a difference with changes of many kinds in it. */
export function changesPage(): string {
  const files = filesOfSample('first-plan');
  const now: Files = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      edits.reduce((text, [from, to]) => text.replace(from, to), text),
    ]),
  );
  const [before, after] = [stateOf(files), stateOf(now)];
  const plans = compare(before, after);
  return htmlDifference({ before, after, plans, clashes: [] }, { style: documentStyle(), picture: () => undefined });
}
