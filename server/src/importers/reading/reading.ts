import type { KeyLanguage } from '@goldthread/grammar';
import type { Draft, DraftItem } from '../draft/draft.ts';
import type { Removal, Spot } from '../source.ts';
import type { Paired } from './two-languages.ts';

/** What became of a block of the document. */
export interface Fate {
  /** Its place among the blocks. */
  readonly at: number;
  /**
   * `item` and `value`: it is one, or a value of one. `prose`: it stands in words. `link`: it names an item that stands elsewhere.
   * `heading`: it is printed by the plan itself, as the heading of a field or of a list, or as a number.
   */
  readonly what: 'item' | 'value' | 'prose' | 'link' | 'heading' | 'removed';
  readonly item?: DraftItem | undefined;
}

/** A plan, read from a document. */
export interface PlanReading {
  readonly draft: Draft;
  /** The blocks as they were read: those of the document, with quotations and their speakers put together. */
  readonly blocks: readonly Paired[];
  readonly fates: readonly Fate[];
  /** Words besides whole blocks that the plan says by itself. */
  readonly told: readonly { readonly words: string; readonly spot: Spot }[];
  readonly removed: readonly Removal[];
  readonly language: KeyLanguage;
}

/** An outcome or a question that stands under a priority: it may be one that the plan declares elsewhere. */
export interface Mention {
  readonly item: DraftItem;
  /** The priority that names it; undefined where the plan itself declares it. */
  readonly owner: DraftItem | undefined;
  readonly at: number;
  /** What it was put into. */
  readonly container: DraftItem;
}
