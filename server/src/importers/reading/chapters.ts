import { fieldOn } from '@goldthread/grammar';
import type { DraftItem } from '../draft/draft.ts';
import { likeness, plainWords } from '../words.ts';
import type { Contents } from './contents.ts';
import { controlSheetOf } from './control-sheet.ts';
import { alike, ownedByPriorities, type ReadHeading } from './heading.ts';
import { doubt, fieldOf, newField, newItem } from './items.ts';
import type { Role } from './phrases.ts';
import { mayStandIn } from './places.ts';
import { paragraphProse } from './prose.ts';
import { isAbbreviation, isInCapitals } from './recase.ts';
import { labelOfRole, standsAlone } from './roles.ts';
import { isSame } from './same.ts';
import type { Frame, ReadingState } from './state.ts';

/** Reads headings: opens the priority, the section or the fixed block that each is the heading of, where it belongs. */
export class Chapters {
  private readonly state: ReadingState;
  private readonly contents: Contents;

  constructor(state: ReadingState, contents: Contents) {
    this.state = state;
    this.contents = contents;
  }

  heading(heading: ReadHeading): number {
    const { at, last, kind } = heading;
    for (let place = at; place <= last; place += 1) this.state.fate(place, kind === 'block' ? 'heading' : 'item');
    const { other } = this.state.blocks[at] ?? {};
    this.tellNumber(heading);
    // A heading that the plan prints by itself has no place for another language.
    if (kind === 'block' && other) this.state.told.push({ words: plainWords(other.text), spot: heading.block.spot });
    const again = kind === 'priority' || kind === 'theme' ? this.spokenOfBefore(heading) : undefined;
    if (this.isLeadIn(heading)) return this.contents.paragraph(at, heading.block.text);
    if (this.isGroup(heading)) this.open('group', heading, this.state.holder());
    else if (kind === 'block') this.openBlock(heading);
    else if (again) this.openAgain(heading, again);
    else if (isSame(heading.title, this.state.frame.item.title))
      this.state.told.push({ words: heading.title, spot: heading.block.spot });
    else if (kind === 'theme' || kind === 'outcome') this.open(kind, heading, this.state.draft.plan);
    else if (kind === 'priority') this.open('priority', heading, this.placeOfPriority(heading));
    else this.open('section', heading, this.placeOfSection(heading));
    return last + 1;
  }

  /** The label and the number before a title: the plan counts for itself. */
  private tellNumber({ title, block }: ReadHeading): void {
    const words = plainWords(block.text);
    const before = words.endsWith(title)
      ? words.slice(0, words.length - title.length)
      : title.includes(words)
        ? ''
        : words;
    if (/[\p{L}\d]/u.test(before)) this.state.told.push({ words: before, spot: block.spot });
  }

  /** The priority that a heading in a chapter of actions speaks of, where it has had its own chapter before: “Next steps”, “Priority 1”. */
  private spokenOfBefore({ title, number, label }: ReadHeading): DraftItem | undefined {
    const chapter = this.state.frames.find(({ item, role }) => item.kind === 'section' && role === 'actions');
    if (!chapter) return undefined;
    const byNumber = label === undefined || number === undefined ? undefined : this.state.numbered.get(number);
    return byNumber ?? this.state.priorities().find((item) => likeness(item.title, title) >= alike);
  }

  /** Actions of a priority that stand apart from it: a group that names it. */
  private openAgain(heading: ReadHeading, priority: DraftItem): void {
    const chapter = this.state.frames.find(({ item, role }) => item.kind === 'section' && role === 'actions') as Frame;
    const title = plainWords(heading.block.text);
    const group = this.open('group', { ...heading, title }, chapter.item);
    chapter.role = 'actions';
    const { spot } = heading.block;
    this.state.draft.links.push({
      from: group,
      relation: 'priorities',
      to: priority,
      confidence: 0.9,
      words: title,
      spot,
    });
  }

  private open(kind: string, heading: ReadHeading, container: DraftItem): DraftItem {
    const item = newItem(kind, this.state.recaser.recase(heading.title), heading.block.spot, heading.confidence);
    this.state.unwindTo(container);
    container.parts.push(item);
    this.state.putOther(item, heading.last);
    this.state.frames.push({
      item,
      level: heading.level,
      isMarked: heading.block.isMarked,
      role: kind === 'group' ? 'actions' : undefined,
    });
    if (kind === 'outcome') this.state.outcomes.push({ item, owner: undefined, at: heading.at, container });
    if (kind === 'priority' || kind === 'theme') this.labelOf(kind, heading);
    if (kind === 'priority' && heading.number !== undefined && !heading.number.includes('.'))
      this.state.numbered.set(heading.number, item);
    return item;
  }

  /** The word before the number of a priority, and that there are numbers. */
  private labelOf(kind: 'priority' | 'theme', { number, label }: ReadHeading): void {
    const { labels } = this.state.draft;
    if (label !== undefined && !labels.has(kind))
      labels.set(kind, isAbbreviation(label) ? label : label.charAt(0).toUpperCase() + label.slice(1).toLowerCase());
    if (number !== undefined && kind === 'priority') this.state.isNumbered = true;
  }

  /** A heading among what will be done, with points below it: some actions under a heading of their own. */
  private isGroup({ kind, role, last, level, block }: ReadHeading): boolean {
    if (kind !== 'section' && (role === undefined || ownedByPriorities.has(role))) return false;
    const holder = this.state.frames.findLast(({ item }) => item.kind !== 'group') as Frame;
    const isOpen = holder.role === 'actions' || this.state.frame.item.kind === 'group';
    if (!isOpen || !mayStandIn('group', holder.item)) return false;
    if (block.isMarked && holder.isMarked && level <= holder.level) return false;
    const { blocks } = this.state;
    const next = blocks[last + 1];
    return (
      next?.type === 'point' ||
      (next?.type === 'paragraph' && /:\s*$/.test(next.text) && blocks[last + 2]?.type === 'point')
    );
  }

  /** Words above a list that look like a heading and end with a colon: they lead it in. */
  private isLeadIn({ kind, last, block }: ReadHeading): boolean {
    if (isInCapitals(plainWords(block.text))) return false;
    const isLed =
      kind === 'section' &&
      !block.isMarked &&
      /:\s*$/.test(block.text) &&
      this.state.blocks[last + 1]?.type === 'point';
    return isLed && this.state.frame.role !== 'actions' && this.state.frame.item.kind !== 'group';
  }

  private placeOfPriority({ level, number, label }: ReadHeading): DraftItem {
    const isChapter = label !== undefined && number !== undefined && !number.includes('.');
    for (const frame of [...this.state.frames].reverse()) {
      const { item } = frame;
      if (item.kind === 'theme') return item;
      if (item.kind !== 'priority') continue;
      // “Priority 2” never stands in “Priority 1”.
      if (isChapter && [...this.state.numbered.values()].includes(item)) continue;
      if (frame.level < level) return item;
    }
    return this.state.draft.plan;
  }

  private placeOfSection({ level }: ReadHeading): DraftItem {
    for (const frame of [...this.state.frames].reverse()) {
      if (frame.item === this.state.draft.plan) break;
      if (!mayStandIn('section', frame.item)) continue;
      if (frame.level < level) return frame.item;
    }
    return this.state.draft.plan;
  }

  private openBlock(heading: ReadHeading): void {
    const role = heading.role as Role;
    const owner = this.ownerOf(heading);
    const { role: before } = owner;
    this.state.unwindTo(owner.item);
    const words = this.state.recaser.recase(heading.title);
    if (role === 'control-sheet' || role === 'plan-priorities') {
      if (this.isSilent(heading)) {
        if (role === 'plan-priorities') this.state.draft.labels.set('priorities', words);
        this.state.frame.role = role;
        return;
      }
    }
    if (before !== undefined && this.isLedOn(heading)) {
      const isFree = fieldOn(owner.item.kind, 'lead-in') !== undefined && fieldOf(owner.item, 'lead-in') === undefined;
      if (before === 'actions' && isFree) owner.item.parts.push(newField('lead-in', words));
      else this.state.prose(heading.at, paragraphProse(heading.block.text));
      this.state.frame.role = before;
      return;
    }
    const isInThread = owner.item.kind === 'priority' || owner.item.kind === 'theme';
    const label = labelOfRole[role];
    const isChapter = owner.item === this.state.draft.plan && !standsAlone.has(role);
    if (label !== undefined && (isInThread || owner.item === this.state.draft.plan) && !isChapter) {
      const known = this.state.draft.labels.get(label);
      if (known === undefined) this.state.draft.labels.set(label, words);
      else if (!isSame(known, words)) {
        if (role === 'actions' && mayStandIn('group', owner.item)) {
          this.open('group', { ...heading, title: words }, owner.item);
          return;
        }
        doubt(owner.item, 'wording', `Here the heading is “${words}”.`, heading.block.spot);
      }
      this.state.frame.role = role;
      return;
    }
    // A block that only a plan of its own has: a section with its heading, in which the items stand.
    this.open('section', { ...heading, title: words }, this.placeOfSection(heading));
    this.state.frame.role = role;
  }

  /** Whether words that look like a heading lead on from that of the block over them to a list: “My commitments”, “I will:”. */
  private isLedOn({ at, block }: ReadHeading): boolean {
    const above = this.state.headings.get(at - 1);
    return (
      above?.kind === 'block' &&
      above.role !== undefined &&
      ownedByPriorities.has(above.role) &&
      /:\s*$/.test(block.text)
    );
  }

  /** Whether what is below a heading goes where the plan prints that heading by itself: the control sheet, the list of priorities. */
  private isSilent({ role, last }: ReadHeading): boolean {
    const next = this.state.blocks[last + 1];
    if (role === 'control-sheet') return next?.type === 'table' && controlSheetOf(next) !== undefined;
    return next !== undefined && this.state.announced.has(last + 1);
  }

  /** What a fixed block belongs to: the priority or section above it, unless its heading is wider than that. */
  private ownerOf(heading: ReadHeading): Frame {
    const { level, role, block } = heading;
    for (const frame of [...this.state.frames].reverse()) {
      if (frame.item.kind === 'group') continue;
      if (frame.item === this.state.draft.plan) return frame;
      if (frame.item.kind === 'section' && (!block.isMarked || frame.level >= level || this.isOfPriority(role)))
        continue;
      if (block.isMarked && frame.isMarked && level < frame.level) continue;
      // On one level with the priority it belongs to that only where every priority has such a block.
      if (level === frame.level && this.repeated(heading) < 2) continue;
      return frame;
    }
    return this.state.frames[0] as Frame;
  }

  /** Whether a block is one that a priority has and no chapter of it. */
  private isOfPriority(role: Role | undefined): boolean {
    return this.state.isInPriority() && role !== undefined && role !== 'actions' && ownedByPriorities.has(role);
  }

  /** How many blocks of a sort stand on the level of a heading. */
  private repeated({ level, role }: ReadHeading): number {
    return [...this.state.headings.values()].filter((other) => other.role === role && other.level === level).length;
  }
}
