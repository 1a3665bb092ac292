import type { Boxes } from './boxes.ts';
import { type Layout, layOut } from './layout.ts';

/** Lays threads out, and remembers the last layout: where only words have changed, and no box its height, everything stays where it is. */
export class KeptLayout {
  private shape = '';
  private layout: Layout | undefined;

  of(boxes: Boxes): Layout {
    const shape = JSON.stringify([
      boxes.boxes.map(({ key, column, shape: outline, height, indent, node }) => [
        key,
        column,
        outline,
        height,
        indent,
        node.within,
      ]),
      boxes.edges,
    ]);
    if (!this.layout || shape !== this.shape) {
      this.layout = layOut(boxes);
      this.shape = shape;
      return this.layout;
    }
    const byKey = new Map(boxes.boxes.map((box) => [box.key, box]));
    return {
      ...this.layout,
      boxes: this.layout.boxes.map((placed) => ({ ...placed, box: byKey.get(placed.box.key) ?? placed.box })),
    };
  }
}
