import { fieldOn, readChoice } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';

/** True for an action that is done or stopped: nobody need be asked any more when it will be done, or by whom. */
export function isFinished(action: Item): boolean {
  const written = action.value('status');
  if (!written) return false;
  const { choices = [], choicesCy = [] } = fieldOn('action', 'status') ?? {};
  const status = readChoice(written, choices, choicesCy, action.placed.file.tree.language).value;
  return status === 'done' || status === 'stopped';
}
