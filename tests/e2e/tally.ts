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

  toString(): string {
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    return `${this.#passed} passed, ${this.#failed} failed${skipped}`;
  }
}
