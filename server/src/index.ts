// All of Goldthread that other programs may use: what is declared here is kept, and nothing else is. The types stand here in full, so
// that the declarations that are published name nothing of the inside. `docs/library.md` shows them at work.
import * as about from './library/about.ts';
import { GoldthreadError as Fault } from './library/error.ts';
import { openPlans } from './library/open.ts';

/**
 * Opens plans. Nothing is ever written: what is made of them is given back.
 *
 * `plans` are paths of plan files or of folders; what else belongs to their projects is read too. Where nothing is said it is the
 * working folder. Or they are texts in memory, by path: `open({ files: { 'our-plan.plan': 'plan our-plan: Our plan' } })`.
 *
 * @throws {GoldthreadError} where a path leads to no plan, or an option is wrong.
 */
export function open(plans?: string | readonly string[] | InMemory, options?: OpenOptions): Promise<Workspace> {
  return openPlans(plans, options);
}

/** Lays the text of a plan out: indentation, spaces and blank lines. No word changes. */
export const format: (text: string) => string = about.format;

/**
 * What a check asks for and why, how grave it is, plans with and without the fault, and how to allow it: the page that
 * `goldthread explain` prints.
 *
 * @throws {GoldthreadError} where there is no check of that name.
 */
export const explain: (check: string) => string = about.explain;

/** All checks, in the order in which they are listed. */
export const rules: readonly Rule[] = about.rules;

/** The sorts of plan that can be asked for. */
export const profiles: readonly Profile[] = about.profiles;

/** The formats in which plans are published. */
export const formats: readonly Format[] = about.formats;

/** The version of the package. */
export const version: string = about.version;

/** Why something could not be done: the message is a sentence for whoever asked. */
export interface GoldthreadError extends Error {
  readonly name: 'GoldthreadError';
  /** What is wrong in the plans, where that is why; else nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Tells such errors from others: `error instanceof GoldthreadError`. */
export const GoldthreadError: {
  new (message: string, diagnostics?: readonly Diagnostic[]): GoldthreadError;
  readonly prototype: GoldthreadError;
} = Fault;

/** Files that are all in memory. */
export interface InMemory {
  /** By path, with forward slashes: plans, and beside them pictures, figures (CSV) and settings (`goldthread.json`), as their plans name them. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** What holds for all plans of a workspace, over what their projects ask in `goldthread.json`. */
export interface OpenOptions {
  /** The folder from which paths are seen; that of the process where it is left out. Without meaning for files in memory. */
  readonly cwd?: string | undefined;
  /** What sort of plan to ask for: the ids of profiles. */
  readonly profiles?: string | readonly string[] | undefined;
  /** How grave single checks are, or groups of them: `{ 'thread/*': 'error', 'dates/continue-to': 'off' }`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** True to ask for everything even of a draft. */
  readonly final?: boolean | undefined;
}

/**
 * Plans that are open. It is a window, not a photograph: what is asked after a change is answered as things are then; what was
 * answered before stays as it was. Changes are in memory alone, and cost what they touch rather than what there is.
 */
export interface Workspace {
  /** The plans that were opened, in the order of their paths; libraries only where there is nothing else. */
  readonly plans: readonly Plan[];
  /** The paths of the plan files that were opened. */
  readonly files: readonly string[];
  /** What could not be read or understood besides the plans themselves: sentences. */
  readonly faults: readonly string[];
  /** The plan with an id. @throws {GoldthreadError} where there is none. */
  plan(id: string): Plan;
  /** The text of a plan file as it is now; undefined where it is not known. */
  text(path: string): string | undefined;
  /** All plans as one graph: what `goldthread model` prints. */
  model(): Model;
  /** What is wrong in all files that were opened. */
  diagnostics(): readonly Diagnostic[];
  /** Adds a file, or gives it another content. */
  set(path: string, content: string | Uint8Array): void;
  /** Takes a file out. */
  delete(path: string): void;
  /** Makes changes of text, such as those of a fix. */
  apply(edits: readonly Edit[]): void;
  /** The documents of all plans. @throws {GoldthreadError} where one can’t be built. */
  build(options: BuildOptions): Promise<readonly DocumentFile[]>;
  /** Ends the helper that sets PDFs, where one was needed. The workspace can be used again afterwards. */
  close(): Promise<void>;
}

/** A plan or library of a workspace, as it is at the moment when it is asked. */
export interface Plan {
  /** The name by which links know it: its id, or the name of its file where it has none. */
  readonly ref: string;
  readonly id: string | null;
  readonly title: string;
  readonly kind: 'plan' | 'library';
  /** Its files, the first one first. */
  readonly files: readonly string[];
  /** The languages that its documents can be in, its own first. */
  readonly languages: readonly Language[];
  /** Its items as they stand in its files, or those of one kind: `outcome`, `priority`, `kpq`, `measure`, `action` … */
  items(kind?: string): readonly Item[];
  /** The item with an id or a ref; undefined where there is none. */
  item(id: string): Item | undefined;
  /** All its links, with the items that they come from; those that are implied or inherited included. */
  links(): readonly LinkBetween[];
  /** The plan alone as a graph. */
  model(): Model;
  /** Its measures with their figures read as numbers and days. */
  measures(): readonly Measure[];
  /** What it has for the frameworks that it answers to: Acts, national goals. */
  coverage(): readonly Coverage[];
  /** The tables that the formats CSV and XLSX are made of. */
  tables(options?: { readonly language?: Language | undefined }): readonly Table[];
  /** What is wrong in its files. */
  diagnostics(): readonly Diagnostic[];
  /** Its documents. @throws {GoldthreadError} where it has errors and `force` is not said, or where a document can’t be made. */
  build(options: BuildOptions): Promise<readonly DocumentFile[]>;
}

/** A language that documents can be in: English or Welsh. */
export type Language = 'en' | 'cy';

/** How much a finding matters. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A place in a text as editors count it: line and UTF-16 unit in it, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From one place to another; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A change of text in a file. */
export interface Edit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

/** Something that is wrong or missing, in the language of its file. */
export interface Diagnostic {
  /** The id of the check: `thread/outcome-without-priority`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** The item that it is about; its `ref` is null where it belongs to no plan. */
  readonly item: (Pick<Item, 'id' | 'kind' | 'title'> & { readonly ref: string | null }) | null;
  /** Other places that it is about. */
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
  /** Mends on offer. */
  readonly fixes: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
}

/** Plans as a graph of items and links. `schemas/model.schema.json` in the package describes it. */
export interface Model {
  readonly $schema: string;
  /** Goes up when a program that reads it would have to change. */
  readonly version: number;
  readonly plans: readonly PlanInModel[];
  readonly items: readonly Item[];
  /** Items of plans that are not in it, to which links lead. */
  readonly elsewhere: readonly Pick<Item, 'ref' | 'id' | 'kind' | 'title' | 'plan' | 'file'>[];
}

/** Values as they are written, prose as Markdown, by key in English with the name behind it: `why`, `title cy`, `actual 2024/25`. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The head of a plan. */
export interface PlanInModel {
  readonly ref: string;
  readonly id: string | null;
  readonly kind: 'plan' | 'library';
  readonly title: string;
  readonly files: readonly string[];
  readonly fields: Fields;
  readonly links: readonly Link[];
  /** How many items of each kind it has: `priority`, `sub-priority`, `outcome`, `local outcome` … */
  readonly counts: Readonly<Record<string, number>>;
}

/** An item of a plan. */
export interface Item {
  /** The name by which links know it: `our-plan.warm-homes`. */
  readonly ref: string;
  readonly id: string | null;
  /** In English: `outcome`, `priority`, `kpq`, `measure`, `action` … */
  readonly kind: string;
  readonly title: string;
  /** The ref of the item that it stands in; null for what stands in the plan itself. */
  readonly parent: string | null;
  /** The ref of its plan. */
  readonly plan: string;
  readonly file: string;
  /** From its key to the end of what stands in it. */
  readonly range: Range;
  /** As it is printed, where the plan numbers such items. */
  readonly number?: string;
  /** True for an outcome or a measure that belongs to one priority or section. */
  readonly local?: true;
  readonly fields: Fields;
  readonly links: readonly Link[];
}

/** A link from an item to another. */
export interface Link {
  /** The ref of the item that it leads to. */
  readonly to: string;
  /** The field that makes it: `outcomes`, `lead`; `prose` for double brackets in text. */
  readonly kind: string;
  /** Whether it is written, goes without saying because of where the item stands, or comes from above. */
  readonly origin: 'written' | 'implied' | 'inherited';
  readonly inherited: boolean;
}

/** A link with the ref of the item that it comes from. */
export interface LinkBetween extends Link {
  readonly from: string;
}

/** A figure of a measure. */
export interface Figure {
  readonly written: string;
  /** The number; null where there is none, or where it counts something else than the unit of the measure. */
  readonly value: number | null;
  /** The period as it is written; empty where there is none. */
  readonly period: string;
  /** The first and the last day of it, as `2025-03-31`; null where it can’t be read. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A measure, with its figures read. */
export interface Measure extends Pick<Item, 'ref' | 'id' | 'title'> {
  /** What is counted, `%` for a percentage; empty where that is not said. */
  readonly unit: string;
  readonly baseline: Figure | null;
  readonly target: Figure | null;
  /** What was found, the oldest first: from the plan and from its file of figures. */
  readonly actuals: readonly Figure[];
  /** The refs of the questions and the outcomes that it stands for. */
  readonly questions: readonly string[];
  readonly outcomes: readonly string[];
}

/** A framework, and what a plan has for each goal or requirement of it. */
export interface Coverage extends Pick<Item, 'ref' | 'title'> {
  /** True where the plan says that it covers it. */
  readonly isCovered: boolean;
  readonly points: readonly (Pick<Item, 'ref' | 'title'> & {
    /** True where something serves or meets it, or one in it. */
    readonly isServed: boolean;
    /** The refs of what serves or meets it. */
    readonly by: readonly string[];
  })[];
}

/** A table of data. Its columns are called in English whatever the language. */
export interface Table {
  /** What it is of: `items`, `links`, `measures`, `actions`, `matrix` … */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What documents to make. */
export interface BuildOptions {
  /** Names of `formats`: `'html'`, `['html', 'csv']`. */
  readonly to: string | readonly string[];
  /** The language of the documents; that of the plan where it is left out. */
  readonly language?: Language | undefined;
  /** True for web pages of one chapter each. */
  readonly split?: boolean | undefined;
  /** True to leave the plan out that documents carry, so that it cannot be had back from them. */
  readonly withoutPlan?: boolean | undefined;
  /** True to build plans with errors too. */
  readonly force?: boolean | undefined;
  /** The path of a theme: colours, letters, logo and cover. */
  readonly theme?: string | undefined;
  /** A document of Word whose styles are taken: its path, or its bytes. */
  readonly template?: string | Uint8Array | undefined;
}

/** A file that was made, and not written. */
export interface DocumentFile {
  /** With a folder before it at most: `our-plan.html`, `our-plan.pictures/map.png`. No two of a workspace have the same. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What those who asked for it should know of it: sentences. */
  readonly remarks: readonly string[];
  /** The ref of the plan that it is of. */
  readonly plan: string;
}

/** A format in which plans are published. */
export interface Format {
  readonly name: string;
  /** The ending of its files, without a dot. */
  readonly ending: string;
  readonly meaning: string;
}

/** A check. */
export interface Rule {
  /** `group/name`. */
  readonly id: string;
  /** How grave it is where no profile and no project says otherwise; in a draft, what is missing is a hint. */
  readonly severity: Severity | 'off';
  /** What is wrong, in one sentence; why it matters; where that comes from. */
  readonly says: string;
  readonly why: string;
  readonly source: string;
}

/** A sort of plan, which makes checks more or less grave. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
}
