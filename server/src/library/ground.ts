import type { PictureBytes } from '../documents/edition/pictures.ts';
import type { Typesetter } from '../documents/pdf/sheet.ts';
import type { Rasterise } from '../documents/svg/rasterise.ts';
import type { Theme } from '../documents/theme/theme.ts';
import type { Reader } from '../importers/readers/reader.ts';
import type { SettingsFiles } from '../settings-finder.ts';
import type { Host } from '../workspace/host.ts';
import type { PlanText } from '../workspace/naming.ts';

/** A theme that was read. */
export interface ThemeRead {
  readonly theme: Theme | undefined;
  readonly faults: readonly string[];
}

/** Where plans come from: a disk or memory. */
export interface Ground extends Host {
  /** The plan files that were asked for, and those beside them. */
  readonly texts: readonly PlanText[];
  /** The paths of those that were asked for. */
  readonly asked: readonly string[];
  /** Why files that were asked for could not be read: sentences. */
  readonly faults: readonly string[];
  readonly settings: SettingsFiles;
  picture(path: string): PictureBytes;
  /** The bytes of a document of Word whose styles are to be taken. */
  template(path: string): PictureBytes;
  /** The theme of a path as far as it can be used, and what is wrong with it: sentences. Undefined where there are no files but those in memory. */
  theme?(path: string): ThemeRead;
  /** The path under which a file is known, from what somebody calls it; and the other way round. */
  path(name: string): string;
  show(path: string): string;
}

/** What the library needs of the system that it runs on. */
export interface Platform {
  /** The libraries that come with the program. */
  libraries(): readonly PlanText[];
  /** The style sheet of documents. */
  style(): string;
  /** Something that sets pages for print; undefined where nothing here can. */
  press?(): Press;
  /** Something that makes pictures of drawings; undefined where nothing here can. */
  readonly rasteriser?: () => Promise<Rasterise>;
  /** Readers of documents that stand in for those of the same names: in a process of its own, one that cannot be ended otherwise. */
  readonly readers?: readonly Reader[];
  /** Plans on a disk; undefined where there is none. */
  onDisk?(paths: readonly string[], cwd: string | undefined): Ground;
}

/** Something that sets pages. It can be used again after it was closed. */
export interface Press {
  readonly typeset: Typesetter;
  close(): void;
}
