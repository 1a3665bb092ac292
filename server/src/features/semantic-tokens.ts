import {
  type Block,
  type Entry,
  entriesOf,
  type Field,
  isSpace,
  readProseReferences,
  readReferences,
  type ValueType,
  valueSpan,
} from '@goldthread/grammar';
import type { PlanFile, Range } from '../workspace/plan-file.ts';

/** The types of tokens, all of the protocol’s own, so that every theme has colours for them. A token has the number of its type here. */
export const tokenTypes = [
  'keyword',
  'property',
  'variable',
  'class',
  'enumMember',
  'number',
  'string',
  'comment',
] as const;
/** What may be said of a token besides its type, as bits in this order. */
export const tokenModifiers = ['declaration'] as const;

type TokenType = (typeof tokenTypes)[number];

const numberOfType = Object.fromEntries(tokenTypes.map((type, index) => [type, index])) as Record<TokenType, number>;
const DECLARATION = 1;

/** The tokens of a block, five numbers each: line in the block, character, length, type, modifiers. Sorted by place. */
type Tokens = readonly number[];
const WIDTH = 5;

/** The tokens of blocks that were asked for. A block never changes, and goes with the text that it is of. */
const known = new WeakMap<Block, Tokens>();

/**
 * The tokens of a file as the protocol sends them: five numbers each, line and character counted from the token before. Kinds, fields,
 * ids, references, figures and dates, words of a list, paths, comments; titles and prose are left to the client, but for the ids in
 * double brackets. It takes nothing but the text. With a range only the tokens on its lines.
 */
export function semanticTokens(file: PlanFile, range?: Range): number[] {
  const data: number[] = [];
  const from = range?.start.line ?? 0;
  const to = range?.end.line ?? Number.POSITIVE_INFINITY;
  let lastLine = 0;
  let lastCharacter = 0;
  for (let index = range ? (file.locate(range.start)?.placed.index ?? 0) : 0; index < file.blocks.length; index++) {
    const firstLine = file.tree.lines[index] as number;
    if (firstLine > to) break;
    const tokens = tokensOf((file.blocks[index] as (typeof file.blocks)[number]).block);
    for (let at = 0; at < tokens.length; at += WIDTH) {
      const line = firstLine + (tokens[at] as number);
      if (line < from) continue;
      if (line > to) break;
      const character = tokens[at + 1] as number;
      data.push(
        line - lastLine,
        line === lastLine ? character - lastCharacter : character,
        tokens[at + 2] as number,
        tokens[at + 3] as number,
        tokens[at + 4] as number,
      );
      lastLine = line;
      lastCharacter = character;
    }
  }
  return data;
}

/** What to change in the numbers sent before to have those of now: one edit that takes in all that differs; none where nothing does. */
export function tokenEdits(
  before: readonly number[],
  now: readonly number[],
): { start: number; deleteCount: number; data: number[] }[] {
  const shared = Math.min(before.length, now.length);
  let start = 0;
  while (start < shared && before[start] === now[start]) start++;
  if (start === before.length && start === now.length) return [];
  let end = 0;
  while (end < shared - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  return [{ start, deleteCount: before.length - end - start, data: now.slice(start, now.length - end) }];
}

function tokensOf(block: Block): Tokens {
  const found = known.get(block);
  if (found) return found;
  const tokens = readTokens(block);
  known.set(block, tokens);
  return tokens;
}

/** Collects the tokens of a block. */
class Collector {
  private readonly block: Block;
  private readonly tokens: number[][] = [];

  constructor(block: Block) {
    this.block = block;
  }

  /** A span of one line; `line` is that of the span where it is known. */
  add(type: TokenType, start: number, end: number, modifiers = 0, line = this.block.lineAt(start)): void {
    if (end <= start) return;
    const character = start - (this.block.lines[line] as number);
    this.tokens.push([line, character, end - start, numberOfType[type], modifiers]);
  }

  /** All tokens in the order of the text; where two overlap, the first. */
  sorted(): Tokens {
    const { tokens } = this;
    tokens.sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number));
    const clean: number[] = [];
    let line = -1;
    let end = 0;
    for (const token of tokens) {
      const [tokenLine = 0, character = 0, length = 0] = token;
      if (tokenLine === line && character < end) continue;
      clean.push(...token);
      line = tokenLine;
      end = character + length;
    }
    return clean;
  }
}

function readTokens(block: Block): Tokens {
  const collector = new Collector(block);
  const hasBrackets = block.text.includes('[[');
  for (const entry of entriesOf(block)) {
    const { definition, line, at, keyEnd } = entry;
    if (!definition) continue;
    collector.add(definition.item ? 'keyword' : 'property', at, keyEnd, 0, line);
    if (entry.nameEnd > entry.nameStart) {
      const type = !definition.item ? typeOfName(definition) : definition.root ? 'class' : 'variable';
      collector.add(type, entry.nameStart, entry.nameEnd, definition.item ? DECLARATION : 0, line);
    }
    if (definition.item) {
      if (hasBrackets) addMentions(collector, block, entry);
    } else addValue(collector, block, entry, definition, hasBrackets);
  }
  if (block.text.includes('#')) addComments(collector, block);
  return collector.sorted();
}

const typeOfName = ({ name }: Field): TokenType => (name === 'period' ? 'number' : 'enumMember');

/** A figure with the sign before or behind it, a date, a span of years. */
const figure = /(?<![\p{L}\p{M}\p{N}])[-−]?\p{Sc}?\s?\d(?:[\d,./-]*\d)?(?:-?Q[1-4])?%?(?:(?:bn|[mk])(?!\p{L}))?/gu;

/** How the pieces of a value are found and what they are, by its type; types that are not here are words. */
const pieces: Readonly<Partial<Record<ValueType, { readonly type: TokenType; readonly shape: RegExp }>>> = {
  date: { type: 'number', shape: figure },
  due: { type: 'number', shape: figure },
  period: { type: 'number', shape: figure },
  quantity: { type: 'number', shape: figure },
  money: { type: 'number', shape: figure },
  target: { type: 'number', shape: figure },
  baseline: { type: 'number', shape: figure },
  choice: { type: 'enumMember', shape: /\S(?:.*\S)?/g },
  language: { type: 'enumMember', shape: /[^,\s]+/g },
  languages: { type: 'enumMember', shape: /[^,\s]+/g },
  kinds: { type: 'enumMember', shape: /[^,\s]+/g },
  path: { type: 'string', shape: /\S(?:.*\S)?/g },
};

function addValue(collector: Collector, block: Block, entry: Entry, field: Field, hasBrackets: boolean): void {
  const { text } = block;
  if (field.type === 'reference') {
    for (const { library, start, end } of readReferences(text, entry.valueStart, entry.valueEnd, field)) {
      const dot = library === undefined ? start : text.indexOf('.', start) + 1;
      if (dot > start) collector.add('class', start, dot - 1);
      addId(collector, block, dot, end, namesPlans(field) && dot === start ? 'class' : 'variable');
    }
    return;
  }
  const piece = pieces[field.type];
  if (piece) {
    if (entry.blockStart > 0) return;
    for (const match of text.slice(entry.valueStart, entry.valueEnd).matchAll(piece.shape)) {
      const space = match[0].length - match[0].trimStart().length;
      const start = entry.valueStart + match.index;
      collector.add(piece.type, start + space, start + match[0].length, 0, entry.line);
    }
  } else if (hasBrackets) addMentions(collector, block, entry);
}

const namesPlans = ({ to }: Field): boolean => to?.includes('plan') ?? false;

/** An id that is named, where it stands on one line. What is typed in the place of an id may be anything. */
function addId(collector: Collector, block: Block, start: number, end: number, type: TokenType): void {
  for (let at = start; at < end; at++) if (isSpace(block.text.charCodeAt(at))) return;
  collector.add(type, start, end);
}

/** The ids in double brackets in a title or in prose. */
function addMentions(collector: Collector, block: Block, entry: Entry): void {
  const { start, end } = valueSpan(block, entry);
  for (const { library, start: from, end: to } of readProseReferences(block.text, start, end)) {
    const dot = library === undefined ? from : block.text.indexOf('.', from) + 1;
    if (dot > from) collector.add('class', from, dot - 1);
    addId(collector, block, dot, to, 'variable');
  }
}

/** The lines that are comments: they begin with `#` and are not prose. */
function addComments(collector: Collector, block: Block): void {
  const { text, lines } = block;
  const prose = proseBlocks(block);
  let next = 0;
  for (let line = 0; line < lines.length; line++) {
    const start = lines[line] as number;
    let at = start;
    let end = lines[line + 1] ?? text.length;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== 35 || at >= end) continue;
    while (next < prose.length && (prose[next] as Entry).end <= at) next++;
    const around = prose[next];
    if (around && around.blockStart <= start && at - start >= around.proseIndent) continue;
    while (end > at && isSpace(text.charCodeAt(end - 1))) end--;
    collector.add('comment', at, end, 0, line);
  }
}

const proseBlocks = (block: Block): Entry[] =>
  [...entriesOf(block)].filter(({ proseIndent, blockStart }) => proseIndent > 0 && blockStart > 0);
