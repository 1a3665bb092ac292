import { fieldOn, readChoice, wordFor } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';

/** Which way is better. */
export type Direction = 'increase' | 'decrease' | 'maintain';

/** Which way is better for a measure; undefined where it does not say. */
export function directionOf(measure: Item): Direction | undefined {
  const { choices = [], choicesCy = [] } = fieldOn('measure', 'direction') ?? {};
  const { language } = measure.placed.file.tree;
  return readChoice(measure.value('direction'), choices, choicesCy, language).value as Direction | undefined;
}

/** The key of the field and the word for a direction, in the language of the file that a measure stands in. */
export function directionWords(measure: Item, direction: Direction): { readonly key: string; readonly word: string } {
  const { language } = measure.placed.file.tree;
  const field = fieldOn('measure', 'direction');
  const inWelsh = field?.choicesCy?.[field.choices?.indexOf(direction) ?? -1];
  return {
    key: field ? wordFor(field, language) : 'direction',
    word: language === 'cy' && inWelsh !== undefined ? inWelsh : direction,
  };
}
