import type { Example } from '../../server/src/checks/rule.ts';
import type { Engine } from '../../server/src/engine.ts';
import { filesOf } from '../../server/src/examples.ts';
import { type Cursor, cursorAt } from '../../server/src/features/cursor.ts';
import type { Snapshot } from '../../server/src/features/snapshot.ts';
import type { PlanFile, Position } from '../../server/src/workspace/plan-file.ts';
import { engineFor } from './engine.ts';

/** Marks a place in plan text: where the cursor stands, or both ends of what is selected. */
export const MARK = '‸';

/** Plans with a place in them, as a feature sees them. */
export interface Editor {
  readonly engine: Engine;
  readonly snapshot: Snapshot;
  /** The file with the mark; `main.plan` where there is none. */
  readonly file: PlanFile;
  /** Where the marks stand, in the order of the text. */
  readonly positions: readonly Position[];
  readonly position: Position;
  /** What stands at the first mark. */
  readonly cursor: Cursor;
}

/** Plans with `‸` where the cursor is: one text, which is `main.plan`, or several by path. */
export function editorFor(example: Example): Editor {
  const texts = Object.entries(filesOf(example));
  const engine = engineFor(Object.fromEntries(texts.map(([path, text]) => [path, text.replaceAll(MARK, '')])));
  const [path, marked] = texts.find(([, text]) => text.includes(MARK)) ?? ['main.plan', ''];
  const file = engine.workspace.files.get(path) as PlanFile;
  const snapshot = engine.snapshot;
  const positions = offsetsOf(marked).map((offset) => file.positionAt(offset));
  const position = positions[0] ?? { line: 0, character: 0 };
  const cursor = cursorAt(snapshot.model, file, position) as Cursor;
  return { engine, snapshot, file, positions, position, cursor };
}

/** The offsets of the marks in a text, counted without them. */
const offsetsOf = (marked: string): number[] =>
  [...marked.matchAll(new RegExp(MARK, 'g'))].map(({ index }, before) => index - before * MARK.length);
