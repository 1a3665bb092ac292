import { kindOf } from '@goldthread/grammar';
import type { XmlElement } from '../../xml/xml.ts';

/** What an identifier that Goldthread wrote says of an item. */
export interface Named {
  readonly id: string | undefined;
  /** The kind, for an item without an id. */
  readonly kind: string | undefined;
  /** True for what is only there to hold others: a goal or an objective that the plan has not. */
  readonly isMade: boolean;
}

/** Identifiers of things that are only there to hold others. */
const made = /_(?:others|indicators|other-indicators)$/;

/** The identifiers of a document that Goldthread wrote: they have the ids of the items (`documents/stratml/identifiers.ts`). */
export class OwnIdentifiers {
  /** The id of the plan. */
  readonly plan: string;
  private readonly before: string;

  private constructor(before: string) {
    this.before = before;
    this.plan = decoded(before.slice(1));
  }

  /** Those of a document; undefined for a document of others. */
  static in(identifiers: readonly string[]): OwnIdentifiers | undefined {
    const [organisation] = identifiers.filter((one) => /^_.+_organisation$/.test(one));
    const last = identifiers.at(-1);
    const before = organisation?.slice(0, -'_organisation'.length) ?? last;
    if (!before?.startsWith('_')) return undefined;
    const own = identifiers.filter((one) => one.startsWith(`${before}.`) || one.startsWith(`${before}_`));
    return own.length > 0 && own.length * 2 >= identifiers.length ? new OwnIdentifiers(before) : undefined;
  }

  /** What an identifier says; undefined for one of another plan. */
  read(identifier: string): Named | undefined {
    if (!identifier.startsWith(this.before)) return undefined;
    const rest = identifier.slice(this.before.length);
    if (made.test(rest)) return { id: undefined, kind: undefined, isMade: true };
    const kind = /_([a-z]+(?:-[a-z]+)?)-\d{1,9}$/.exec(rest)?.[1];
    if (kind !== undefined && kindOf(kind)) return { id: undefined, kind, isMade: false };
    return rest.startsWith('.') ? { id: decoded(rest.slice(1)), kind: undefined, isMade: false } : undefined;
  }
}

const decoded = (name: string): string =>
  name.replace(/_u([0-9a-f]{1,6})_/g, (all, code: string) => {
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff ? all : String.fromCodePoint(point);
  });

/** All identifiers of a document, in order. */
export function identifiersIn(root: XmlElement): string[] {
  const found: string[] = [];
  const waiting: XmlElement[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === 'Identifier') {
      const words = next.children
        .filter((node) => typeof node === 'string')
        .join('')
        .trim();
      if (words) found.push(words);
      continue;
    }
    for (const node of next.children.toReversed()) if (typeof node !== 'string') waiting.push(node);
  }
  return found;
}
