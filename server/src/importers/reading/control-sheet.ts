import type { KeyLanguage } from '@goldthread/grammar';
import type { Draft } from '../draft/draft.ts';
import type { Table } from '../source.ts';
import { plainWords } from '../words.ts';
import { controlRows } from './control-rows.ts';
import { newField } from './items.ts';
import { bare } from './role-of.ts';
import { settledValue } from './settled-value.ts';

const rows = controlRows.map(({ field, name }) => ({
  field,
  pattern: new RegExp(`^(?:${name.replaceAll('…', '.{1,80}')})$`, 'u'),
}));

/** The field that a row of a control sheet fills; undefined for a row that is not known. */
const controlField = (name: string): string | undefined => {
  const words = bare(name.slice(0, 120));
  return rows.find(({ pattern }) => pattern.test(words))?.field;
};

/** How many known rows make a table a control sheet. */
const enough = 3;

/** The rows of a control sheet; undefined where a table is none. */
export function controlSheetOf(table: Table): readonly (readonly [name: string, value: string])[] | undefined {
  // “Item | Detail” over the rows says nothing.
  const head = table.head.filter(([name = '']) => controlField(plainWords(name)) !== undefined);
  const all = [...head, ...table.rows].filter((row) => row.some((cell) => plainWords(cell) !== ''));
  if (!all.every((row) => row.slice(2).every((cell) => plainWords(cell) === ''))) return undefined;
  const known = all.filter(([name = '']) => controlField(plainWords(name)) !== undefined);
  if (known.length < enough || known.length * 2 < all.length) return undefined;
  return all.map(([name = '', value = '']) => [plainWords(name), value]);
}

/** What became of a control sheet besides fields. */
interface Filled {
  /** Rows that have no field, or another value than the field has: rows of a table. */
  readonly left: readonly (readonly [name: string, value: string])[];
  /** What the plan says by itself: what it is called, and the names of its fields. */
  readonly told: readonly string[];
}

/**
 * Fills the fields of a plan from its control sheet. A name other than ours becomes the heading that the document prints; an empty row
 * stands empty.
 */
export function fillControlSheet(
  draft: Draft,
  sheet: readonly (readonly [name: string, value: string])[],
  language: KeyLanguage,
): Filled {
  const left: (readonly [string, string])[] = [];
  const told: string[] = [];
  for (const [name, value] of sheet) {
    const key = controlField(name);
    const words = plainWords(value);
    if (key === 'title') {
      if (draft.plan.title === '') draft.plan.title = words;
      if (words === draft.plan.title) told.push(`${name} ${words}`);
      else left.push([name, value]);
      continue;
    }
    const written =
      key === undefined
        ? undefined
        : words === ''
          ? ''
          : settledValue('plan', key, key === 'status' ? words.toLowerCase() : words, language);
    const isThere = draft.plan.parts.some((part) => part.type === 'field' && part.key === key);
    if (key === undefined || written === undefined || isThere) {
      left.push([name, value]);
      continue;
    }
    const stands = startsAsName(key) ? capitalised(written) : written;
    told.push(name);
    draft.plan.parts.push(newField(key, stands, undefined, stands === words ? undefined : words));
    const label = name.replace(/\s*:\s*$/, '');
    if (label.toLowerCase() !== key.replaceAll('-', ' ')) draft.labels.set(key, label);
  }
  return { left, told };
}

/** Fields in which words in small letters would be read as an id. */
const startsAsName = (key: string): boolean => ['owner', 'author', 'approved-by'].includes(key);

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
