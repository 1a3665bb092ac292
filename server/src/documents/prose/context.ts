import type { Inline } from '../tree.ts';

/** What a piece of prose stands in, and what it can ask of the plan. */
export interface ProseContext {
  /** Lines below the first of the block at which the prose begins. */
  readonly line: number;
  /** What a heading of the first level becomes. */
  readonly level: number;
  /** What stands before the anchors of its footnotes: begins with `_`, so that no id of an item is one of them. */
  readonly prefix: string;
  /** What a reference in double brackets prints. `words` and `what` are undefined where it prints the title. */
  mention(name: string, words: string | undefined, what: 'number' | 'value' | undefined): Inline;
  /** The path in the workspace of a picture, from its path as written; undefined where it may not be shown. */
  picture(path: string): string | undefined;
}
