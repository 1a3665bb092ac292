import { type KeyLanguage, kindOf } from '@goldthread/grammar';
import { oneOf } from '../../features/kind-words.ts';
import type { PlacedBlock } from '../../importers/import.ts';
import type { Account, AccountItem } from '../../importers/report/account.ts';
import type { Spot } from '../../importers/source.ts';
import { wordsOfBlock } from '../../importers/words.ts';

/** What became of blocks, as the page says it beside them. */
const said = {
  en: { item: 'item', value: 'detail', prose: 'text', link: 'link', heading: 'heading', removed: 'left out', to: 'to' },
  cy: {
    item: 'eitem',
    value: 'manylyn',
    prose: 'testun',
    link: 'dolen',
    heading: 'pennawd',
    removed: 'hepgorwyd',
    to: 'i',
  },
} as const satisfies Record<KeyLanguage, Record<PlacedBlock['what'] | 'to', string>>;

/** The longest title of an item that is named beside a block, in UTF-16 units. */
const LONGEST = 60;

/** Says of the blocks of a document what became of them. */
export class Became {
  private readonly language: KeyLanguage;
  private readonly byLine: ReadonlyMap<number, AccountItem>;
  private readonly bySpot: ReadonlyMap<string, readonly AccountItem[]>;

  constructor({ items }: Account, language: KeyLanguage) {
    this.language = language;
    this.byLine = new Map(items.map((item) => [item.line, item]));
    this.bySpot = Map.groupBy(items, ({ spot }) => keyOf(spot));
  }

  /** What became of a block in a word or two, and the line of the plan where it is now, from 0. */
  of(placed: PlacedBlock): { readonly became: string; readonly line: number | undefined } {
    const { what, line } = placed;
    const words = said[this.language];
    const item = line === undefined ? this.titled(placed) : this.byLine.get(line);
    const at = line ?? item?.line;
    return { became: this.words(what, item, words), line: at === undefined ? undefined : at - 1 };
  }

  private words(what: PlacedBlock['what'], item: AccountItem | undefined, words: (typeof said)[KeyLanguage]): string {
    const kind = item && kindOf(item.kind);
    if (what === 'item' && kind) return oneOf(kind, this.language);
    if (what === 'link' && item) return `${words.link} ${words.to} “${shortened(item.title)}”`;
    return words[what];
  }

  /** The item that a block is the heading of: it stands at the same place, and has the same title. */
  private titled({ block, what }: PlacedBlock): AccountItem | undefined {
    if (what !== 'item') return undefined;
    const words = lettersOf(wordsOfBlock(block));
    // Without a number before it, a title is what the heading ends with.
    return this.bySpot.get(keyOf(block.spot))?.find(({ title }) => title !== '' && words.endsWith(lettersOf(title)));
  }
}

const keyOf = ({ page, line, paragraph }: Spot): string => [page, line, paragraph].join();

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
