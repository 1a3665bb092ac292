/** The longest name, in UTF-16 units: with what stands before and behind it stays below what disks take. */
const LONGEST = 60;

/** Names for files, from names in plans: letters, figures and hyphens, and each another one, capitals aside. */
export class UniqueNames {
  private readonly taken = new Set<string>();

  /** A name like the one that is wanted. */
  of(wanted: string): string {
    const clean = fileName(wanted);
    let name = clean;
    for (let again = 2; this.taken.has(name.toLowerCase()); again++) name = `${clean}-${again}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

/** A text as a piece of the name of a file. */
const fileName = (text: string): string =>
  text
    .normalize('NFC')
    .slice(0, LONGEST)
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'plan';
