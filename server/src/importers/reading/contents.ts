import type { DraftItem } from '../draft/draft.ts';
import type { Block, Picture, Quotation, Spot, Table } from '../source.ts';
import { escaped, likeness, plainWords, wordsOfBlock } from '../words.ts';
import { controlSheetOf, fillControlSheet } from './control-sheet.ts';
import { divisionOf, numberOf } from './divisions.ts';
import { factsInLines, factsInTable, putFacts } from './facts.ts';
import { alike } from './heading.ts';
import { doubt, newField, newItem, titled } from './items.ts';
import type { Lists } from './lists.ts';
import { officeHoldersOf } from './offices.ts';
import { mayStandIn, putItem } from './places.ts';
import { paragraphProse, tableProse } from './prose.ts';
import { isInCapitals } from './recase.ts';
import { atMargin, itemsOfRole } from './roles.ts';
import type { ReadingState } from './state.ts';
import { figuresInLines, statisticOf } from './statistics.ts';
import { lastSentence, stemOf } from './stem-of.ts';
import { figuresOf, readTable, tableItems } from './tables.ts';

/** True for words about a figure, more than the figure: years say when, and count nothing. */
const hasFigure = (words: string): boolean =>
  words.split(' ').length >= fewestWords && /\d/.test(words.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ''));

/** Reads what stands below headings: paragraphs, tables, pictures, quotations, and lists by `Lists`. */
export class Contents {
  private readonly state: ReadingState;
  private readonly lists: Lists;

  constructor(state: ReadingState, lists: Lists) {
    this.state = state;
    this.lists = lists;
  }

  content(at: number): number {
    const block = this.state.blocks[at] as Block;
    switch (block.type) {
      case 'point':
        return this.lists.list(at);
      case 'paragraph':
        return this.paragraph(at, block.text);
      case 'table':
        this.table(at, block);
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

  private table(at: number, table: Table): void {
    const sheet =
      this.state.frame.item === this.state.draft.plan || this.state.frame.role === 'control-sheet'
        ? controlSheetOf(table)
        : undefined;
    if (sheet) {
      const { left, told } = fillControlSheet(this.state.draft, sheet, this.state.language);
      this.state.told.push(...told.map((words) => ({ words, spot: table.spot })));
      this.state.fate(at, 'value', this.state.draft.plan);
      if (left.length > 0) this.putTable(at, { ...table, head: [], rows: left });
      return;
    }
    const { item: holder } = this.state.frame;
    const facts = holder.kind === 'plan' ? undefined : factsInTable(table, holder);
    if (facts) {
      putFacts(holder, facts, this.state.language);
      this.state.told.push(
        ...facts.map(({ name, value }) => ({ words: `${name} ${plainWords(value)}`, spot: table.spot })),
      );
      this.state.fate(at, 'value', holder);
      return;
    }
    const figures = this.state.frame.item.kind === 'plan' ? undefined : figuresOf(table);
    if (figures && mayStandIn('statistic', this.state.frame.item)) {
      this.state.fate(at, 'item', figures[0]);
      this.state.frame.item.parts.push(...figures);
      return;
    }
    const reading = readTable(table, this.state.language);
    const namesPriorities = reading?.kind === 'action' && reading.fields.includes('priority');
    if (!reading || (!namesPriorities && !this.lists.canHold(reading.kind))) {
      this.putTable(at, table);
      return;
    }
    const items = tableItems(reading, table, this.state.language);
    if (table.caption !== undefined) this.state.prose(at, paragraphProse(table.caption));
    this.state.told.push({ words: reading.headings.join(' '), spot: table.spot });
    this.state.fate(at, 'item', items[0]?.item);
    const groups = new Map<string, DraftItem>();
    for (const { item, priority, number, heading } of items) {
      if (number !== '') this.state.told.push({ words: number, spot: table.spot });
      const holder = this.priorityNamed(priority, item, table.spot) ?? this.state.frame.item;
      const container = heading === '' ? holder : this.groupIn(holder, heading, item, groups, at);
      if (atMargin.has(item.kind) || !putItem(container, item)) this.state.draft.plan.parts.push(item);
    }
  }

  /** The priority that a row of a table names: one that is there, or for what will be done a new one. Undefined within a priority. */
  /** The group of the rows under a heading in a table; what may stand in no group stays where it is, and the heading in words before it. */
  private groupIn(
    holder: DraftItem,
    heading: string,
    item: DraftItem,
    groups: Map<string, DraftItem>,
    at: number,
  ): DraftItem {
    const known = groups.get(heading);
    if (known) return known;
    const isGroup = item.kind === 'action' && mayStandIn('group', holder);
    if (!isGroup) this.state.prose(at, paragraphProse(`**${escaped(heading)}**`));
    const group = isGroup ? newItem('group', heading, item.spot, 0.8) : holder;
    if (isGroup) holder.parts.push(group);
    groups.set(heading, group);
    return group;
  }

  private priorityNamed(name: string, { kind }: DraftItem, spot: Spot): DraftItem | undefined {
    const { state } = this;
    if (name === '' || state.isInPriority()) return undefined;
    const title = divisionOf(name)?.title || numberOf(name)?.title || name;
    const known =
      state.numbered.get(name.replace(/\.$/, '')) ??
      state.priorities().find((one) => likeness(one.title, title) >= alike);
    if (known || kind !== 'action' || !/\p{L}/u.test(title)) {
      state.told.push({ words: name, spot });
      return kind === 'action' || /\p{L}/u.test(title) ? known : undefined;
    }
    const made = newItem('priority', state.recaser.recase(title), spot, 0.75);
    state.draft.plan.parts.push(made);
    // Below the heading of an outcome, that is what it is for.
    const outcome = state.frames.findLast(({ item }) => item.kind === 'outcome')?.item;
    if (outcome)
      state.draft.links.push({ from: made, relation: 'outcomes', to: outcome, confidence: 0.8, words: name, spot });
    return made;
  }

  private putTable(at: number, table: Table): void {
    const item = newItem('table', plainWords(table.caption ?? ''), table.spot, 1);
    item.parts.push(newField('text', tableProse(table)));
    if (putItem(this.state.frame.item, item)) this.state.fate(at, 'item', item);
    else this.state.prose(at, tableProse(table));
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
