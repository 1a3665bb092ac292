import { type Entry, fieldOn, fields, readPath, textOf, valueSpan } from '@goldthread/grammar';
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

/** The kinds that can name a file; column 0 as `plan-content`. */
const naming = new Set(fields.filter((field) => field.type === 'path').flatMap((field) => field.on));

/** The paths that a block names, as far as they can be read and stand where they can. */
export function* pathsIn(content: BlockContent): Generator<NamedPath> {
  yield* includedPaths(content);
  for (const item of content.items)
    if (naming.has(item.key)) for (const entry of item.fields) yield* pathOf(content.placed, entry, item);
}

/** The paths of the parts that a block puts in. */
export function* includedPaths({ placed, fields }: BlockContent): Generator<NamedPath> {
  for (const entry of fields) yield* pathOf(placed, entry, undefined);
}

function* pathOf(placed: PlacedBlock, entry: Entry, item: Item | undefined): Generator<NamedPath> {
  const field = fieldOn(item?.key ?? placed.file.tree.content.place, entry.definition?.key ?? '');
  if (field?.type !== 'path') return;
  const written = textOf(placed.block, entry);
  if (!written || readPath(written).fault) return;
  const resolved = resolvePath(placed.file.path, written);
  yield { item, span: valueSpan(placed.block, entry), written, resolved, isOutside: climbs.test(resolved) };
}
