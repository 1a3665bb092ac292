import type { DraftItem } from '../draft/draft.ts';
import type { Spot, Table } from '../source.ts';
import { escaped, likeness, plainWords } from '../words.ts';
import { controlSheetOf, fillControlSheet } from './control-sheet.ts';
import { divisionOf, numberOf } from './divisions.ts';
import { factsInTable, putFacts } from './facts.ts';
import { alike } from './heading.ts';
import { newField, newItem } from './items.ts';
import type { Lists } from './lists.ts';
import { mayStandIn, putItem } from './places.ts';
import { paragraphProse, tableProse } from './prose.ts';
import { atMargin } from './roles.ts';
import type { ReadingState } from './state.ts';
import { figuresOf, readTable, tableItems } from './tables.ts';

/** Reads tables where they stand: control sheets, facts, figures, tables whose rows are items, and any others as they are. */
export class TableContents {
  private readonly state: ReadingState;
  private readonly lists: Lists;

  constructor(state: ReadingState, lists: Lists) {
    this.state = state;
    this.lists = lists;
  }

  /** Reads the table at a place among the blocks. */
  read(at: number, table: Table): void {
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

  /** The priority that a row of a table names: one that is there, or for what will be done a new one. Undefined within a priority. */
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
}
