/** The longest name, in UTF-16 units: with what stands before and behind it stays below what disks take. */
const LONGEST = 60;

/** Names for files, from names in plans: letters, figures and hyphens, and each another one, capitals aside. */
export class UniqueNames {
  private readonly taken = new Set<string>();
  private readonly longest: number;

  constructor(longest: number = LONGEST) {
    this.longest = longest;
  }

  /** A name like the one that is wanted. */
  of(wanted: string): string {
    const clean = cleaned(wanted, this.longest);
    let name = clean;
    for (let again = 2; this.taken.has(name.toLowerCase()); again++) {
      const end = `-${again}`;
      name = cleaned(clean, this.longest - end.length) + end;
    }
    this.taken.add(name.toLowerCase());
    return name;
  }
}

/** A text as a piece of the name of a file. */
const cleaned = (text: string, longest: number): string =>
  text
    .normalize('NFC')
    .slice(0, longest)
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'plan';
