import type { GoldthreadError as Declared, Diagnostic } from '../index.ts';

/** Why something could not be done for a program that uses Goldthread. */
export class GoldthreadError extends Error implements Declared {
  override readonly name = 'GoldthreadError';
  // Hidden from what Node prints of an error that nobody catches: the message says the first of them.
  readonly #diagnostics: readonly Diagnostic[];

  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super(message);
    this.#diagnostics = diagnostics;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }
}
