import type { Entry, Field } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { KeyRule } from '../rule.ts';

const statuses = new Set(['approved', 'published']);

/** The fields that say the same as one of the three things that are asked: they are not told of twice. */
const asked = new Set(['approved-by', 'review-due']);

/** The fields of the control sheet that are there and empty. */
const emptyFields = (root: Item): string[] =>
  root.fields
    .filter((entry) => isControlField(entry) && root.valueOf(entry) === '')
    .map((entry) => (entry.definition as Field).key);

const isControlField = ({ definition }: Entry): boolean => definition?.item === false && definition.mayBeEmpty === true;

/** What the control sheet of a plan does not say, in a writer's words; approvals in the plan say some of it as well. */
function missing(root: Item, approvals: readonly Item[]): string[] {
  const isSigned = approvals.some((approval) => approval.has('by') || approval.has('signed-as'));
  const isDated = root.has('ratified') || root.has('date') || approvals.some((approval) => approval.has('date'));
  const unsaid: string[] = [];
  if (!root.has('approved-by') && !isSigned) unsaid.push('who approved it (“approved-by”)');
  if (!isDated) unsaid.push('the date (“date” or “ratified”)');
  if (!root.has('review-due')) unsaid.push('when it will be looked at again (“review-due”)');
  return unsaid;
}

/** Words as a list in a sentence. */
const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');

/** One sentence for what is not said, one for what is there and empty. */
function describe(root: Item, approvals: readonly Item[], status: string): string | undefined {
  const unsaid = missing(root, approvals);
  const isTold = (key: string) =>
    (asked.has(key) && unsaid.some((words) => words.includes(`“${key}”`))) ||
    ((key === 'date' || key === 'ratified') && unsaid.some((words) => words.includes('“date”')));
  const empty = emptyFields(root).filter((key) => !isTold(key));
  if (unsaid.length === 0 && empty.length === 0) return undefined;
  const sentences: string[] = [];
  if (unsaid.length > 0)
    sentences.push(
      `The plan is ${status}, but its control sheet does not say ${listed(unsaid)}. Without that nobody knows whether the paper in hand is valid.`,
    );
  if (empty.length > 0)
    sentences.push(
      `${unsaid.length > 0 ? 'Also empty' : `The plan is ${status}, but on its control sheet these are empty`}: ${listed(empty.map((key) => `“${key}”`))}. Fill them in or delete the lines.`,
    );
  return sentences.join(' ');
}

/**
 * A plan is approved or published, but its control sheet does not say by whom, when, or when it will be looked at again, or has
 * empty fields. A sign-off in the plan counts for approver and date. One finding names all that is missing.
 */
export const controlSheet: KeyRule = {
  id: 'dates/control-sheet',
  severity: 'warning',
  completeness: true,
  says: 'A plan is approved or published, but its control sheet has no approver, date or next review.',
  why: 'Without them nobody knows whether the paper in hand is valid.',
  source: 'House rule; found in published plans',
  breaks: 'plan p: Plan\n  status: published\n  approved-by: Full Council\n  ratified: 2026-02-25\n  review-due:\n',
  clean:
    'plan p: Plan\n  status: published\n  approved-by: Full Council\n  ratified: 2026-02-25\n  review-due: 2027-02\n',
  marks({ placed, items }, mark) {
    for (const item of items)
      if (item.key === 'plan' || item.key === 'approval')
        mark('control sheet', { placed, start: item.entry.at, end: item.entry.keyEnd, note: item.key, item });
  },
  key(_key, marks, plan, context) {
    const { status } = context.facts(plan);
    const root = context.model.root(plan);
    const field = root?.field('status');
    if (root?.key !== 'plan' || !field || !statuses.has(status)) return;
    const approvals: Item[] = [];
    for (const { note, item } of marks.all) if (item && note === 'approval') approvals.push(item);
    const message = describe(root, approvals, status);
    if (message) context.report(root.placed, { start: field.valueStart, end: field.valueEnd }, { item: root, message });
  },
};
