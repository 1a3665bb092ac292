/** The labels of notes, in the order in which their marks are met: footnotes `1`, endnotes `e1`. */
export class Labels {
  readonly #known = new Map<string, string>();
  readonly #counts = { footnote: 0, endnote: 0 };

  /** How many notes were met. */
  get count(): number {
    return this.#counts.footnote + this.#counts.endnote;
  }

  /** The label of a note, and whether it was met before. */
  of(kind: 'footnote' | 'endnote', id: string): { text: string; isKnown: boolean } {
    const key = `${kind} ${id}`;
    const known = this.#known.get(key);
    if (known) return { text: known, isKnown: true };
    const text = `${kind === 'endnote' ? 'e' : ''}${++this.#counts[kind]}`;
    this.#known.set(key, text);
    return { text, isKnown: false };
  }
}
