import { readDate, readDue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { holderOf, linked, prioritiesServed } from '../../model/links.ts';
import { choiceOf } from '../document/values.ts';
import type { ItemNames } from '../item-names.ts';
import { type Column, date, text, texts } from './columns.ts';
import { called, namesOf, partiesOf, refsOf, valueIn } from './values.ts';

export const actionColumns: readonly Column[] = [
  ...texts('ref', 'kind', 'number', 'title', 'priorities', 'priority refs', 'lead', 'partners', 'assured by'),
  date('start'),
  text('due'),
  date('due by'),
  ...texts('status', 'cost', 'condition', 'measures'),
];

/** The actions of a plan and its milestones, with who leads them and when they are due; what they have from above included. */
export const actionRows = (items: readonly Item[], names: ItemNames): string[][] =>
  items.filter(({ key }) => key === 'action' || key === 'milestone').map((action) => actionRow(action, names));

function actionRow(action: Item, names: ItemNames): string[] {
  const { model } = names;
  const priorities = prioritiesServed(model, action);
  const { number, title } = namesOf(action, names);
  const due = holderOf(action, 'due');
  const dueText = due?.value('due') ?? '';
  const language = due?.placed.file.tree.language ?? 'en';
  return [
    names.ref(action),
    action.key,
    number,
    title,
    called(priorities, names),
    refsOf(priorities, names),
    partiesOf(action, 'lead', names),
    partiesOf(action, 'partners', names),
    partiesOf(action, 'assured-by', names),
    readDate(action.value('start'), action.placed.file.tree.language).value?.first ?? action.value('start'),
    dueText,
    readDue(dueText, language).value?.date?.last ?? '',
    choiceOf(action, 'status') ?? action.value('status'),
    valueIn(action, 'cost', names),
    valueIn(action, 'condition', names),
    called(
      linked(model, action, 'measures').map(({ item }) => item),
      names,
    ),
  ];
}
