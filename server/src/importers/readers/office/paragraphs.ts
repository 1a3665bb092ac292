import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';

/** Counts the paragraphs of a document while it is read, so that it stops before they fill the memory. */
export class Paragraphs {
  #all = 0;

  /** One more. */
  count(): void {
    if (++this.#all > limits.blocks)
      throw new ImportFault(
        `This document has more than ${limits.blocks.toLocaleString('en-GB')} paragraphs. Divide it, and import the parts.`,
      );
  }
}
