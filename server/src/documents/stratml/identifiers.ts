/** Letters that may stand in a name of XML by every edition of it, figures, and the signs of refs that may. */
const plain = /[^A-Za-z0-9.\-À-ÖØ-öø-ıĴ-ľŁ-ňŊ-ž/]/gu;

/** Between the steps of a ref. */
const step = /\//g;

/**
 * The identifiers of one document (`xs:ID`), made from the names under which other programs know items (`model/export.ts`): as lasting as
 * those, and the same in every document that names the item. `plan.rural-crime` is `_plan.rural-crime`.
 */
export class Identifiers {
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** The identifier for a ref; always the same one. */
  of(ref: string): string {
    const known = this.known.get(ref);
    if (known !== undefined) return known;
    const name = `_${ref.replace(plain, inFigures).replace(step, '_')}`;
    let identifier = name;
    for (let again = 2; this.taken.has(identifier); again++) identifier = `${name}_${again}`;
    this.taken.add(identifier);
    this.known.set(ref, identifier);
    return identifier;
  }
}

/** A sign by its number in Unicode. */
const inFigures = (sign: string): string => `_u${(sign.codePointAt(0) as number).toString(16)}_`;
