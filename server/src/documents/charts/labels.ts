import { textWidth } from '../text-width.ts';

/** Words in a drawing: the left end of their line and its height. */
export interface LabelPlace {
  readonly left: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half of the width of a point. */
const POINT = 5;

/** The labels of a panel, so that none lies on another. */
export class Labels {
  private readonly type: number;
  private readonly taken: Box[] = [];

  /** `type` is the size of the letters. */
  constructor(type: number) {
    this.type = type;
  }

  /** Keeps labels off a point. */
  keepOff(x: number, y: number): void {
    this.taken.push({ left: x - POINT, right: x + POINT, top: y - POINT, bottom: y + POINT });
  }

  /** The first of some places at which words touch no label that has its place already; undefined where they touch one at each. */
  place(words: string, places: readonly LabelPlace[], isBold = false): LabelPlace | undefined {
    const width = textWidth(words, this.type, isBold);
    const boxOf = ({ left, y }: LabelPlace): Box => ({ left, right: left + width, top: y - this.type, bottom: y + 2 });
    const free = places.find((place) => !this.taken.some((box) => touch(box, boxOf(place))));
    if (free) this.taken.push(boxOf(free));
    return free;
  }
}

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
