import { fieldOn, kindOf } from '@goldthread/grammar';
import type { Draft, DraftItem } from '../../draft/draft.ts';
import type { Doubt, Removal } from '../../source.ts';
import { elementsOf } from '../../xml/elements.ts';
import type { XmlElement, XmlNode } from '../../xml/xml.ts';
import type { ReadPlan } from '../reader.ts';
import { readDays, sourceOf, submitterOf } from './front.ts';
import { identifiersIn, OwnIdentifiers } from './identifiers.ts';
import { placeIndicators } from './indicator-places.ts';
import { indicatorOf, partsOfIndicator } from './indicators.ts';
import { doubt, fieldOf, inWords, itemOf, put, say, titleFromText } from './made.ts';
import { putTogether } from './own.ts';
import { acronymOf, Parties } from './parties.ts';
import { type Relation, relate } from './relations.ts';
import { lineOf, proseFrom, proseOf } from './words.ts';

/** Elements that hold others and say nothing themselves. */
const wrappers: ReadonlySet<string> = new Set(['StrategicPlanCore', 'AdministrativeInformation']);

/** A goal or an objective as it is read. */
interface Holder {
  readonly item: DraftItem;
  /** Where it stands among those of the same name in what both stand in, from 1; with those above it before it. */
  readonly places: readonly number[];
}

/**
 * Reads a plan or report of StratML. `name` is what it is called where it has no name.
 *
 * Goals are priorities and objectives are priorities in them: both say what is worked on, and hold words, people and measures alike. In a
 * document that Goldthread wrote they are what they were as far as it says so: an outcome, a priority, an action.
 */
export function planFrom(element: XmlElement, name: string): ReadPlan {
  return new PlanReader(element, name).read();
}

class PlanReader {
  private readonly root: XmlElement;
  private readonly name: string;
  private readonly plan: DraftItem;
  private readonly links: Draft['links'] = [];
  private readonly removed: Removal[] = [];
  private readonly doubts: Doubt[] = [];
  private readonly own: OwnIdentifiers | undefined;
  private readonly parties: Parties;
  private readonly byIdentifier = new Map<string, DraftItem>();
  private readonly relations: Relation[] = [];
  private readonly terms: DraftItem[] = [];
  private readonly behind: DraftItem[] = [];
  private readonly days = new Map<string, XmlElement>();
  /** Goals and objectives with the numbers printed with them. */
  private readonly numbered: { readonly holder: Holder; readonly number: string }[] = [];
  private other: DraftItem | undefined;

  /** What reads each element that the standard has, wherever it stands. */
  private readonly readers: Readonly<Record<string, (element: XmlElement, item: DraftItem) => void>> = {
    Name: (element, item) => this.nameOf(item, lineOf(element)),
    Description: (element, item) => this.describe(item, this.prose(element)),
    OtherInformation: (element, item) => this.loose(item, this.prose(element)),
    Identifier: (element, item) => this.identify(item, element),
    Stakeholder: (element, item) => this.party(item, element),
    Organization: (element) => this.organisation(element),
    Vision: (element) => this.statement(element),
    Mission: (element) => this.statement(element),
    Value: (element) => this.value(element),
    PerformanceIndicator: (element, item) => this.indicator(item, element),
    Submitter: (element) => this.behind.push(...submitterOf(element, this.own !== undefined)),
    Source: (element) => this.behind.push(...sourceOf(element)),
    SubmittedSource: (element) => this.behind.push(...sourceOf(element)),
    StartDate: (element, item) => this.day(item, element),
    EndDate: (element, item) => this.day(item, element),
    PublicationDate: (element, item) => this.day(item, element),
  };

  constructor(root: XmlElement, name: string) {
    this.root = root;
    this.name = name;
    this.plan = itemOf('plan', '', root.line);
    this.own = OwnIdentifiers.in(identifiersIn(root));
    this.parties = new Parties(this.links, this.own !== undefined);
  }

  read(): ReadPlan {
    const { plan } = this;
    if (this.own) plan.id = this.own.plan;
    if (this.root.attributes['Type'] === 'Performance_Report') put(plan, 'kind', 'report');
    this.readInto(plan, this.root.children, [], 'Plan');
    plan.title = plan.title || fieldOf(plan, 'organisation')?.value || this.name;
    readDays(this.plan, this.days, (element) => this.told(this.plan, element));
    this.readNumbers();
    for (const relation of this.relations) relate(relation, this.byIdentifier, this.own ? this.links : undefined);
    plan.parts.push(...this.behind, ...this.parties.items, ...this.terms);
    const draft: Draft = { plan, labels: new Map(), links: this.links };
    if (this.own) putTogether(draft, this.other);
    placeIndicators(draft);
    if (this.other && this.other.parts.length > 0) plan.parts.push(this.other);
    this.notice();
    const links = this.links.filter(({ from, relation }) => fieldOn(from.kind, relation) !== undefined);
    return { draft: { ...draft, links }, removed: this.removed, doubts: this.doubts };
  }

  /** Reads what stands in something: each element has its place, and what has none is words of what it stands in. */
  private readInto(item: DraftItem, nodes: readonly XmlNode[], places: readonly number[], name: string): void {
    let count = 0;
    for (const node of nodes) {
      if (typeof node === 'string') this.loose(item, proseFrom(node, this.own !== undefined));
      else if (node.name === 'Goal' || node.name === 'Objective') {
        count += this.isMade(node) ? 0 : 1;
        this.holder(item, node, [...places, count], name);
      } else this.readPart(item, node, places, name);
    }
  }

  private readPart(item: DraftItem, element: XmlElement, places: readonly number[], name: string): void {
    const reader = Object.hasOwn(this.readers, element.name) ? this.readers[element.name] : undefined;
    if (reader) reader(element, item);
    else if (wrappers.has(element.name) || holdsKnown(element)) this.readInto(item, element.children, places, name);
    else this.told(item, element);
  }

  /** A goal or an objective. What is only there to hold others is left out. */
  private holder(above: DraftItem, element: XmlElement, places: readonly number[], name: string): void {
    if (this.isMade(element)) {
      this.readInto(above, element.children.filter(isInside), places, name);
      return;
    }
    const kind = this.kindOf(element, above);
    const item = itemOf(kind, '', element.line);
    above.parts.push(item);
    const holder = { item, places };
    const rest = element.children.filter((node) => {
      if (typeof node === 'string' || node.name !== 'SequenceIndicator') return true;
      const number = lineOf(node);
      if (number) this.numbered.push({ holder, number });
      return false;
    });
    this.readInto(item, rest, places, element.name);
    this.titled(item, element);
  }

  private isMade(element: XmlElement): boolean {
    return this.ownOf(element)?.isMade === true;
  }

  private ownOf(element: XmlElement): ReturnType<OwnIdentifiers['read']> {
    return this.own?.read(lineOf(elementsOf(element, 'Identifier')[0]));
  }

  /** What a goal or an objective is: for one that Goldthread wrote as its identifier says, or where it stands. */
  private kindOf(element: XmlElement, above: DraftItem): string {
    const named = this.own && this.ownOf(element);
    if (!this.own) return 'priority';
    if (named?.kind !== undefined) return named.kind;
    if (element.name === 'Goal') return above === this.plan && !isNumbered(element) ? 'outcome' : 'priority';
    const words = lineOf(elementsOf(element, 'OtherInformation')[0]);
    return /^(?:Part of|Rhan o):/.test(words) ? 'action' : 'priority';
  }

  private party(item: DraftItem, element: XmlElement): void {
    this.loose(item, this.parties.read(element, item === this.plan ? undefined : item));
  }

  private nameOf(item: DraftItem, words: string): void {
    if (!words) return;
    if (item.title) say(item, proseFrom(words));
    else item.title = words;
  }

  /** Gives an item the title that it must have: the beginning of its words. */
  private titled(item: DraftItem, element: XmlElement): void {
    if (item.title) return;
    titleFromText(item);
    item.title ||= inWords(element.name);
    doubt(item, 'structure', `This ${element.name} has no name in the document. Give it a title.`);
  }

  private identify(item: DraftItem, element: XmlElement): void {
    const identifier = lineOf(element);
    if (!identifier) return;
    const named = this.own?.read(identifier);
    if (named?.id !== undefined && item !== this.plan) item.id = named.id;
    if (!this.byIdentifier.has(identifier)) this.byIdentifier.set(identifier, item);
    if (named || (item === this.plan && this.own)) return;
    this.removed.push({ why: 'furniture', words: identifier, spot: { line: element.line }, times: 1 });
  }

  private indicator(above: DraftItem, element: XmlElement): void {
    const item = indicatorOf(element, this.own !== undefined);
    const question = item.kind === 'measure' ? this.questionOf(element) : undefined;
    (question ?? above).parts.push(item);
    const rest = element.children.filter((node) => {
      if (typeof node === 'string') return true;
      if (node.name === 'Relationship') this.relations.push({ from: item, element: node });
      if (node.name === 'SequenceIndicator' && lineOf(node))
        this.numbered.push({ holder: { item, places: [] }, number: lineOf(node) });
      return node.name !== 'Relationship' && node.name !== 'SequenceIndicator' && !partsOfIndicator.has(node.name);
    });
    this.readInto(item, rest, [], element.name);
    const stage = element.attributes['ValueChainStage'];
    if (stage && !this.own) say(item, proseFrom(`Value chain stage: ${inWords(stage)}`));
    this.titled(item, element);
  }

  /** The question that a measure of ours answers, where it stands right before it. */
  private questionOf(element: XmlElement): DraftItem | undefined {
    if (!this.own) return undefined;
    const narrower = elementsOf(element, 'Relationship').filter(
      ({ attributes }) => attributes['RelationshipType'] === 'Narrower_Than',
    );
    const items = narrower.map((one) => this.byIdentifier.get(lineOf(elementsOf(one, 'ReferentIdentifier')[0])));
    return items.find((item) => item?.kind === 'kpq');
  }

  private organisation(element: XmlElement): void {
    const name = lineOf(elementsOf(element, 'Name')[0]);
    const isFirst = fieldOf(this.plan, 'organisation') === undefined;
    if (isFirst) put(this.plan, 'organisation', name);
    const item = isFirst ? itemOf('section', name, element.line) : itemOf('partner', name, element.line);
    for (const node of element.children) {
      if (typeof node === 'string') say(item, proseFrom(node));
      else if (node.name === 'Acronym') {
        const term = acronymOf(node, name);
        if (term) this.terms.push(term);
      } else if (node.name === 'Stakeholder') this.party(this.plan, node);
      else if (node.name === 'Identifier') this.identify(this.plan, node);
      else if (node.name !== 'Name' || node !== elementsOf(element, 'Name')[0])
        this.readPart(item, node, [], 'Organization');
    }
    if (isFirst ? item.parts.length > 0 : item.title) this.plan.parts.push(item);
  }

  /** The vision or the mission: one paragraph is its title, more are its title and its text. */
  private statement(element: XmlElement): void {
    const item = itemOf(element.name.toLowerCase(), '', element.line);
    this.readInto(item, element.children, [], element.name);
    titleFromText(item);
    if (item.title || item.parts.length > 0) this.plan.parts.push(item);
  }

  private value(element: XmlElement): void {
    const item = itemOf('value', '', element.line);
    this.readInto(item, element.children, [], 'Value');
    if (!item.title && item.parts.length === 0) return;
    if (!item.title) this.titled(item, element);
    this.plan.parts.push(item);
  }

  /** The description of something; that of the plan is its synopsis. */
  private describe(item: DraftItem, prose: string): void {
    const known = fieldOf(this.plan, 'synopsis');
    if (item !== this.plan) say(item, prose);
    else if (known && prose) known.value += `\n\n${prose}`;
    else put(this.plan, 'synopsis', prose);
  }

  private day(item: DraftItem, element: XmlElement): void {
    if (item === this.plan && !this.days.has(element.name)) this.days.set(element.name, element);
    else this.told(item, element);
  }

  /** Words that have no place of their own. */
  private loose(item: DraftItem, prose: string): void {
    if (!prose) return;
    if (item === this.plan) this.other ??= itemOf('section', 'Other information', this.root.line);
    say(item === this.plan && this.other ? this.other : item, prose);
  }

  /** An element that nobody knows, or that stands where it has no meaning: its name and its words. */
  private told(item: DraftItem, element: XmlElement): void {
    const words = this.prose(element);
    if (!words) return;
    const isLine = !words.includes('\n');
    this.loose(item, isLine ? `${inWords(element.name)}: ${words}` : `${inWords(element.name)}:\n\n${words}`);
  }

  private prose(element: XmlElement): string {
    return proseOf(element, this.own !== undefined);
  }

  /** Numbers that are those of the order are printed of themselves; others are told. */
  private readNumbers(): void {
    const plain = (number: string): string => number.replace(/\.$/, '').replace(/^(?:goal|objective)\s+/i, '');
    const areInOrder =
      this.own !== undefined ||
      this.numbered.every(({ holder: { places }, number }) =>
        [String(places.at(-1)), places.join('.')].includes(plain(number)),
      );
    const kinds = new Set(this.numbered.map(({ holder }) => kindOf(holder.item.kind)?.plural ?? ''));
    if (areInOrder) put(this.plan, 'numbering', [...kinds].join(', '));
    else for (const { holder, number } of this.numbered) say(holder.item, proseFrom(`Number: ${number}`));
  }

  /** What somebody should know who goes on with the plan. */
  private notice(): void {
    const spot = { line: this.root.line };
    const message = this.own
      ? 'Goldthread wrote this document, but without the plan in it. What StratML has no place for is in the text of items: links, dates and statuses among it.'
      : 'StratML has goals and objectives. The goals are priorities here, and the objectives priorities in them. Where a goal says what people should see, make it an outcome, and let priorities name it.';
    this.doubts.push({ kind: 'structure', message, spot });
  }
}

/** True for a goal with a number that its objectives have before their own, or with none: it is a priority that works towards no outcome. */
function isNumbered(goal: XmlElement): boolean {
  const number = lineOf(elementsOf(goal, 'SequenceIndicator')[0]);
  const numbers = elementsOf(goal, 'Objective').map((one) => lineOf(elementsOf(one, 'SequenceIndicator')[0]));
  return number !== '' && numbers.every((one) => one === '' || one.startsWith(`${number}.`));
}

/** What stands in a goal or objective that is only there to hold it. */
const isInside = (node: XmlNode): boolean =>
  typeof node === 'string' || !['Name', 'Description', 'Identifier', 'SequenceIndicator'].includes(node.name);

/** Elements that hold goals, objectives or indicators wherever they stand. */
const holders: ReadonlySet<string> = new Set(['Goal', 'Objective', 'PerformanceIndicator', 'StrategicPlanCore']);

/** True for an element that is none of the standard and holds some that are. */
function holdsKnown(element: XmlElement): boolean {
  const waiting: XmlElement[] = [element];
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const inside of elementsOf(next)) {
      if (holders.has(inside.name)) return true;
      waiting.push(inside);
    }
  return false;
}
