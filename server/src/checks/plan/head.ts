import type { Item } from '../../model/item.ts';
import type { RuleContext } from '../rule.ts';

/** True for the first entry of a plan. Another `plan` further down the file is a mistake that has a check of its own. */
export const isHead = (item: Item, context: RuleContext): boolean =>
  item.plan !== undefined && context.model.root(item.plan) === item;
