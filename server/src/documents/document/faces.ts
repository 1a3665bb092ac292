import { oneOf } from '../../features/kind-words.ts';
import { printed } from '../../features/shown.ts';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { languagesOf } from '../languages.ts';
import type { Outside } from './outside.ts';

/** All that a document says of an item where it names it. The same object as long as it says the same. */
export interface Face {
  readonly kind: string;
  /** Where it stands on the page; undefined for an item of another document, which has a ref. */
  readonly anchor: string | undefined;
  readonly ref: string | undefined;
  /** Its printed number. */
  readonly number: string | undefined;
  /** Its title as printed, in the language of the document where it has one in that; empty where it has none. */
  readonly title: string;
  /** What it is called where it has no title: “key performance question”. */
  readonly noun: string;
  /** The language of the title, where it is not that of the document. */
  readonly lang: string | undefined;
  /** The figure of a statistic. */
  readonly value: string;
  /** The title of its plan, for an item of another one. */
  readonly plan: string | undefined;
}

/** The faces of the items that a document names. */
export class Faces {
  private readonly outside: Outside;
  private readonly plan: Plan | undefined;
  private readonly faces = new Map<Item, Face>();
  /** The items whose titles name others: their faces change with those. */
  private readonly naming = new Set<Item>();
  private readonly languages = new Map<Plan | undefined, string>();
  /** The faces of before by where their items stand or by their refs, so that what says the same is the same. */
  private readonly before = new Map<string, Face>();

  constructor(outside: Outside, plan: Plan | undefined, before: Faces | undefined) {
    this.outside = outside;
    this.plan = plan;
    for (const face of before?.faces.values() ?? []) this.before.set(nameOf(face), face);
  }

  of(item: Item): Face {
    const found = this.faces.get(item);
    if (found) return found;
    const fresh = this.read(item);
    const known = this.before.get(nameOf(fresh));
    const face = known && isSame(known, fresh) ? known : fresh;
    this.keep(item, face);
    return face;
  }

  /** Puts items in the place of those that were read anew; gives the faces that are other ones now. */
  move(pairs: readonly (readonly [from: Item, to: Item])[]): ReadonlySet<Face> {
    const gone = new Set<Face>();
    const renew = (from: Item, to: Item): void => {
      const known = this.faces.get(from);
      if (!known) return;
      this.faces.delete(from);
      this.naming.delete(from);
      const fresh = this.read(to);
      if (!isSame(known, fresh)) gone.add(known);
      this.keep(to, gone.has(known) ? fresh : known);
    };
    for (const [from, to] of pairs) renew(from, to);
    if (gone.size > 0) for (const item of [...this.naming]) renew(item, item);
    return gone;
  }

  /** The language that an item is written in. */
  languageOf({ plan, placed }: Item): string {
    let language = this.languages.get(plan);
    if (language === undefined) {
      language = plan ? languagesOf(this.outside.model.root(plan))[0] : placed.file.tree.language;
      this.languages.set(plan, language);
    }
    return language;
  }

  private keep(item: Item, face: Face): void {
    this.faces.set(item, face);
    if (item.placed.block.text.includes('[[')) this.naming.add(item);
  }

  private read(item: Item): Face {
    const { outside } = this;
    const { model, anchors, language } = outside;
    const entry = outside.titleEntry(item);
    const anchor = anchors.of(item);
    const root = item.plan && item.plan !== this.plan && !item.kind.root ? model.root(item.plan) : undefined;
    return {
      kind: item.key,
      anchor,
      ref: anchor === undefined ? anchors.ref(item) : undefined,
      number: anchor === undefined ? undefined : outside.number(item),
      title: printed(model, item, entry ? item.valueOf(entry) : item.title),
      noun: oneOf(item.kind, language),
      lang: outside.titleLanguage(item, entry),
      value: item.key === 'statistic' ? item.value('value') : '',
      plan: root && this.of(root).title,
    };
  }
}

const nameOf = ({ anchor, ref }: Face): string => anchor ?? ` ${ref ?? ''}`;

const isSame = (a: Face, b: Face): boolean =>
  a.anchor === b.anchor &&
  a.title === b.title &&
  a.number === b.number &&
  a.kind === b.kind &&
  a.lang === b.lang &&
  a.value === b.value &&
  a.plan === b.plan &&
  a.ref === b.ref &&
  a.noun === b.noun;
