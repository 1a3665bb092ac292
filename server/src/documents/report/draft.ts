import { fieldOn } from '@goldthread/grammar';
import { wordsFor } from '../../features/words.ts';
import type { Item } from '../../model/item.ts';
import { holderOf } from '../../model/links.ts';
import { valueIn } from '../data/values.ts';
import type { Edition } from '../edition/edition.ts';
import { ItemNames } from '../item-names.ts';
import { languagesOf } from '../languages.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline, Point } from '../tree.ts';
import type { Block } from '../view.ts';
import { inLine, paragraph } from './pieces.ts';
import { type Subject, subjectOf } from './subject.ts';
import { type ReportWords, reportWords } from './words.ts';

/** A heading for the list of contents. */
interface Chapter {
  readonly level: number;
  readonly anchor: string;
  readonly words: readonly Inline[];
}

/** Headings below this level are not in the contents. */
const DEEPEST_IN_CONTENTS = 3;

/** A report while it is written: what it is about, and what already stands in it. */
export class Draft {
  readonly edition: Edition;
  readonly names: ItemNames;
  readonly words: ReportWords;
  readonly subject: Subject;
  readonly blocks: Block[] = [];
  private readonly anchors = new Map<string, string>();
  private readonly chapters: Chapter[] = [];

  constructor(edition: Edition) {
    const { snapshot, plan } = edition.source;
    this.edition = edition;
    this.names = new ItemNames(snapshot.model, edition.language, Number.POSITIVE_INFINITY);
    this.words = wordsFor(reportWords, edition.language);
    this.subject = subjectOf(plan, this.names);
  }

  get model(): ItemNames['model'] {
    return this.names.model;
  }

  /** Where an item stands in the report, from the name by which other programs know it. */
  anchorOf(ref: string): string | undefined {
    return this.anchors.get(ref);
  }

  /** An item stands here: gives the name of the place. An item of another plan has one that no item of this one can have. */
  anchor(item: Item): string {
    const ref = this.names.ref(item);
    const known = this.anchors.get(ref);
    if (known !== undefined) return known;
    const anchor = this.edition.anchor(item) ?? `_from-${ref}`;
    this.anchors.set(ref, anchor);
    return anchor;
  }

  /** Adds a part that begins with a heading of its own, right below the title. */
  part(key: string, heading: string, flow: readonly Flow[]): void {
    this.chapter(key, heading, 2, flow);
  }

  /** Adds a heading that is no item, and what stands below it. */
  chapter(key: string, heading: string, level: 2 | 3, flow: readonly Flow[] = []): void {
    const anchor = `_report-${key}`;
    this.chapters.push({ level, anchor, words: [plain(heading)] });
    this.add(key, [{ type: 'heading', level, anchor, children: [plain(heading)] }, ...flow]);
  }

  /** Adds what has no heading of its own. */
  add(key: string, flow: readonly Flow[]): void {
    this.blocks.push({ key: `_report-${key}`, role: 'report', depth: 0, flow });
  }

  /** Adds a block about an item, which begins with its title. */
  about(item: Item, level: number, flow: readonly Flow[]): void {
    const anchor = this.anchor(item);
    const words = this.names.words(item);
    if (level <= DEEPEST_IN_CONTENTS) this.chapters.push({ level, anchor, words });
    const heading: Flow = { type: 'heading', level: Math.min(6, level), anchor, children: words };
    this.blocks.push({
      key: anchor,
      role: item.key,
      depth: level - 2,
      item: this.names.ref(item),
      flow: [heading, ...flow],
    });
  }

  /** The list of contents of all that was added. */
  contents(): Flow {
    const tops: { readonly way: Flow; readonly below: Point[] }[] = [];
    for (const { level, anchor, words } of this.chapters) {
      const way = paragraph([{ type: 'mention', anchor, children: words }]);
      const last = tops.at(-1);
      if (level > 2 && last) last.below.push({ flow: [way] });
      else tops.push({ way, below: [] });
    }
    const points = tops.map(({ way, below }): Point => {
      const inner: Flow[] = below.length > 0 ? [{ type: 'list', ordered: false, points: below }] : [];
      return { flow: [way, ...inner] };
    });
    return { type: 'list', ordered: false, points };
  }

  /** The words of a field, in the language that they are in. */
  worded(item: Item, key: string): Inline[] {
    const text = valueIn(item, key, this.names);
    if (!text) return [];
    const translated = item.field(key, this.names.language);
    const [own] = languagesOf(item.plan && this.model.root(item.plan));
    const isOwn = own === this.names.language || (translated !== undefined && item.valueOf(translated) !== '');
    return [isOwn ? plain(text) : { type: 'text', text, lang: own }];
  }

  /** Who does or owns something: those that a field names, or its words; what it doesn’t say itself it has from above. */
  parties(item: Item, key: string): Inline[] {
    const holder = fieldOn('group', key) ? holderOf(item, key) : item;
    if (!holder) return [];
    const links = holder.links.filter(({ relation }) => relation === key);
    if (links.length === 0) return this.worded(holder, key);
    return inLine(
      links.map((link) => {
        const target = this.model.target(link);
        return target ? this.names.words(target) : [plain(holder.placed.block.text.slice(link.start, link.end))];
      }),
    );
  }

  /** Items as ways to them. */
  ways(items: readonly Item[]): Inline[][] {
    return items.map((item) => [this.names.mention(item)]);
  }
}
