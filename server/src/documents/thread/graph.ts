/** How an item comes to serve another; see `LinkOrigin` in `model/links.ts`. */
export type ThreadOrigin = 'written' | 'implied' | 'inherited';

/** The kinds of item that are drawn. */
export type ThreadKind = 'outcome' | 'theme' | 'priority' | 'action' | 'kpq' | 'measure';

/** An item of the drawn thread. */
export interface ThreadNode {
  /** Its ref (`model/export.ts`). */
  readonly ref: string;
  readonly kind: ThreadKind;
  /** Its kind in words: “KPQ”. */
  readonly word: string;
  readonly number: string | undefined;
  /** In one line, in full. */
  readonly title: string;
  /** The language of the title (BCP 47), where it is not that of the page. */
  readonly lang: string | undefined;
  /** The theme or the priority that it stands in, for themes and priorities; its ref. */
  readonly within: string | undefined;
  /** True for an outcome that belongs to one priority or section. */
  readonly local: boolean;
  /** What the plan is called that it stands in, where that is another one. */
  readonly elsewhere: string | undefined;
  /** What it is short of, by kind: without one of these the thread ends here. */
  readonly lacks: readonly ThreadKind[];
}

/** One item serves another. */
export interface ThreadLink {
  /** The refs of the item that serves and of the one that is served. */
  readonly from: string;
  readonly to: string;
  readonly origin: ThreadOrigin;
}

/** A name in a link that leads nowhere, or to something that can’t be linked there. */
export interface BrokenName {
  /** The ref of the item that names it. */
  readonly from: string;
  /** What it should be the name of. */
  readonly kind: ThreadKind;
  /** As written. */
  readonly name: string;
  /** What the name is the name of, where it is not of the right kind: “priority”. */
  readonly means: string | undefined;
}

/** The golden thread of a plan as data, in the order of the document: all that is drawn and told of it. */
export interface ThreadGraph {
  readonly nodes: readonly ThreadNode[];
  readonly links: readonly ThreadLink[];
  readonly broken: readonly BrokenName[];
}
