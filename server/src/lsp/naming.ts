import { type Cursor, cursorAt } from '../features/cursor.ts';
import type { Snapshot } from '../features/snapshot.ts';
import { rootFileOf, subjectAt } from '../features/subject.ts';
import type { Position } from '../workspace/plan-file.ts';
import type { Asked } from './handler.ts';

/**
 * What stands at a position, when every file is in memory that names what is spoken of there: an item of a library may be named from
 * plans that nothing else brings together.
 */
export async function cursorWithNamers(
  { snapshot, project, file, cursor }: Asked,
  position: Position,
): Promise<{ readonly snapshot: Snapshot; readonly cursor: Cursor } | undefined> {
  const at = cursor(position);
  const subject = at && subjectAt(snapshot.model, at);
  const root = subject && rootFileOf(subject.named);
  if (!root || root === file) return at && { snapshot, cursor: at };
  await project.ready(root.path);
  const now = project.file(file.path);
  const later = project.snapshot();
  const again = now && cursorAt(later.model, now, position);
  return again && { snapshot: later, cursor: again };
}
