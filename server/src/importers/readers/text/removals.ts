import type { Removal, Spot } from '../../source.ts';

/** What is taken out, each with how often. */
export class Removals {
  private readonly found = new Map<string, { why: Removal['why']; words: string; spot: Spot; times: number }>();

  /** Counts words that are taken out. */
  add(why: Removal['why'], words: string, spot: Spot): void {
    const key = `${why}\n${words}`;
    const known = this.found.get(key);
    if (known) known.times++;
    else this.found.set(key, { why, words, spot, times: 1 });
  }

  /** All of them, in the order in which they stood first. */
  list(): Removal[] {
    return [...this.found.values()];
  }
}
