import type { Entry, Field } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { KeyRule, Words } from '../rule.ts';
import { keyCy } from '../welsh.ts';

const statuses = new Set(['approved', 'published']);

/** The fields of the control sheet that are there and empty. */
const emptyFields = (root: Item): string[] =>
  root.fields
    .filter((entry) => isControlField(entry) && root.valueOf(entry) === '')
    .map((entry) => (entry.definition as Field).key);

const isControlField = ({ definition }: Entry): boolean => definition?.item === false && definition.mayBeEmpty === true;

/** What a control sheet is to say: the field that says it, in a writer's words. */
type Asked = 'approved-by' | 'date' | 'review-due';

const inWords: Readonly<Record<Asked, string>> = {
  'approved-by': 'who approved it (“approved-by”)',
  date: 'the date (“date” or “ratified”)',
  'review-due': 'when it will be looked at again (“review-due”)',
};

const inWelsh: Readonly<Record<Asked, string>> = {
  'approved-by': 'pwy a’i cymeradwyodd (“cymeradwywyd-gan”)',
  date: 'y dyddiad (“dyddiad” neu “cadarnhawyd”)',
  'review-due': 'pryd y bydd yn cael ei adolygu (“adolygu-erbyn”)',
};

/** What the control sheet of a plan does not say; approvals in the plan say some of it as well. */
function missing(root: Item, approvals: readonly Item[]): Asked[] {
  const isSigned = approvals.some((approval) => approval.has('by') || approval.has('signed-as'));
  const isDated = root.has('ratified') || root.has('date') || approvals.some((approval) => approval.has('date'));
  const unsaid: Asked[] = [];
  if (!root.has('approved-by') && !isSigned) unsaid.push('approved-by');
  if (!isDated) unsaid.push('date');
  if (!root.has('review-due')) unsaid.push('review-due');
  return unsaid;
}

/** Words as a list in a sentence. */
const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');

/** What is not said, and which fields are there and empty; a field that says one of the three is not told of twice. */
function describe(root: Item, approvals: readonly Item[], status: string): Words | undefined {
  const unsaid = missing(root, approvals);
  const told = new Set<string>(unsaid);
  if (told.has('date')) told.add('ratified');
  const empty = emptyFields(root).filter((key) => !told.has(key));
  if (unsaid.length === 0 && empty.length === 0) return undefined;
  return { message: english(unsaid, empty, status), messageCy: () => welsh(unsaid, empty, root.value('status')) };
}

/** One sentence for what is not said, one for what is there and empty. */
function english(unsaid: readonly Asked[], empty: readonly string[], status: string): string {
  const sentences: string[] = [];
  if (unsaid.length > 0)
    sentences.push(
      `The plan is ${status}, but its control sheet does not say ${listed(unsaid.map((key) => inWords[key]))}. Without that nobody knows whether the paper in hand is valid.`,
    );
  if (empty.length > 0)
    sentences.push(
      `${unsaid.length > 0 ? 'Also empty' : `The plan is ${status}, but on its control sheet these are empty`}: ${listed(empty.map((key) => `“${key}”`))}. Fill them in or delete the lines.`,
    );
  return sentences.join(' ');
}

/** The same in Welsh. */
function welsh(unsaid: readonly Asked[], empty: readonly string[], status: string): string {
  const sentences: string[] = [];
  if (unsaid.length > 0)
    sentences.push(
      `Statws y cynllun yw “${status}”, ond nid yw ei daflen reoli yn dweud y canlynol: ${unsaid.map((key) => inWelsh[key]).join('; ')}. Heb hynny ni ŵyr neb a yw’r papur yn ei law yn ddilys.`,
    );
  if (empty.length > 0)
    sentences.push(
      `${unsaid.length > 0 ? 'Hefyd yn wag' : `Statws y cynllun yw “${status}”, ond ar ei daflen reoli mae’r rhain yn wag`}: ${empty.map(keyCy).join(', ')}. Llenwch y rhain neu dilëwch y llinellau.`,
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
    const words = describe(root, approvals, status);
    if (words) context.report(root.placed, { start: field.valueStart, end: field.valueEnd }, { item: root, ...words });
  },
};
