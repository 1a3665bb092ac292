import { type Definition, type Field, fields, fieldsOn, type Kind, kindOf, kinds, kindsIn } from '@goldthread/grammar';
import { bullets, code, codeBlock, link, listed, paragraphs, table } from './markdown.ts';

/** The places that are no kind: column 0 of a plan or a part. */
const contents = new Map([['plan-content', 'at the left margin of a [plan](#plan) or a [part](#part)']]);

/** The kinds that begin each group of the reference; a group goes on to where the next one begins. */
const groupStarts = { files: 'plan', thread: 'vision', supports: 'framework', narrative: 'section' } as const;

/** The groups in which the reference prints the kinds, in the order of the vocabulary. */
export type KindGroup = keyof typeof groupStarts;

/** The kinds of a group, in the order of the vocabulary. */
export function kindsOfGroup(group: KindGroup): readonly Kind[] {
  const starts = Object.values<string>(groupStarts);
  const from = kinds.findIndex((kind) => kind.key === groupStarts[group]);
  const length = kinds.slice(from + 1).findIndex((kind) => starts.includes(kind.key));
  return kinds.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** True for a field that any item may carry. */
const isCommon = (field: Field): boolean => kinds.every(({ key }) => key === 'part' || field.on.includes(key));

/** The fields that any item may carry, as a table. */
export const commonFields = (): string => fieldTable(fields.filter(isCommon));

/** What stands at the left margin of a plan without being an item, as a table. */
export const marginFields = (): string => fieldTable(fieldsOn('plan-content'));

/** The kinds of a group: an overview, then one after the other, each with its fields. */
export function kindEntries(group: KindGroup): string {
  const list = kindsOfGroup(group);
  const overview = table(
    ['Kind', 'What it is'],
    list.map((kind) => [kindLink(kind), kind.meaning]),
  );
  return paragraphs(overview, ...list.map(kindEntry));
}

/** All that the vocabulary says of a kind. */
function kindEntry(kind: Kind): string {
  const held = kind.root ? [] : kindsIn(kind.key);
  return paragraphs(
    `#### ${code(kind.key)}`,
    kind.meaning,
    bullets([
      `**Stands** ${placesOf(kind)}.`,
      ...(held.length > 0 ? [`**Holds** ${held.map(kindLink).join(', ')}.`] : []),
      ...(kind.untitled ? ['**Title** may be missing.'] : []),
      `**Plural** ${code(kind.plural)}. **Welsh** ${code(kind.cy)}, plural ${code(kind.pluralCy)}.`,
    ]),
    codeBlock(kind.example, 'plan'),
    fieldsOfKind(kind),
  );
}

/** The fields of a kind besides those of every item. A file's fields are printed once, where they stand first. */
function fieldsOfKind(kind: Kind): string {
  const own = fieldsOn(kind.key).filter((field) => !isCommon(field));
  if (!kind.root) return fieldTable(own);
  const other = kinds.find(
    (one) => one.root && one !== kind && own.length > 0 && own.every((field) => isOn(field, one)),
  );
  if (other) return `Its fields are those of a ${kindLink(other)}: ${own.map(({ key }) => code(key)).join(', ')}.`;
  const isSheet = (field: Field): boolean => field.mayBeEmpty === true;
  const sheet = own.filter(isSheet);
  if (sheet.length === 0) return fieldTable(own);
  return paragraphs(
    fieldTable(own.filter((field) => !isSheet(field))),
    'The document control sheet. A field may stand there and be empty: it is printed empty, and a check sees it.',
    fieldTable(sheet),
  );
}

const isOn = (field: Field, kind: Kind): boolean => field.on.includes(kind.key);

const fieldTable = (list: readonly Field[]): string =>
  table(
    ['Field', 'What it says', 'Value', 'Example'],
    list.map((field) => [
      `${code(nameOf(field))}\n${code(field.cy)}`,
      field.meaning,
      valueCell(field),
      code(field.example),
    ]),
  );

/** A field with what must stand before its colon: `actual PERIOD`. */
const nameOf = ({ key, name, nameRequired }: Field): string =>
  nameRequired && name ? `${key} ${name.toUpperCase()}` : key;

/** What may stand behind the colon, and how often the field may stand. */
function valueCell(field: Field): string {
  const notes = [
    ...(field.name === 'language' && !field.nameRequired ? [link('any language', '#a-plan-in-two-languages')] : []),
    ...(field.repeats ? ['may stand more than once'] : []),
  ];
  return [valueWords(field), ...notes].join('; ');
}

function valueWords(field: Field): string {
  switch (field.type) {
    case 'text':
      return link('words', '#words-and-prose');
    case 'words':
      return `${link('words', '#words-and-prose')}, several with commas`;
    case 'prose':
      return link('prose', '#words-and-prose');
    case 'reference':
      return referenceWords(field);
    case 'choice':
      return listed((field.choices ?? []).map(code));
    case 'kinds':
      return 'kinds in the plural, several with commas';
    case 'languages':
      return `${link('languages', '#languages-and-files')}, several with commas`;
    default:
      return link(field.type === 'path' ? 'file' : field.type, anchors[field.type]);
  }
}

const anchors: Readonly<
  Record<'date' | 'due' | 'period' | 'quantity' | 'money' | 'target' | 'baseline' | 'path' | 'language' | 'key', string>
> = {
  date: '#dates-and-periods',
  due: '#dates-and-periods',
  period: '#dates-and-periods',
  quantity: '#figures-and-money',
  money: '#figures-and-money',
  target: '#figures-and-money',
  baseline: '#figures-and-money',
  path: '#languages-and-files',
  language: '#languages-and-files',
  key: '#vocabulary',
};

function referenceWords({ to = [], orWords, single }: Field): string {
  const named = to.map((key) => link(kindOf(key)?.plural ?? key, `#${key}`));
  const ids = `${single ? 'the id of one of' : 'ids of'} ${listed(named)}`;
  return orWords ? `${ids}; or words` : ids;
}

const kindLink = (kind: Kind): string => link(code(kind.key), `#${kind.key}`);

/** Where a kind may stand, in a sentence. */
function placesOf(kind: Kind): string {
  if (kind.root) return 'first in its file';
  const margins = kind.in.filter((key) => kindOf(key)?.root);
  const inside = kind.in.filter((key) => !margins.includes(key));
  return [
    ...(margins.length > 0 ? [`at the left margin of a ${listed(margins.map((key) => link(key, `#${key}`)))}`] : []),
    ...(inside.length > 0 ? [`in ${listed(inside.map((key) => link(code(key), `#${key}`)))}`] : []),
  ].join('; ');
}

/** Every word that can begin a line: in English order, with its Welsh and where it may stand. */
export function everyWord(): string {
  const rows = [...Map.groupBy<string, Definition>([...kinds, ...fields], ({ key, cy }) => `${key} ${cy}`).values()];
  const sorted = rows.sort(([a], [b]) => compareWords(a?.key ?? '', b?.key ?? '', 'en'));
  return table(['Word', 'Welsh', 'What it is'], sorted.map(wordRow));
}

function wordRow(meanings: readonly Definition[]): string[] {
  const [first] = meanings as [Definition];
  const kind = meanings.find((meaning) => meaning.item);
  const on = [...new Set(meanings.flatMap((meaning) => (meaning.item ? [] : meaning.on)))];
  const places = [...(kind ? ['a kind'] : []), ...(on.length > 0 ? [`a field ${ownersOf(on, meanings)}`] : [])];
  return [kind ? link(code(first.key), `#${first.key}`) : code(first.key), code(first.cy), places.join('\n')];
}

function ownersOf(on: readonly string[], meanings: readonly Definition[]): string {
  if (meanings.some((meaning) => !meaning.item && isCommon(meaning))) return 'of every item';
  const margins = on.flatMap((owner) => contents.get(owner) ?? []);
  const kindsOn = on.filter((owner) => !contents.has(owner)).map((owner) => link(code(owner), `#${owner}`));
  return [...margins, ...(kindsOn.length > 0 ? [`of ${kindsOn.join(', ')}`] : [])].join('; ');
}

/** The Welsh words in their own order, each with the English one. */
export function welshWords(): string {
  const pairs = new Map<string, Set<string>>();
  const add = (cy: string, en: string): Map<string, Set<string>> => pairs.set(cy, (pairs.get(cy) ?? new Set()).add(en));
  for (const { key, cy } of [...kinds, ...fields]) add(cy, key);
  for (const { plural, pluralCy } of kinds) add(pluralCy, plural);
  const sorted = [...pairs].sort(([a], [b]) => compareWords(a, b, 'cy'));
  return table(
    ['Cymraeg', 'English'],
    sorted.map(([cy, en]) => [code(cy), [...en].map(code).join(', ')]),
  );
}

/** The words that a field chooses from, in both languages. */
export function welshChoices(): string {
  const chosen = fields.filter(({ type }) => type === 'choice');
  return table(
    ['Field', 'English', 'Cymraeg'],
    chosen.map(({ key, cy, choices = [], choicesCy = [] }) => [
      `${code(key)}, ${code(cy)}`,
      choices.map(code).join(', '),
      choicesCy.map(code).join(', '),
    ]),
  );
}

const compareWords = (a: string, b: string, language: string): number => a.localeCompare(b, language);

/** The fields that make links: where they stand, what they name, and which link stands for itself. */
export function linkFields(): string {
  const links = fields.filter(
    ({ type, to = [] }) => type === 'reference' && !to.includes('plan') && !to.includes('role'),
  );
  return table(
    ['Field', 'On', 'Names', 'Goes without saying where'],
    links.map(({ key, on, to = [], impliedBy }) => [
      code(key),
      on.map((owner) => link(code(owner), `#${owner}`)).join(', '),
      listed(to.map((one) => link(kindOf(one)?.plural ?? one, `#${one}`))),
      impliedBy ? nestings(on, impliedBy).join('\n') : '',
    ]),
  );
}

/** In which ways an item and one that it would name stand inside each other. */
function nestings(on: readonly string[], named: string): string[] {
  const inside = (inner: string, outer: string): string[] =>
    kindOf(inner)?.in.includes(outer) ? [`${link(code(inner), `#${inner}`)} in ${link(code(outer), `#${outer}`)}`] : [];
  return on.flatMap((owner) => [...inside(owner, named), ...inside(named, owner)]);
}
