import type { Field } from '@goldthread/grammar';
import { Labels } from '../../documents/labels.ts';
import { plainWords } from '../words.ts';
import type { Place, PlacedPlan } from './places.ts';
import { keyOf, type Unit } from './units.ts';

/** What stands before the words of the plan in a line: a name in bold letters, a name with a colon, a number. */
const prefixes: readonly RegExp[] = [
  /^\*\*([^*]{1,60})\*\*:? /,
  /^[^:*]{1,60}: /,
  /^[^:.*]{0,40}?\d[\d.]{0,10}[:.)]? /,
];

/** Words that are nothing but the names of items, as ways to them: whoever edits them edits a link. */
export const isReference = ({ markdown }: Unit): boolean =>
  /^(?:\*\*[^*]{1,80}\*\*:? ?|[^[\]]{1,60}: )?(?:\[[^\]]{0,500}\]\(#[^()\s]{0,300}\)(?:, )?)+$/.test(
    markdown.slice(0, 2000),
  );

/** Where a line of a document stands in the plan. */
export interface Found {
  readonly place: Place;
  /** What stands before its words in the line, and behind them. */
  readonly before: string;
  readonly behind: string;
}

/** Between the figure of a statistic and what it is of. */
const DASH = ' – ';

/** Finds lines of a document in the plan that it was made of, one after the other. */
export class Finder {
  private readonly places: readonly Place[];
  private readonly labels: Labels;
  /** What documents call fields before their values. */
  private readonly names = new Set<string>();
  private readonly byKey = new Map<string, number[]>();
  private readonly order = new Map<Place, number>();
  private at = 0;

  constructor({ places }: PlacedPlan, language: 'en' | 'cy') {
    this.places = places;
    this.labels = new Labels([], language, true);
    for (const [index, place] of places.entries()) {
      const { key, field, item } = place;
      this.order.set(place, index);
      if (field) this.names.add(this.labels.name(field, item.kind));
      const known = this.byKey.get(key);
      if (known) known.push(index);
      else this.byKey.set(key, [index]);
    }
  }

  /** The place of the words of a line: the next one behind the last that was met, else one before it. */
  find(unit: Unit): Found | undefined {
    return this.all(unit).next().value ?? undefined;
  }

  /** All that a line may be: words of the plan, or words with something of the document before or behind them. */
  *all(unit: Unit): Generator<Found, undefined> {
    const whole = this.nearest(unit.key, () => true);
    if (whole) yield { place: whole, before: '', behind: '' };
    for (const prefix of prefixes) {
      const [all, name] = prefix.exec(unit.markdown) ?? [];
      if (all === undefined) continue;
      const before = plainWords(all);
      const label = name ?? before.replace(/[:.)]?$/, '');
      const isNumber = /\d/.test(before) || unit.block.type === 'heading';
      const place = this.nearest(keyOf(unit.words.slice(before.length)), ({ field, item }) =>
        field ? isNumber || this.isNamed(field, item.kind, label) : isNumber,
      );
      if (place) yield { place, before, behind: '' };
    }
    const dash = unit.words.indexOf(DASH);
    if (dash < 0) return;
    const [figure, words] = [unit.words.slice(0, dash), unit.words.slice(dash + DASH.length)];
    const ofFigure = this.nearest(keyOf(figure), ({ item }) => item.kind === 'statistic');
    const ofWords = this.nearest(keyOf(words), ({ item }) => item.kind === 'statistic');
    if (ofWords) yield { place: ofWords, before: figure + DASH, behind: '' };
    if (ofFigure) yield { place: ofFigure, before: '', behind: DASH + words };
  }

  /** Goes on to a place: the next ones are looked for behind it. */
  meet(place: Place): void {
    this.at = this.order.get(place) ?? this.at;
  }

  /** True for what the document calls a field before its value, and for words that it puts before no value: the plan has its own labels. */
  private isNamed(field: Field, kind: string, label: string): boolean {
    return this.labels.name(field, kind) === label || !this.names.has(label);
  }

  private nearest(key: string, isRight: (place: Place) => boolean): Place | undefined {
    const found = (this.byKey.get(key) ?? []).filter((index) => isRight(this.places[index] as Place));
    const index = found.find((one) => one >= this.at) ?? found.at(-1);
    return index === undefined ? undefined : this.places[index];
  }
}
