import { isReferenceShaped } from '@goldthread/grammar';
import type { Block, Doubt, DoubtKind, Source, Spot } from '../source.ts';
import { atLineStart, escaped, plainWords } from '../words.ts';
import type { Carried } from './carried.ts';
import { Finder, type Found, isReference } from './finder.ts';
import { type Step, steps } from './match.ts';
import { patched } from './patch.ts';
import { type Place, type PlacedItem, type PlacedPlan, placesIn } from './places.ts';
import { PlanEdits } from './plan-edits.ts';
import { keyOf, type Unit, unitsOf } from './units.ts';
import { mendedValue } from './values.ts';

/** Makes the document of a plan in the format of the one that carries it, and reads it. */
export type Remake = (carried: Carried) => Promise<Source>;

/** What was done about an edit of the document. */
export interface Edit {
  /** `other`: a line that says otherwise now, and which the plan prints of something else. */
  readonly what: 'changed' | 'new' | 'gone' | 'other';
  readonly before: string;
  readonly after: string;
  readonly spot: Spot;
}

/** The plan that a document carries with what was edited in the document. */
export interface Merged {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly doubts: readonly Doubt[];
}

/**
 * The plan that a document carries, with the words that stand in the document now: what counts is what people read. Undefined where so much has
 * changed that the document is better read like any other.
 *
 * The document is compared, line by line, with the one that the plan makes. Words that changed are changed in the plan, where they stand in it. New
 * lines go behind what they follow: points behind actions as actions, all else as prose. What is gone is kept, since half a document is sent
 * around as often as a line is deleted. Both, and what was changed in words that the plan prints of something else, such as links and headings,
 * are said in a comment at the item.
 */
export async function merged(carried: Carried, edited: Source, remake: Remake): Promise<Merged | undefined> {
  if (carried.isUntouched) return { text: carried.text, edits: [], doubts: [] };
  const found = steps(unitsOf(await remake(carried)), unitsOf(edited));
  return found && new Merger(carried, edited).merge(found);
}

/** The beginning of words that are long. */
const short = (words: string): string => (words.length > 160 ? `${words.slice(0, 157).trimEnd()}…` : words);

/** Takes what became of the lines of a document over into the plan. */
class Merger {
  private readonly plan: PlacedPlan;
  private readonly edited: Source;
  private readonly finder: Finder;
  private readonly planEdits: PlanEdits;
  private readonly changed = new Map<Place, string>();
  private readonly edits: Edit[] = [];
  private readonly doubts: Doubt[] = [];
  private readonly placeOf = new Map<Block, Place>();
  private last: Place | undefined;
  private waiting: Unit[] = [];

  constructor({ text, language }: Carried, edited: Source) {
    this.plan = placesIn(text, language);
    this.edited = edited;
    this.finder = new Finder(this.plan, language);
    this.planEdits = new PlanEdits(this.plan);
  }

  merge(found: readonly Step[]): Merged {
    const moved = movedIn(found);
    for (const step of found) {
      if (step.what === 'new') {
        if (moved.has(step.after.key)) this.moved(step.after);
        else this.waiting.push(step.after);
        continue;
      }
      if (step.what !== 'gone') this.putNew();
      if (step.what === 'same') this.follow(step.after);
      else if (step.what === 'changed') this.change(step.before, step.after);
      else if (!moved.has(step.before.key)) this.gone(step.before);
    }
    this.putNew();
    this.remarks();
    return { text: this.planEdits.written(), edits: this.edits, doubts: this.doubts };
  }

  /** Goes on to where a line stands in the plan. */
  private follow(unit: Unit): void {
    const place = isReference(unit) ? undefined : this.finder.find(unit)?.place;
    if (place) this.meet(place, unit);
  }

  private meet(place: Place, { block }: Unit): void {
    this.finder.meet(place);
    this.last = place;
    this.placeOf.set(block, place);
  }

  private moved({ words, spot }: Unit): void {
    this.say('edited', this.last?.item, spot, `The document has “${short(words)}” here now. Move it if that is meant.`);
  }

  private change(before: Unit, after: Unit): void {
    const { spot } = after;
    const candidates = isReference(before) ? [] : [...this.finder.all(before)];
    const found = candidates.find((one) => isAround(one, after)) ?? candidates[0];
    const text = found && isAround(found, after) ? this.textFor(found, after) : undefined;
    if (!found || text === undefined) {
      this.edits.push({ what: 'other', before: before.words, after: after.words, spot });
      const message = `The document says “${short(after.words)}” where the plan prints “${short(before.words)}”. Change the plan if that is meant.`;
      // What the plan prints of itself, such as how many links there are, may be otherwise because plans around it are.
      if (found || isReference(before)) this.say('edited', found?.place.item ?? this.last?.item, spot, message);
      else this.doubts.push({ kind: 'edited', message, spot });
      return;
    }
    const { place } = found;
    const known = this.changed.get(place);
    this.meet(place, after);
    if (known === text) return;
    if (known !== undefined) {
      this.say(
        'edited',
        place.item,
        spot,
        `The document says this in two ways: “${short(after.words)}” is the other one.`,
      );
      return;
    }
    this.changed.set(place, text);
    this.planEdits.replace(place, text);
    this.edits.push({ what: 'changed', before: before.words, after: after.words, spot });
    this.doubts.push({
      kind: 'edited',
      message: `“${short(before.words)}” was edited in the document, and is “${short(after.words)}” in the plan.`,
      spot,
    });
  }

  /** The words of a place as they are now; undefined where they are no value that the field takes. */
  private textFor({ place: { field, source }, before, behind }: Found, after: Unit): string | undefined {
    const { names, keys } = this.plan;
    const words = after.words.slice(before.length, after.words.length - behind.length).trim();
    if (words === '') return undefined;
    if (field?.type === 'prose') {
      const kept = patched(source, words, names, true);
      if (kept !== undefined) return kept;
      return before === '' && behind === '' ? this.prose(after) : escaped(words);
    }
    if (field?.type === 'reference') return isReferenceShaped(words) ? undefined : words;
    if (field && field.type !== 'text' && field.type !== 'words')
      return mendedValue(field.type === 'choice' ? words.toLowerCase() : words, field, keys);
    return patched(source, words, names, false) ?? words;
  }

  /** A line of the document as prose of the plan: ways to items are their names in double brackets. */
  private prose({ markdown, block }: Unit): string {
    const linked = markdown.replace(/\[([^[\]]{0,500})\]\(#([^()\s]{0,300})\)/g, (_, words: string, anchor: string) => {
      const name = decoded(anchor);
      const id = [...this.plan.names.titles.keys()].find(
        (one) => one === name || one.replace(/[^\p{L}\p{N}]/gu, '_') === name,
      );
      if (id === undefined) return words;
      return keyOf(plainWords(words)) === keyOf(this.plan.names.titles.get(id) ?? '')
        ? `[[${id}]]`
        : `[[${id}|${plainWords(words)}]]`;
    });
    const line = atLineStart(linked);
    return block.type === 'heading' ? `**${plainWords(line)}**` : line;
  }

  private gone(unit: Unit): void {
    const found = isReference(unit) ? undefined : this.finder.find(unit);
    this.edits.push({ what: 'gone', before: unit.words, after: '', spot: unit.spot });
    const message = `The document no longer says “${short(unit.words)}”.`;
    if (found)
      this.say('edited', found.place.item, unit.spot, `${message} Take it out here if it is not wanted any more.`);
    else this.doubts.push({ kind: 'edited', message: `${message} The plan prints it of itself.`, spot: unit.spot });
  }

  /** Puts the lines that are new behind the place that was met last. */
  private putNew(): void {
    const units = this.waiting;
    const [first] = units;
    this.waiting = [];
    if (!first) return;
    for (const { words, spot } of units) this.edits.push({ what: 'new', before: '', after: words, spot });
    const place = this.last;
    const arePoints = units.every(({ block }) => block.type === 'point');
    const added = 'This was added to the document.';
    const titles = units.map(({ words }) => words);
    if (place && arePoints && this.planEdits.addItems(place, titles, added)) {
      for (const { spot } of units) this.doubts.push({ kind: 'edited', message: added, spot });
      return;
    }
    const words = short(titles.join(' … '));
    const message = `“${words}” was added to the document, and stands here as prose. See where it belongs.`;
    this.say('edited', place?.item, first.spot, message);
    this.planEdits.addProse(
      place,
      units.map((unit) => (unit.block.type === 'point' ? `* ${this.prose(unit)}` : this.prose(unit))),
    );
  }

  /** What people said in the margin stands at what they said it of. */
  private remarks(): void {
    let place: Place | undefined;
    for (const block of this.edited.blocks) {
      place = this.placeOf.get(block) ?? place;
      if (block.type !== 'remark') continue;
      const words = `${block.by || 'Somebody'} says in the margin: “${plainWords(block.text)}”.`;
      this.say('remark', place?.item, block.spot, words);
    }
  }

  /** Says something to who asked, and in a comment at an item. */
  private say(kind: DoubtKind, item: PlacedItem | undefined, spot: Spot, message: string): void {
    this.doubts.push({ kind, message, spot });
    this.planEdits.comment(kind, item, message);
  }
}

/** True where a line has the same as before around the words of the plan. */
const isAround = ({ before, behind }: Found, { key }: Unit): boolean =>
  key.startsWith(keyOf(before)) && key.endsWith(keyOf(behind));

/** The lines that stand elsewhere now: they are among what went, and among what came. */
function movedIn(found: readonly Step[]): ReadonlySet<string> {
  const gone = new Set(found.flatMap((step) => (step.what === 'gone' ? [step.before.key] : [])));
  return new Set(found.flatMap((step) => (step.what === 'new' && gone.has(step.after.key) ? [step.after.key] : [])));
}

/** An anchor as it is written in an address. */
function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
