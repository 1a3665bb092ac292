import type { Item } from '../../model/item.ts';
import { linked } from '../../model/links.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline } from '../tree.ts';
import { relationTo, type Side } from './columns.ts';
import type { MatrixAsking } from './tables.ts';

/** The cells of the largest matrix that is set as a table, such as 200 priorities against 100 outcomes. Nobody finds their way in a larger one. */
const MOST = 20_000;

/** True for a matrix that is told priority by priority instead. */
export const isTooLarge = (priorities: readonly Item[], { columns }: Side): boolean =>
  priorities.length * columns.length > MOST;

/** What a matrix says that is too large: each priority, with what it is linked to. */
export function sparseTable(
  { names, words }: Pick<MatrixAsking, 'names' | 'words'>,
  priorities: readonly Item[],
  side: Side,
): Flow {
  const columns = new Set(side.columns);
  const relations = new Set(side.columns.map((column) => relationTo(side, column)));
  const linkedTo = (priority: Item): Item[] =>
    [...relations].flatMap((relation) =>
      linked(names.model, priority, relation).flatMap(({ item }) => (columns.has(item) ? [item] : [])),
    );
  return {
    type: 'table',
    role: 'sparse',
    head: [[words.priority, words.linkedTo].map((said) => ({ header: 'column', children: [plain(said)] }))],
    rows: priorities.map((priority) => [
      { header: 'row', children: [names.mention(priority)] },
      {
        children: linkedTo(priority).flatMap((item, index): Inline[] => [
          ...(index === 0 ? [] : [plain('; ')]),
          names.mention(item),
        ]),
      },
    ]),
  };
}
