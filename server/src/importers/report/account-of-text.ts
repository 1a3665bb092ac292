import { type Entry, kindOf, parse, textOf } from '@goldthread/grammar';
import type { Doubt } from '../source.ts';
import { wordSequence } from '../words.ts';
import type { Account, AccountDocument, AccountItem } from './account.ts';

/** The account of a plan that its document carried: it is what it was, and nothing had to be guessed. */
export function accountOfText(text: string, document: AccountDocument, doubts: readonly Doubt[]): Account {
  const { length } = wordSequence(text);
  return {
    document,
    items: itemsOfText(text),
    links: [],
    prose: [],
    repeats: [],
    mends: [],
    removed: [],
    doubts,
    words: { source: length, kept: length, accounted: length },
  };
}

/** The items of a plan in the order of its text, the plan itself first. */
function itemsOfText(text: string): AccountItem[] {
  const items: AccountItem[] = [];
  let line = 1;
  for (const block of parse(text).blocks) {
    const add = (entry: Entry): void => {
      const { definition, at, nameStart, nameEnd } = entry;
      if (definition?.item && kindOf(definition.key)) {
        const before = block.text.slice(0, at).split('\n').length - 1;
        const id = block.text.slice(nameStart, nameEnd);
        const title = textOf(block, entry);
        items.push({
          kind: definition.key,
          title,
          id: id === '' ? undefined : id,
          line: line + before,
          spot: {},
          confidence: 1,
        });
      }
      for (const child of entry.children) add(child);
    };
    for (const entry of block.entries) add(entry);
    line += block.text.split('\n').length - 1;
  }
  return items;
}
