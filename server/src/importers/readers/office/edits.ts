import type { Doubt } from '../../source.ts';

/** Names that are said before the rest is counted. */
const named = 4;

/** The changes that are tracked in a document: how many, and by whom. */
export class Edits {
  #added = 0;
  #deleted = 0;
  readonly #people = new Set<string>();

  /** A change; `by` as the document has it. */
  add(sort: 'added' | 'deleted', by: string | undefined): void {
    if (sort === 'added') this.#added++;
    else this.#deleted++;
    if (by?.trim()) this.#people.add(by.trim());
  }

  /** What to say of them; nothing where there are none. */
  doubt(changes: 'taken' | 'refused'): Doubt | undefined {
    const all = this.#added + this.#deleted;
    if (all === 0) return undefined;
    const counts = `${counted(this.#added, 'addition')} and ${counted(this.#deleted, 'deletion')}`;
    const done =
      changes === 'taken'
        ? 'They were taken as if they had been accepted. To leave them out, import with --changes refused.'
        : 'They were left out as if they had been rejected. To take them, import with --changes taken.';
    return {
      kind: 'edited',
      message: `This document has changes that nobody has accepted yet${this.#by()}: ${counts}. ${done}`,
      spot: {},
    };
  }

  #by(): string {
    const people = [...this.#people];
    if (people.length === 0) return '';
    if (people.length > named) return `, by ${people.slice(0, named).join(', ')} and ${people.length - named} more`;
    return `, by ${people.length === 1 ? people[0] : `${people.slice(0, -1).join(', ')} and ${people.at(-1)}`}`;
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
