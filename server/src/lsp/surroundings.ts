import type { PictureBytes } from '../documents/edition/pictures.ts';
import type { Typesetter } from '../documents/pdf/sheet.ts';
import type { Rasterise } from '../documents/svg/rasterise.ts';
import type { Theme } from '../documents/theme/theme.ts';
import type { Host } from '../workspace/host.ts';
import type { PlanText } from '../workspace/naming.ts';

/**
 * What the language server needs of the world. Paths have forward slashes: those of files on a disk are absolute, others begin
 * with their scheme (`vscode-vfs://…`).
 */
export interface Surroundings {
  /** Pictures and tables of figures that plans name. Asked within a check, so it answers at once. */
  hostFor(folder: string): ProjectHost;
  /** The plan files and settings in a folder and the folders in it; with `deep` false only those in the folder itself. */
  list(folder: string, deep: boolean): Promise<readonly string[]>;
  /** The folder of the project that a folder belongs to, all folders in it included; undefined where nothing marks one. */
  projectOf(folder: string): string | undefined;
  /** The text of a plan file or of settings, without a byte-order mark; undefined where there is none that can be read. */
  read(path: string): Promise<string | undefined>;
  /** A picture that a plan of a folder names; at once where files need not be waited for. Nothing outside the folder is read. */
  picture(path: string, folder: string): PictureBytes | Promise<PictureBytes>;
  /** A file that the writer has chosen, wherever it is; one of more than so many bytes is not read. */
  bytes(path: string, most: number): Promise<PictureBytes>;
  /** True where PDF can be read. */
  readonly readsPdf: boolean;
  /** A theme, which may name files of a folder besides those of its own; at once where files need not be waited for. `show` turns a path into the one to print. */
  theme(path: string, folder: string, show: (path: string) => string): ReadTheme | Promise<ReadTheme>;
  /** Makes pages for print; undefined where nothing here can. */
  readonly typeset?: Typesetter | undefined;
  /** Gives what makes pictures of drawings; undefined where nothing here can. */
  readonly rasteriser?: (() => Promise<Rasterise>) | undefined;
  /** Lets other work go first: messages that wait, keystrokes. */
  giveWay(): Promise<void>;
  /** The libraries that come with the program. */
  readonly libraries: readonly PlanText[];
  /** The text of the plan that a new one begins as. */
  readonly firstPlan: string;
  /** How documents look: CSS. */
  readonly documentStyle: string;
}

/** A theme as far as it can be used. */
export interface ReadTheme {
  /** Undefined where its file can’t be read. */
  readonly theme: Theme | undefined;
  /** What is wrong with it: sentences. */
  readonly faults: readonly string[];
  /** The files that it is made of. */
  readonly files: readonly string[];
}

/** The files of one engine. */
export interface ProjectHost extends Host {
  /** Lets a file be read again, or all files of a folder. */
  forget(path: string): void;
  /**
   * Where files have to be waited for: fetches those that the engine asked for and that were not known. What it was told of them was a
   * guess. Undefined where there are none, and none are on their way.
   */
  fetch?(): Promise<readonly string[]> | undefined;
}
