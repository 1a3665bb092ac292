import type { PreviewUpdate } from '../../../server/src/lsp/protocol.ts';

/** What a panel asks for and what becomes of the answer. */
export interface Source {
  /** Asks for what has changed since a version; 0 for the whole page. Null where there is no page. */
  ask(has: number): Promise<PreviewUpdate | null>;
  /** Takes an answer, in the order of asking. */
  take(update: PreviewUpdate | null): void;
  /** Something went wrong. The next wish tries again, for the whole. */
  failed(error: unknown): void;
}

/**
 * Keeps a page up to date: at most one question is under way, and however often the text changes meanwhile, one more follows it. Nobody
 * waits for a clock.
 */
export class Pull {
  readonly #source: Source;
  /** The version that the page has; 0 for none. */
  #has = 0;
  #asking = false;
  #again = false;
  /** Counts wishes for the whole: an answer to a question from before such a wish is about another page. */
  #era = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The page may be another one now. */
  changed(): void {
    if (this.#asking) this.#again = true;
    else void this.#ask();
  }

  /** The page has nothing, or what it has is about something else. */
  whole(): void {
    this.#has = 0;
    this.#era += 1;
    this.changed();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    do {
      this.#again = false;
      const era = this.#era;
      try {
        const update = await this.#source.ask(this.#has);
        if (era !== this.#era) continue;
        this.#has = update?.version ?? 0;
        this.#source.take(update);
      } catch (error) {
        if (era !== this.#era) continue;
        this.#has = 0;
        this.#source.failed(error);
      }
    } while (this.#again);
    this.#asking = false;
  }
}
