import { type Entry, fieldOn, readPath, textOf, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { BlockContent } from '../../model/read-block.ts';
import { resolvePath } from '../../workspace/host.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import type { Span } from '../rule.ts';

/** A path that a plan names: of a part, of figures, of a picture. */
export interface NamedPath {
  /** The item that names it; undefined for a part. */
  readonly item: Item | undefined;
  readonly span: Span;
  readonly written: string;
  /** The path as the workspace knows it. */
  readonly resolved: string;
  /** True where it climbs out of the folders that the program sees. */
  readonly isOutside: boolean;
}

const climbs = /(?:^|\/)\.\.(?:\/|$)/;

/** The paths that a block names, as far as they can be read and stand where they can. */
export const pathsIn = ({ placed, paths }: BlockContent): readonly NamedPath[] =>
  paths.length === 0 ? none : paths.flatMap(({ item, entry }) => pathOf(placed, entry, item));

const none: readonly NamedPath[] = [];

/** The paths of the parts that a block puts in. */
export const includedPaths = ({ placed, paths }: BlockContent): readonly NamedPath[] =>
  paths.length === 0 ? none : paths.flatMap(({ item, entry }) => (item ? [] : pathOf(placed, entry, item)));

function pathOf(placed: PlacedBlock, entry: Entry, item: Item | undefined): NamedPath[] {
  const field = fieldOn(item?.key ?? placed.file.tree.content.place, entry.definition?.key ?? '');
  if (field?.type !== 'path') return [];
  const written = textOf(placed.block, entry);
  if (!written || readPath(written).fault) return [];
  const resolved = resolvePath(placed.file.path, written);
  return [{ item, span: valueSpan(placed.block, entry), written, resolved, isOutside: climbs.test(resolved) }];
}
