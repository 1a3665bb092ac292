/** What became of tests: said one by one, and counted. */
export class Tally {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  passed(title: string, milliseconds?: number): void {
    this.#passed += 1;
    console.log(`  ✓ ${title}${milliseconds === undefined ? '' : ` (${milliseconds} ms)`}`);
  }

  failed(title: string, error: string): void {
    this.#failed += 1;
    console.log(`  × ${title}\n${error.replace(/^/gm, '      ')}`);
  }

  skipped(title: string): void {
    this.#skipped += 1;
    console.log(`  - ${title}`);
  }

  /** True where something passed and nothing failed: a run that tried nothing has shown nothing. */
  get isGood(): boolean {
    return this.#passed > 0 && this.#failed === 0;
  }

  /** The counts. A run in which nothing passed counts as one that failed. */
  toJSON(): { passed: number; failed: number; skipped: number } {
    const failed = this.#failed + (this.isGood || this.#failed > 0 ? 0 : 1);
    return { passed: this.#passed, failed, skipped: this.#skipped };
  }

  toString(): string {
    const { passed, failed, skipped } = this.toJSON();
    return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  }
}
