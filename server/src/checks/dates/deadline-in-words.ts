import { type Entry, fieldOn, readDue, wordFor } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { holderOf } from '../../model/links.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingField, replacing } from '../fixes.ts';
import { type ItemRule, named, type RuleContext } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { dateLike, dateMeant, deadlineIn, meansWholePlan } from './deadline.ts';
import { isFinished } from './finished.ts';
import { periodOf } from './period.ts';

/** The date to offer for words: the one that they mean, or the last of the plan's period where they mean all of it. */
const offered = (item: Item, words: string, context: RuleContext): string | undefined =>
  dateMeant(words) ?? (meansWholePlan(words) ? periodOf(item.plan, context)?.end?.text : undefined);

/** Reports a due date that is words, where it stands. */
function checkDue(item: Item, entry: Entry, context: RuleContext): void {
  const words = item.valueOf(entry);
  const due = words ? readDue(words, item.placed.file.tree.language).value : undefined;
  if (!due || due.date) return;
  const span = { start: entry.valueStart, end: entry.valueEnd };
  const date = offered(item, words, context);
  const example = date ?? dateLike(words) ?? periodOf(item.plan, context)?.end?.text ?? '2027-03';
  context.report(item.placed, span, {
    item,
    message: `‘${words}’ can’t be sorted, tracked or missed. Write the last date on which it may be done, such as ${example}.`,
    messageCy: () =>
      `Ni ellir trefnu na dilyn ‘${words}’ fel dyddiad, na gweld a aeth heibio. Ysgrifennwch y dyddiad olaf y gellir gwneud y gwaith arno, er enghraifft ${example}.`,
    fixes: date ? [replacing(titlesFor(item.placed).changeTo(`‘${date}’`), item.placed, span, date)] : [],
  });
}

/** Reports a deadline in the words of an action that has no due date, of its own or handed down to it. */
function checkWords(action: Item, context: RuleContext): void {
  if (holderOf(action, 'due') || isFinished(action)) return;
  const deadline = deadlineIn(action);
  const field = fieldOn('action', 'due');
  if (!deadline || !field) return;
  const date = offered(action, deadline.words, context);
  const line = `${wordFor(field, action.placed.file.tree.language)}: ${date ?? '…'}`;
  context.report(action.placed, deadline, {
    item: action,
    message: `${named(action)} sets a deadline in words, ‘${deadline.words.replace(/\s+/g, ' ')}’, which can’t be sorted, tracked or missed. Add the date: “${line}”.`,
    messageCy: () =>
      `${joinCy('Mae', namedCy(action))} yn gosod terfyn amser mewn geiriau, ‘${deadline.words.replace(/\s+/g, ' ')}’, ac ni ellir trefnu na dilyn hynny fel dyddiad, na gweld a aeth heibio. Ychwanegwch y dyddiad: “${line}”.`,
    fixes: date ? [addingField(titlesFor(action.placed).addLine(line), action, line)] : [],
  });
}

/** A deadline is in words. Where a group, section or priority hands it down, it is reported there, not again at each action. */
export const deadlineInWords: ItemRule = {
  id: 'dates/deadline-in-words',
  severity: 'hint',
  says: 'A deadline is in words where a date could stand.',
  why: '“During my term of office” can’t be sorted, tracked or missed.',
  source: 'HM Treasury, The Green Book: SMART objectives; found in published plans',
  breaks:
    'plan p: Plan\n  period: 2021-05-13 to 2024-05-08\n\npriority streets: Safer streets\n  action: Recruit more officers\n    due: during my term of office\n  action: Light the footpaths by the end of March 2023\n',
  clean:
    'plan p: Plan\n  period: 2021-05-13 to 2024-05-08\n\npriority streets: Safer streets\n  action: Recruit more officers\n    due: 2024-05-08\n  action: Light the footpaths by the end of March 2023\n    due: 2023-03\n',
  kinds: ['priority', 'group', 'section', 'action', 'milestone'],
  reads: 'itself',
  item(item, context) {
    const due = item.field('due');
    if (due) checkDue(item, due, context);
    else if (item.key === 'action') checkWords(item, context);
  },
};
