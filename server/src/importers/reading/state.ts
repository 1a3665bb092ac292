import { fieldOn, type KeyLanguage } from '@goldthread/grammar';
import { type Draft, type DraftItem, itemsOf } from '../draft/draft.ts';
import type { Block, Removal, Source, Spot } from '../source.ts';
import { likeness, plainWords } from '../words.ts';
import { announcedIn } from './announced.ts';
import { divisionOf, numberOf } from './divisions.ts';
import type { Announced, ReadHeading } from './heading.ts';
import { listedWithin, readHeadings } from './headings.ts';
import { newField, newItem } from './items.ts';
import { languageOf } from './language.ts';
import type { OfficeHolder } from './offices.ts';
import type { Role } from './phrases.ts';
import { putItem, putProse } from './places.ts';
import { prepared } from './prepared.ts';
import { paragraphProse } from './prose.ts';
import type { Fate, Mention } from './reading.ts';
import { Recaser } from './recase.ts';
import { placesOfContents } from './table-of-contents.ts';
import { inOneLanguage, type Paired } from './two-languages.ts';

/** A container that is open: what comes next goes into it. */
export interface Frame {
  readonly item: DraftItem;
  readonly level: number;
  /** False for a level that was guessed from the looks of a heading. */
  readonly isMarked: boolean;
  /** Inside a fixed block: what it holds. */
  role: Role | undefined;
}

/** Words of the document with where they stand. */
interface Said {
  readonly words: string;
  readonly spot: Spot;
}

/** What is known and made while a document is read: whoever reads headings, lists and the rest shares it. */
export class ReadingState {
  readonly blocks: readonly Paired[];
  readonly recaser: Recaser;
  readonly language: KeyLanguage;
  /** The places of the table of contents among the blocks. */
  readonly contents: ReadonlySet<number>;
  /** What lists call the priorities, by the places of those words among the blocks. */
  readonly announced: ReadonlyMap<number, Announced>;
  /** By their places among the blocks. */
  readonly headings: ReadonlyMap<number, ReadHeading>;
  readonly draft: Draft;
  readonly fates: Fate[] = [];
  /** Outcomes and questions wherever they stand. */
  readonly outcomes: Mention[] = [];
  readonly kpqs: Mention[] = [];
  readonly offices: DraftItem[] = [];
  readonly removed: Removal[] = [];
  /** Words besides whole blocks that the plan says by itself. */
  readonly told: Said[] = [];
  /** What the lists of priorities name. */
  readonly listed: (Said & { readonly group: string | undefined })[] = [];
  /** Priorities by the numbers that are printed before them. */
  readonly numbered = new Map<string, DraftItem>();
  /** By kind: how many points there are, and how many of them with numbers. */
  readonly marks = new Map<string, { readonly numbered: number; readonly all: number }>();
  /** Whether priorities are printed with numbers. */
  isNumbered = false;
  readonly frames: Frame[];

  constructor(source: Source, asked: KeyLanguage | undefined) {
    const { blocks: all, language } = inOneLanguage(prepared(source.blocks), asked);
    this.contents = placesOfContents(all);
    // What is listed there is no heading of its own.
    const blocks = all.map(
      (block, at): Paired =>
        block.type === 'heading' && this.contents.has(at) ? { ...block, type: 'paragraph' } : block,
    );
    this.blocks = blocks;
    this.recaser = new Recaser(blocks);
    this.language = asked ?? language ?? languageOf(source);
    const announced = announcedIn(blocks);
    const headings = readHeadings(blocks, announced);
    // Where two lists share a place, the first of them says what stands there.
    const listed = [...announced, ...listedWithin(headings, blocks)].reverse();
    this.announced = new Map(listed.map((one) => [one.at, one]));
    this.headings = new Map(headings.map((heading) => [heading.at, heading]));
    this.draft = { plan: newItem('plan', '', { line: 1 }, 1), labels: new Map(), links: [] };
    this.frames = [{ item: this.draft.plan, level: 0, isMarked: true, role: undefined }];
  }

  /** The container that is open innermost. */
  get frame(): Frame {
    return this.frames.at(-1) as Frame;
  }

  fate(at: number, what: Fate['what'], item?: DraftItem): void {
    this.fates.push({ at, what, item });
  }

  /** The title of an item in the other language of the document. */
  putOther(item: DraftItem, at: number): void {
    const { other } = this.blocks[at] ?? {};
    if (!other) return;
    const words = plainWords(other.text);
    const title = (divisionOf(words)?.title || numberOf(words)?.title) ?? words;
    item.parts.push(newField('title', this.recaser.recase(title), other.language));
    if (title !== words) this.told.push({ words: words.slice(0, words.length - title.length), spot: item.spot });
  }

  priorities(): DraftItem[] {
    return [...itemsOf(this.draft.plan)].filter(({ kind }) => kind === 'priority');
  }

  /** Closes what is open inside a container. */
  unwindTo(container: DraftItem): void {
    while (this.frames.length > 1 && this.frame.item !== container) this.frames.pop();
    this.frame.role = undefined;
  }

  /** What holds the block that is open: a priority, a section, the plan. */
  holder(): DraftItem {
    const frame = this.frames.findLast(({ item }) => item.kind !== 'group');
    return frame?.item ?? this.draft.plan;
  }

  isInPriority(): boolean {
    return this.frames.some(({ item }) => item.kind === 'priority');
  }

  ownerPriority(): DraftItem | undefined {
    return this.frames.findLast(({ item }) => item.kind === 'priority')?.item;
  }

  /** An office whose holder signs: a role of the plan. */
  roleOfOffice({ name, office }: OfficeHolder, spot: Spot): void {
    if (this.offices.some((role) => likeness(role.title, office) > 0.9)) return;
    const role = newItem('role', office, spot, 0.85);
    role.parts.push(newField('holder', name));
    this.offices.push(role);
  }

  prose(at: number, markdown: string): void {
    const { item, role } = this.frame;
    const { spot } = this.blocks[at] as Block;
    const key = role === 'why' && fieldOn(item.kind, 'why') ? 'why' : 'text';
    const container = item.kind === 'group' && item.parts.length > 0 ? this.holder() : item;
    const put = putProse(container, markdown, spot, key);
    this.fate(at, 'prose', put);
    const { other } = this.blocks[at] ?? {};
    if (other) putProse(put, paragraphProse(other.text), spot, put === container ? key : 'text', other.language);
  }

  put(at: number, item: DraftItem, markdown: string): void {
    if (putItem(this.frame.item, item)) this.fate(at, 'item', item);
    else this.prose(at, paragraphProse(markdown));
  }
}
