import { type Field, fieldsOn, type KeyLanguage, readChoice, readDate } from '@goldthread/grammar';
import { Labels } from '../../../documents/labels.ts';
import { stratmlWords } from '../../../documents/stratml/words.ts';
import type { Draft, DraftField, DraftItem } from '../../draft/draft.ts';
import { itemsOf } from '../../draft/draft.ts';
import { fieldOf, itemOf, put, say } from './made.ts';
import { plain } from './words.ts';

/** A line of OtherInformation that has a name: “Due: March 2029”. */
const named = /^(?<name>[^:]{1,60}): (?<value>[^\n]{1,2000})$/u;

const languages: readonly KeyLanguage[] = ['en', 'cy'];

/** Labels of documents that give none themselves, as they stand in StratML. */
const labels = languages.map((language) => new Labels([], language, true));

/** “Part of”, in both languages. */
const partOf: ReadonlySet<string> = new Set(languages.map((language) => stratmlWords(language).partOf));

/** What is before the title of something that is numbered. */
const number = /^(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])[.)]?\s+/iu;

/**
 * Puts a plan that Goldthread wrote as StratML together again as far as the document says: priorities and actions stand in their goals there, one
 * after another. Lines that say “Part of” put them into each other, “Theme” into their theme, and lines with the name of a field are fields again; those of the plan stand in the text of `other`.
 */
export function putTogether(draft: Draft, other: DraftItem | undefined): void {
  const { plan } = draft;
  const holders = [...itemsOf(plan)];
  const byTitle = new Map<string, DraftItem>();
  for (const item of holders) if (item.title && !byTitle.has(item.title)) byTitle.set(item.title, item);
  const themes = new Map<string, DraftItem>();
  for (const goal of plan.parts.filter((part) => part.type === 'item')) {
    // Outcomes hold no actions: what does is a priority.
    if (goal.parts.some((part) => part.type === 'item' && part.kind === 'action' && !isPart(part)))
      goal.kind = 'priority';
    const moved = goal.kind === 'outcome' ? takeOut(goal, isWork) : takeOut(goal, isPart);
    let at = plan.parts.indexOf(goal);
    for (const item of moved) {
      const above = takeLine(item, (name) => partOf.has(name));
      const known = above && (byTitle.get(above.value) ?? byTitle.get(above.value.replace(number, '')));
      const holder = known && known !== item && !isWithin(known, item) ? known : undefined;
      if (above && !holder) say(item, above.line);
      const theme =
        item.kind === 'priority' && !holder && goal.kind === 'outcome' ? takeLine(item, isTheme) : undefined;
      if (holder) holder.parts.push(item);
      else if (theme) themeNamed(theme.value, themes, plan, ++at).parts.push(item);
      else if (goal.kind === 'outcome') plan.parts.splice(++at, 0, item);
      else goal.parts.push(item);
      if (item.kind === 'priority' && goal.kind === 'outcome' && !holder && !hasOutcome(draft, item, byTitle))
        draft.links.push({
          from: item,
          relation: 'outcomes',
          to: goal,
          confidence: 1,
          words: goal.title,
          spot: item.spot,
        });
    }
  }
  gatherActions(plan);
  for (const item of holders) readFields(draft, item, byTitle);
  if (other) readFields(draft, plan, byTitle, other);
}

/** Actions that belong to no priority stand in a section, since a plan has none at its margin. */
function gatherActions(plan: DraftItem): void {
  const actions = takeOut(plan, ({ kind }) => kind === 'action');
  const [first] = actions;
  if (!first) return;
  const section = itemOf('section', stratmlWords('en').others, first.spot.line ?? 1);
  section.parts.push(...actions);
  plan.parts.push(section);
}

/** True for what says of itself that it is part of something else. */
const isPart = (item: DraftItem | DraftField): item is DraftItem =>
  item.type === 'item' &&
  (fieldOf(item, 'text')?.value.split('\n\n') ?? []).some((one) => partOf.has(named.exec(one)?.groups?.['name'] ?? ''));

const isWork = ({ kind }: DraftItem): boolean => kind === 'priority' || kind === 'action' || kind === 'aim';

const isTheme = (name: string): boolean => name === 'Theme' || name === 'Thema';

/** Takes the items that are of a sort out of another. */
function takeOut(item: DraftItem, isSort: (one: DraftItem) => boolean): DraftItem[] {
  const taken = item.parts.filter((part): part is DraftItem => part.type === 'item' && isSort(part));
  for (const one of taken) item.parts.splice(item.parts.indexOf(one), 1);
  return taken;
}

function isWithin(item: DraftItem, other: DraftItem): boolean {
  for (const one of itemsOf(other)) if (one === item) return true;
  return false;
}

function themeNamed(title: string, themes: Map<string, DraftItem>, plan: DraftItem, at: number): DraftItem {
  let theme = themes.get(title);
  if (!theme) {
    theme = itemOf('theme', title, plan.spot.line ?? 1);
    themes.set(title, theme);
    plan.parts.splice(at, 0, theme);
  }
  return theme;
}

/** The priorities that name their outcomes in words have the one of their goal among them. */
function hasOutcome(draft: Draft, item: DraftItem, byTitle: ReadonlyMap<string, DraftItem>): boolean {
  const [relation] = fieldsOn('priority').filter(({ key }) => key === 'outcomes');
  if (!relation) return false;
  const names = labels.map((one) => one.name(relation, 'priority'));
  const text = fieldOf(item, 'text');
  for (const paragraph of text?.value.split('\n\n') ?? []) {
    const found = outcomesIn(paragraph, text?.value ?? '', names, byTitle);
    if (!found) continue;
    for (const to of found.items)
      draft.links.push({ from: item, relation: 'outcomes', to, confidence: 1, words: to.title, spot: item.spot });
    setText(item, (text?.value ?? '').replace(found.words, ''));
    return true;
  }
  return false;
}

/** The outcomes that words name: a line with commas between them, or points below a line. */
function outcomesIn(
  paragraph: string,
  text: string,
  names: readonly string[],
  byTitle: ReadonlyMap<string, DraftItem>,
): { readonly items: readonly DraftItem[]; readonly words: string } | undefined {
  const name = names.find((one) => paragraph === `${one}:` || paragraph.startsWith(`${one}: `));
  if (name === undefined) return undefined;
  const isList = paragraph === `${name}:`;
  const after = isList ? (text.split(`${paragraph}\n\n`)[1]?.split('\n\n')[0] ?? '') : '';
  const titles = isList
    ? after.split('\n').map((line) => line.replace(/^\* /, ''))
    : titlesIn(paragraph.slice(name.length + 2), byTitle);
  const items = titles?.map((title) => byTitle.get(plain(title)));
  if (!items || items.length === 0 || items.some((one) => one?.kind !== 'outcome')) return undefined;
  return { items: items as DraftItem[], words: isList ? `${paragraph}\n\n${after}` : paragraph };
}

/** Titles with commas between them, which may have commas themselves: the longest that there is each time; undefined where one is none. */
function titlesIn(words: string, byTitle: ReadonlyMap<string, DraftItem>): string[] | undefined {
  const pieces = words.split(', ');
  const titles: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(pieces.length, from + 12);
    while (to > from && !byTitle.has(plain(pieces.slice(from, to).join(', ')))) to--;
    if (to === from) return undefined;
    titles.push(pieces.slice(from, to).join(', '));
    from = to;
  }
  return titles;
}

/** Takes the first line with a name out of the text of an item: the line, and what stands behind its name in plain words. */
function takeLine(
  item: DraftItem,
  isName: (name: string) => boolean,
): { readonly line: string; readonly value: string } | undefined {
  const paragraphs = fieldOf(item, 'text')?.value.split('\n\n') ?? [];
  const at = paragraphs.findIndex((one) => isName(named.exec(one)?.groups?.['name'] ?? ''));
  const line = paragraphs[at];
  if (line === undefined) return undefined;
  setText(item, paragraphs.toSpliced(at, 1).join('\n\n'));
  return { line, value: plain(named.exec(line)?.groups?.['value'] ?? '') };
}

/** Lines with the name of a field become that field, where its value can be written as it is printed. */
function readFields(draft: Draft, item: DraftItem, byTitle: ReadonlyMap<string, DraftItem>, from = item): void {
  const fields = new Map<string, Field>();
  for (const field of fieldsOn(item.kind))
    for (const one of labels) if (isSimple(field)) fields.set(one.name(field, item.kind), field);
  const paragraphs = fieldOf(from, 'text')?.value.split('\n\n') ?? [];
  const left = paragraphs.filter((paragraph) => {
    const { name = '', value = '' } = named.exec(paragraph)?.groups ?? {};
    const field = fields.get(name);
    if (!field || fieldOf(item, field.key)) return true;
    const to = field.type === 'reference' ? byTitle.get(plain(value)) : undefined;
    if (to === item) return true;
    if (to) draft.links.push({ from: item, relation: field.key, to, confidence: 1, words: value, spot: item.spot });
    else if (field.type === 'reference' && !field.orWords) return true;
    else {
      const written = writtenValue(plain(value), field);
      if (written === undefined) return true;
      put(item, field.key, written);
    }
    return false;
  });
  if (left.length < paragraphs.length) setText(from, left.join('\n\n'));
}

const simple: ReadonlySet<string> = new Set([
  'text',
  'words',
  'date',
  'due',
  'choice',
  'reference',
  'money',
  'language',
]);

const isSimple = ({ type, key }: Field): boolean => simple.has(type) && key !== 'title';

/** A value as a plan has it, from what is printed of it; undefined where that is not sure. */
function writtenValue(value: string, field: Field): string | undefined {
  if (field.type === 'choice')
    return languages.map((one) => readChoice(value, field.choices ?? [], field.choicesCy, one).value).find(Boolean);
  if (field.type !== 'date' && field.type !== 'due') return value;
  const read = languages.map((one) => readDate(value, one)).find(({ value: date, fault }) => date ?? fault?.meant);
  return read?.value ? value : (read?.fault?.meant ?? (field.type === 'due' ? value : undefined));
}

function setText(item: DraftItem, value: string): void {
  const text = fieldOf(item, 'text');
  if (!text) return;
  text.value = value.replace(/\n{3,}/g, '\n\n').trim();
  if (!text.value) item.parts.splice(item.parts.indexOf(text), 1);
}
