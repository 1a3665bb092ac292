import type { Diagnostic } from '../checks/diagnose.ts';

/** An item as a difference names it. */
export interface Face {
  /** The name by which other programs know it (`model/export.ts`). */
  readonly ref: string;
  readonly id: string | null;
  /** The key of its kind, in English: `priority`. */
  readonly kind: string;
  /** True for the first entry of a plan or library, which stands for the whole of it. */
  readonly isPlan: boolean;
  /** What it is called: its title, else the first words that it says; empty where it says nothing. */
  readonly title: string;
  /** The printed number, where the plan numbers items of this kind. */
  readonly number: string | null;
  /** What the nearest priority, theme or section is called that it stands in. */
  readonly within: string | null;
  readonly file: string;
  /** The line of its key, counted from 0. */
  readonly line: number;
}

/** Words of a text that is compared with another. */
export interface Words {
  readonly text: string;
  readonly is: 'same' | 'added' | 'removed';
}

/** What all changes have in common. */
interface Changed {
  /** The item as it is now; as it was, for one that is gone. */
  readonly item: Face;
}

/** An item came or went, and what stands in it with it. */
export interface ComeOrGone extends Changed {
  readonly type: 'added' | 'removed';
  /** What it stands in: an item that was there before and still is; null for the plan itself. */
  readonly in: Face | null;
  /** How many items of which kinds came or went with it. */
  readonly with: Readonly<Record<string, number>>;
}

/** An item stands in another one than before, or in the plan itself (null). */
export interface Moved extends Changed {
  readonly type: 'moved';
  readonly from: Face | null;
  readonly to: Face | null;
  /** What it has from above otherwise than before: a lead, goals. What it says itself is not among it. */
  readonly handed: readonly HandedChange[];
  /** Where this is told: the one of the two that was there before and still is, else what they stand in; null for the plan itself. */
  readonly in: Face | null;
}

/** What an item has by a field from what stands above it, before and after. */
export interface HandedChange {
  /** The key of the field, in English: `lead`. */
  readonly field: string;
  /** Empty where it had or has nothing by it from above. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** An item stands elsewhere among the same ones. */
export interface Reordered extends Changed {
  readonly type: 'reordered';
  readonly in: Face | null;
  /** The one that it stands behind now; null where it stands first. */
  readonly behind: Face | null;
}

/** An item has another id, has one now, or has none any more. Whatever names it by that is not changed by it. */
export interface IdChanged extends Changed {
  readonly type: 'id';
  readonly from: string | null;
  readonly to: string | null;
}

/** An item is of another kind, in English: `priority`. */
export interface KindChanged extends Changed {
  readonly type: 'kind';
  readonly from: string;
  readonly to: string;
}

/** The title of an item is another one. */
export interface TitleChanged extends Changed {
  readonly type: 'title';
  /** The language of a translation; null for the plan’s own. */
  readonly language: string | null;
  readonly from: string;
  readonly to: string;
  readonly words: readonly Words[];
  readonly names: PrintedNames;
}

/** What is printed for names in double brackets, by the name with its brackets: `[[road-safety]]`. */
export type PrintedNames = Readonly<Record<string, string>>;

/** A field says something else: a target, a date, a lead. */
export interface ValueChanged extends Changed {
  readonly type: 'value';
  /** The key of the field, in English. */
  readonly field: string;
  /** What stands behind the key: a period, a language. */
  readonly name: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** True where it means the same, and only its wording is other. */
  readonly isSame: boolean;
  readonly names: PrintedNames;
  /** Of a field that lists things, those that came and those that went; null for other fields. */
  readonly list: { readonly came: readonly string[]; readonly went: readonly string[] } | null;
}

/** Prose was changed. */
export interface ProseChanged extends Changed {
  readonly type: 'prose';
  readonly field: string;
  readonly name: string | null;
  readonly words: readonly Words[];
  readonly names: PrintedNames;
}

/** The file that a field names holds something else: figures, a picture. */
export interface FileChanged extends Changed {
  readonly type: 'file';
  readonly field: string;
  /** The path as the field has it. */
  readonly file: string;
  /** Of a table of figures, the rows that came, went or changed; null where that cannot be said. */
  readonly rows: readonly FigureChange[] | null;
}

/** A row of a table of figures that came, went or changed. */
export interface FigureChange {
  /** What stands in its first column: a year. */
  readonly row: string;
  /** What stands behind that, with commas between the columns; null where there was or is no such row. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A link was made or broken. */
export interface LinkChanged extends Changed {
  readonly type: 'link';
  readonly isMade: boolean;
  /** The key of the field, in English: `outcomes`. */
  readonly relation: string;
  readonly other: Face;
  /** What it follows from, where it follows from another change: the item came, an end of the link went or was moved. */
  readonly because: 'added' | 'removed' | 'moved' | null;
}

/** One thing that is otherwise than before. */
export type Change =
  | ComeOrGone
  | Moved
  | Reordered
  | IdChanged
  | KindChanged
  | TitleChanged
  | ValueChanged
  | ProseChanged
  | FileChanged
  | LinkChanged;

/** How the golden thread of a plan stands, in one of the two states: how many there are of a kind, and how many of these end loose for want of another. */
export interface ThreadState {
  readonly items: Readonly<Record<string, number>>;
  /** By `kind without kind`: `outcome without priority`. */
  readonly loose: Readonly<Record<string, number>>;
}

/** An end of the golden thread that came loose or was tied. */
export interface LooseEnd {
  readonly item: Face;
  /** The kind of which it has none. */
  readonly without: string;
}

/** Something that the checks find. */
export interface FoundProblem extends Pick<Diagnostic, 'rule' | 'severity' | 'message' | 'file' | 'range'> {
  /** The item that it is about. */
  readonly item: Face | null;
}

/** Something that the checks found, and that a comment in the plan allows now. */
export interface AllowedProblem extends FoundProblem {
  /** The reason that stands there. */
  readonly reason: string;
}

/** How two states of one plan differ. */
export interface PlanDifference {
  /** The plan before and after; null where there was or is none. */
  readonly before: Face | null;
  readonly after: Face | null;
  /** True for a plan that is gone because its file is empty now. */
  readonly isEmptied: boolean;
  /** Place by place in the printed order: what changed in an item itself, then what came, went or was moved in it. */
  readonly changes: readonly Change[];
  /** Items that have another printed number. */
  readonly renumbered: readonly { readonly item: Face; readonly from: string }[];
  readonly thread: {
    readonly before: ThreadState;
    readonly after: ThreadState;
    readonly loosened: readonly LooseEnd[];
    readonly tied: readonly LooseEnd[];
  };
  readonly findings: {
    /** What the checks find now and did not before. */
    readonly new: readonly FoundProblem[];
    /** What they found and do not any more; what went with an item that is gone is not among it. */
    readonly mended: readonly FoundProblem[];
    /** What a comment allows now and none did before. It is neither new nor mended. */
    readonly allowed: readonly AllowedProblem[];
  };
}

/** Something besides the plans that is otherwise than before, which a reader is to know. */
export interface Remark {
  /** Settings that have changed: what the checks find may be otherwise for that alone. Or a repository inside this one: nobody compares what is in it. Or a file that cannot be read: nothing is said of its plan. */
  readonly type: 'settings' | 'submodule' | 'unreadable';
  /** The path of the settings, of the repository, or of the file. */
  readonly file: string;
}

/** An id that two lines of work gave to two different items. */
export interface Clash {
  readonly id: string;
  /** The plan, as it is on the line of work that is looked at. */
  readonly plan: Face;
  /** The item of the line of work that is looked at, and that of the one it is compared with. */
  readonly ours: Face;
  readonly theirs: Face;
}
