/** A plan as it is being made: items with fields and items in them, in the order in which they will stand. */
import type { Doubt, Spot } from '../source.ts';

/** A field of an item. */
export interface DraftField {
  readonly type: 'field';
  /** Its key in English: `why`. */
  readonly key: string;
  /** What stands between the key and the colon: a language or a period. */
  readonly name?: string | undefined;
  /** The value of a line as the language has it, or Markdown in paragraphs for prose. */
  value: string;
  /** The words of the document, where the value is written in another way. */
  readonly words?: string | undefined;
}

/** An item. */
export interface DraftItem {
  readonly type: 'item';
  /** Its kind in English: `priority`. */
  kind: string;
  /** Given by the document. Without one, the writer makes one of the title where something links to the item. */
  id?: string | undefined;
  /** In one line, plain words. */
  title: string;
  readonly parts: DraftPart[];
  readonly spot: Spot;
  /** How sure it is that this is what it is, from 0 to 1. 1 where the document says so in as many words. */
  confidence: number;
  readonly doubts: Doubt[];
}

/** What stands in an item. */
export type DraftPart = DraftField | DraftItem;

/** Links are made by items, not by names, so that ids can be given last: the field `relation` of `from` names `to`. */
export interface DraftLink {
  readonly from: DraftItem;
  /** `outcomes`, `kpqs`, `partners`. */
  readonly relation: string;
  readonly to: DraftItem;
  readonly confidence: number;
  /** The words in the document that the link was made of. */
  readonly words: string;
  readonly spot: Spot;
}

/** A whole plan. */
export interface Draft {
  /** `plan`: its fields are those of the cover and the control sheet, and its items stand at the left margin. */
  readonly plan: DraftItem;
  /** The printed headings that the plan has in the place of ours: by kind or field in the plural as `label` takes it. */
  readonly labels: Map<string, string>;
  readonly links: DraftLink[];
}

/** An item and all that stand in it, in order. */
export function* itemsOf(item: DraftItem): Generator<DraftItem> {
  yield item;
  for (const part of item.parts) if (part.type === 'item') yield* itemsOf(part);
}
