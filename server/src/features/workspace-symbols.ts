import { type Kind, kinds } from '@goldthread/grammar';
import type { SymbolKind } from 'vscode-languageserver-types';
import { oneOf } from './kind-words.ts';
import { shortened } from './shown.ts';
import { symbolOf } from './symbol-kinds.ts';
import { folded, type TableRow } from './symbol-table.ts';

/** An item that was searched for. */
export interface FoundSymbol {
  /** The title with the kind and the id, since clients look for the words in it. */
  readonly name: string;
  readonly kind: SymbolKind;
  /** The title of the plan. */
  readonly container: string;
  readonly path: string;
  readonly line: number;
}

/** Where a row of the table stands. */
export interface RowPlace {
  readonly path: string;
  readonly container: string;
}

/** So many symbols are given at most: the best. */
const MOST = 200;
/** So many are kept while others may be better. */
const KEPT = 10 * MOST;
const LONGEST = 120;

interface Hit {
  readonly row: TableRow;
  readonly place: RowPlace;
  readonly score: number;
}

/** The words by which each kind is found: its key, its name and the same in Welsh. */
const kindWords = new Map(
  kinds.map((kind) => {
    const { key, noun, plural, cy, pluralCy } = kind;
    return [kind, folded([key, noun, plural, cy, pluralCy].join(' ')).split(' ')] as const;
  }),
);

/**
 * A search for items by words of their titles, ids and kinds, in any order and in either case; a word may be given by its beginning
 * or by any part of it. Files are handed in one by one.
 */
export class SymbolSearch {
  private readonly words: readonly string[];
  private hits: Hit[] = [];

  constructor(query: string) {
    this.words = folded(query.slice(0, 500)).split(/\s+/).filter(Boolean);
  }

  /** Whether a text of titles and ids may hold what is searched for. */
  readonly mayHold = (text: string): boolean => this.words.every((word) => isOfKind(word) || text.includes(word));

  /** Takes in the items of one file. */
  add(rows: Iterable<TableRow>, place: RowPlace): void {
    for (const row of rows) {
      const score = this.score(row);
      if (score > 0) this.hits.push({ row, place, score });
    }
    if (this.hits.length > KEPT) this.hits = this.best();
  }

  /** The items that were found, the best first. */
  symbols(): FoundSymbol[] {
    return this.best().map(({ row, place }) => ({
      name: nameOf(row),
      kind: symbolOf(row.kind),
      container: place.container,
      path: place.path,
      line: row.line,
    }));
  }

  private best(): Hit[] {
    return this.hits.sort(compare).slice(0, MOST);
  }

  /** How well an item fits: 0 where one of the words is not found in it. */
  private score({ words, kind }: TableRow): number {
    let score = 1;
    for (const word of this.words) {
      const found = Math.max(scoreIn(words, word), scoreOfKind(kind, word));
      if (found === 0) return 0;
      score += found;
    }
    return score;
  }
}

/** A word at the start of the title counts most, then one at the start of a word, then one that is a part of a word. */
function scoreIn(words: string, word: string): number {
  const at = words.indexOf(word);
  if (at <= 0) return at < 0 ? 0 : 4;
  for (let next = at; next > 0; next = words.indexOf(word, next + 1))
    if (!/[\p{L}\p{N}]/u.test(words.charAt(next - 1))) return 3;
  return 1;
}

const scoreOfKind = (kind: Kind, word: string): number =>
  kindWords.get(kind)?.some((known) => known.startsWith(word)) ? 2 : 0;

const isOfKind = (word: string): boolean =>
  [...kindWords.values()].some((known) => known.some((one) => one.startsWith(word)));

const compare = (a: Hit, b: Hit): number =>
  b.score - a.score ||
  a.row.words.length - b.row.words.length ||
  (a.place.path === b.place.path ? a.row.line - b.row.line : a.place.path < b.place.path ? -1 : 1);

function nameOf({ kind, id, title, language }: TableRow): string {
  const what = id ? `${oneOf(kind, language)} ${id}` : oneOf(kind, language);
  return title ? `${shortened(title, LONGEST)} (${shortened(what, LONGEST)})` : shortened(what, LONGEST);
}
