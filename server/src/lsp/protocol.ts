import type { Range } from 'vscode-languageserver-types';

/**
 * What Goldthread’s own client and server say to each other beyond the Language Server Protocol. Another client needs none
 * of it: every feature of the protocol works without.
 */

/** Asks for the golden thread of the plan that a file belongs to. Parameters: `ThreadParams`; result: `ThreadNode[]`. */
export const threadRequest = 'goldthread/thread';

export interface ThreadParams {
  readonly uri: string;
}

/** An item on the golden thread, with what serves it below it. */
export interface ThreadNode {
  /** The same for the same item after an edit elsewhere: kind and id, or kind and title where it has none. Unique among its siblings. */
  readonly key: string;
  /** The key of its kind in English: `outcome`, `priority`, `kpq`, `measure`, `action`; `group` for a heading such as “Not on the thread”. */
  readonly kind: string;
  /** The number that the document prints, with the title. */
  readonly title: string;
  /** The kind in the language of the file, and what the item is short of: “outcome · no measure”. */
  readonly description: string;
  /** What is broken here, in sentences; none where the thread runs on. */
  readonly faults: readonly string[];
  /** Where the item stands; undefined for a heading. */
  readonly uri?: string | undefined;
  /** The whole of the item, and its title. */
  readonly range?: Range | undefined;
  readonly titleRange?: Range | undefined;
  readonly children: readonly ThreadNode[];
}

/** Asks which files make up the plan that a file belongs to. Parameters: `ThreadParams`; result: the URIs, that of the root first; of a file that belongs to none, its own. */
export const planFilesRequest = 'goldthread/planFiles';

/** Tells the client that the golden thread of open plans may be another one than before. */
export const threadChanged = 'goldthread/threadChanged';

/** Asks what a rule checks and why, as Markdown. Parameters: `{ rule: string }`; result: string, or null for no such rule. */
export const explainRequest = 'goldthread/explain';

/** Asks for every plan of the workspace to be checked. No parameters; result: `CheckSummary`. */
export const checkRequest = 'goldthread/check';

export interface CheckSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** Asks for the text of a first plan. Parameters: `NewPlanParams`; result: string. */
export const newPlanRequest = 'goldthread/newPlan';

export interface NewPlanParams {
  readonly title: string;
  readonly organisation: string;
  /** Two dates, as `2026-04-01 to 2030-03-31`. */
  readonly period: string;
}

/** Asks what pasted text could become at a place. Parameters: `PasteParams`; result: `PasteOffer[]`, the best first. */
export const pasteRequest = 'goldthread/paste';

export interface PasteParams {
  readonly uri: string;
  readonly range: Range;
  readonly text: string;
  /** The same as HTML, where the clipboard has it (Word, web pages). */
  readonly html?: string | undefined;
}

/** What pasted text could become. */
export interface PasteOffer {
  /** In a writer’s words: “Paste as 4 actions”. */
  readonly title: string;
  /** `actions`, `items`, `table` or `prose`. */
  readonly kind: string;
  /** The text to put in the place of the range. */
  readonly text: string;
}

/** Asks for the text that makes a picture a `figure`. Parameters: `FigureParams`; result: string. */
export const figureRequest = 'goldthread/figure';

export interface FigureParams {
  readonly uri: string;
  readonly range: Range;
  /** The picture’s path, relative to the folder of the plan file. */
  readonly path: string;
}

/** Server to client, where the server has no files of its own (in a browser): the plan files and settings of a folder. Parameters: `{ uri: string }`; result: the URIs. */
export const listFilesRequest = 'goldthread/listFiles';

/** Server to client, in a browser: the text of a file. Parameters: `{ uri: string }`; result: string, or null where there is none. */
export const readFileRequest = 'goldthread/readFile';

/** The command that shows the page of a rule. Arguments: its id. Goldthread’s own client has it. */
export const explainCommand = 'goldthread.explain';

/** Server to client, in a browser: whether a picture or another file is there that is not read. Parameters: `{ uri: string }`; result: boolean. */
export const hasFileRequest = 'goldthread/hasFile';

/** The command of a code lens: opens the references. Arguments: URI, position, locations. The client has it; others leave lenses without. */
export const showReferencesCommand = 'goldthread.showReferences';
