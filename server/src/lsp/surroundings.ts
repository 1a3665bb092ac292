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
  /** The text of a plan file or of settings, without a byte-order mark; undefined where there is none that can be read. */
  read(path: string): Promise<string | undefined>;
  /** Lets other work go first: messages that wait, keystrokes. */
  giveWay(): Promise<void>;
  /** The libraries that come with the program. */
  readonly libraries: readonly PlanText[];
  /** The text of the plan that a new one begins as. */
  readonly firstPlan: string;
  /** How documents look: CSS. */
  readonly documentStyle: string;
}

/** The files of one engine. */
export interface ProjectHost extends Host {
  /** Lets a file be read again. */
  forget(path: string): void;
  /**
   * Where files have to be waited for: fetches those that the engine asked for and that were not known. What it was told of them was a
   * guess. Undefined where there are none.
   */
  fetch?(): Promise<readonly string[]> | undefined;
}
