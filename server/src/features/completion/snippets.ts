import {
  type Context,
  contextOf,
  type Definition,
  type Field,
  fieldOn,
  type Kind,
  meaningIn,
  wordFor,
} from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { lineEndOf } from '../../checks/fixes.ts';
import type { Item } from '../../model/item.ts';
import { askedOf } from './asked.ts';
import { lastDay } from './dates.ts';
import type { Abilities, Offer } from './offer.ts';
import type { Spot } from './spot.ts';

/** A line of an item that is to be written: how deep, its key, and what is filled in; an id where one is wanted. */
interface Line {
  readonly depth: number;
  readonly word: string;
  readonly id: string | undefined;
  readonly value: string;
}

const exampleHead = /^\S+(?: (?<id>\S+))?: (?<title>.*)/;
const exampleField = /^ {2}(?<key>\S+): (?<value>.*)$/gm;

/** A whole item, with what its example has and what rules ask of it; undefined where its head is all there is. */
export function wholeItem(
  spot: Spot,
  kind: Kind,
  holder: Item | undefined,
  { place }: Context,
  { snippets }: Abilities,
): Offer | undefined {
  const fields = linesOf(spot, kind, holder);
  if (fields.length === 0) return undefined;
  const lines = [headOf(spot, kind, 0, true), ...fields];
  const word = wordFor(kind, spot.language);
  return {
    label: `${word} …`,
    beside: fields.map((line) => line.word).join(', '),
    detail: meaningIn(kind, spot.language),
    more: { word, place },
    kind: CompletionItemKind.Snippet,
    found: word,
    text: plainText(lines, spot),
    snippet: snippets ? snippetText(lines) : undefined,
  };
}

/** The head of an item as its example has it. A Welsh plan gets places to fill in, without English words in them. */
function headOf({ language }: Spot, kind: Kind, depth: number, withId: boolean): Line {
  const { id, title = '' } = exampleHead.exec(kind.example)?.groups ?? {};
  const isEnglish = language === 'en';
  const wanted = withId && id !== undefined ? (isEnglish ? id : '') : undefined;
  return { depth, word: wordFor(kind, language), id: wanted, value: isEnglish ? title : '' };
}

/** The lines below the head. A link that goes without saying where the item stands is left out, and so is what the item above hands down. */
function linesOf(spot: Spot, kind: Kind, holder: Item | undefined): Line[] {
  const examples = new Map(
    [...kind.example.matchAll(exampleField)].map(({ groups }) => [groups?.key as string, groups?.value as string]),
  );
  const lines: Line[] = [];
  for (const key of new Set([...examples.keys(), ...askedOf(kind.key)])) {
    const definition = contextOf(kind.key, 'en').words.get(key);
    if (!definition || isGiven(definition, holder)) continue;
    if (definition.item) lines.push(headOf(spot, definition, 1, false));
    else lines.push(fieldLine(spot, definition, examples.get(key)));
  }
  return lines;
}

/** Whether an item has a field already by where it stands. */
function isGiven(definition: Definition, holder: Item | undefined): boolean {
  if (definition.item || !holder) return false;
  if (definition.impliedBy === holder.key) return true;
  for (let item: Item | undefined = holder; item; item = item.parent)
    if (fieldOn(item.key, definition.key) === definition && item.field(definition.key)) return true;
  return false;
}

function fieldLine(spot: Spot, field: Field, example: string | undefined): Line {
  const { language } = spot;
  return { depth: 1, word: wordFor(field, language), id: undefined, value: fillIn(spot, field, example) };
}

/** What is filled in at first: nothing where the writer is to choose, the end of the plan where a date is wanted. */
function fillIn(spot: Spot, field: Field, example: string | undefined): string {
  if (field.type === 'reference' || field.type === 'path') return '';
  if (field.type === 'due') return lastDay(spot) ?? example ?? '';
  if (field.type === 'choice' && spot.language === 'cy') return field.choicesCy?.[0] ?? '';
  if (spot.language === 'cy') return '';
  return example ?? field.example.replace(/^[^:]*: /, '');
}

/** The lines with places to fill in. */
function snippetText(lines: readonly Line[]): string {
  let place = 0;
  const blank = (value: string): string =>
    value === '' ? `$${++place}` : `\${${++place}:${value.replace(/[\\$}]/g, '\\$&')}}`;
  const text = lines.map(({ depth, word, id, value }) => {
    const name = id === undefined ? '' : ` ${blank(id)}`;
    return `${'  '.repeat(depth)}${word}${name}: ${blank(value)}`;
  });
  return text.join('\n');
}

/** The lines with nothing filled in, at the depth of the cursor. */
function plainText(lines: readonly Line[], { text, lineStart, at, lineEnd, offset }: Spot): string {
  const indent = text.slice(lineStart, at < lineEnd ? at : offset);
  return lines.map(({ depth, word }) => `${'  '.repeat(depth)}${word}: `).join(lineEndOf(text) + indent);
}
