import type { Spot } from '../../source.ts';
import type { Item } from './lines.ts';

/** Without pages, where a document stores none: every piece would be on the first. */
export function withoutPage(item: Item): Item {
  if (item.type === 'ready') return { ...item, block: { ...item.block, spot: unpaged(item.block.spot) } };
  if (item.type === 'line') return { ...item, spot: unpaged(item.spot) };
  return {
    ...item,
    spot: unpaged(item.spot),
    rows: item.rows.map((row) => row.map((cell) => ({ ...cell, items: cell.items.map(withoutPage) }))),
  };
}

const unpaged = ({ paragraph }: Spot): Spot => ({ paragraph });
