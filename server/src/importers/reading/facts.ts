/** Who leads a priority, with whom, by when: lines and rows that say so by name. */
import { fieldOn, type KeyLanguage } from '@goldthread/grammar';
import type { DraftItem } from '../draft/draft.ts';
import type { Table } from '../source.ts';
import { plainWords } from '../words.ts';
import { fieldOf } from './items.ts';
import { fieldOfColumn, putPeople } from './tables.ts';
import { putValue } from './values.ts';

/** A fact with its name as printed. */
interface Fact {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** Fields that a document gives in this way. */
const keys: ReadonlySet<string> = new Set(['lead', 'partners', 'due']);

function factOf(name: string, value: string, item: DraftItem): Fact | undefined {
  const key = fieldOfColumn(name, 'action');
  const isKnown = key !== undefined && keys.has(key) && fieldOn(item.kind, key) !== undefined && !fieldOf(item, key);
  return isKnown && plainWords(value) !== '' ? { key, name, value } : undefined;
}

const line = /^(?:\*\*|__)?(?<name>\p{Lu}[^:*_]{1,40}?)\s*(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(?<value>\S.{0,160})$/u;

/** The facts in a paragraph, one to a line, and the lines that are none; undefined where no line is one. */
export function factsInLines(
  text: string,
  item: DraftItem,
): { readonly facts: readonly Fact[]; readonly rest: string } | undefined {
  const rest: string[] = [];
  const facts = text.split(/\\\n/).flatMap((one) => {
    const { name = '', value = '' } = line.exec(one.trim())?.groups ?? {};
    const fact = factOf(name, value, item);
    if (!fact) rest.push(one);
    return fact ?? [];
  });
  return facts.length > 0 ? { facts, rest: rest.join('\\\n') } : undefined;
}

/** The facts in a table of two columns, where every row is one; undefined for any other table. */
export function factsInTable({ head, rows }: Table, item: DraftItem): readonly Fact[] | undefined {
  const all = [...head, ...rows].filter((row) => row.some((cell) => plainWords(cell) !== ''));
  const facts = all.flatMap((row) =>
    row.length === 2 ? (factOf(plainWords(row[0] as string), row[1] as string, item) ?? []) : [],
  );
  return all.length > 0 && facts.length === all.length ? facts : undefined;
}

/** Puts facts on the item that they are about. */
export function putFacts(item: DraftItem, facts: readonly Fact[], language: KeyLanguage): void {
  for (const { key, name, value } of facts)
    if (key === 'due') putValue(item, key, name, value, language);
    else putPeople(item, key, name, value, language);
}
