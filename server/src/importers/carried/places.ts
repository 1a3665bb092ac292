import {
  type Entry,
  type Field,
  isReferenceShaped,
  type KeyLanguage,
  parse,
  proseOf,
  readChoice,
  type SyntaxTree,
  textOf,
  trimEnd,
} from '@goldthread/grammar';
import { baselineShown, dateShown, periodShown, targetShown } from '../../documents/dates.ts';
import { capitalised } from '../../documents/labels.ts';
import { bracketed } from '../../features/shown.ts';
import { plainWords } from '../words.ts';
import { keyOf } from './units.ts';

/** An item in the text of a plan. Offsets in UTF-16 units. */
export interface PlacedItem {
  readonly kind: string;
  readonly title: string;
  /** The word that begins its line, and what stands before that. */
  readonly word: string;
  readonly indent: string;
  /** Where its line begins. */
  readonly start: number;
  /** Where its line ends, with its further lines; where all ends that stands in it. */
  readonly headEnd: number;
  end: number;
  /** What stands before the lines in it. */
  inner: string;
}

/** Words in the text of a plan that stand in its documents as they are here, or nearly so. */
export interface Place {
  readonly item: PlacedItem;
  /** The field that has them; undefined for a title. */
  readonly field: Field | undefined;
  readonly start: number;
  readonly end: number;
  /** As they are written, without the breaks of lines. */
  readonly source: string;
  /** As they are printed, for comparing. */
  readonly key: string;
  /** What stands before each line of the prose that they are in; undefined for what is no prose. */
  readonly margin: string | undefined;
  /** The sign of a list before them. */
  readonly sign: string;
}

/** Types of values that are printed as words of their own. */
const told: ReadonlySet<string> = new Set([
  'text',
  'words',
  'date',
  'due',
  'period',
  'choice',
  'target',
  'baseline',
  'quantity',
  'money',
]);

/** True for a value that is printed as words; ids are printed as what they name. */
const isTold = ({ type, orWords }: Field, value: string): boolean =>
  type === 'reference' ? orWords === true && !isReferenceShaped(value) : told.has(type);

/** What begins a line of prose and is not of its words. */
const signs = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|>|\[\^[^\]\s]{1,60}\]:)(?:[ \t]+|$))*/;

/** The text of a plan with the places of its words. */
export interface PlacedPlan {
  readonly text: string;
  readonly keys: KeyLanguage;
  readonly places: readonly Place[];
  readonly names: Names;
}

/** What is printed in the place of ids in double brackets. */
export interface Names {
  /** The titles of items by their ids, and the figures of statistics. */
  readonly titles: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, string>;
}

/** Finds the words of a plan. `language` is that of the document in which they are printed. */
export function placesIn(text: string, language: KeyLanguage): PlacedPlan {
  const tree = parse(text);
  const names = namesIn(tree);
  const reader = new PlaceReader(tree, names, language);
  for (const [index, block] of tree.blocks.entries())
    for (const entry of block.entries) reader.read(index, entry, undefined);
  return { text, keys: tree.language, places: reader.places, names };
}

function namesIn({ blocks }: SyntaxTree): Names {
  const titles = new Map<string, string>();
  const figures = new Map<string, string>();
  for (const block of blocks) {
    const waiting = [...block.entries];
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
      waiting.push(...entry.children);
      const id = block.text.slice(entry.nameStart, entry.nameEnd).normalize('NFC');
      if (!entry.definition?.item || !id || titles.has(id)) continue;
      titles.set(id, textOf(block, entry));
      const figure = entry.children.find(({ definition }) => definition?.item === false && definition.key === 'value');
      if (figure) figures.set(id, textOf(block, figure));
    }
  }
  return { titles, figures };
}

/** Words with what stands in double brackets as it is printed. */
export function printedWords(source: string, { titles, figures }: Names): string {
  let shown = '';
  let from = 0;
  for (const { start, end, inside, reference } of source.includes('[[') ? bracketed(source) : []) {
    const words = reference.prints === 'words' ? inside.slice(inside.indexOf('|') + 1).trim() : '';
    const figure = reference.prints === 'value' ? figures.get(reference.id) : undefined;
    shown += source.slice(from, start) + (words || figure || titles.get(reference.id) || reference.id);
    from = end;
  }
  return plainWords(shown + source.slice(from));
}

class PlaceReader {
  readonly places: Place[] = [];
  private readonly tree: SyntaxTree;
  private readonly names: Names;
  private readonly language: KeyLanguage;

  constructor(tree: SyntaxTree, names: Names, language: KeyLanguage) {
    this.tree = tree;
    this.names = names;
    this.language = language;
  }

  /** Reads an entry and what stands in it, in the order of the text. Plans that nest deeper than people do are read by their first levels. */
  read(index: number, entry: Entry, above: PlacedItem | undefined, depth = 0): void {
    const { definition } = entry;
    const item = definition?.item || !above ? this.itemOf(index, entry, definition?.item ? definition.key : '') : above;
    if (definition?.item)
      this.add(item, undefined, index, entry.valueStart, entry.valueEnd, textOf(this.block(index), entry));
    else if (definition?.type === 'prose') this.prose(item, definition, index, entry);
    else if (definition && entry.blockStart === 0 && isTold(definition, textOf(this.block(index), entry)))
      this.add(item, definition, index, entry.valueStart, entry.valueEnd, textOf(this.block(index), entry));
    if (depth > 100) return;
    const [first] = entry.children;
    if (first && definition?.item) item.inner = ' '.repeat(first.indent);
    for (const child of entry.children) this.read(index, child, item, depth + 1);
  }

  private block(index: number) {
    return this.tree.blocks[index] as SyntaxTree['blocks'][number];
  }

  private itemOf(index: number, entry: Entry, kind: string): PlacedItem {
    const { text } = this.block(index);
    const offset = this.tree.offsets[index] as number;
    let last = entry;
    for (let below = last.children.at(-1); below; below = last.children.at(-1)) last = below;
    const indent = ' '.repeat(entry.indent);
    return {
      kind,
      title: text.slice(entry.valueStart, entry.valueEnd),
      word: text.slice(entry.at, entry.keyEnd),
      indent,
      start: offset + entry.at - entry.indent,
      headEnd: offset + Math.max(entry.valueEnd, trimEnd(text, entry.at, entry.end)),
      end: offset + Math.max(last.valueEnd, trimEnd(text, last.at, last.end)),
      inner: `${indent}  `,
    };
  }

  private add(
    item: PlacedItem,
    field: Field | undefined,
    index: number,
    start: number,
    end: number,
    value: string,
  ): void {
    if (end <= start) return;
    const offset = this.tree.offsets[index] as number;
    const key = keyOf(printedWords(this.shown(value, field), this.names));
    this.places.push({
      item,
      field,
      start: offset + start,
      end: offset + end,
      source: value,
      key,
      margin: undefined,
      sign: '',
    });
  }

  /** A value as documents print it. */
  private shown(value: string, field: Field | undefined): string {
    const written = this.tree.language;
    switch (field?.type) {
      case 'date':
      case 'due':
        return dateShown(value, written, this.language);
      case 'period':
        return periodShown(value, written, this.language);
      case 'target':
        return targetShown(value, written, this.language);
      case 'baseline':
        return baselineShown(value, written, this.language);
      case 'choice': {
        const { choices = [], choicesCy = [] } = field;
        const choice = readChoice(value, choices, choicesCy, written).value;
        const words = choice && this.language === 'cy' ? (choicesCy[choices.indexOf(choice)] ?? choice) : choice;
        return words === undefined ? value : capitalised(words);
      }
      default:
        return value;
    }
  }

  /** Each paragraph and each point of prose is a place. */
  private prose(item: PlacedItem, field: Field, index: number, entry: Entry): void {
    const block = this.block(index);
    if (entry.valueEnd > entry.valueStart)
      this.add(
        item,
        field,
        index,
        entry.valueStart,
        entry.valueEnd,
        block.text.slice(entry.valueStart, entry.valueEnd),
      );
    if (entry.blockStart === 0 || proseOf(block, entry) === '') return;
    const end = trimEnd(block.text, entry.blockStart, entry.end);
    const offset = this.tree.offsets[index] as number;
    const margin = ' '.repeat(entry.proseIndent);
    let open: { start: number; end: number; lines: string[]; sign: string } | undefined;
    const close = (): void => {
      if (!open) return;
      const source = open.lines.join(' ');
      const key = keyOf(printedWords(source, this.names));
      if (key)
        this.places.push({ item, field, start: open.start, end: open.end, source, key, margin, sign: open.sign });
      open = undefined;
    };
    let at = entry.blockStart;
    for (const line of block.text.slice(entry.blockStart, end).split('\n')) {
      const bare = line.trimEnd();
      const [before = ''] = signs.exec(bare) ?? [];
      const words = bare.slice(before.length);
      if (bare.trim() === '') close();
      else {
        if (before.trim() !== '') close();
        open ??= { start: offset + at + before.length, end: 0, lines: [], sign: before.slice(entry.proseIndent) };
        open.lines.push(words);
        open.end = offset + at + bare.length;
      }
      at += line.length + 1;
    }
    close();
  }
}
