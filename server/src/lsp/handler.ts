import type { CancellationToken, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Diagnostic } from '../checks/diagnose.ts';
import type { Cursor } from '../features/cursor.ts';
import type { Snapshot } from '../features/snapshot.ts';
import type { PlanFile, Position } from '../workspace/plan-file.ts';
import type { Project } from './project.ts';
import type { Projects } from './projects.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * How much must be known for an answer: `file` the text of the file alone, `plan` all that its findings depend on, `naming` besides
 * every file that names what stands in it.
 */
export type Need = 'file' | 'plan' | 'naming';

/** What the user has chosen for features, under `goldthread` in the editor’s settings. */
export interface ClientSettings {
  readonly inlayHints: { readonly titles: boolean; readonly numbers: boolean };
  readonly codeLens: boolean;
}

/** A request about one file that is in memory. */
export interface Asked {
  readonly snapshot: Snapshot;
  readonly file: PlanFile;
  readonly project: Project;
  readonly settings: ClientSettings;
  /** What stands at a position of the file. */
  cursor(position: Position): Cursor | undefined;
  /** The URI of a file, spelled as the client spells it. */
  uri(path: string): string;
}

type About = { readonly textDocument: { readonly uri: string } };

/** What handlers have at hand. */
export interface Desk {
  readonly projects: Projects;
  /** What the client said that it can do. */
  readonly client: ClientCapabilities;
  readonly surroundings: Surroundings;
  /** What is wrong in all files of all projects, one by one. */
  allDiagnostics(): AsyncIterable<{ readonly path: string; readonly found: readonly Diagnostic[] }>;
  /** Calls a listener a moment after a text, a file or a setting has changed: not at every keystroke. */
  onChanged(listener: () => void): void;
  /** The URI of a file, spelled as the client spells it. */
  uri(path: string): string;
  /** The version of a file that is open, as the client counts them; null for one that is not. */
  version(path: string): number | null;
  /** Writes to the client’s log. */
  log(message: string): void;
  /**
   * An answer to requests about a file: waits for what is needed, gives way to newer messages, ends where the request is cancelled.
   * A file that is not known gives `empty`, and so does work that throws, which is logged.
   */
  answer<Params extends About, Result>(
    need: Need,
    empty: Result,
    work: (asked: Asked, params: Params) => Result | undefined | Promise<Result | undefined>,
  ): (params: Params, token: CancellationToken) => Promise<Result>;
  /** The same for requests about no file. */
  answerAnywhere<Params, Result>(
    empty: Result,
    work: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): (params: Params, token: CancellationToken) => Promise<Result>;
}

/** What the client said that it can do, as far as it matters. */
export interface ClientCapabilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly snippets: boolean;
  readonly configuration: boolean;
  readonly workDoneProgress: boolean;
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
  readonly documentChanges: boolean;
  /** A definition may say what was pointed at, and the outline may be a tree. */
  readonly linksDefinitions: boolean;
  readonly nestsSymbols: boolean;
  /** Texts that come with the program can be shown: `goldthread:` addresses lead somewhere. */
  readonly showsTexts: boolean;
  /** A rename may be asked about before it is done; what can be done about a fault may be told with its edits. */
  readonly preparesRename: boolean;
  readonly takesActions: boolean;
  /** An edit may make files, and may hold placeholders. */
  readonly createsFiles: boolean;
  readonly snippetEdits: boolean;
  /** Goldthread’s own client, or one that says so: `initializationOptions.goldthread`. */
  readonly goldthread: boolean;
}

/** One feature as the protocol has it. */
export interface Handler {
  /** What the server says of it; to some clients it may not say so much. */
  readonly capabilities: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities);
  listen(connection: Connection, desk: Desk): void;
}
