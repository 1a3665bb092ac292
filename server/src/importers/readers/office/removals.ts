import type { Removal, Spot } from '../../source.ts';
import { tidy } from '../../words.ts';

/** Words that are not brought in, each once with how often it was met. */
export class Removals {
  readonly #found = new Map<string, { why: Removal['why']; words: string; spot: Spot; times: number }>();

  /** Words that are left out, as plain text; blank ones are nobody's loss. */
  add(why: Removal['why'], text: string, spot: Spot): void {
    const words = tidy(text).trim();
    if (words === '') return;
    const key = `${why}\n${words}`;
    const before = this.#found.get(key);
    if (before) before.times++;
    else this.#found.set(key, { why, words, spot, times: 1 });
  }

  get all(): Removal[] {
    return [...this.#found.values()];
  }
}
