/** A change of a text: lines from 0. */
export interface LineChange {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

/** Lines of a plan, each of something on the page, kept where they belong while the plan is worked on. */
export class PlanLines {
  #lines: (number | undefined)[];
  /** The numbers of all that has a line, in the order of lines; undefined until it is asked for. */
  #sorted: number[] | undefined;

  constructor(lines: readonly (number | undefined)[]) {
    this.#lines = [...lines];
  }

  /** The line of the thing with a number. */
  at(number: number): number | undefined {
    return this.#lines[number];
  }

  /** The first thing of the item that a line stands in: of the last line that is not below it. */
  holding(line: number): number | undefined {
    this.#sorted ??= this.#lines
      .flatMap((own, number) => (own === undefined ? [] : [number]))
      .sort((a, b) => this.#line(a) - this.#line(b) || a - b);
    const sorted = this.#sorted;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#line(sorted[middle] as number) <= line) low = middle + 1;
      else high = middle;
    }
    const last = sorted[low - 1];
    if (last === undefined) return undefined;
    let first = low - 1;
    while (first > 0 && this.#line(sorted[first - 1] as number) === this.#line(last)) first -= 1;
    return sorted[first];
  }

  /** Moves the lines as the text has changed. What stood in a piece that is gone is where that piece began. */
  change(changes: readonly LineChange[]): void {
    this.#sorted = undefined;
    for (const { range, text } of changes) {
      const { start, end } = range;
      const added = text.split('\n').length - 1;
      const more = added - (end.line - start.line);
      // What begins at the very start of a line moves it, too.
      const isBefore = start.character === 0 && end.character === 0;
      const first = isBefore ? end.line : end.line + 1;
      this.#lines = this.#lines.map((line) => {
        if (line === undefined || line < start.line) return line;
        if (line >= first) return line + more;
        return line === start.line ? line : Math.min(line, start.line + added);
      });
    }
  }

  #line(number: number): number {
    return this.#lines[number] ?? Number.NEGATIVE_INFINITY;
  }
}
