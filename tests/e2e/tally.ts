/** What became of the tests of a part: said one by one, and counted. */
export class Tally {
  #passed = 0;
  #skipped = 0;
  #again = 0;
  readonly #failures: string[] = [];
  readonly #part: string;

  /** `part` is said with what failed, where that is said again. */
  constructor(part: string) {
    this.#part = part;
  }

  /** What became of the tests of several parts. */
  static sum(parts: Iterable<Tally>): Tally {
    const all = new Tally('');
    for (const part of parts) {
      all.#passed += part.#passed;
      all.#skipped += part.#skipped;
      all.#again += part.#again;
      all.#failures.push(...part.#failures);
    }
    return all;
  }

  passed(title: string, milliseconds?: number): void {
    this.#passed += 1;
    console.log(`  ✓ ${title}${milliseconds === undefined ? '' : ` (${milliseconds} ms)`}`);
  }

  failed(title: string, error: string): void {
    const words = `  × ${title}\n${error.replace(/^/gm, '      ')}`;
    this.#failures.push(words.replace('× ', `× ${this.#part}: `));
    console.log(words);
  }

  /** What failed and is tried once more: counted, and said at the end, so that nobody takes it for a first try. */
  again(title: string, error: string): void {
    this.#again += 1;
    console.log(`  ↻ ${title}: tried once more, because of\n${error.replace(/^/gm, '      ')}`);
  }

  skipped(title: string): void {
    this.#skipped += 1;
    console.log(`  - ${title}`);
  }

  /** True where something passed and nothing failed: a run that tried nothing has shown nothing. */
  get isGood(): boolean {
    return this.#passed > 0 && this.#failures.length === 0;
  }

  /** Every test that failed, with its error, as it was said: for the end of a long log. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** The counts. A run in which nothing passed counts as one that failed. */
  toJSON(): { passed: number; failed: number; skipped: number; again: number } {
    const failed = this.#failures.length + (this.isGood || this.#failures.length > 0 ? 0 : 1);
    return { passed: this.#passed, failed, skipped: this.#skipped, again: this.#again };
  }

  toString(): string {
    const { passed, failed, skipped, again } = this.toJSON();
    return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}${again > 0 ? `, ${again} tried once more` : ''}`;
  }
}
