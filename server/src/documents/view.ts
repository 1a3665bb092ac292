import type { Snapshot } from '../features/snapshot.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import type { Flow } from './tree.ts';

/** A stretch of a page that is shown, patched and found again as one: a heading with its fields, a list of actions, a chart. */
export interface Block {
  /** The same for the same thing after an edit elsewhere; unique on the page. */
  readonly key: string;
  /** What it is, for its looks: the kind of its item (`priority`), or `cover`, `contents`, `control-sheet` … */
  readonly role: string;
  /** How deep its item stands: 0 for what stands in the plan itself. */
  readonly depth: number;
  /** The ref of its item (`model/export.ts`), where it has one. */
  readonly item?: string | undefined;
  /** The file, and the lines, counted from 0, from the first of its source to the last; none for what is worked out, such as the contents. */
  readonly source?: { readonly path: string; readonly line: number; readonly end: number } | undefined;
  /** The same array as before while nothing in it has changed: whoever writes a format may remember it by that. */
  readonly flow: readonly Flow[];
}

/** Something that the reader of a view may choose. */
export interface Control {
  /** Under what it comes back in `ViewOptions.chosen`. */
  readonly name: string;
  /** In the reader’s words: “Columns”. */
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}

/** What a view is asked for. */
export interface ViewOptions {
  /** The language of the document: words in it come first where the plan has them; what the program itself says is in it. */
  readonly language: 'en' | 'cy';
  /** What the reader has chosen, by the name of the control. A value that is no choice any more counts as none. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The headings that the project’s profiles give, in English, by what they stand above: for a plan that gives none itself. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** True for a page on which nothing can be chosen, such as one on paper: it does not say what happens on a click. */
  readonly isStill?: boolean | undefined;
  /** True where items have an anchor in the document that nothing can name: those without an id. */
  readonly hasAllAnchors?: boolean | undefined;
}

/** A page of one plan. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly controls: readonly Control[];
}

/** What makes the pages of one plan, and remembers what it made, so that after an edit only what changed is made anew. */
export interface View {
  page(snapshot: Snapshot, file: PlanFile, options: ViewOptions): Page;
}

/** The views by name, in the order of their tabs. */
export const viewNames = ['document', 'thread', 'matrix', 'measures', 'coverage'] as const;

export type ViewName = (typeof viewNames)[number];
