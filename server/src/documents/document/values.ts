import { type Entry, type Field, fieldOn, hasValue, readChoice, readLanguages } from '@goldthread/grammar';
import { languageNames } from '../../checks/bilingual/languages.ts';
import type { Item } from '../../model/item.ts';
import { baselineShown, dateShown, periodShown, targetShown } from '../dates.ts';
import { capitalised } from '../labels.ts';
import { plain } from '../plain-words.ts';
import type { Fact, Flow, Inline } from '../tree.ts';
import { byName, type Writer } from './writer.ts';

/** The value of a field as the page says it: names of items as ways to them, dates in words, addresses as links. */
export function shownValue(writer: Writer, item: Item, entry: Entry, field: Field): Inline[] {
  const { language } = writer;
  const written = item.placed.file.tree.language;
  const text = item.valueOf(entry);
  switch (field.type) {
    case 'reference': {
      const named = namedIn(writer, item, entry, field);
      return named.length > 0 ? between(named, ', ') : writer.value(item, entry);
    }
    case 'date':
    case 'due':
      return [plain(dateShown(text, written, language))];
    case 'period':
      return [plain(periodShown(text, written, language))];
    case 'target':
      return [plain(targetShown(text, written, language))];
    case 'baseline':
      return [plain(baselineShown(text, written, language))];
    case 'choice':
      return [plain(choiceShown(text, field, written, language))];
    case 'language':
    case 'languages':
      return [
        plain(
          languagesShown(field.key === 'translations' ? otherLanguages(item, text, language) : text, written, language),
        ),
      ];
    case 'words':
      return between(
        text.split(',').map((piece) => linked(piece.trim())),
        ', ',
      );
    case 'text':
      if (field.key === 'address') return inItsLines(writer, item, entry);
      return isAddress(field.key, text) ? linked(text, field.key) : writer.value(item, entry);
    default:
      return [plain(text)];
  }
}

/** An address in the lines in which it is written. */
function inItsLines(writer: Writer, item: Item, entry: Entry): Inline[] {
  const whole = writer.value(item, entry);
  const lines = item.placed.block.text
    .slice(entry.valueStart, entry.valueEnd)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const [only, ...more] = whole;
  // Notes among the lines, links and words in another language are read as one line.
  if (more.length > 0 || only?.type !== 'text' || only.text !== lines.join(' ')) return whole;
  return joined(
    lines.map((line) => [plain(line)]),
    { type: 'break' },
  );
}

/** The items that a field names, as ways to them; none where it holds words. */
const namedIn = (writer: Writer, item: Item, entry: Entry, field: Field): Inline[][] =>
  linksOf(item, entry, field).map(({ name, text }) => {
    const face = writer.named(name);
    return face ? byName(face) : [{ type: 'broken', text }];
  });

/** Lines of words as one, with something between them. */
export const between = (lines: readonly (readonly Inline[])[], sign: string): Inline[] => joined(lines, plain(sign));

const joined = (lines: readonly (readonly Inline[])[], sign: Inline): Inline[] =>
  lines.flatMap((line, index) => (index > 0 ? [sign, ...line] : line));

/** The names in a field, and each as it is written. */
export const linksOf = (item: Item, entry: Entry, field: Field) =>
  item.links
    .filter((link) => link.entry === entry && link.relation === field.key)
    .map(({ library, id, start, end }) => ({
      name: { library, id, entry },
      text: item.placed.block.text.slice(start, end),
    }));

function choiceShown(text: string, field: Field, written: 'en' | 'cy', language: 'en' | 'cy'): string {
  const { choices = [], choicesCy = [] } = field;
  const { value } = readChoice(text, choices, choicesCy, written);
  const word = value === undefined ? text : language === 'cy' ? (choicesCy[choices.indexOf(value)] ?? value) : value;
  return value === undefined ? word : capitalised(word);
}

function languagesShown(text: string, written: 'en' | 'cy', language: 'en' | 'cy'): string {
  const { value } = readLanguages(text, written);
  return value ? value.map(({ code }) => languageName(code, language)).join(', ') : text;
}

/** The languages that a plan is in besides the one that it is read in. */
function otherLanguages(item: Item, translations: string, language: 'en' | 'cy'): string {
  const own = item.value('language') || item.placed.file.tree.language;
  const codes = translations.split(',').map((code) => code.trim());
  return codes.includes(language) && own !== language
    ? [own, ...codes.filter((code) => code !== language && code !== own)].join(', ')
    : translations;
}

const languageName = (code: string, language: 'en' | 'cy'): string =>
  languageNames[code]?.[language] ?? languageNames[code.split('-')[0] ?? '']?.[language] ?? code;

const addressKeys: ReadonlySet<string> = new Set(['web', 'email', 'phone', 'enquiries']);

const isAddress = (key: string, text: string): boolean => addressKeys.has(key) && !text.includes('[[');

const mail = /^[^\s@<>"]{1,200}@[^\s@<>"]{1,200}\.[^\s@<>"]{2,60}$/;
const site = /^(?:https?:\/\/|www\.)[^\s<>"]{3,2000}$/i;
const telephone = /^\+?[\d][\d\s()-]{4,30}$/;

/** An address as a link; other words as they are. */
function linked(text: string, key = ''): Inline[] {
  const words = plain(text);
  if (mail.test(text)) return [{ type: 'link', href: `mailto:${encodeURI(text)}`, children: [words] }];
  if (site.test(text)) {
    const href = /^https?:/i.test(text) ? text : `https://${text}`;
    return [{ type: 'link', href, children: [words] }];
  }
  if (key === 'phone' && telephone.test(text))
    return [{ type: 'link', href: `tel:${text.replace(/[^\d+]/g, '')}`, children: [words] }];
  return text ? [words] : [];
}

/** The choice that a field of an item makes, in English; undefined where it makes none. */
export function choiceOf(item: Item, key: string): string | undefined {
  const { choices = [], choicesCy = [] } = fieldOn(item.key, key) ?? {};
  return readChoice(item.value(key), choices, choicesCy, item.placed.file.tree.language).value;
}

/** A field of an item, with its entry. */
export interface Written {
  readonly entry: Entry;
  readonly field: Field;
}

/** So many items stand in one line; more are a list. */
const MOST_IN_LINE = 3;

/** Lines of words as a list of ways to items. */
export function listOf(lines: readonly (readonly Inline[])[]): Flow {
  const points = lines.map((children) => ({ flow: [{ type: 'paragraph', children } satisfies Flow] }));
  return { type: 'list', ordered: false, role: 'links', points };
}

/** Some fields as facts with their names; those without a value are left out unless they are printed empty. Headings in them are of a level. */
export function factsOf(writer: Writer, item: Item, fields: readonly Written[], level: number): Fact[] {
  return fields.flatMap(({ entry, field }): Fact[] => {
    if (!hasValue(entry) && !field.mayBeEmpty) return [];
    const name: Inline[] = [plain(nameOf(writer, item, entry, field))];
    const line = writer.line(item.placed, entry.at);
    if (field.type === 'prose') return [{ name, flow: writer.prose(item, entry, level), line }];
    const named = field.type === 'reference' ? namedIn(writer, item, entry, field) : [];
    if (named.length > MOST_IN_LINE) return [{ name, flow: [listOf(named)], line }];
    const children = shownValue(writer, item, entry, field);
    return [{ name, flow: children.length > 0 ? [{ type: 'paragraph', children }] : [], line }];
  });
}

/** The same in one line: “Lead: Head of Housing · Due: March 2027”. */
export function detailsOf(writer: Writer, item: Item, fields: readonly Written[]): Inline[] {
  const line: Inline[] = [];
  for (const { entry, field } of fields) {
    if (!hasValue(entry)) continue;
    if (line.length > 0) line.push(plain(' · '));
    line.push(plain(writer.words.named(nameOf(writer, item, entry, field))), ...shownValue(writer, item, entry, field));
  }
  return line;
}

/** What a field is called, with the period or the key that stands in its name. */
function nameOf(writer: Writer, item: Item, entry: Entry, field: Field): string {
  const name = writer.labels.name(field, item.key);
  const written = field.name === 'period' ? item.nameOf(entry) : '';
  if (!written) return name;
  return `${name}, ${periodShown(written, item.placed.file.tree.language, writer.language)}`;
}
