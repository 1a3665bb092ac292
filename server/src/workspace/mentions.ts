/**
 * Which of some file names stand in a text, as they would where a plan names a table of figures or a picture. Looks for the endings
 * first, so that a text in which none stands costs next to nothing, however many names there are.
 */
export class Mentions {
  /** The names by their endings (`.csv`), and the lengths that the names of an ending have. */
  private readonly byEnding = new Map<string, { readonly names: Set<string>; readonly lengths: Set<number> }>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const dot = name.lastIndexOf('.');
      const ending = dot > 0 ? name.slice(dot) : name;
      const known = this.byEnding.get(ending) ?? { names: new Set(), lengths: new Set() };
      this.byEnding.set(ending, known);
      known.names.add(name);
      known.lengths.add(name.length);
    }
  }

  /** The names that stand in a text. */
  *in(text: string): Generator<string> {
    for (const [ending, { names, lengths }] of this.byEnding)
      for (let at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
        const end = at + ending.length;
        for (const length of lengths) {
          const name = length <= end ? text.slice(end - length, end) : '';
          if (names.has(name)) yield name;
        }
      }
  }
}
