import { type Entry, hasValue, readDate, readPeriod } from '@goldthread/grammar';
import { oneOf } from '../../features/kind-words.ts';
import { numberOf } from '../../features/shown.ts';
import type { Item } from '../../model/item.ts';
import { linked } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';
import { isTold, untold } from '../document/fields.ts';
import { type Node, nodesIn } from '../document/nodes.ts';
import { Outside } from '../document/outside.ts';
import { untoldFlow } from '../document/untold.ts';
import { factsOf, type Written } from '../document/values.ts';
import { Writer } from '../document/writer.ts';
import type { Edition } from '../edition/edition.ts';
import { ItemNames } from '../item-names.ts';
import { capitalised, Labels } from '../labels.ts';
import { dateOf } from './dates.ts';
import { Identifiers } from './identifiers.ts';
import { type Holder, type Outline, outlineOf } from './outline.ts';
import { apart, factText, lineText, plainText } from './plain-text.ts';
import { type StratmlWords, stratmlWords } from './words.ts';

/** Days of a document, as `xs:date`. */
interface Days {
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** That on which this version was made, where the plan says the very day. */
  readonly published: string | undefined;
}

/** What all StratML documents of an edition are written with: what items are called, their fields as plain words, their identifiers. */
export class Scribe {
  readonly edition: Edition;
  readonly model: Model;
  readonly outline: Outline;
  readonly phrases: StratmlWords;
  readonly labels: Labels;
  readonly days: Days;
  /** The vision and the mission of the whole plan; what stands in a priority or a theme is of that. */
  readonly vision: Item | undefined;
  readonly mission: Item | undefined;
  /** Values and principles of the whole plan. */
  readonly values: readonly Item[];
  private readonly outside: Outside;
  private readonly writer: Writer;
  private readonly names: ItemNames;
  private readonly identifiers = new Identifiers();
  private readonly fields = new Map<Item, readonly Written[]>();
  /** The items of the plan with their places in its order. */
  private readonly places: ReadonlyMap<Item, number>;
  /** The priorities that work towards each outcome, in the order in which they stand. */
  private workers: ReadonlyMap<Item, readonly Item[]> | undefined;

  constructor(edition: Edition) {
    const { language, contents, root, source } = edition;
    const { model } = source.snapshot;
    this.edition = edition;
    this.model = model;
    this.outline = outlineOf(model, source.plan);
    this.phrases = stratmlWords(language);
    this.labels = new Labels([], language, true);
    this.days = daysOf(root);
    const items = [...model.items(source.plan)];
    this.places = new Map(items.map((item, place) => [item, place]));
    const whole = items.filter(isOfWhole);
    this.vision = whole.find(({ key }) => key === 'vision');
    this.mission = whole.find(({ key }) => key === 'mission');
    this.values = whole.filter(({ key }) => key === 'value' || key === 'principle');
    this.outside = new Outside(language);
    this.outside.update({ model, plan: source.plan, contents, root });
    this.names = new ItemNames(model, language, Number.POSITIVE_INFINITY);
    this.writer = new Writer(this.outside, this.labels, {
      key: '',
      role: 'plan',
      depth: 0,
      item: root,
      from: undefined,
      to: undefined,
      spans: [],
      shape: '',
      write: () => [],
    });
  }

  /** The title of an item as it is printed; its id or its kind where it has none. */
  title(item: Item): string {
    return this.ownTitle(item) || this.names.title(item);
  }

  /** The same; empty where it has none. That of an item of another plan is read as it is meant there. */
  ownTitle(item: Item): string {
    if (item.plan === this.edition.source.plan) return lineText(this.writer.title(item));
    return item.title === '' ? '' : this.names.title(item);
  }

  /** Those of some items that the plan has, in its order, each once. */
  inOrder(items: readonly Item[]): Item[] {
    const placed = [...new Set(items)].flatMap((item) => {
      const place = this.places.get(item);
      return place === undefined ? [] : [{ item, place }];
    });
    return placed.sort((one, other) => one.place - other.place).map(({ item }) => item);
  }

  /** The priorities that work towards an outcome, in the order in which the document has them. */
  workingTowards(outcome: Item): readonly Item[] {
    this.workers ??= this.readWorkers();
    return this.workers.get(outcome) ?? [];
  }

  private readWorkers(): ReadonlyMap<Item, readonly Item[]> {
    const found = new Map<Item, Item[]>();
    for (const priority of this.outline.holders.keys()) {
      if (priority.key !== 'priority') continue;
      for (const { item: outcome } of linked(this.model, priority, 'outcomes')) {
        const workers = found.get(outcome);
        if (workers) workers.push(priority);
        else found.set(outcome, [priority]);
      }
    }
    return found;
  }

  /** The number that is printed with an item. */
  number(item: Item): string | undefined {
    return numberOf(this.model, item);
  }

  /** The number and the title of an item. */
  call(item: Item): string {
    return [this.number(item), this.title(item)].filter(Boolean).join(' ');
  }

  /** What an item is: “Priority”, “Question”. */
  kind(item: Item): string {
    return this.writer.words.nouns[item.key] ?? capitalised(oneOf(item.kind, this.edition.language));
  }

  /** The identifier of an item; with a word, of something that belongs to it. */
  identifier(item: Item | undefined, part = ''): string {
    const ref = item ? this.edition.ref(item) : '';
    const above = ref || (this.edition.root ? this.edition.ref(this.edition.root) : '') || this.edition.source.name;
    return this.identifiers.of(ref && !part ? ref : `${above}/${part || 'plan'}`);
  }

  /** The identifier of a goal or objective. */
  identifierOf(holder: Holder): string {
    if (holder.item) return this.identifier(holder.item);
    return holder.type === 'goal'
      ? this.identifier(undefined, 'others')
      : this.identifier(holder.goal.item, holder.goal.item ? 'indicators' : 'other-indicators');
  }

  /** What items and their goals are called: made ones by what they are for. */
  nameOf(holder: Holder): string {
    if (holder.item) return this.title(holder.item);
    return holder.type === 'goal' ? this.phrases.others : this.phrases.indicators;
  }

  /** The fields of an item that are told, with words in them: of several languages that of the document, else its own. */
  told(item: Item): readonly Written[] {
    let told = this.fields.get(item);
    if (!told) {
      const nodes = nodesIn(item, item.entry.end);
      const left = untold(item, nodes, this.edition.language, this.outside.languageOf(item));
      told = nodes.flatMap((node) => {
        if (node.type !== 'field' || !hasValue(node.entry) || !isTold(node.entry, node.field)) return [];
        return left?.has(node.entry) ? [] : [{ entry: node.entry, field: node.field }];
      });
      this.fields.set(item, told);
    }
    return told;
  }

  /** True for a field that is told. */
  tells(item: Item, entry: Entry): boolean {
    return this.told(item).some((one) => one.entry === entry);
  }

  /** The words of a field of an item; empty where it has none. */
  value(item: Item, key: string): string {
    return apart(this.told(item).map((one) => (one.field.key === key ? this.words(item, one) : '')));
  }

  /** True for an item with an element of its own that has no OtherInformation: all that it says is in its description. */
  hasElement(item: Item): boolean {
    return (
      item === this.vision ||
      item === this.mission ||
      item.key === 'role' ||
      item.key === 'partner' ||
      this.values.includes(item)
    );
  }

  /** The words of a field. */
  words(item: Item, written: Written): string {
    return plainText(factsOf(this.writer, item, [written], 1)[0]?.flow ?? []);
  }

  /** A field by its name and its words; prose that needs no heading by its words. */
  field(item: Item, written: Written): string {
    const [fact] = factsOf(this.writer, item, [written], 1);
    const text = plainText(fact?.flow ?? []);
    const { key, type } = written.field;
    if (type !== 'prose') return factText(lineText(fact?.name ?? []), text);
    const heading = item.kind.root ? this.labels.name(written.field, item.key) : this.labels.heading(key);
    return heading === undefined ? text : factText(heading, text);
  }

  /** A line that nobody understands, as it is written. */
  lost = (node: Node): string => plainText([untoldFlow(this.writer, node)]);

  /** All that some fields of an item say, a line each; prose apart. */
  facts(item: Item, without: readonly string[] = []): string {
    const told = this.told(item).filter(({ field }) => !without.includes(field.key));
    const prose = told.filter(({ field }) => field.type === 'prose');
    const short = told.filter(({ field }) => field.type !== 'prose');
    return apart([...prose.map((one) => this.field(item, one)), short.map((one) => this.field(item, one)).join('\n')]);
  }
}

/** True for what stands in the plan itself, or in its sections. */
function isOfWhole(item: Item): boolean {
  for (let above = item.parent; above; above = above.parent)
    if (above.key !== 'section' && !above.kind.root) return false;
  return true;
}

function daysOf(root: Item | undefined): Days {
  const language = root?.placed.file.tree.language ?? 'en';
  const period = readPeriod(root?.value('period') ?? '', language).value;
  const date = readDate(root?.value('date') ?? '', language).value;
  return {
    start: dateOf(period?.first),
    end: dateOf(period?.last),
    published: date?.precision === 'day' ? dateOf(date.first) : undefined,
  };
}
