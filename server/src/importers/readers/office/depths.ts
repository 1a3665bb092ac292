import type { Listed } from './lines.ts';

interface Level extends Listed {
  readonly indent: number;
}

/** In points: indents that nobody tells apart. */
const sameIndent = 6;

/**
 * How deep the points of lists stand in one another. A list's own levels come first; between lists, which word processors do not put into
 * one another, it is how far they stand from the margin.
 */
export class Depths {
  #open: Level[] = [];
  #isInterrupted = false;

  /** The depth of a point, 0 at the outermost. */
  of(listed: Listed, indent: number): number {
    if (this.#isInterrupted && !this.#open.some(({ list }) => list === listed.list)) this.#open = [];
    this.#isInterrupted = false;
    const level: Level = { ...listed, indent };
    const isByHand = listed.list.startsWith('by hand');
    const isSame = (one: Level): boolean =>
      one.list === level.list &&
      one.level === level.level &&
      (!isByHand || Math.abs(one.indent - indent) <= sameIndent);
    const same = this.#open.findLastIndex(isSame);
    const lower = isByHand
      ? -1
      : this.#open.findLastIndex(({ list, level: of }) => list === level.list && of < level.level);
    if (same >= 0) this.#open.length = same + 1;
    else if (lower >= 0) this.#open = [...this.#open.slice(0, lower + 1), level];
    else this.#byIndent(level, isByHand);
    return this.#open.length - 1;
  }

  /** A paragraph stands between points: they may go on behind it. One that is indented as they are belongs to the point above it. */
  interrupt(indent: number): void {
    const top = this.#open.at(-1);
    this.#isInterrupted = !top || indent === 0 || indent < top.indent - sameIndent;
  }

  /** A heading or a table ends all lists. */
  end(): void {
    this.#open = [];
  }

  #byIndent(level: Level, isByHand: boolean): void {
    while ((this.#open.at(-1)?.indent ?? 0) > level.indent + sameIndent) this.#open.pop();
    const top = this.#open.at(-1);
    // Lists by hand with the same indent and another mark stand in one another: 1. and (a).
    const isInside = top && (level.indent > top.indent + sameIndent || (isByHand && top.list !== level.list));
    if (top && !isInside) this.#open.pop();
    this.#open.push(level);
  }
}
