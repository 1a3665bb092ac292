import type { KeyLanguage } from '@goldthread/grammar';
import type { DraftItem } from '../draft/draft.ts';
import { plainWords } from '../words.ts';
import { newField } from './items.ts';
import { settledValue } from './settled-value.ts';

/**
 * Puts a value on an item: in its field where the language can read it, else in words under `text`, with what the document calls it.
 * Nothing for no words.
 */
export function putValue(item: DraftItem, key: string, called: string, markdown: string, language: KeyLanguage): void {
  const words = plainWords(markdown);
  if (words === '') return;
  const value = settledValue(item.kind, key, words, language);
  const isThere = item.parts.some((part) => part.type === 'field' && part.key === key && part.name === undefined);
  if (value !== undefined && !isThere)
    item.parts.push(newField(key, value, undefined, value === words ? undefined : words));
  else putWords(item, `${called}: ${markdown}`);
}

/** Puts a paragraph below an item, behind what is there. */
export function putWords(item: DraftItem, markdown: string): void {
  const text = item.parts.find((part) => part.type === 'field' && part.key === 'text' && part.name === undefined);
  if (text?.type === 'field') text.value = `${text.value}\n\n${markdown}`;
  else item.parts.push(newField('text', markdown));
}
