import { type Draft, type DraftItem, itemsOf } from '../draft/draft.ts';
import type { WrittenPlan } from '../draft/write.ts';
import type { Doubt, Mend, Properties, Removal, Spot } from '../source.ts';

/** The document that was brought in. */
export interface AccountDocument {
  /** The name of the file, without folders. */
  readonly name: string;
  /** The format that it was read as, by its name and in a few words. */
  readonly format: { readonly name: string; readonly meaning: string };
  /** The ending that its name has, without the dot, where another format goes by it: `pdf` of a document that reads like Word. */
  readonly misnamed?: string | undefined;
  /**
   * Where it carries the plan that it was made of: `untouched`, that is the plan; `edited`, it is with what was edited in the document; `other`,
   * so much was changed that the document was read like any other.
   */
  readonly carries?: 'untouched' | 'edited' | 'other' | undefined;
  readonly properties: Properties;
}

/** An item of the plan, with where it stands in the plan and in the document. */
export interface AccountItem {
  readonly kind: string;
  readonly title: string;
  readonly id?: string | undefined;
  /** Its line in the plan, from 1. */
  readonly line: number;
  readonly spot: Spot;
  /** How sure it is that this is what it is, from 0 to 1. */
  readonly confidence: number;
}

/** A link that words of the document were taken for. */
export interface AccountLink {
  readonly from: AccountItem;
  readonly relation: string;
  readonly to: AccountItem;
  /** The words in the document. */
  readonly words: string;
  readonly spot: Spot;
  readonly confidence: number;
}

/** Words that became nothing but prose. */
export interface Prose {
  /** How they begin, in plain words. */
  readonly words: string;
  readonly spot: Spot;
  /** The line of the item whose prose they are. */
  readonly line?: number | undefined;
}

/** Words that the document has in several places, and the plan in one. */
export interface Repeat {
  readonly words: string;
  /** What became of them: the heading that a `label` prints, links to the item that has them, or nothing more. */
  readonly became: 'label' | 'link' | 'once';
  /** How often the document has them. */
  readonly times: number;
  /** Where it has them first. */
  readonly spot: Spot;
}

/** Something to look at, with the line in the plan that it is about. */
export interface AccountDoubt extends Doubt {
  readonly line?: number | undefined;
}

/** Words that stand side by side in the document, and that nobody can say what became of. */
export interface MissingWords {
  readonly words: string;
  readonly spot: Spot;
}

/** The words of the document, counted. */
export interface WordCounts {
  readonly source: number;
  /** Those of them that stand in the plan. */
  readonly kept: number;
  /** Those that stand in the plan, and those that are told of as taken out or as said more than once. */
  readonly accounted: number;
  /** Those that are neither, as far as they are named. */
  readonly missing?: readonly MissingWords[] | undefined;
}

/** What became of a document: everything that a person may want to look at behind the import. */
export interface Account {
  readonly document: AccountDocument;
  /** The plan itself is the first one. */
  readonly items: readonly AccountItem[];
  readonly links: readonly AccountLink[];
  readonly prose: readonly Prose[];
  readonly repeats: readonly Repeat[];
  readonly mends: readonly Mend[];
  readonly removed: readonly Removal[];
  readonly doubts: readonly AccountDoubt[];
  readonly words: WordCounts;
}

/** What an account is made of. Whatever is missing is taken for nothing. */
export interface AccountInput {
  readonly document: AccountDocument;
  readonly draft: Draft;
  readonly written: WrittenPlan;
  readonly words: WordCounts;
  /** Doubts about the document as a whole. Those about single items are had from the draft. */
  readonly doubts?: readonly Doubt[];
  readonly removed?: readonly Removal[];
  /** Words that became nothing but prose, in plain words, with the item that has them. */
  readonly prose?: readonly { readonly words: string; readonly spot: Spot; readonly owner?: DraftItem | undefined }[];
  readonly repeats?: readonly Repeat[];
  readonly mends?: readonly Mend[];
}

/** The longest piece of prose that tells which one it is, in UTF-16 units. */
const LONGEST = 100;

/** How words begin, as far as the end of a word. */
const beginningOf = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S{0,30}$/u, '')} …`;

/** Draws up the account of a document. */
export function accountOf({ document, draft, written, words, ...others }: AccountInput): Account {
  const { doubts = [], removed = [], prose = [], repeats = [], mends = [] } = others;
  const { lines, ids } = written;
  // A doubt about the document may have been handed down to an item.
  const placed = new Set<string>();
  const items = new Map<DraftItem, AccountItem>();
  const about: AccountDoubt[] = [];
  for (const item of itemsOf(draft.plan)) {
    const { kind, title, spot, confidence } = item;
    const line = lines.get(item) ?? 1;
    items.set(item, { kind, title, id: ids.get(item), line, spot, confidence });
    for (const doubt of item.doubts) {
      placed.add(keyOf(doubt));
      about.push({ ...doubt, line });
    }
  }
  return {
    document,
    items: [...items.values()],
    links: draft.links.flatMap(({ from: one, to: other, relation, words: said, spot, confidence }) => {
      const [from, to] = [items.get(one), items.get(other)];
      return from && to ? [{ from, relation, to, words: said, spot, confidence }] : [];
    }),
    prose: prose.map(({ words: said, spot, owner }) => ({
      words: beginningOf(said),
      spot,
      line: owner && lines.get(owner),
    })),
    repeats,
    mends,
    removed,
    doubts: [...doubts.filter((doubt) => !placed.has(keyOf(doubt))), ...about],
    words,
  };
}

/** What tells one doubt from another. */
const keyOf = ({ kind, message, spot: { page, line, paragraph } }: Doubt): string =>
  [kind, page, line, paragraph, message].join('\n');
