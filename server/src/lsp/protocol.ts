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

/** Asks for a page of the plan that a file belongs to. Parameters: `PreviewParams`; result: `PreviewUpdate`, or null for a file that is not known. */
export const previewRequest = 'goldthread/preview';

export interface PreviewParams {
  readonly uri: string;
  /** Which panel asks: the server remembers for each what it has. */
  readonly panel: string;
  /** `document`, `thread`, `matrix`, `measures` or `coverage`. */
  readonly view: string;
  /** The language of the document, `en` or `cy`; that of the plan where it is left out. */
  readonly language?: string | undefined;
  /** What the reader has chosen in the controls, by name. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The version of the page that the panel shows; 0 for none. Another one than the server remembers is answered with the whole page. */
  readonly has: number;
  /** What stands before the path of a picture in the folder that it is in, so that the page can load it: by the URI of each folder. */
  readonly pictures: readonly { readonly folder: string; readonly base: string }[];
  /** True where pictures from elsewhere may be loaded. */
  readonly remotePictures: boolean;
}

/** What has changed on a page since the version that the panel has. What is undefined is as before. */
export interface PreviewUpdate {
  readonly version: number;
  /** True where the panel must forget what it has. */
  readonly whole: boolean;
  readonly title: string;
  /** The language that the page is in, and those that it could be in. */
  readonly language: string;
  readonly languages: readonly string[];
  /** The files of the plan, the root first: `PreviewPlace.file` counts in this list. */
  readonly files?: readonly string[] | undefined;
  readonly controls?: readonly PreviewControl[] | undefined;
  /** The keys of all blocks in order. */
  readonly order?: readonly string[] | undefined;
  /** Where each block of the order comes from; null for what is worked out. */
  readonly places?: readonly (PreviewPlace | null)[] | undefined;
  /** The blocks that are new or other than before. */
  readonly changed: readonly { readonly key: string; readonly html: string }[];
  readonly problems?: readonly PreviewProblem[] | undefined;
}

/** The file as a number, and the first and the last line of the source, counted from 0. Elements in the block say in `data-line` how many lines below the first they stand. */
export type PreviewPlace = readonly [file: number, line: number, end: number];

export interface PreviewControl {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}

/** What a check found, for the margin of the page. */
export interface PreviewProblem {
  /** The file as in `PreviewPlace`, and the range in it. */
  readonly file: number;
  readonly range: Range;
  /** `error`, `warning`, `info` or `hint`; and the same in words of the language of the file. */
  readonly severity: string;
  readonly severityWord: string;
  readonly message: string;
  readonly rule: string;
  /** The titles of the mends on offer. */
  readonly mends: readonly string[];
}

/** Tells the client that pages of open plans may be other ones than before for a reason that it has not typed: a file on disk, a setting. */
export const previewChanged = 'goldthread/previewChanged';

/** A panel is gone: the server forgets what it had. Parameters: `{ panel: string }`. */
export const previewClosed = 'goldthread/previewClosed';

/** Asks for the edit that a mend makes. Parameters: `MendParams`; result: `WorkspaceEdit`, or null where the problem is gone. */
export const mendRequest = 'goldthread/mend';

export interface MendParams {
  readonly uri: string;
  readonly range: Range;
  readonly rule: string;
  /** Its title. */
  readonly mend: string;
}

/** Asks for the edit that makes or breaks a link between two items. Parameters: `ToggleParams`; result: `WorkspaceEdit`, or null where there is nothing to change. */
export const toggleRequest = 'goldthread/toggle';

export interface ToggleParams {
  /** Any file of the plan. */
  readonly uri: string;
  /** The refs of the items. */
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  /** Whether the link should be there. */
  readonly on: boolean;
}

/** Asks where an item stands. Parameters: `{ uri, item }` with the ref of the item; result: `Location` of its title, or null. */
export const locateRequest = 'goldthread/locate';

/** Asks for the document of the plan that a file belongs to as one HTML page, with nothing loaded from elsewhere. Parameters: `PageParams`; result: string, or null. */
export const pageRequest = 'goldthread/page';

export interface PageParams {
  readonly uri: string;
  readonly language?: string | undefined;
}

/** Server to client, where the server has no files of its own: the bytes of a file, such as a picture. Parameters: `BytesParams`; result: `FileBytes`, or null where there is none. */
export const readBytesRequest = 'goldthread/readBytes';

export interface BytesParams {
  readonly uri: string;
  /** A file of more bytes is not sent. */
  readonly most: number;
}

export interface FileBytes {
  /** In bytes. */
  readonly size: number;
  /** Undefined where it is too large. */
  readonly base64?: string | undefined;
}

/** Server to client, in a browser: the address of a part of the server that is a script of its own. Parameters: `{ name: string }`; result: string. */
export const scriptRequest = 'goldthread/script';

/** Asks what the plan that a file belongs to can be exported as. Parameters: `ThreadParams`; result: `ExportChoices`, or null for a file that belongs to no plan. */
export const exportChoicesRequest = 'goldthread/exportChoices';

export interface ExportChoices {
  readonly title: string;
  /** The languages that documents can be in, that of the plan first. */
  readonly languages: readonly string[];
  readonly formats: readonly ExportFormat[];
}

export interface ExportFormat {
  readonly name: string;
  /** The ending of its files, without the dot. */
  readonly ending: string;
  /** What it gives, in a few words of English. */
  readonly meaning: string;
  /** False where the server can’t make it: pages for print in a browser. */
  readonly isHere: boolean;
}

/** Asks for documents of the plan that a file belongs to, as its text is now, saved or not. Parameters: `ExportParams`; result: `Exported`, or null for a file that belongs to no plan. */
export const exportRequest = 'goldthread/export';

/** What `$/progress` says while an export goes on: the name of the format that is begun. */
export type ExportProgress = string;

export interface ExportParams {
  readonly uri: string;
  /** Names of formats. */
  readonly formats: readonly string[];
  /** That of the plan where it is left out. */
  readonly language?: string | undefined;
  /** True for a plan with errors too. */
  readonly force: boolean;
  /** What `$/progress` is sent with. */
  readonly progress?: string | undefined;
}

export interface Exported {
  /** How many errors the plan has. */
  readonly errors: number;
  /** What is wrong with it besides: sentences. */
  readonly wrong: readonly string[];
  /** Why formats could not be made: sentences. The others are. */
  readonly failed: readonly string[];
  /** Undefined where it is not exported as long as something is wrong. */
  readonly files?: readonly ExportedFile[] | undefined;
  /** What those who asked for it should know: sentences. */
  readonly remarks: readonly string[];
  /** The URIs of files that nothing may be written over. */
  readonly sources: readonly string[];
}

export interface ExportedFile {
  /** Its name, with a folder of its own before it at most: `our-plan.pictures/map.png`. */
  readonly name: string;
  /** One of both. */
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
}
