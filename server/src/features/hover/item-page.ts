import { type Entry, type KeyLanguage, wordFor } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { manyOf, oneOf } from '../kind-words.ts';
import { callOf, coded, escaped, numberOf, printed, shortened, wordsOfProse } from '../shown.ts';
import { type Strand, servants, served } from '../thread/strands.ts';
import { wordsFor } from '../words.ts';

const phrases = {
  en: {
    serves: 'What it serves',
    servedBy: 'What serves it',
    servedHere: 'What serves it in this plan',
    inherited: 'handed down from above',
    implied: 'by where it stands',
    more: (count: number) => `and ${count} more`,
  },
  cy: {
    serves: 'Beth mae’n ei wasanaethu',
    servedBy: 'Beth sy’n ei wasanaethu',
    servedHere: 'Beth sy’n ei wasanaethu yn y cynllun hwn',
    inherited: 'wedi’i etifeddu oddi uchod',
    implied: 'trwy ei le yn y cynllun',
    more: (count: number) => `a ${count} arall`,
  },
};

/** So many lines of one sort are shown, and so much of a text, in UTF-16 units. */
const MOST_FACTS = 6;
const MOST_STRANDS = 8;
const LONGEST_FACT = 120;
const LONGEST_END = 90;
const LONGEST_TEXT = 320;
const LONGEST_TITLE = 300;

/**
 * An item as Markdown, for somebody who reads a file: its title, kind, number and id, what its fields say, the beginning of its text,
 * and where it stands on the golden thread. All words of the plan are escaped: they show as they are written.
 */
export function itemPage(model: Model, item: Item, reader: PlanFile): string {
  const { language } = reader.tree;
  const parts = [headOf(model, item, reader, language)];
  const facts = factsOf(model, item, language);
  if (facts) parts.push(facts);
  const text = textOfItem(item);
  if (text) parts.push(escaped(wordsOfProse(model, item, text, LONGEST_TEXT)));
  return [...parts, ...threadOf(model, item, reader, language)].join('\n\n');
}

/** The title, and below it the kind, the number, the id, and for an item of another plan that plan’s title. */
function headOf(model: Model, item: Item, reader: PlanFile, language: KeyLanguage): string {
  const title = callOf(model, item, LONGEST_TITLE) || oneOf(item.kind, language);
  const about = [labelOf(model, item, language)];
  if (item.id !== undefined) about.push(coded(shortened(item.id, LONGEST_FACT)));
  const root = item.plan && item.plan !== reader.plan && !item.kind.root ? model.root(item.plan) : undefined;
  if (root) about.push(escaped(callOf(model, root, LONGEST_FACT)));
  return `**${escaped(title)}**  \n${about.join(' · ')}`;
}

/** The kind of an item, with the number that it is printed with. */
function labelOf(model: Model, item: Item, language: KeyLanguage): string {
  const number = numberOf(model, item);
  return number ? `${oneOf(item.kind, language)} ${number}` : oneOf(item.kind, language);
}

/** The fields of an item that say something in a line; what stands on the golden thread is told below. */
function factsOf(model: Model, item: Item, language: KeyLanguage): string {
  const lines: string[] = [];
  for (const entry of item.fields) {
    if (!isFact(entry)) continue;
    const value = shortened(shownValue(model, item, entry), LONGEST_FACT);
    const name = shortened(item.nameOf(entry), LONGEST_FACT);
    const word = entry.definition ? wordFor(entry.definition, language) : '';
    if (value) lines.push(`${escaped(name ? `${word} ${name}` : word)}: ${escaped(value)}`);
    if (lines.length === MOST_FACTS) break;
  }
  return lines.join('  \n');
}

function isFact({ definition }: Entry): boolean {
  if (definition?.item !== false || definition.type === 'prose') return false;
  return definition.type !== 'reference' || definition.orWords === true;
}

/** The value of a field as it is read: the titles of what it names. */
function shownValue(model: Model, item: Item, entry: Entry): string {
  const names = item.links.filter((link) => link.entry === entry && link.relation !== 'prose');
  if (names.length === 0) return printed(model, item, item.valueOf(entry));
  return names
    .map((link) => {
      const target = model.target(link);
      return target ? callOf(model, target, LONGEST_FACT) : link.id;
    })
    .join(', ');
}

/** The prose that tells most of an item: its text, else the first prose it has. */
function textOfItem(item: Item): string {
  const own =
    item.field('text') ??
    item.fields.find(({ definition }) => definition?.item === false && definition.type === 'prose');
  return own ? item.proseOf(own) : '';
}

function threadOf(model: Model, item: Item, reader: PlanFile, language: KeyLanguage): string[] {
  const words = wordsFor(phrases, language);
  const isOwn = item.plan === reader.plan;
  const by = servants(model, item).filter(({ from }) => isOwn || from.plan === reader.plan);
  return [
    list(model, words.serves, served(model, item), 'to', language),
    list(model, isOwn ? words.servedBy : words.servedHere, by, 'from', language),
  ].filter(Boolean);
}

/** One end of each strand as a list under a heading, the kinds together; empty where there is none. */
function list(
  model: Model,
  heading: string,
  strands: readonly Strand[],
  end: 'from' | 'to',
  language: KeyLanguage,
): string {
  if (strands.length === 0) return '';
  const { more, inherited, implied } = wordsFor(phrases, language);
  const origins = { written: '', inherited: ` *(${inherited})*`, implied: ` *(${implied})*` };
  const lines: string[] = [];
  for (const [kind, same] of Map.groupBy(strands, (strand) => strand[end].kind)) {
    const room = Math.max(1, MOST_STRANDS - lines.length);
    const isCut = same.length > room;
    for (const strand of isCut ? same.slice(0, room) : same)
      lines.push(
        `- ${labelOf(model, strand[end], language)}: ${escaped(callOf(model, strand[end], LONGEST_END) || '…')}${origins[strand.origin]}`,
      );
    if (isCut) lines.push(`- ${manyOf(kind, language)}: ${more(same.length - room)}`);
  }
  return `**${heading}**\n${lines.join('\n')}`;
}
