import { type Block, entriesOf, type KeyLanguage, type Kind, kindOf, nameOf, parse, textOf } from '@goldthread/grammar';
import type { PlanFile } from '../workspace/plan-file.ts';

/** An item as it can be searched for. */
export interface TableRow {
  readonly kind: Kind;
  /** The language in which the keys of its file are written. */
  readonly language: KeyLanguage;
  /** Empty where it has none. */
  readonly id: string;
  /** In one line, names in double brackets by their words; empty where it has none. */
  readonly title: string;
  /** The line of its key, from 0. */
  readonly line: number;
  /** Title and id as they are searched: see `folded`. */
  readonly words: string;
}

/**
 * The items of a piece of text, one a line, in a form that takes little room: thousands of files are searched. `lines` has the number
 * of the line, the kind, the id and the title, with tabs between; `words` the title and the id as they are searched.
 */
interface Piece {
  readonly language: KeyLanguage;
  readonly lines: string;
  readonly words: string;
}

const nothing: Piece = { language: 'en', lines: '', words: '' };

/** A text as it is searched: in small letters, and without the marks on letters that few people type (ŵ → w). */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/**
 * What can be searched for in plan files: kind, id, title and line of each item. It is worked out when it is first asked for, and kept
 * for as long as the text stays what it is: for a file in memory with each of its blocks, for others with what stands for the file as
 * it was read.
 */
export class SymbolTable {
  private readonly blocks = new WeakMap<Block, Piece>();
  private readonly files = new WeakMap<object, Piece>();

  /** True where a file that is not in memory has been read. `version` is an object that is another one when the file changes. */
  has(version: object): boolean {
    return this.files.has(version);
  }

  /** Takes the text of a file in that is not in memory. */
  set(version: object, text: string): void {
    const tree = parse(text);
    const { language } = tree;
    const pieces = tree.blocks.map((block, index) => read(block, tree.lines[index] ?? 0, language));
    const joined = (of: (piece: Piece) => string): string => pieces.map(of).join('');
    this.files.set(version, { language, lines: joined(({ lines }) => lines), words: joined(({ words }) => words) });
  }

  /** The items of a file that is not in memory in which one of some words may be found. */
  rows(version: object, mayHold: (words: string) => boolean): Iterable<TableRow> {
    return rowsOf(this.files.get(version) ?? nothing, 0, mayHold);
  }

  /** The same for a file in memory. */
  *rowsIn(file: PlanFile, mayHold: (words: string) => boolean): Generator<TableRow> {
    for (const [index, block] of file.tree.blocks.entries()) {
      let piece = this.blocks.get(block);
      if (!piece) {
        piece = read(block, 0, file.tree.language);
        this.blocks.set(block, piece);
      }
      yield* rowsOf(piece, file.tree.lines[index] ?? 0, mayHold);
    }
  }
}

/** A name in double brackets. Groups: what it names, and the words that are printed for it. */
const mention = /\[\[\s*([^[\]|\r\n]*?)\s*(?:\|([^[\]]*)|:number|:value)?\]\]/g;

/** A title with the words that names in double brackets print; where they print a title, the id stands for it. */
const withoutBrackets = (title: string): string =>
  title.includes('[[') ? title.replace(mention, (_, id: string, words: string | undefined) => words ?? id) : title;

const lineEnds = /[\r\n\t]+/g;

function read(block: Block, first: number, language: KeyLanguage): Piece {
  let lines = '';
  let words = '';
  for (const entry of entriesOf(block)) {
    const { definition } = entry;
    if (!definition?.item) continue;
    const id = nameOf(block, entry).normalize('NFC').replace(lineEnds, ' ');
    const title = withoutBrackets(textOf(block, entry)).replace(lineEnds, ' ');
    lines += `${first + entry.line}\t${definition.key}\t${id}\t${title}\n`;
    words += `${folded(`${title} ${id}`)}\n`;
  }
  return lines ? { language, lines, words } : nothing;
}

function* rowsOf(piece: Piece, first: number, mayHold: (words: string) => boolean): Generator<TableRow> {
  if (piece.lines === '' || !mayHold(piece.words)) return;
  const words = piece.words.split('\n');
  for (const [index, row] of piece.lines.split('\n').entries()) {
    const [line = '', key = '', id = '', title = ''] = row.split('\t');
    const kind = kindOf(key);
    if (kind)
      yield { kind, language: piece.language, id, title, line: first + Number(line), words: words[index] ?? '' };
  }
}
