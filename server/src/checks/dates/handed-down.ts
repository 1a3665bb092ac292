import type { Item } from '../../model/item.ts';
import type { BlockContent } from '../../model/read-block.ts';
import type { Plan } from '../../workspace/plan.ts';
import { headSpan, type Mark, type Marks, named, type RuleContext } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** A field that every action is to have, and the words of the messages about it. */
export interface Asked {
  readonly field: string;
  /** True where an action without the field has what it stands for all the same. */
  readonly otherwise?: (action: Item) => boolean;
  /** True for actions that are not asked. */
  readonly exempt: (action: Item) => boolean;
  /** The messages: for a plan where no action has it, for an item in which none has it, for an action that lacks it beside others that have it. */
  readonly nowhere: string;
  readonly nowhereIn: (item: string) => string;
  readonly missing: (action: string) => string;
  /** The message for an item in which few actions have it: “3 of 47 actions in …”. */
  readonly few: (actions: string) => string;
  /** The same in Welsh. */
  readonly nowhereCy: string;
  readonly nowhereInCy: (item: string) => string;
  readonly missingCy: (action: string) => string;
  readonly fewCy: (actions: string) => string;
}

/** Where at least so many actions are asked and fewer than half have the field, they are not named one by one. */
const MANY = 6;

/** The kinds that hand the field down to the actions in them. */
const handing = new Set(['priority', 'group', 'section']);

const isOutermostAction = (item: Item): boolean => item.key === 'action' && item.parent?.key !== 'action';

/** For each item of a block, how many outermost actions in it are asked, and how many of them have the field. */
interface Counts {
  asked: number;
  answered: number;
}

/** The items that have the field, or have it handed down. The items come outermost first. */
function given(items: readonly Item[], field: string): Set<Item> {
  const found = new Set<Item>();
  for (const item of items) if (item.field(field) || (item.parent && found.has(item.parent))) found.add(item);
  return found;
}

/** The actions all of whose sub-actions have the field, which is as good as having it. */
function givenBelow(items: readonly Item[], has: ReadonlySet<Item>): Set<Item> {
  const found = new Set<Item>();
  for (const item of items.toReversed()) {
    if (item.key !== 'action') continue;
    const actions = item.childrenOf('action');
    if (actions.length > 0 && actions.every((action) => has.has(action) || found.has(action))) found.add(item);
  }
  return found;
}

function count(items: readonly Item[], asked: Asked): Map<Item, Counts> {
  const has = given(items, asked.field);
  const below = givenBelow(items, has);
  const counts = new Map<Item, Counts>();
  for (const item of items.toReversed()) {
    const own = counts.get(item) ?? { asked: 0, answered: 0 };
    if (isOutermostAction(item) && !asked.exempt(item)) {
      own.asked = 1;
      own.answered = has.has(item) || below.has(item) || asked.otherwise?.(item) ? 1 : 0;
    }
    if (own.asked === 0) continue;
    counts.set(item, own);
    if (!item.parent) continue;
    const above = counts.get(item.parent) ?? { asked: 0, answered: 0 };
    counts.set(item.parent, { asked: above.asked + own.asked, answered: above.answered + own.answered });
  }
  return counts;
}

/**
 * Marks what one block lacks: the topmost priority, group or section in which no action has the field, or few of many do; else
 * each action that lacks it. Where no action of the block has it, that depends on the other blocks, so these marks have one key for the
 * plan, with one from each block that has it and one at the head. Else it depends on this block alone, so that an edit
 * elsewhere need not look at it again: its title is the key.
 */
export function markLacking(
  { placed, items }: BlockContent,
  asked: Asked,
  mark: (key: string, mark: Mark) => void,
): void {
  const [first] = items;
  if (!first) return;
  const note = (key: string, words: string, item: Item): void =>
    mark(key, { placed, ...headSpan(item), note: words, item });
  if (first.key === 'plan') note(asked.field, 'plan', first);
  if (!items.some((item) => item.key === 'action')) return;
  const counts = count(items, asked);
  const told = new Set<Item>();
  const lacking: Item[] = [];
  const few: { item: Item; words: string }[] = [];
  let isAnswered = false;
  for (const item of items) {
    const own = counts.get(item);
    if (item.parent && told.has(item.parent)) told.add(item);
    else if (own && own.answered > 0) {
      isAnswered = true;
      if (!handing.has(item.key) || own.asked < MANY || own.answered * 2 >= own.asked) continue;
      told.add(item);
      few.push({ item, words: `${own.answered} of ${own.asked}` });
    } else if (own && (handing.has(item.key) || isOutermostAction(item))) {
      told.add(item);
      lacking.push(item);
    }
  }
  if (isAnswered) note(asked.field, 'has', first);
  const key = isAnswered ? `${asked.field} in ${first.title}` : asked.field;
  for (const item of lacking) note(key, 'lacks', item);
  for (const { item, words } of few) note(key, words, item);
}

/**
 * Reports what the blocks of a plan lack: one finding for the plan where none of its actions has the field and there is
 * more than one place to name; else each place.
 */
export function reportLacking(marks: Marks, plan: Plan, asked: Asked, context: RuleContext): void {
  if (plan.kind !== 'plan' || context.facts(plan).kind === 'summary') return;
  const places: Item[] = [];
  let root: Item | undefined;
  let isAnswered = false;
  for (const { note, item } of marks.all) {
    if (!item) continue;
    if (note === 'lacks') places.push(item);
    else if (note === 'has') isAnswered = true;
    else if (note !== 'plan')
      context.report(item.placed, headSpan(item), {
        item,
        message: asked.few(`${note} actions in ${named(item)}`),
        messageCy: () => asked.fewCy(`${note.replace(' of ', ' o’r ')} gweithred yn ${namedCy(item)}`),
      });
    else if (item === context.model.root(plan)) root = item;
  }
  const report = (item: Item, message: string, messageCy: () => string): void =>
    context.report(item.placed, headSpan(item), { item, message, messageCy });
  if (root && !isAnswered && places.length > 1) report(root, asked.nowhere, () => asked.nowhereCy);
  else
    for (const item of places)
      if (item.key === 'action') report(item, asked.missing(named(item)), () => asked.missingCy(namedCy(item)));
      else report(item, asked.nowhereIn(named(item)), () => asked.nowhereInCy(namedCy(item)));
}
