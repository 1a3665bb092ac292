import { fieldOn, readDate, readDue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { holderOf } from '../../model/links.ts';
import { dateShown } from '../dates.ts';
import { choiceOf } from '../document/values.ts';
import { capitalised } from '../labels.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import type { Draft } from './draft.ts';
import { cell, columns, placeCell, said } from './pieces.ts';
import type { Worked } from './subject.ts';

/** In which order actions stand by their status; those without one come last. */
const order = ['done', 'under way', 'delayed', 'planned', 'stopped'];

/** What an action says of how far it has come: one of the statuses, other words, or nothing. There is no clock: whether it is late is only told where the plan says so. */
const statusOf = (action: Item): string => choiceOf(action, 'status') ?? action.value('status');

/** A status in the language of the report. */
function statusShown(status: string, { words, names }: Draft): string {
  if (!status) return words.actions.noStatus;
  const { choices = [], choicesCy = [] } = fieldOn('action', 'status') ?? {};
  return capitalised((names.language === 'cy' && choicesCy[choices.indexOf(status)]) || status);
}

const rank = (status: string): number =>
  status ? (order.indexOf(status) + order.length + 1) % (order.length + 1) : order.length + 1;

/** How many actions there are of each status: “3 actions and milestones: 1 done, 2 under way.” */
export function summaryOf(actions: readonly Item[], draft: Draft): string {
  const { counted, summary, part, partWithout, allWithout } = draft.words.actions;
  const all = counted(
    actions.length,
    actions.some(({ key }) => key === 'milestone'),
  );
  const counts = countsOf(actions);
  if (counts.every(([status]) => !status)) return allWithout(all);
  const parts = counts.map(([status, count]) => {
    const shown = statusShown(status, draft);
    return status ? part(count, shown.charAt(0).toLocaleLowerCase() + shown.slice(1)) : partWithout(count);
  });
  return summary(all, parts.join(', '));
}

/** The statuses of actions in their order, with how many have each. */
function countsOf(actions: readonly Item[]): [status: string, count: number][] {
  const counts = new Map<string, number>();
  for (const action of actions) counts.set(statusOf(action), (counts.get(statusOf(action)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => rank(a) - rank(b));
}

/** Actions with how many there are of each status: a table for each heading that they stand under, with the words that they complete. */
export function actionsFlow(actions: readonly Item[], title: readonly Inline[], draft: Draft): Flow[] {
  const { names } = draft;
  const holders = new Map<Item | undefined, Item[]>();
  const homes = new Map<Item, Item | undefined>();
  for (const action of actions) {
    const above = action.above('action');
    const holder = above && homes.has(above) ? homes.get(above) : action.parent;
    homes.set(action, holder);
    const known = holders.get(holder);
    if (known) known.push(action);
    else holders.set(holder, [action]);
  }
  const tables = [...holders].flatMap(([holder, some]): Flow[] => {
    const leadIn = holder ? draft.worded(holder, 'lead-in') : [];
    const isNamed = holder !== undefined && holder.key !== 'priority' && holder.title !== '';
    return [
      ...(leadIn.length > 0 ? [{ type: 'paragraph', role: 'lead-in', children: leadIn } satisfies Flow] : []),
      tableOf(some, isNamed ? names.words(holder) : title, draft),
    ];
  });
  return [said(summaryOf(actions, draft)), ...tables];
}

/** Actions as a table by status, with a place for what was done; those that stand in others below them. */
function tableOf(actions: readonly Item[], title: readonly Inline[], draft: Draft): Flow {
  const { words } = draft;
  const has = {
    status: actions.some((action) => statusOf(action)),
    due: actions.some((action) => dueOf(action, draft).length > 0),
    lead: actions.some((action) => draft.parties(action, 'lead').length > 0),
  };
  const head = columns([
    words.actions.action,
    ...(has.status ? [words.actions.status] : []),
    ...(has.due ? [words.actions.due] : []),
    ...(has.lead ? [words.actions.lead] : []),
    words.actions.done,
  ]);
  const rows = inOrder(actions).map(({ action, depth }): Cell[] => [
    { header: 'row', anchor: draft.anchor(action), depth, children: called(action, draft) },
    ...(has.status ? [cell(statusShown(statusOf(action), draft))] : []),
    ...(has.due ? [cell(dueOf(action, draft))] : []),
    ...(has.lead ? [cell(draft.parties(action, 'lead'))] : []),
    placeCell(words.writeDone),
  ]);
  return { type: 'table', role: 'actions', caption: title, head: [head], rows };
}

/** Actions by their status, those that stand in another one behind it. */
function inOrder(actions: readonly Item[]): { readonly action: Item; readonly depth: number }[] {
  const tops: { readonly status: string; readonly rows: { action: Item; depth: number }[] }[] = [];
  const known = new Map<Item, { readonly depth: number; readonly rows: { action: Item; depth: number }[] }>();
  for (const action of actions) {
    const above = action.above('action');
    const holder = above && known.get(above);
    const depth = holder ? holder.depth + 1 : 0;
    const rows = holder?.rows ?? [];
    if (!holder) tops.push({ status: statusOf(action), rows });
    rows.push({ action, depth });
    known.set(action, { depth, rows });
  }
  return tops.sort((a, b) => rank(a.status) - rank(b.status)).flatMap(({ rows }) => rows);
}

/** An action by its number and title; a milestone says that it is one. */
function called(action: Item, { names, words }: Draft): readonly Inline[] {
  const title = names.words(action);
  return action.key === 'milestone' ? [plain(words.actions.milestone('')), ...title] : title;
}

/** When something is due, in words; what it does not say itself it has from above. */
function dueOf(action: Item, draft: Draft): Inline[] {
  const holder = holderOf(action, 'due');
  if (!holder) return [];
  const written = holder.value('due');
  const { language } = holder.placed.file.tree;
  const isDate = readDate(written, language).value !== undefined;
  return isDate ? [plain(dateShown(written, language, draft.names.language))] : draft.worded(holder, 'due');
}

/** What the priorities have come to: a row for each of those that stand in no other, a column for each status. */
export function statusTable(draft: Draft): Flow[] {
  const { subject, words, names } = draft;
  const statuses = countsOf(subject.allActions).map(([status]) => status);
  if (statuses.length === 0) return [];
  if (statuses.length === 1) return [said(summaryOf(subject.allActions, draft))];
  const row = (header: readonly Inline[], actions: readonly Item[], role?: string): Cell[] => {
    const counts = new Map(countsOf(actions));
    return [
      { header: 'row', children: header, ...(role ? { role } : {}) },
      ...statuses.map((status) => cell(String(counts.get(status) ?? 0))),
      { ...cell(String(actions.length)), role: 'total' },
    ];
  };
  const rows = topmost(subject.worked).map(({ priority, actions }) => row([names.mention(priority)], actions));
  if (subject.actions.length > 0) rows.push(row([plain(words.glance.others)], subject.actions));
  if (rows.length > 1) rows.push(row([plain(words.glance.total)], subject.allActions, 'total'));
  const head = columns([
    words.glance.priority,
    ...statuses.map((status) => statusShown(status, draft)),
    words.glance.total,
  ]);
  const align = head.map((_, index) => (index > 0 ? ('right' as const) : undefined));
  return [{ type: 'table', caption: [plain(words.glance.actions)], head: [head], rows, align }];
}

/** The priorities that stand in no other, each with the actions of all that stand in it. */
function topmost(worked: readonly Worked[]): { readonly priority: Item; readonly actions: readonly Item[] }[] {
  const tops: { readonly priority: Item; readonly actions: Item[] }[] = [];
  for (const { priority, depth, actions } of worked) {
    const last = tops.at(-1);
    if (depth > 0 && last) last.actions.push(...actions);
    else tops.push({ priority, actions: [...actions] });
  }
  return tops;
}

/** Actions and milestones with a date, the earliest first; nothing where there are none. */
export function datesTable(draft: Draft): Flow[] {
  const { subject, words } = draft;
  const dated = subject.allActions.flatMap((action) => {
    const holder = holderOf(action, 'due');
    const last = holder && readDue(holder.value('due'), holder.placed.file.tree.language).value?.date?.last;
    return last ? [{ action, last }] : [];
  });
  if (dated.length === 0) return [];
  const rows = dated
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0))
    .map(({ action }): Cell[] => [
      cell(dueOf(action, draft)),
      {
        header: 'row',
        children: [{ type: 'mention', item: draft.names.ref(action), children: called(action, draft) }],
      },
      cell(statusShown(statusOf(action), draft)),
    ]);
  const head = columns([words.actions.due, words.due.what, words.actions.status]);
  return [said(words.due.intro), { type: 'table', caption: [plain(words.due.caption)], head: [head], rows }];
}

/** How many actions have no status. */
export const withoutStatus = (actions: readonly Item[]): number => actions.filter((action) => !statusOf(action)).length;
