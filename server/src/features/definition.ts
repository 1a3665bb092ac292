import type { Item } from '../model/item.ts';
import type { Range } from '../workspace/plan-file.ts';
import type { Cursor } from './cursor.ts';
import { idOf, type Place, titleOf, wholeOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { subjectAt, targetsOf } from './subject.ts';

/** Where something that is named stands. */
export interface Definition {
  /** The words that name it, in the file that was asked about. */
  readonly origin: Range;
  /** The whole of it. */
  readonly place: Place;
  /** Its id or title, within the whole. */
  readonly focus: Range;
}

const startOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where that is declared which is named at a cursor: the item behind an id, the first entry of a plan or library, the file behind a
 * path. From the item itself its own place, so that a client can show who names it. Where several items have the id, all of them.
 */
export function definitions({ model, workspace }: Snapshot, cursor: Cursor): readonly Definition[] {
  const subject = subjectAt(model, cursor);
  if (!subject) return [];
  const { named, span, link } = subject;
  const origin = cursor.placed.range(span.start, span.end);
  const from = (item: Item): Definition => {
    const place = wholeOf(item);
    return { origin, place, focus: (item.id === undefined ? titleOf(item) : idOf(item)).range };
  };
  switch (named.what) {
    case 'item':
      return (link ? targetsOf(model, link) : [named.item]).map(from);
    case 'plan': {
      const root = named.plan && model.root(named.plan);
      return root ? [from(root)] : [];
    }
    case 'file': {
      const file = workspace.files.get(named.path);
      const root = file?.firstBlock && model.content(file.firstBlock)?.items[0];
      if (root) return [from(root)];
      const isThere = file !== undefined || workspace.host.exists(named.path);
      return isThere ? [{ origin, place: { path: named.path, range: startOfFile }, focus: startOfFile }] : [];
    }
    default:
      return [];
  }
}
