import { kindOf, kindOfPlural, nameOf, textOf } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { nested } from '../../model/nested.ts';
import type { Plan } from '../../workspace/plan.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { KeyRule, Mark, RuleContext } from '../rule.ts';
import { manyCy } from '../welsh.ts';
import { claimsIn, countedKinds, kindsCounted, nounsIn } from './counted.ts';
import { englishNumber, numberByWord } from './number-words.ts';
import { isOthersWords, passagesOf } from './passages.ts';
import { librariesOf, usesPlan } from './used.ts';

/** How the note of a mark begins that is a number in the text. */
const CLAIM = 'claims ';

/** A number in the text is not the number of items. */
export const wrongCount: KeyRule = {
  id: 'consistency/wrong-count',
  severity: 'warning',
  says: 'The text counts its priorities, outcomes or aims, and the plan has another number of them.',
  why: 'Readers who count “our four priorities” and find five doubt the rest of the plan.',
  source: 'House rule',
  breaks:
    'plan p: Plan\n\nsection welcome: Welcome\n  text: Our two priorities come from what you told us.\n\npriority homes: Warm homes\n\npriority parks: Green parks\n\npriority roads: Safe roads\n',
  clean:
    'plan p: Plan\n\nsection welcome: Welcome\n  text: Our three priorities come from what you told us. The two outcomes that matter most come first.\n\npriority homes: Warm homes\n\npriority parks: Green parks\n\npriority roads: Safe roads\n',
  readsOtherPlans: true,
  readsWholePlan: true,
  marks(content, mark) {
    const { placed, fields } = content;
    const here = { placed, start: 0, end: 0 };
    for (const entry of fields) {
      const named = entry.definition?.key === 'label' ? nameOf(placed.block, entry) : '';
      const kind = (kindOfPlural(named) ?? kindOf(named))?.key;
      if (kind === undefined || !countedKinds.has(kind)) continue;
      for (const noun of nounsIn(textOf(placed.block, entry)))
        mark('counts', { ...here, note: `calls ${kind} ${noun}` });
    }
    for (const { item, start, words } of passagesOf(content)) {
      if (isOthersWords(item)) continue;
      for (const claim of claimsIn(words))
        mark('counts', {
          placed,
          start: start + claim.start,
          end: start + claim.end,
          note: `${CLAIM}${claim.numberEnd - claim.start} ${claim.number} ${claim.noun}`,
          item,
        });
    }
  },
  key(_key, marks, plan, context) {
    const claims = marks.all.filter(({ note }) => note.startsWith(CLAIM));
    if (claims.length === 0) return;
    const called = new Map<string, Set<string>>();
    for (const mark of marks.all) {
      const [what, kind = '', ...words] = mark.note.split(' ');
      const noun = words.join(' ');
      if (what === 'calls') called.set(noun, (called.get(noun) ?? new Set()).add(kind));
    }
    const counts = countsOf(context.model.items(plan));
    for (const claim of claims) checkClaim(claim, counts, called, plan, context);
  },
};

/** How many items of a kind a plan has. */
interface Count {
  /** In all, and in the plan itself. */
  total: number;
  inPlan: number;
  /** How many there are in single items. */
  readonly lengths: Set<number>;
}

/** Kinds of which a plan may have several lists; a claim may be about any of them. */
const inManyLists = new Set(['aim', 'principle', 'value']);

/** Counts the items of each kind that is counted. Sub-priorities, and outcomes that belong to one item, are not. */
function countsOf(items: Iterable<Item>): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  const lists = new Map<string, Map<Item, number>>();
  for (const { key: kind, parent } of items) {
    if (!countedKinds.has(kind)) continue;
    if (kind === 'priority' ? parent?.key === 'priority' : kind === 'outcome' && parent !== undefined) continue;
    const count = counts.get(kind) ?? { total: 0, inPlan: 0, lengths: new Set() };
    counts.set(kind, count);
    count.total++;
    if (!parent || !inManyLists.has(kind)) count.inPlan++;
    else {
      const list = nested(lists, kind);
      list.set(parent, (list.get(parent) ?? 0) + 1);
    }
  }
  for (const [kind, list] of lists) for (const length of list.values()) counts.get(kind)?.lengths.add(length);
  return counts;
}

/** True where a number may be meant of a kind: it is that of all, of those of the plan itself, or of one list. */
const isRight = (claimed: number, { total, inPlan, lengths }: Count): boolean =>
  total === claimed || inPlan === claimed || lengths.has(claimed);

function checkClaim(
  claim: Mark,
  counts: ReadonlyMap<string, Count>,
  called: ReadonlyMap<string, ReadonlySet<string>>,
  plan: Plan,
  context: RuleContext,
): void {
  const [, length, number, ...words] = claim.note.split(' ');
  const noun = words.join(' ');
  const kinds = [...(called.get(noun) ?? []), ...kindsCounted(noun)].filter((kind) => counts.has(kind));
  const claimed = Number(number);
  const [kind] = kinds;
  const count = kind === undefined ? undefined : counts.get(kind);
  if (!kind || !count || kinds.some((one) => isRight(claimed, counts.get(one) ?? count))) return;
  if (kinds.some((one) => isCountNearby(claim.item, one, claimed)) || isShared(kinds, plan, context)) return;
  const { total } = count;
  const { placed, start, end } = claim;
  const written = placed.block.text.slice(start, end).replace(/\s+/g, ' ');
  const span = { start, end: start + Number(length) };
  const right = likeIt(placed.block.text.slice(span.start, span.end), total);
  const has = `${englishNumber(total) ?? total} ${total === 1 ? kindOf(kind)?.noun : kindOf(kind)?.nouns}`;
  context.report(placed, claim, {
    item: claim.item,
    message: `The text says ‘${written}’, but the plan has ${has}. Readers who count will doubt the rest: put the number right, or the list.`,
    messageCy: () =>
      `Mae’r testun yn dweud ‘${written}’, ond nifer y ${manyCy(kind)} yn y cynllun yw ${total}. Bydd darllenwyr sy’n cyfrif yn amau’r gweddill: cywirwch y rhif, neu’r rhestr.`,
    fixes: right === undefined ? [] : [replacing(titlesFor(placed).changeTo(`‘${right}’`), placed, span, right)],
  });
}

/** True where the claim may be about a shorter list: that of the item it stands in, or of one above. */
function isCountNearby(claimant: Item | undefined, kind: string, claimed: number): boolean {
  for (let item = claimant; item; item = item.parent)
    if (!item.kind.root && item.childrenOf(kind).length === claimed) return true;
  return false;
}

/** True where some of what is counted may stand in a library or a plan that this one uses. */
const isShared = (kinds: readonly string[], plan: Plan, context: RuleContext): boolean =>
  usesPlan(plan, context) ||
  librariesOf(plan, context).some((root) => {
    const held = context.model.remembered('counted kinds', root, () => {
      const found = new Set<string>();
      for (const item of root.plan ? context.model.items(root.plan) : [])
        if (countedKinds.has(item.key)) found.add(item.key);
      return found;
    });
    return kinds.some((kind) => held.has(kind));
  });

/** A number written as another one is: in figures, or in English words with the same capital. Nothing for Welsh words. */
function likeIt(written: string, count: number): string | undefined {
  if (/^\d/.test(written)) return String(count);
  const word = englishNumber(count);
  const isEnglish = englishNumber(numberByWord.get(written.toLowerCase()) ?? 0) === written.toLowerCase();
  if (word === undefined || !isEnglish) return undefined;
  return /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
