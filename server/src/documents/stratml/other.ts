import { kindOf } from '@goldthread/grammar';
import { manyOf, oneOf } from '../../features/kind-words.ts';
import type { Item } from '../../model/item.ts';
import { blocksInOrder } from '../../model/model.ts';
import { type Node, nodesIn, nodesOf } from '../document/nodes.ts';
import type { Written } from '../document/values.ts';
import { goalOf, type Holder, type Objective } from './outline.ts';
import type { Part } from './part.ts';
import type { Scribe } from './scribe.ts';
import { parties } from './stakeholders.ts';

/** What OtherInformation of something is made of: further lines, and pieces with an empty line above them. */
interface Piece {
  readonly text: string;
  readonly isLine: boolean;
}

/** What OtherInformation is of: a goal, an objective, an indicator by its item; undefined for the whole document. */
type Place = Holder | Item | undefined;

/** How an item of the plan stands in a document. */
type Standing = 'document' | 'holder' | 'indicator' | 'element' | 'words';

/** Something to be read, and what it is of. */
interface Waiting {
  readonly node: Node;
  readonly place: Place;
  readonly item: Item | undefined;
  readonly standing: Standing;
}

/** Kinds that say by their words what they are. */
const saidByWords: ReadonlySet<string> = new Set(['section', 'group', 'panel']);

/** Fields of the whole document that have elements of their own. */
const ofDocument: ReadonlySet<string> = new Set(['organisation', 'subtitle', 'strapline', 'synopsis']);

/** Fields of goals and objectives that have. */
const ofHolders: ReadonlySet<string> = new Set(['text', 'why', ...parties]);

/** Fields of measures that have. */
const ofIndicators: ReadonlySet<string> = new Set(['unit', 'direction', 'baseline', 'target', 'actual']);

/**
 * All of a plan that one part of the standard has no element for, as words, by what they are of. Reads the plan once, in the order in which it
 * is printed, so that nothing is left out: what has no element goes to the next thing around it that has OtherInformation.
 */
export class OtherInformation {
  private readonly scribe: Scribe;
  private readonly part: Part;
  private readonly pieces = new Map<Place, Piece[]>();
  private readonly items = new Map<string, number>();
  private readonly fields = new Map<string, number>();
  private lines = 0;

  constructor(scribe: Scribe, part: Part) {
    this.scribe = scribe;
    this.part = part;
    const waiting: Waiting[] = this.blocks().reverse();
    for (let next = waiting.pop(); next; next = waiting.pop()) waiting.push(...this.read(next).reverse());
  }

  /** The words of one place. */
  of(place: Place): string {
    const pieces = this.pieces.get(place) ?? [];
    return pieces.map(({ text, isLine }, index) => (index === 0 ? text : `${isLine ? '\n' : '\n\n'}${text}`)).join('');
  }

  /** How much of what went there, in a few words each: “12 sections”, “due (14)”. */
  get listed(): string[] {
    const items = [...this.items].map(([key, count]) => {
      const kind = kindOf(key);
      return `${count} ${kind ? (count === 1 ? oneOf(kind, 'en') : manyOf(kind, 'en')) : key}`;
    });
    const fields = [...this.fields].map(([key, count]) => (count === 1 ? `‘${key}’` : `‘${key}’ (${count})`));
    const lines = this.lines === 0 ? [] : [`${this.lines} lines that are no part of the language`];
    return [...items, ...fields, ...lines];
  }

  private blocks(): Waiting[] {
    const { model } = this.scribe;
    return [...blocksInOrder(this.scribe.edition.source.plan)].flatMap((placed) => {
      const content = model.content(placed);
      const nodes = content ? nodesOf(content) : [];
      return nodes.map((node) => ({ node, place: undefined, item: undefined, standing: 'document' as const }));
    });
  }

  /** Reads one thing; gives what stands in it. */
  private read({ node, place, item, standing }: Waiting): Waiting[] {
    if (node.type === 'item') return this.readItem(node, place);
    if (node.type === 'field') {
      const written = { entry: node.entry, field: node.field };
      if (!item || !this.scribe.tells(item, node.entry) || this.isShown(item, written, standing)) return [];
      if (standing !== 'words') count(this.fields, node.field.key);
      this.add(place, this.scribe.field(item, written), node.field.type !== 'prose');
      return [];
    }
    const text = this.scribe.lost(node);
    if (text) this.lines++;
    this.add(place, text, false);
    return [];
  }

  private readItem({ item, until }: Node & { readonly type: 'item' }, around: Place): Waiting[] {
    const standing = this.standing(item);
    const place = this.placeOf(item, standing, around);
    if (standing === 'words') {
      count(this.items, item.key);
      this.add(place, this.headingOf(item), false);
    } else if (standing === 'holder') {
      const holder = place as Holder;
      if (holder.type === 'objective' && holder.within)
        this.add(place, `${this.scribe.phrases.partOf}: ${this.scribe.call(holder.within)}`, true);
      const theme = themeOf(item);
      if (theme && goalOf(holder) !== this.scribe.outline.holders.get(theme))
        this.add(place, `${this.scribe.kind(theme)}: ${this.scribe.title(theme)}`, true);
    }
    return nodesIn(item, until).map((node) => ({ node, place, item, standing }));
  }

  private standing(item: Item): Standing {
    const { outline } = this.scribe;
    if (item.kind.root) return 'document';
    if (outline.holders.has(item)) return 'holder';
    if (this.part.isFull && outline.indicators.has(item)) return 'indicator';
    return this.scribe.hasElement(item) ? 'element' : 'words';
  }

  private placeOf(item: Item, standing: Standing, around: Place): Place {
    const { outline } = this.scribe;
    if (standing === 'document' || standing === 'element') return undefined;
    if (standing === 'holder') return outline.holders.get(item);
    if (standing === 'indicator') return item;
    const objective = outline.indicators.get(item);
    return objective ? writtenHolder(objective, this.part) : around;
  }

  /** What words are under: the kind and the title. */
  private headingOf(item: Item): string {
    const number = this.scribe.number(item);
    const title = [number, this.scribe.ownTitle(item)].filter(Boolean).join(' ');
    if (saidByWords.has(item.key)) return title;
    return title ? `${this.scribe.kind(item)}: ${title}` : this.scribe.kind(item);
  }

  /** True for a field that is shown by something else than words. */
  private isShown(item: Item, { entry, field }: Written, standing: Standing): boolean {
    switch (standing) {
      case 'document':
        return (
          ofDocument.has(field.key) ||
          (field.key === 'period' && this.scribe.days.start !== undefined) ||
          (field.key === 'date' && this.scribe.days.published !== undefined)
        );
      case 'element':
        return true;
      case 'holder':
        return ofHolders.has(field.key) || this.isLink(item, { entry, field });
      case 'indicator':
        return ofIndicators.has(field.key) || this.isLink(item, { entry, field });
      case 'words':
        return false;
    }
  }

  /** True for a field whose links all are shown: by where an objective stands, or by relationships of indicators. */
  private isLink(item: Item, { entry, field }: Written): boolean {
    if (field.type !== 'reference') return false;
    const { model, outline } = this.scribe;
    const links = item.links.filter((link) => link.entry === entry && link.relation === field.key);
    const targets = links.map((link) => model.target(link));
    const own = outline.holders.get(item);
    return targets.every((target) => {
      if (!target) return false;
      if (own?.type === 'objective' && own.goal.item === target) return true;
      if (!this.part.isFull) return false;
      return outline.indicators.has(target) || (outline.indicators.has(item) && outline.holders.has(target));
    });
  }

  private add(place: Place, text: string, isLine: boolean): void {
    if (!text) return;
    const pieces = this.pieces.get(place) ?? [];
    this.pieces.set(place, pieces);
    pieces.push({ text, isLine: isLine && !text.includes('\n\n') });
  }
}

/** The priority area of a priority that stands in no other. */
const themeOf = (item: Item): Item | undefined =>
  item.key === 'priority' && !item.above('priority') ? item.above('theme') : undefined;

/** The goal or objective in which the words of an indicator stand that has no element of its own. */
const writtenHolder = (objective: Objective, { isFull }: Part): Holder =>
  objective.item || isFull ? objective : objective.goal;

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
