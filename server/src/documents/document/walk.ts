import type { Entry } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Labels } from '../labels.ts';
import type { Chapter } from './contents.ts';
import type { Draft } from './draft.ts';
import { isTold, untold } from './fields.ts';
import { headDraft } from './heads.ts';
import { headingKey, type ItemNode, isUnsaid, lookOf } from './kinds.ts';
import { listDraft } from './lists.ts';
import { type Node, nodesIn } from './nodes.ts';
import type { Outside } from './outside.ts';
import { anchorAbove, type Place } from './place.ts';
import { isHeadField, proseDraft, referencesDraft } from './texts.ts';
import { untoldDraft } from './untold.ts';
import type { Written } from './values.ts';
import { documentWords, type Phrases } from './words.ts';

/** Something whose content is being read: the plan, or an item that holds others. */
interface Frame {
  readonly item: Item | undefined;
  readonly name: string;
  readonly level: number;
  readonly depth: number;
  readonly nodes: readonly Node[];
  readonly left: ReadonlySet<Entry> | undefined;
  at: number;
  /** The heading under which the next thing stands, if no other comes before it: a label or the key of an item. */
  under: string | undefined;
  /** How often each part of a key has been given. */
  readonly counts: Map<string, number>;
  /** The words that the next list completes. */
  leadIn: (Node & { type: 'field' }) | undefined;
  /** Kinds that take turns: where they end, and the plural of the first, under which the others stand. */
  turns: { readonly end: number; readonly first: string | undefined };
  /** For what stands in the plan itself: where its blocks and chapters begin. */
  readonly begun: Begun | undefined;
}

interface Begun {
  readonly outer: Frame;
  readonly place: string;
  readonly drafts: number;
  readonly chapters: number;
}

/** What an item of the plan and all in it come to, as long as it is not read anew. */
interface Kept {
  /** Where it stands and under what. */
  readonly place: string;
  readonly drafts: readonly Draft[];
  readonly chapters: readonly Chapter[];
  readonly under: string | undefined;
}

/** What is kept from page to page, by item. */
export type KeptDrafts = WeakMap<Item, Kept>;

/** Goes through a plan in the order in which it is printed and says which blocks its page has. */
export class Walk {
  readonly drafts: Draft[] = [];
  readonly chapters: Chapter[] = [];
  /** Where the first theme or priority of the plan stands among the blocks and among the chapters, and its kind in the plural. */
  firstWork: { readonly at: number; readonly chapter: number; readonly kind: string } | undefined;
  private readonly outside: Outside;
  private readonly labels: Labels;
  private readonly words: Phrases;
  private readonly frames: Frame[] = [];
  private readonly kept: KeptDrafts;

  constructor(outside: Outside, labels: Labels, kept: KeptDrafts) {
    this.outside = outside;
    this.labels = labels;
    this.kept = kept;
    this.words = documentWords(outside.language);
  }

  /** Adds the blocks of what stands in the plan itself. */
  read(nodes: readonly Node[]): void {
    this.open(undefined, '', 2, 0, nodes);
    for (let frame = this.frames.at(-1); frame; frame = this.frames.at(-1)) {
      const node = frame.nodes[frame.at++];
      if (node?.type === 'item') this.item(frame, node);
      else if (node?.type === 'field') this.field(frame, node);
      else if (node) {
        this.tellLeadIn(frame);
        this.drafts.push(untoldDraft(this.part(frame, 'untold'), node, frame.item));
      } else {
        this.tellLeadIn(frame);
        this.frames.pop();
        if (frame.begun) this.keep(frame, frame.begun);
      }
    }
  }

  /** Keeps what an item of the plan came to. */
  private keep({ item }: Frame, { drafts, chapters, place, outer }: Begun): void {
    if (!item) return;
    this.kept.set(item, {
      place,
      drafts: this.drafts.slice(drafts),
      chapters: this.chapters.slice(chapters),
      under: outer.under,
    });
  }

  /** Uses what an item of the plan came to before; false where there is nothing, or where it stood otherwise. */
  private reuse(frame: Frame, item: Item, place: string): boolean {
    const known = this.kept.get(item);
    if (known?.place !== place) return false;
    for (const draft of known.drafts) this.drafts.push(draft);
    for (const chapter of known.chapters) this.chapters.push(chapter);
    frame.under = known.under;
    return true;
  }

  private open(
    item: Item | undefined,
    name: string,
    level: number,
    depth: number,
    nodes: readonly Node[],
    begun?: Begun,
  ): void {
    const left = item && untold(item, nodes, this.outside.language, this.outside.languageOf(item));
    const rest = { at: 0, under: undefined, counts: new Map<string, number>(), leadIn: undefined, turns: noTurns };
    this.frames.push({ item, name, level, depth, nodes, left, begun, ...rest });
  }

  private field(frame: Frame, node: Node & { type: 'field' }): void {
    const { item } = frame;
    const { field, entry } = node;
    if (frame.left?.has(entry) || !isTold(entry, field) || (item && isHeadField(item, field))) return;
    this.tellLeadIn(frame);
    if (!item) {
      this.drafts.push(untoldDraft(this.part(frame, 'untold'), node, item));
      return;
    }
    if (field.key === 'lead-in') {
      frame.leadIn = node;
      return;
    }
    const heading = headingIn(frame, field.key, this.labels.heading(field.key));
    const place = { ...this.part(frame, field.key), heading };
    this.drafts.push(field.type === 'prose' ? proseDraft(place, item, node) : referencesDraft(place, item, node));
  }

  private item(frame: Frame, node: ItemNode): void {
    const { item } = node;
    const look = lookOf(item, frame.item);
    if (look.shape === 'nothing') return;
    const run = look.shape === 'list' || look.shape === 'run' ? this.runFrom(frame, node, look.shape) : [node];
    if (look.shape !== 'list') this.tellLeadIn(frame);
    const above = this.above(frame, item, look.heading, run.length);
    if (above.heading && frame.depth === 0) this.addHeading(above.heading, frame, item, look.shape);
    if (look.shape === 'holder') this.holder(frame, node, above);
    else if (look.shape === 'own') {
      const place = { ...this.placeOf(frame, item), ...above };
      if (look.heading === 'none' && item.title) frame.under = place.key;
      if (frame.depth === 0 && item.key === 'budget' && item.title)
        this.chapters.push({ depth: 1, item, words: '', anchor: place.key });
      if (look.draft) this.drafts.push(look.draft(place, run, frame.item));
    } else {
      const place = { ...this.part(frame, item.kind.plural), ...above };
      if (look.draft) this.drafts.push(look.draft(place, run, frame.item));
      else this.drafts.push(listDraft(place, run, frame.leadIn, frame.item));
      frame.leadIn = undefined;
    }
  }

  /** The items from one on that stand in one block: of its kind, of its file, and with nothing between. */
  private runFrom(frame: Frame, node: ItemNode, shape: string): ItemNode[] {
    const run = [node];
    for (let next = frame.nodes[frame.at]; next?.type === 'item'; next = frame.nodes[frame.at]) {
      if (next.item.key !== node.item.key || next.placed.file !== node.placed.file) break;
      if (lookOf(next.item, frame.item).shape !== shape) break;
      run.push(next);
      frame.at++;
    }
    return run;
  }

  /** An item that holds others: its head, then what stands in it. */
  private holder(frame: Frame, node: ItemNode, above: Above): void {
    const { item } = node;
    const place: Place = { ...this.placeOf(frame, item), ...above };
    if (frame.depth === 0 && isWork.has(item.key))
      this.firstWork ??= { at: this.drafts.length, chapter: this.chapters.length, kind: item.kind.plural };
    const where = [place.key, place.level, place.told, place.heading, frame.under].join('\n');
    if (frame.depth === 0 && this.reuse(frame, item, where)) return;
    const begun = { outer: frame, place: where, drafts: this.drafts.length, chapters: this.chapters.length };
    const nodes = nodesIn(item, node.until);
    const left = untold(item, nodes, this.outside.language, this.outside.languageOf(item));
    const fields: Written[] = [];
    let until = item.entry.end;
    let isHead = true;
    for (const one of nodes) {
      const isTellable = one.type === 'field' && isTold(one.entry, one.field);
      if (one.type !== 'field' || (isTellable && !isHeadField(item, one.field))) isHead = false;
      else if (isHead) until = one.until;
      if (isTellable && isHeadField(item, one.field) && !left?.has(one.entry)) fields.push(one);
    }
    this.drafts.push(headDraft(place, node, fields, until));
    const level = above.heading ? above.level + 1 : above.level;
    const { outside, labels } = this;
    const hasHeading =
      item.title !== '' ||
      outside.titleEntry(item) !== undefined ||
      outside.number(item) !== undefined ||
      labels.kind(item.key) !== undefined ||
      (!above.told && turning.has(item.key));
    if (hasHeading && level === frame.level) frame.under = place.key;
    if (hasHeading && isChapter.has(item.key))
      this.chapters.push({ depth: level - 1, item, words: '', anchor: place.key });
    const inner = hasHeading ? level + 1 : level;
    this.open(item, place.key, inner, frame.depth + 1, nodes, frame.depth === 0 ? begun : undefined);
  }

  /** What stands above an item or a list: a heading that says what follows, unless it says so already. */
  private above(frame: Frame, { key, kind }: Item, mode: string, count: number): Above {
    const { level } = frame;
    const { labels } = this;
    const plural = headingKey(kind);
    const isSaid = frame.item !== undefined && headingKey(frame.item.kind) === plural;
    if (mode === 'none' || isSaid || (!labels.says(plural) && isUnsaid(frame.item, key)))
      return { heading: undefined, level, told: false };
    if (mode === 'one' || (count === 1 && labels.kind(key) !== undefined && !labels.says(plural)))
      return { heading: headingIn(frame, key, labels.kind(key) ?? labels.heading(key)), level, told: true };
    const { first } = this.turnsOf(frame, key);
    if (first !== undefined && first !== plural)
      return { heading: undefined, level: frame.under === first ? level + 2 : level + 1, told: false };
    const isPlain = frame.item === undefined && key === 'outcome' && !labels.says(plural);
    const words = labels.heading(plural);
    const heading = headingIn(frame, plural, words !== undefined && isPlain ? this.words.outcomes : words);
    const isUnder = frame.under === plural;
    return { heading, level: heading || !isUnder ? level : level + 1, told: isUnder };
  }

  /** Whether outcomes, questions and measures take turns here. */
  private turnsOf(frame: Frame, key: string): Frame['turns'] {
    if (frame.item || !turning.has(key)) return noTurns;
    if (frame.at <= frame.turns.end) return frame.turns;
    const seen: Item['kind'][] = [];
    let end = frame.at - 1;
    for (let node = frame.nodes[end]; node?.type === 'item' && turning.has(node.item.key); node = frame.nodes[++end])
      if (seen.at(-1) !== node.item.kind) seen.push(node.item.kind);
    frame.turns = { end, first: seen.length > new Set(seen).size ? seen[0]?.plural : undefined };
    return frame.turns;
  }

  private addHeading(words: string, frame: Frame, item: Item, shape: string): void {
    const isOwn = shape === 'holder' || shape === 'own';
    const name = isOwn ? this.placeOf(frame, item).key : partOf(frame, item.kind.plural, 1);
    this.chapters.push({ depth: 1, item: undefined, words, anchor: anchorAbove(name) });
  }

  /** Words that a list should have completed, where no list follows. */
  private tellLeadIn(frame: Frame): void {
    const { leadIn, item } = frame;
    frame.leadIn = undefined;
    if (leadIn && item) this.drafts.push(proseDraft(this.part(frame, 'lead-in'), item, leadIn));
  }

  /** The place of a part of what a frame is for. */
  private part(frame: Frame, part: string): Place {
    const key = partOf(frame, part, 1);
    frame.counts.set(part, (frame.counts.get(part) ?? 0) + 1);
    return { key, level: frame.level, depth: frame.depth, heading: undefined, told: false };
  }

  private placeOf(frame: Frame, item: Item): Place {
    const key = this.outside.anchors.of(item) ?? '';
    return { key, level: frame.level, depth: frame.depth, heading: undefined, told: false };
  }
}

type Above = Pick<Place, 'heading' | 'level' | 'told'>;

const noTurns: Frame['turns'] = { end: -1, first: undefined };

/** The key of a part, counted from those that have been given. */
function partOf({ name, counts }: Frame, part: string, next: number): string {
  const count = (counts.get(part) ?? 0) + next;
  return `${name}:${part}${count > 1 ? `-${count}` : ''}`;
}

/** Words above something, unless it stands under them already. */
function headingIn(frame: Frame, key: string, words: string | undefined): string | undefined {
  if (words === undefined || frame.under === key) return undefined;
  frame.under = key;
  return words;
}

/** Kinds that lists of chapters name; and those of them that an overview names. */
const isChapter: ReadonlySet<string> = new Set(['section', 'theme', 'priority', 'framework']);
export const isWork: ReadonlySet<string> = new Set(['theme', 'priority']);

/** Kinds that may take turns in the plan itself. */
const turning: ReadonlySet<string> = new Set(['outcome', 'kpq', 'measure']);
