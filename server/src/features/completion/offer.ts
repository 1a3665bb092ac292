import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Edit, Span } from '../../checks/rule.ts';
import type { Item } from '../../model/item.ts';

/** An item that is offered: the path of the first file of its plan or library, and its id. */
export interface ItemOffered {
  readonly plan: string;
  readonly id: string;
}

/** A word of the vocabulary that is offered, and the place in which it means what it is offered for. */
export interface WordOffered {
  readonly word: string;
  readonly place: string;
}

/** A rule that is offered, by its id. */
export interface RuleOffered {
  readonly rule: string;
}

/** What an offer was made of: enough to tell more about it. */
export type Offered = ItemOffered | WordOffered | RuleOffered;

/** Something that could be written where the cursor stands. */
export interface Offer {
  /** What the list shows; what is shown beside it; and what it is, in a few words. */
  readonly label: string;
  readonly beside?: string | undefined;
  readonly detail?: string | undefined;
  readonly kind: CompletionItemKind;
  /** What is written; with places to fill in, for editors that know these, and without. */
  readonly text: string;
  readonly snippet?: string | undefined;
  /** The words by which it is found; its label where there are none. */
  readonly found?: string | undefined;
  /** The item that it names, or else the word or rule that it is: more about it is told when somebody looks at it. */
  readonly item?: Item | undefined;
  readonly more?: WordOffered | RuleOffered | undefined;
  /** True where something can be chosen again right behind it. */
  readonly again?: boolean | undefined;
  /** What has to change elsewhere in the file for it to be right. */
  readonly besides?: readonly Edit[] | undefined;
}

/** What could be written in the place of a span of the line. */
export interface Offers {
  /** Offsets in the block, in UTF-16 units; it holds the cursor. */
  readonly span: Span;
  /** The likeliest first. */
  readonly offers: readonly Offer[];
}

/** What the editor is able to do. */
export interface Abilities {
  /** It takes text with places to fill in. */
  readonly snippets: boolean;
  /** It can be told to ask again after a choice. */
  readonly asksAgain: boolean;
}

/** The most that a list holds: nobody reads on, and the editor has to sort it at every letter. */
export const MOST = 200;

/** The letters of words without their accents, for keyboards that have none. */
const withoutAccents = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '');

const isAscii = /^[\0-\x7f]*$/;

/** The words by which something is found: as they are, and without accents where they have any. */
export function foundBy(...words: readonly string[]): string {
  const written = words.filter(Boolean).join(' ');
  if (isAscii.test(written)) return written;
  const joined = written.normalize('NFC');
  const bare = withoutAccents(joined);
  return bare === joined ? joined : `${joined} ${bare}`;
}

/** Nobody types more than this to find something. */
const LONGEST_TYPED = 500;

/** Whether an offer could be what was begun to type: every letter comes, in this order. */
export function isLike(typed: string, { found, label }: Offer): boolean {
  const words = (found ?? label).toLowerCase();
  if (typed.length > LONGEST_TYPED) return false;
  let at = 0;
  for (const letter of typed.toLowerCase().replace(/\s+/g, '')) {
    at = words.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
