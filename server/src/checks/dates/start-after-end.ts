import { compareAtCoarser, type Entry, readDate, readDue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { holderOf } from '../../model/links.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import { type BlockRule, type Fix, named, type RuleContext } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';

/** A mend that puts the two dates of a period in each other's place; none where the text is not three words. */
function swappingPeriod(found: string, replace: (text: string) => Fix): Fix[] {
  const [start, to, end, ...more] = found.trim().split(/\s+/);
  return start && to && end && more.length === 0 ? [replace(`${end} ${to} ${start}`)] : [];
}

/** Reports an action that starts after the day on which it is due, by its own due date or the one that is handed down to it. */
function checkAction(action: Item, context: RuleContext): void {
  const from = action.field('start');
  const start = from && readDate(action.valueOf(from)).value;
  const holder = start && holderOf(action, 'due');
  const to = holder?.field('due');
  if (!start || !holder || !to) return;
  const due = readDue(holder.valueOf(to), action.placed.file.tree.language).value?.date;
  if (!due || compareAtCoarser(start, due) <= 0) return;
  const { placed } = action;
  const where = holder === action ? '' : `, which ${named(holder)} hands down to it`;
  const swap = { title: titlesFor(placed).swapDates, edits: [written(from, due.text), written(to, start.text)] };
  context.report(placed, spanOf(from), {
    item: action,
    message: `${named(action)} starts, ${start.text}, after it is due, ${due.text}${where}. Change one of the two dates.`,
    messageCy: () => {
      const whereCy = holder === action ? '' : ` (sy’n dod ${joinCy('o', namedCy(holder))})`;
      return `Mae ${joinCy('dyddiad dechrau', namedCy(action))}, ${start.text}, yn dod ar ôl ei dyddiad cwblhau, ${due.text}${whereCy}. Newidiwch un o’r ddau ddyddiad.`;
    },
    related: [{ placed, ...spanOf(to), message: 'It is due here', messageCy: () => 'Mae’r dyddiad cwblhau yma' }],
    fixes: holder === action ? [swap] : [],
  });

  function written(entry: Entry, text: string) {
    return { placed, ...spanOf(entry), text };
  }
}

const spanOf = (entry: Entry) => ({ start: entry.valueStart, end: entry.valueEnd });

/** A period ends before it starts, or an action is due before it starts. */
export const startAfterEnd: BlockRule = {
  id: 'dates/start-after-end',
  severity: 'error',
  says: 'A period ends before it starts, or an action is due before it starts.',
  why: 'The end of something cannot come before its start, so one of the two dates is a slip.',
  source: 'House rule; ISO 8601-1:2019, time intervals',
  breaks:
    'plan p: Plan\n  period: 2030-03-31 to 2026-04-01\n\npriority homes: Build homes\n  action: Build 200 homes\n    start: 2027-06\n    due: 2027-03\n',
  clean:
    'plan p: Plan\n  period: 2026-04-01 to 2030-03-31\n\npriority homes: Build homes\n  action: Build 200 homes\n    start: 2027-03\n    due: 2027-06\n',
  block({ placed, problems, items }, context) {
    for (const problem of problems)
      if (problem.code === 'start-after-end')
        context.report(placed, problem, {
          message: problem.why ?? 'This period ends before it starts. Put the earlier date first.',
          messageCy: () =>
            problem.why ?? 'Mae’r cyfnod hwn yn dod i ben cyn iddo ddechrau. Rhowch y dyddiad cynharaf yn gyntaf.',
          fixes: swappingPeriod(problem.found, (text) =>
            replacing(titlesFor(placed).changeTo(`‘${text}’`), placed, problem, text),
          ),
        });
    for (const item of items) if (item.key === 'action') checkAction(item, context);
  },
};
