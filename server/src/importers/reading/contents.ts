import type { DraftItem } from '../draft/draft.ts';
import type { Block, Picture, Quotation, Spot } from '../source.ts';
import { plainWords, wordsOfBlock } from '../words.ts';
import { factsInLines, putFacts } from './facts.ts';
import { doubt, newField, newItem, titled } from './items.ts';
import type { Lists } from './lists.ts';
import { officeHoldersOf } from './offices.ts';
import { mayStandIn } from './places.ts';
import { paragraphProse } from './prose.ts';
import { isInCapitals } from './recase.ts';
import { itemsOfRole } from './roles.ts';
import type { ReadingState } from './state.ts';
import { figuresInLines, statisticOf } from './statistics.ts';
import { lastSentence, stemOf } from './stem-of.ts';
import { TableContents } from './table-contents.ts';

/** Reads what stands below headings: paragraphs, pictures, quotations; lists by `Lists`, tables by `TableContents`. */
export class Contents {
  private readonly state: ReadingState;
  private readonly lists: Lists;
  private readonly tables: TableContents;

  constructor(state: ReadingState, lists: Lists) {
    this.state = state;
    this.lists = lists;
    this.tables = new TableContents(state, lists);
  }

  content(at: number): number {
    const block = this.state.blocks[at] as Block;
    switch (block.type) {
      case 'point':
        return this.lists.list(at);
      case 'paragraph':
        return this.paragraph(at, block.text);
      case 'table':
        this.tables.read(at, block);
        return at + 1;
      case 'picture':
        this.picture(at, block);
        return at + 1;
      case 'quotation':
        this.quotation(at, block);
        return at + 1;
      case 'footnote':
        this.state.prose(at, `[^${block.label}]: ${block.text}`);
        return at + 1;
      default: {
        const target = this.itemBehind(block.type === 'remark' ? block.behind : undefined) ?? this.state.frame.item;
        doubt(
          target,
          'remark',
          `${block.type === 'remark' && block.by ? `${block.by} remarked` : 'A remark in the document'}: “${plainWords(block.type === 'heading' ? '' : block.text)}”`,
          block.spot,
        );
        this.state.told.push({ words: wordsOfBlock(block), spot: block.spot });
        this.state.fate(at, 'value', target);
        return at + 1;
      }
    }
  }

  /** What became of the block that stands somewhere. */
  private itemBehind(spot: Spot | undefined): DraftItem | undefined {
    if (spot === undefined) return undefined;
    return this.state.fates.findLast(({ at, item }) => item && this.state.blocks[at]?.spot === spot)?.item;
  }

  private quotation(at: number, { text, by, spot }: Quotation): void {
    const { title, rest } = titled(text);
    const { item, role } = this.state.frame;
    if (role === 'vision' && by === undefined && mayStandIn('vision', item)) {
      const vision = newItem('vision', title, spot, 0.9);
      if (rest !== '') vision.parts.push(newField('text', rest));
      this.state.put(at, vision, text);
      this.state.frame.role = undefined;
      return;
    }
    const quote = newItem('quote', title.replace(/^[“"]([^“”"]+)[”"]$/u, '$1'), spot, 0.9);
    if (rest !== '') quote.parts.push(newField('text', rest));
    if (by !== undefined) {
      quote.parts.push(newField('by', by));
      for (const holder of officeHoldersOf(by)) this.state.roleOfOffice(holder, spot);
    }
    this.state.put(at, quote, text);
  }

  paragraph(at: number, text: string): number {
    const { blocks } = this.state;
    const { item, role } = this.state.frame;
    const { spot } = blocks[at] as Block;
    const words = plainWords(text);
    const kind = role === undefined ? undefined : itemsOfRole[role];
    const several = mayStandIn('statistic', item) && item.kind !== 'action' ? figuresInLines(text, spot) : undefined;
    if (several) {
      this.state.fate(at, 'item', several[0]);
      item.parts.push(...several);
      return at + 1;
    }
    const figure = item.kind === 'action' ? undefined : statisticOf(text, spot);
    if (figure && mayStandIn('statistic', item)) {
      figure.title = this.state.recaser.recase(figure.title);
      this.state.put(at, figure, text);
      return at + 1;
    }
    const hasItems = item.parts.some((part) => part.type === 'item');
    const told = item.kind === 'plan' || (hasItems && this.isOfPoint(at)) ? undefined : factsInLines(text, item);
    if (told) {
      putFacts(item, told.facts, this.state.language);
      this.state.told.push(...told.facts.map(({ name, value }) => ({ words: `${name} ${plainWords(value)}`, spot })));
      if (told.rest !== '') this.state.prose(at, paragraphProse(told.rest));
      else this.state.fate(at, 'value', item);
      return at + 1;
    }
    for (const holder of officeHoldersOf(text)) this.state.roleOfOffice(holder, spot);
    if (item.kind === 'section' && item.parts.length === 0 && isInCapitals(words) && words.split(' ').length > 5) {
      item.parts.push(newField('summary', this.state.recaser.recase(words)));
      this.state.fate(at, 'value', item);
      return at + 1;
    }
    if ((role === 'vision' || role === 'mission') && kind !== undefined && mayStandIn(kind, item)) {
      const { title, rest } = titled(text);
      const vision = newItem(kind, title, (blocks[at] as Block).spot, 0.95);
      this.state.putOther(vision, at);
      if (rest !== '') vision.parts.push(newField('text', rest));
      item.parts.push(vision);
      this.state.fate(at, 'item', vision);
      this.state.frame.role = undefined;
      return at + 1;
    }
    if (
      (role === 'outcomes' || role === 'aims') &&
      this.state.isInPriority() &&
      words.split(' ').length >= fewestWords &&
      kind !== undefined &&
      isOneSentence(words) &&
      blocks[at + 1]?.type !== 'point'
    ) {
      this.lists.point({ point: { type: 'point', depth: 0, mark: '', text, spot }, at, children: [] }, kind, item);
      return at + 1;
    }
    const next = blocks[at + 1];
    const above = blocks[at - 1];
    const isLed =
      ((above?.type === 'heading' && !above.isMarked) || (hasFigure(words) && this.isMeasure(at - 1))) &&
      next?.type !== 'point';
    if (role === 'measures' && isLed && this.state.isInPriority() && isOneSentence(words) && words.length < 160) {
      this.lists.point({ point: { type: 'point', depth: 0, mark: '', text, spot }, at, children: [] }, 'measure', item);
      return at + 1;
    }
    if (isVision.test(words) && isOneSentence(words) && mayStandIn('vision', item)) {
      this.state.put(at, newItem('vision', words, spot, 0.8), text);
      return at + 1;
    }
    // Questions that stand as paragraphs.
    if (role === 'kpqs' && /\?\s*$/.test(words) && words.length < 300) {
      this.lists.point(
        { point: { type: 'point', depth: 0, mark: '', text, spot: (blocks[at] as Block).spot }, at, children: [] },
        'kpq',
        this.state.frame.item,
      );
      return at + 1;
    }
    if (this.state.announced.has(at + 1)) return this.leadToListed(at, text);
    if (next?.type === 'point') return this.lists.ledList(at, text);
    // “This will involve:”, and then priorities of their own.
    if (next?.type === 'heading' && /:\s*$/.test(words) && item.kind === 'priority' && stemOf(words) === 'actions') {
      this.lists.leadIn(at, text, 'actions');
      return at + 1;
    }
    this.state.prose(at, paragraphProse(text));
    return at + 1;
  }

  /** Whether a paragraph was taken for what is measured. */
  private isMeasure(at: number): boolean {
    const last = this.state.fates.at(-1);
    return this.state.blocks[at]?.type === 'paragraph' && last?.at === at && last.item?.kind === 'measure';
  }

  /** Whether a line stands among points, and so may say something of the one above it: as each point has one, or as more points follow. */
  private isOfPoint(at: number): boolean {
    const { blocks } = this.state;
    const [last, next] = [blocks[at - 2], blocks[at + 1]];
    return next?.type === 'point' || (last?.type === 'paragraph' && /^\P{L}*\p{Lu}[^:]{1,40}: \S/u.test(last.text));
  }

  /** Words before a list of what the priorities are called: the heading that the plan prints over them. */
  private leadToListed(at: number, text: string): number {
    const sentence = lastSentence(text);
    const before = text.slice(0, text.length - sentence.length).trim();
    if (before !== '') this.state.prose(at, paragraphProse(before));
    this.state.draft.labels.set('priorities', plainWords(sentence));
    this.state.fate(at, before === '' ? 'heading' : 'value');
    return at + 1;
  }

  private picture(at: number, { text, file, spot }: Picture): void {
    const item = newItem('figure', '', spot, 1);
    if (file !== undefined) item.parts.push(newField('image', file));
    const alt = plainWords(text);
    if (alt !== '') item.parts.push(newField('alt', alt));
    if (item.parts.length === 0) {
      this.state.fate(at, 'removed');
      return;
    }
    this.state.put(at, item, text);
  }
}

/** A sentence that says what the vision is. */
const isVision = /^(?:our|my|the) vision (?:is|for [\p{L} ]{2,40} is)\b|^(?:ein|fy) (?:n)?gweledigaeth yw\b/iu;

/** A sentence of fewer words says nothing that can be reached. */
const fewestWords = 4;

/** The longest sentence that is one thing, in UTF-16 units. */
const longestSentence = 260;

const isOneSentence = (words: string): boolean =>
  words.length <= longestSentence && !/[.!?]["”’']?\s+\p{Lu}/u.test(words) && !/:$/.test(words);

/** True for words about a figure, more than the figure: years say when, and count nothing. */
const hasFigure = (words: string): boolean =>
  words.split(' ').length >= fewestWords && /\d/.test(words.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ''));
