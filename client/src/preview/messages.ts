import type { PreviewUpdate } from '../../../server/src/lsp/protocol.ts';

/** The views by name, in the order of their tabs. */
export const views = ['document', 'thread', 'matrix', 'measures', 'coverage'] as const;

/** How page and text move one another: not at all; a click puts the cursor there; they also scroll together. */
export type Sync = 'off' | 'click' | 'both';

/** What a reader has chosen in a view, by the name of the control. */
export type Chosen = Readonly<Record<string, string>>;

/** What a page shows and how: what the reader chose, kept by the page so that it outlives a reload of the window. */
export interface PageState {
  /** A file of the plan that is shown; empty before the first. */
  readonly plan: string;
  readonly locked: boolean;
  /** One of `views`. */
  readonly view: string;
  /** The language of the document; that of the plan where it is undefined. */
  readonly language?: string | undefined;
  /** By the name of the view. */
  readonly chosen: Readonly<Record<string, Chosen>>;
  /** Per cent. */
  readonly zoom: number;
  /** Whether what the checks found is shown in the margin. */
  readonly problems: boolean;
  /** Whether the page looks as printed, in whichever theme the editor is. */
  readonly printed: boolean;
  /** What stands at the top of the window: the key of a block, and how far of its height is above the top, from 0 to 1. */
  readonly top?: readonly [key: string, share: number] | undefined;
}

/** What the extension says to a page. */
export type ToPage =
  /** There is something new to show. `plan` and `locked` are for the page to remember. */
  | { readonly type: 'update'; readonly update: PreviewUpdate; readonly plan: string; readonly locked: boolean }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly words: string }
  /** The text is scrolled: this line of a file of the plan is at its top. */
  | { readonly type: 'scroll'; readonly file: number; readonly line: number }
  /** The cursor is at this line. */
  | { readonly type: 'cursor'; readonly file: number; readonly line: number }
  | { readonly type: 'settings'; readonly sync: Sync }
  /** Something was done, or not: to be shown for a while, and said to those who listen to the page. */
  | { readonly type: 'say'; readonly words: string };

/** What a page says to the extension, which takes none of it on trust: see `readMessage`. */
export type FromPage =
  /** The page is there and shows nothing, or has lost its way: it wants the whole of a view. `placed` where it knows how far to scroll. */
  | {
      readonly type: 'whole';
      readonly view: string;
      readonly language?: string | undefined;
      readonly chosen: Chosen;
      readonly placed: boolean;
    }
  /** The reader chose in the view that is shown: what changes is enough. */
  | { readonly type: 'choose'; readonly chosen: Chosen }
  /** The reader clicked at a line of a file of the plan; twice, to go on in the text. */
  | { readonly type: 'reveal'; readonly file: number; readonly line: number; readonly focus: boolean }
  /** The reader scrolled: this is the line at the top of the page. */
  | { readonly type: 'scroll'; readonly file: number; readonly line: number }
  /** The reader wants to see the source of an item. */
  | { readonly type: 'locate'; readonly item: string }
  /** The reader presses a mend: the number of the problem and of its mend in the update of this version. */
  | { readonly type: 'mend'; readonly version: number; readonly problem: number; readonly mend: number }
  /** The reader asks why something is a problem. */
  | { readonly type: 'explain'; readonly version: number; readonly problem: number }
  /** The reader makes or breaks a link between two items. */
  | {
      readonly type: 'toggle';
      readonly from: string;
      readonly relation: string;
      readonly to: string;
      readonly on: boolean;
    }
  /** The reader follows a link out of the document. */
  | { readonly type: 'open'; readonly href: string }
  | { readonly type: 'print' };
