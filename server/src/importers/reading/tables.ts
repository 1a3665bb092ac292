import type { KeyLanguage } from '@goldthread/grammar';
import type { DraftItem } from '../draft/draft.ts';
import type { Table } from '../source.ts';
import { plainWords } from '../words.ts';
import { beginsAsAction } from './action-words.ts';
import { isBody } from './bodies.ts';
import { columns, type TableKind } from './columns.ts';
import { fieldOf, newField, newItem, titled } from './items.ts';
import { bare } from './role-of.ts';
import { settledValue } from './settled-value.ts';
import { putValue, putWords } from './values.ts';

const rows = columns.map(({ heading, of }) => ({
  of,
  pattern: new RegExp(`^(?:${heading.replaceAll(' …', '(?: .{1,40})?').replaceAll('…', '.{1,40}')})$`, 'u'),
}));

/** Kinds of table, the surest first: each with the columns, besides what its items are called, of which it must have one. */
const kinds: readonly (readonly [TableKind, readonly string[]])[] = [
  ['term', ['means']],
  ['action', ['lead', 'due', 'measures', 'partners', 'status', 'cost', 'start', 'milestone', 'outcome']],
  ['measure', ['baseline', 'target', 'unit', 'direction', 'frequency', 'owner', 'source']],
  ['milestone', ['due']],
];

/** A table whose rows are items: what they are, and the field that each column is; undefined for a column that is none. */
interface TableReading {
  readonly kind: TableKind;
  readonly fields: readonly (string | undefined)[];
  /** The date that the heading of a column says, as a plan writes it. */
  readonly dates: readonly (string | undefined)[];
  readonly headings: readonly string[];
  readonly body: readonly (readonly string[])[];
}

const startsWithDate = /^(?:\p{L}+ )?(?:19|20)\d\d(?: ?[/–-] ?\d{2,4})? /u;

/** The row of the table of columns that a heading matches. One in two languages is read in each. */
function columnOf(heading: string): (typeof rows)[number]['of'] | undefined {
  for (const part of heading.slice(0, 80).split(/\s+[/|]\s+/)) {
    const words = bare(part);
    // “2025/26 target” is a target, as “Target 2025/26” is.
    for (const name of [words, words.replace(startsWithDate, '')]) {
      const of = rows.find(({ pattern }) => pattern.test(name))?.of;
      if (of) return of;
    }
  }
  return undefined;
}

/** The field that a column with a heading is in a table of a kind. */
export const fieldOfColumn = (heading: string, kind: TableKind): string | undefined => columnOf(heading)?.[kind];

/** What the rows of a table are, by the headings of its columns; undefined where it is a table like any other. */
export function readTable(table: Table, language: KeyLanguage): TableReading | undefined {
  const [first, ...others] = table.head.length > 0 ? [table.head.at(-1), ...table.rows] : table.rows;
  const headings = (first ?? []).map(plainWords);
  const found = headings.map(columnOf);
  const dates = headings.map((heading) => dateIn(heading, language));
  for (const [kind, needed] of kinds) {
    const fields = found.map((of) => of?.[kind]);
    // What is measured is no action, whoever answers for it; nor is a milestone.
    const isOther = found.some((of) => of?.measure === 'title' || of?.milestone === 'title');
    if (kind !== 'action' || !isOther) nameFirstColumn(fields, needed);
    if (kind === 'measure') {
      keepLastTarget(fields);
      fillFromDates(fields, headings, dates);
    }
    if (!fields.includes('title') || !fields.some((field) => field !== undefined && needed.includes(field))) continue;
    return { kind, fields, dates, headings, body: others as (readonly string[])[] };
  }
  return undefined;
}

/** Of several targets the last is where a measure should get to; those on the way are words. */
function keepLastTarget(fields: (string | undefined)[]): void {
  const last = fields.lastIndexOf('target');
  for (const [index, field] of fields.entries()) if (field === 'target' && index !== last) fields[index] = undefined;
}

/** A table that has several columns of one sort lists things of that sort, whatever its first column is called. */
function nameFirstColumn(fields: (string | undefined)[], needed: readonly string[]): void {
  const known = fields.filter((field) => field !== undefined && needed.includes(field));
  const first = fields.findIndex((field) => field === undefined);
  if (!fields.includes('title') && known.length >= 2 && first >= 0 && first < 2) fields[first] = 'title';
}

/** The date in a heading: `2027/28` of “Target (2027/28)”. Undefined where there is none that a plan can write. */
function dateIn(heading: string, language: KeyLanguage): string | undefined {
  const said =
    /(?:(?:(?:jan|febr)(?:uary)?|feb|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|(?:sept?|octo|novem|decem)(?:ember|ber)?|oct|nov|dec|q[1-4])\s+)?(?:19|20)\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?(?!\d)/iu.exec(
      heading,
    )?.[0];
  return said === undefined ? undefined : settledValue('role', 'since', said, language);
}

/** Columns of a table of measures that are called by a date alone: the first is where things stand, the last is where they should get to. */
function fillFromDates(
  fields: (string | undefined)[],
  headings: readonly string[],
  dates: readonly (string | undefined)[],
): void {
  const dated = headings.flatMap((heading, index) =>
    fields[index] === undefined && dates[index] !== undefined && heading.length < 20 ? [index] : [],
  );
  const [first, last] = [dated[0], dated.at(-1)];
  if (first !== undefined && !fields.includes('baseline') && (dated.length > 1 || fields.includes('target')))
    fields[first] = 'baseline';
  if (last !== undefined && !fields.includes('target') && fields[last] === undefined) fields[last] = 'target';
}

/** An item of a table, with the priority that its row names; empty where it names none. */
export interface TableItem {
  readonly item: DraftItem;
  readonly priority: string;
  /** The number before it, as printed: the plan counts for itself. Empty where there is none. */
  readonly number: string;
  /** The row over it that is nothing but a heading; empty where there is none. */
  readonly heading: string;
}

/** The items of a table. Rows without a title are words of the row above them: a cell that was split, or cells joined downwards. */
export function tableItems(
  { kind, fields, dates, headings, body }: TableReading,
  table: Table,
  language: KeyLanguage,
): TableItem[] {
  const items: TableItem[] = [];
  let priority = '';
  let heading = '';
  const titleAt = fields.indexOf('title');
  for (const [place, row] of body.entries()) {
    if (isHeadingRow(row, titleAt) && !isHeadingRow(body[place + 1] ?? row, titleAt)) {
      heading = plainWords(row[titleAt] as string);
      continue;
    }
    priority = plainWords(row[fields.indexOf('priority')] ?? '') || priority;
    const main = row[titleAt] ?? '';
    const { title, rest } = titled(main);
    const isNew = title !== '' || items.length === 0;
    if (isNew && row.every((cell) => plainWords(cell) === '')) continue;
    const item = isNew ? newItem(kind, title, table.spot, 0.9) : (items.at(-1) as TableItem).item;
    if (isNew) items.push({ item, priority, number: numberIn(row[fields.indexOf('number')]), heading });
    if (rest !== '') putWords(item, rest);
    for (const [index, cell] of row.entries()) {
      const field = fields[index];
      if (field === 'title' || plainWords(cell) === '') continue;
      const called = headings[index] ?? '';
      if (field === 'priority') continue;
      if (field === 'number' && numberIn(cell) !== '') continue;
      if (field === undefined || notFields.has(field)) putWords(item, called === '' ? cell : `${called}: ${cell}`);
      else if (field === 'baseline' || field === 'target') putFigure(item, field, called, dates[index], cell, language);
      else if (field === 'direction') putDirection(item, called, cell, language);
      else if (people.has(field)) putPeople(item, field, called, cell, language);
      else putValue(item, field, called, cell, language);
    }
  }
  return items;
}

/** True for a row of a few words, over the rows that it is a heading of: it has nothing else, or the same words in all its cells. */
function isHeadingRow(row: readonly string[], title: number): boolean {
  const words = plainWords(row[title] ?? '');
  const isAlone = row.every((cell, index) => index === title || plainWords(cell) === '' || plainWords(cell) === words);
  return (
    isAlone && row.length > 1 && words !== '' && words.length <= 60 && !/[.;]$/.test(words) && !beginsAsAction(words)
  );
}

/** The number in a cell that has nothing else. */
const numberIn = (cell = ''): string => (/^[\d.]+$/.test(plainWords(cell)) ? plainWords(cell) : '');

/** Columns that say something about an item which is no value of a field of it. */
const notFields: ReadonlySet<string> = new Set(['measures', 'outcome', 'number', 'milestone']);

/** What tables say of the way that is better, besides what plans do. This is data. */
const directions: readonly (readonly [said: RegExp, direction: string])[] = [
  [/^(?:higher|bigger|larger|more|up|increasing|upwards?|maximise|uwch|↑)(?: is better| the better)?$/iu, 'increase'],
  [
    /^(?:lower|smaller|less|fewer|down|reduc(?:e|ing)|decreasing|downwards?|minimise|is|↓)(?: is better| the better)?$/iu,
    'decrease',
  ],
  [/^(?:same|stable|steady|hold|sustain|no change)$/iu, 'maintain'],
];

/** The way that is better, in whatever words; in words where a plan has none for it. */
function putDirection(item: DraftItem, called: string, cell: string, language: KeyLanguage): void {
  const words = plainWords(cell);
  const meant = directions.find(([said]) => said.test(words))?.[1];
  const value = meant === undefined ? undefined : settledValue('measure', 'direction', meant, language);
  if (value !== undefined && !fieldOf(item, 'direction'))
    item.parts.push(newField('direction', value, undefined, `${called} ${words}`));
  else putValue(item, 'direction', called, cell, language);
}

/** Fields whose words may look like ids. */
const people: ReadonlySet<string> = new Set(['lead', 'owner', 'partners']);

/** A figure with the date that the heading of its column says. One that is no exact number stays in words. */
function putFigure(
  item: DraftItem,
  field: 'baseline' | 'target',
  called: string,
  date: string | undefined,
  cell: string,
  language: KeyLanguage,
): void {
  const words = plainWords(cell);
  const dated = date === undefined ? words : `${words} ${field === 'target' ? 'by' : 'in'} ${date}`;
  const value = settledValue('measure', field, dated, language);
  if (value !== undefined && !fieldOf(item, field))
    item.parts.push(newField(field, value, undefined, `${called} ${words}`));
  else putValue(item, field, called, cell, language);
}

/** People and bodies in plain words: each begins with a capital, so that it is not taken for an id. */
export function putPeople(item: DraftItem, field: string, called: string, cell: string, language: KeyLanguage): void {
  const names = plainWords(cell)
    .split(/\s*[;/]\s*/u)
    .flatMap(namesIn)
    .filter((name) => name !== '');
  const written = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(', ');
  putValue(item, field, called, written, language);
}

/** The names that commas and “and” part; one where they stand within a name: “Department for Food and Farming”. */
function namesIn(words: string): string[] {
  const names = words.split(/\s*,\s*|\s+and\s+(?=\p{Lu})/u);
  const [first = '', ...others] = names;
  const isOne = /\s(?:of|for)\s/u.test(first) && !others.some((other) => beginsOffice.test(other) || isBody(other));
  return isOne ? [words] : names;
}
const beginsOffice =
  /^(?:the )?(?:director|head|chief|deputy|assistant|leader|chair|cabinet|department|ministry|office)\b/iu;

/** The figures of a table of two columns, one of words and one of figures; undefined for any other table. */
export function figuresOf({ head, rows: body, spot }: Table): DraftItem[] | undefined {
  const all = [...head.filter((row) => row.some((cell) => plainWords(cell) !== '')), ...body].map((row) =>
    row.map(plainWords),
  );
  if (all.length === 0 || !all.every((row) => row.length === 2)) return undefined;
  const figures = [0, 1].find((index) =>
    all.every((row) => /^\D{0,12}\d[\d,.]*\s?(?:%|\S{0,10})?$/u.test(row[index] as string)),
  );
  if (figures === undefined) return undefined;
  return all.map((row) => {
    const item = newItem('statistic', row[1 - figures] as string, spot, 0.85);
    item.parts.push(newField('value', row[figures] as string));
    return item;
  });
}
