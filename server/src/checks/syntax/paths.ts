import { type Entry, readPath, textOf, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { BlockContent } from '../../model/read-block.ts';
import { resolvePath } from '../../workspace/host.ts';
import type { Span } from '../rule.ts';

/** A path that a plan names: a part, figures, a picture. */
export interface NamedPath {
  readonly entry: Entry;
  /** The item that names it; undefined for `include`. */
  readonly item: Item | undefined;
  readonly span: Span;
  readonly written: string;
  /** The path as the workspace knows it. */
  readonly resolved: string;
  /** True where it climbs out of the folders that the program sees. */
  readonly isOutside: boolean;
}

const climbs = /(?:^|\/)\.\.(?:\/|$)/;

/** The paths that a block names, as far as they can be read. */
export function* pathsIn({ placed, fields, items }: BlockContent): Generator<NamedPath> {
  for (const entry of fields) yield* pathOf(placed, entry, undefined);
  for (const item of items) for (const entry of item.entry.children) yield* pathOf(placed, entry, item);
}

function* pathOf(placed: BlockContent['placed'], entry: Entry, item: Item | undefined): Generator<NamedPath> {
  const { definition } = entry;
  if (definition?.item !== false || definition.type !== 'path') return;
  const written = textOf(placed.block, entry);
  if (!written || readPath(written).fault) return;
  const resolved = resolvePath(placed.file.path, written);
  yield { entry, item, span: valueSpan(placed.block, entry), written, resolved, isOutside: climbs.test(resolved) };
}
