import { fieldOn, kindOf } from '@goldthread/grammar';
import type { DraftItem } from '../draft/draft.ts';
import type { Block } from '../source.ts';
import { plainWords } from '../words.ts';
import { beginsAsAction, isPromise } from './action-words.ts';
import { fieldOf, itemOfPoint, newField, newItem } from './items.ts';
import type { Role } from './phrases.ts';
import { mayStandIn, putItem } from './places.ts';
import { type PointTree, pointsFrom } from './points.ts';
import { listProse, paragraphProse } from './prose.ts';
import type { Fate } from './reading.ts';
import { atMargin, itemsOfRole } from './roles.ts';
import type { ReadingState } from './state.ts';
import { lastSentence, stemOf } from './stem-of.ts';
import { putWords } from './values.ts';

/** Reads lists: as items of the kind that their block or the words before them say, else as prose. */
export class Lists {
  private readonly state: ReadingState;

  constructor(state: ReadingState) {
    this.state = state;
  }

  /** A paragraph and the list that it leads in. */
  ledList(at: number, text: string): number {
    const stem =
      /[:–-]\s*$/.test(plainWords(text)) || this.state.frame.role === 'actions' ? stemOf(plainWords(text)) : undefined;
    const before = this.state.blocks[at - 1];
    const isValues = before?.type === 'paragraph' && stemOf(plainWords(before.text)) === 'values';
    const role = this.roleOfList(isValues ? 'values' : stem);
    if (role !== undefined) this.leadIn(at, text, role);
    else this.state.prose(at, paragraphProse(text));
    return role === undefined && stem === 'facts' ? this.proseList(at + 1) : this.list(at + 1, role);
  }

  /** What a list is: what its block says, or the words before it where it stands in a priority. */
  private roleOfList(stem: Role | 'facts' | undefined): Role | undefined {
    const { item, role } = this.state.frame;
    if (stem === 'facts' || stem === 'plan-priorities') return undefined;
    if (role !== undefined && role !== 'why' && itemsOfRole[role] !== undefined) return role;
    if (stem === undefined) return undefined;
    if (stem === 'actions') return this.state.isInPriority() ? 'actions' : undefined;
    if (stem === 'outcomes' || stem === 'measures') return this.state.isInPriority() ? stem : undefined;
    return mayStandIn(itemsOfRole[stem] ?? '', item) ? stem : undefined;
  }

  /** The words before a list: the last sentence leads in, what is before it is prose. */
  leadIn(at: number, text: string, role: Role): void {
    const { item } = this.state.frame;
    const holdsFields = fieldOn(item.kind, 'lead-in') !== undefined;
    const sentence = lastSentence(text);
    const before = text.slice(0, text.length - sentence.length).trim();
    if (!holdsFields || plainWords(sentence).length > 300) {
      this.state.prose(at, paragraphProse(text));
      return;
    }
    if (before !== '') this.state.prose(at, paragraphProse(before));
    const hasOwn =
      fieldOf(item, 'lead-in') !== undefined ||
      item.parts.some((part) => part.type === 'item' && part.kind === itemsOfRole[role]);
    let target = item;
    if (hasOwn && role === 'actions' && mayStandIn('group', this.state.holder())) {
      target = newItem('group', '', (this.state.blocks[at] as Block).spot, 1);
      const holder = this.state.holder();
      this.state.unwindTo(holder);
      holder.parts.push(target);
      this.state.frames.push({ item: target, level: 99, isMarked: false, role: 'actions' });
    } else if (hasOwn) {
      this.state.prose(at, paragraphProse(sentence));
      return;
    }
    target.parts.push(newField('lead-in', plainWords(sentence)));
    this.state.fate(at, 'value', target);
  }

  list(at: number, given?: Role): number {
    const { blocks } = this.state;
    const { trees, end } = pointsFrom(blocks, at);
    const role = given ?? this.roleOfList(undefined) ?? (this.isListOfActions(trees, at) ? 'actions' : undefined);
    const kind = role === undefined ? undefined : itemsOfRole[role];
    const { item } = this.state.frame;
    if (kind === undefined || !this.canHold(kind)) return this.proseList(at);
    for (const tree of trees) this.point(tree, kind, item);
    return end;
  }

  /** Points straight below a priority that say what will be done, each of them or nearly. */
  private isListOfActions(trees: readonly PointTree[], at: number): boolean {
    const { item, role } = this.state.frame;
    if (item.kind !== 'priority' || role !== undefined) return false;
    const before = this.state.blocks[at - 1];
    if (before?.type === 'paragraph' && /:\s*$/.test(before.text)) return false;
    // One point by itself has to say so in as many words.
    if (trees.length < 2) return trees.every(({ point }) => isPromise(plainWords(point.text)));
    const acting = trees.filter(({ point }) => beginsAsAction(plainWords(point.text)));
    const promises = trees.filter(({ point }) => isPromise(plainWords(point.text)));
    return acting.length >= trees.length * 0.7 || promises.length >= trees.length * 0.5;
  }

  private proseList(at: number): number {
    const { trees, end } = pointsFrom(this.state.blocks, at);
    this.state.prose(at, listProse(trees));
    const { item } = this.state.fates.at(-1) as Fate;
    for (let place = at + 1; place < end; place += 1) this.state.fate(place, 'prose', item);
    return end;
  }

  /** A point of a list as an item, with those below it. */
  point(tree: PointTree, kind: string, container: DraftItem): void {
    const { point, at, children } = tree;
    const item = itemOfPoint(kind, point, this.state.language);
    this.countMark(kind, point.mark);
    this.state.putOther(item, at);
    this.state.fate(at, 'item', item);
    const { plan } = this.state.draft;
    let holder = atMargin.has(kind) ? undefined : putItem(container, item);
    if (!holder) {
      plan.parts.push(item);
      holder = plan;
    }
    const mention = { item, owner: this.state.ownerPriority(), at, container: holder };
    if (kind === 'outcome') this.state.outcomes.push(mention);
    if (kind === 'kpq') this.state.kpqs.push(mention);
    if (children.length === 0) return;
    if (mayStandIn(kind, item)) for (const child of children) this.point(child, kind, item);
    else {
      putWords(item, listProse(children));
      this.fateAll(children, item);
    }
  }

  private countMark(kind: string, mark: string): void {
    const counts = this.state.marks.get(kind) ?? { numbered: 0, all: 0 };
    this.state.marks.set(kind, { numbered: counts.numbered + Number(/^\(?\d/.test(mark)), all: counts.all + 1 });
  }

  private fateAll(trees: readonly PointTree[], item: DraftItem): void {
    for (const { at, children } of trees) {
      this.state.fate(at, 'prose', item);
      this.fateAll(children, item);
    }
  }

  /** Whether points can be items here. */
  canHold(kind: string): boolean {
    const { item } = this.state.frame;
    if (kind === 'outcome' || kind === 'measure' || atMargin.has(kind)) return true;
    return mayStandIn(kind, item) || (mayStandIn('section', item) && (kindOf(kind)?.in.includes('section') ?? false));
  }
}
