import type { KeyLanguage } from '@goldthread/grammar';
import type { Diagnostic, FileEdit } from '../../checks/diagnose.ts';
import type { PlanFile, Range } from '../../workspace/plan-file.ts';
import type { Cursor } from '../cursor.ts';
import type { Snapshot } from '../snapshot.ts';

/** What sort of action it is, as editors sort them. */
export type ActionKind = 'quickfix' | 'refactor.extract' | 'refactor.rewrite' | 'source.fixAll.goldthread';

/** What an action can be asked to be made of. */
export interface Abilities {
  /** An edit may make a file. */
  readonly createsFiles: boolean;
  /** An edit may hold placeholders. */
  readonly snippets: boolean;
  /** There is a page of each rule that can be shown. */
  readonly explains: boolean;
}

/** A place for which actions are asked for. */
export interface Asking {
  readonly snapshot: Snapshot;
  readonly file: PlanFile;
  readonly range: Range;
  /** What stands where the range begins. */
  readonly cursor: Cursor | undefined;
  /** What is wrong in the file, and what of it touches the range. */
  readonly all: readonly Diagnostic[];
  readonly found: readonly Diagnostic[];
  readonly can: Abilities;
  readonly language: KeyLanguage;
}

/** A change of text that may hold a placeholder, which stands between `before` and the end of the new text. */
export interface ActionEdit extends FileEdit {
  readonly placeholder?: { readonly start: number; readonly end: number } | undefined;
}

/** Something that can be done at a place, in a writer’s words. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** What it mends. */
  readonly mends?: readonly Diagnostic[];
  readonly isPreferred?: boolean;
  readonly edits?: readonly ActionEdit[];
  /** A file that it makes. */
  readonly creates?: { readonly path: string; readonly text: string };
  /** The rule of which it shows the page. */
  readonly explains?: string;
}

/** True where two ranges touch; one that is empty touches what it stands at the edge of. */
export function touches(a: Range, b: Range): boolean {
  const isUpTo = (one: Range['start'], other: Range['end']): boolean =>
    one.line < other.line || (one.line === other.line && one.character <= other.character);
  return isUpTo(a.start, b.end) && isUpTo(b.start, a.end);
}
