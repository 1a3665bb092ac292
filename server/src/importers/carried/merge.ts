import { type Field, kindOf } from '@goldthread/grammar';
import { Labels } from '../../documents/labels.ts';
import type { Block, Doubt, DoubtKind, Source, Spot } from '../source.ts';
import { atLineStart, escaped, plainWords } from '../words.ts';
import type { Carried } from './carried.ts';
import { type Step, steps } from './match.ts';
import { patched } from './patch.ts';
import { type Place, type PlacedItem, type PlacedPlan, placesIn } from './places.ts';
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

/** Kinds that are printed as points of a list. */
const points: ReadonlySet<string> = new Set(['action', 'milestone', 'value', 'principle', 'aim', 'duty', 'partner']);

/** Words that are nothing but the name of an item, as a way to it: whoever edits them edits a link. */
const isReference = ({ markdown }: Unit): boolean =>
  /^(?:\*\*[^*]{1,80}\*\*:? ?|[^[\]]{1,60}: )?(?:\[[^\]]{0,500}\]\(#[^()\s]{0,300}\)(?:, )?)+$/.test(
    markdown.slice(0, 2000),
  );

/** What stands before the words of the plan in a line: a name in bold letters, a name with a colon, a number. */
const prefixes: readonly RegExp[] = [
  /^\*\*([^*]{1,60})\*\*:? /,
  /^[^:*]{1,60}: /,
  /^[^:.*]{0,40}?\d[\d.]{0,10}[:.)]? /,
];

const short = (words: string): string => (words.length > 160 ? `${words.slice(0, 157).trimEnd()}…` : words);

class Merger {
  private readonly plan: PlacedPlan;
  private readonly edited: Source;
  private readonly labels: Labels;
  /** What documents call fields before their values. */
  private readonly names = new Set<string>();
  private readonly byKey = new Map<string, number[]>();
  private readonly changes: { start: number; end: number; text: string }[] = [];
  private readonly changed = new Map<Place, string>();
  private readonly edits: Edit[] = [];
  private readonly doubts: Doubt[] = [];
  private readonly comments = new Map<PlacedItem, Set<string>>();
  private readonly placeOf = new Map<Block, Place>();
  private at = 0;
  private last: Place | undefined;
  private waiting: Unit[] = [];

  constructor({ text, language }: Carried, edited: Source) {
    this.plan = placesIn(text, language);
    this.edited = edited;
    this.labels = new Labels([], language, true);
    for (const [index, { key, field, item }] of this.plan.places.entries()) {
      if (field) this.names.add(this.labels.name(field, item.kind));
      const known = this.byKey.get(key);
      if (known) known.push(index);
      else this.byKey.set(key, [index]);
    }
  }

  merge(found: readonly Step[]): Merged {
    const moved = movedIn(found);
    for (const step of found) {
      if (step.what === 'new') {
        if (moved.has(step.after.key))
          this.say(
            'edited',
            this.last?.item,
            step.after.spot,
            `The document has “${short(step.after.words)}” here now. Move it if that is meant.`,
          );
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
    return { text: this.written(), edits: this.edits, doubts: this.doubts };
  }

  /** Goes on to where a line stands in the plan. */
  private follow(unit: Unit): void {
    if (isReference(unit)) return;
    const place = this.find(unit)?.place;
    if (!place) return;
    this.at = this.plan.places.indexOf(place);
    this.last = place;
    this.placeOf.set(unit.block, place);
  }

  /** The place of the words of a line, and what stands before them in the line. */
  private find(unit: Unit): { readonly place: Place; readonly before: string } | undefined {
    const whole = this.nearest(unit.key, () => true);
    if (whole) return { place: whole, before: '' };
    for (const prefix of prefixes) {
      const [all, name] = prefix.exec(unit.markdown) ?? [];
      if (all === undefined) continue;
      const before = plainWords(all);
      const label = name ?? before.replace(/[:.)]?$/, '');
      const isNumber = /\d/.test(before) || unit.block.type === 'heading';
      const place = this.nearest(keyOf(unit.words.slice(before.length)), ({ field, item }) =>
        field ? isNumber || this.isNamed(field, item.kind, label) : isNumber,
      );
      if (place) return { place, before };
    }
    return undefined;
  }

  /** True for what the document calls a field before its value, and for words that it puts before no value: the plan has its own labels. */
  private isNamed(field: Field, kind: string, label: string): boolean {
    return this.labels.name(field, kind) === label || !this.names.has(label);
  }

  /** The place with some words that comes next in the plan, else the last one before. */
  private nearest(key: string, isRight: (place: Place) => boolean): Place | undefined {
    const found = (this.byKey.get(key) ?? []).filter((index) => isRight(this.plan.places[index] as Place));
    const index = found.find((one) => one >= this.at) ?? found.at(-1);
    return index === undefined ? undefined : this.plan.places[index];
  }

  private change(before: Unit, after: Unit): void {
    const { spot } = after;
    const found = isReference(before) ? undefined : this.find(before);
    const isSameBefore = found !== undefined && keyOf(after.words).startsWith(keyOf(found.before));
    const text = found && isSameBefore ? this.textFor(found.place, found.before, after) : undefined;
    if (!found || text === undefined) {
      this.edits.push({ what: 'other', before: before.words, after: after.words, spot });
      this.say(
        'edited',
        found?.place.item ?? this.last?.item,
        spot,
        `The document says “${short(after.words)}” where the plan prints “${short(before.words)}”. Change the plan if that is meant.`,
      );
      return;
    }
    const { place } = found;
    const known = this.changed.get(place);
    this.at = this.plan.places.indexOf(place);
    this.last = place;
    this.placeOf.set(after.block, place);
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
    this.changes.push({ start: place.start, end: place.end, text });
    this.edits.push({ what: 'changed', before: before.words, after: after.words, spot });
    this.doubts.push({
      kind: 'edited',
      message: `“${short(before.words)}” was edited in the document, and is “${short(after.words)}” in the plan.`,
      spot,
    });
  }

  /** The words of a place as they are now; undefined where they are no value that the field takes. */
  private textFor({ field, source }: Place, before: string, after: Unit): string | undefined {
    const { titles, keys } = this.plan;
    const words = after.words.slice(before.length).trim();
    if (words === '') return undefined;
    if (field?.type === 'prose') {
      const kept = patched(source, words, titles, true);
      if (kept !== undefined) return kept;
      return before === '' ? this.prose(after) : escaped(words);
    }
    if (field && field.type !== 'text' && field.type !== 'words')
      return mendedValue(field.type === 'choice' ? words.toLowerCase() : words, field, keys);
    return patched(source, words, titles, false) ?? words;
  }

  /** A line of the document as prose of the plan: ways to items are their names in double brackets. */
  private prose({ markdown, block }: Unit): string {
    const linked = markdown.replace(/\[([^[\]]{0,500})\]\(#([^()\s]{0,300})\)/g, (_, words: string, anchor: string) => {
      const name = decoded(anchor);
      const id = [...this.plan.titles.keys()].find(
        (one) => one === name || one.replace(/[^\p{L}\p{N}]/gu, '_') === name,
      );
      if (id === undefined) return words;
      return keyOf(plainWords(words)) === keyOf(this.plan.titles.get(id) ?? '')
        ? `[[${id}]]`
        : `[[${id}|${plainWords(words)}]]`;
    });
    const line = atLineStart(linked);
    return block.type === 'heading' ? `**${plainWords(line)}**` : line;
  }

  private gone(unit: Unit): void {
    const found = isReference(unit) ? undefined : this.find(unit);
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
    if (place && points.has(place.item.kind) && units.every(({ block }) => block.type === 'point')) {
      const { end, indent, word } = place.item;
      const lines = units.map((unit) => {
        const message = this.doubt('edited', unit.spot, `This was added to the document.`);
        return `\n${indent}${this.comment('edited', message)}\n${indent}${word}: ${plainWords(unit.words)}`;
      });
      this.changes.push({ start: end, end, text: lines.join('') });
      return;
    }
    this.say(
      'edited',
      place?.item ?? this.plan.places[0]?.item,
      first.spot,
      `“${short(units.map(({ words }) => words).join(' … '))}” was added to the document, and stands here as prose. See where it belongs.`,
    );
    this.putProse(place, units);
  }

  private putProse(place: Place | undefined, units: readonly Unit[]): void {
    const paragraphs = (margin: string): string =>
      units
        .map((unit) => (unit.block.type === 'point' ? `* ${this.prose(unit)}` : this.prose(unit)))
        .join(`\n\n${margin}`);
    const item = place?.item ?? this.plan.places[0]?.item;
    if (!item || !place || kindOf(item.kind)?.root) {
      const end = item?.end ?? this.plan.text.trimEnd().length;
      this.changes.push({
        start: end,
        end,
        text: `\n\n${this.plan.keys === 'cy' ? 'adran' : 'section'}:\n  ${this.word('text')}:\n    ${paragraphs('    ')}`,
      });
      return;
    }
    if (place.field?.type === 'prose') {
      const margin = place.margin ?? `${item.inner}  `;
      this.changes.push({ start: place.end, end: place.end, text: `\n\n${margin}${paragraphs(margin)}` });
      return;
    }
    const text = this.plan.places.find((one) => one.item === item && one.field?.key === 'text');
    if (text) {
      const margin = text.margin ?? `${item.inner}  `;
      this.changes.push({
        start: text.start - text.sign.length,
        end: text.start - text.sign.length,
        text: `${paragraphs(margin)}\n\n${margin}`,
      });
      return;
    }
    const margin = `${item.inner}  `;
    this.changes.push({
      start: item.headEnd,
      end: item.headEnd,
      text: `\n${item.inner}${this.word('text')}:\n${margin}${paragraphs(margin)}`,
    });
  }

  private word(key: 'text'): string {
    return this.plan.keys === 'cy' ? 'testun' : key;
  }

  /** What people said in the margin stands at what they said it of. */
  private remarks(): void {
    let place: Place | undefined;
    for (const block of this.edited.blocks) {
      place = this.placeOf.get(block) ?? place;
      if (block.type === 'remark')
        this.say(
          'remark',
          place?.item,
          block.spot,
          `${block.by || 'Somebody'} says in the margin: “${plainWords(block.text)}”.`,
        );
    }
  }

  private doubt(kind: DoubtKind, spot: Spot, message: string): string {
    this.doubts.push({ kind, message, spot });
    return message;
  }

  /** Says something in a comment at an item, once. */
  private say(kind: DoubtKind, item: PlacedItem | undefined, spot: Spot, message: string): void {
    this.doubt(kind, spot, message);
    const at = item ?? this.plan.places[0]?.item;
    if (!at) return;
    const known = this.comments.get(at) ?? new Set<string>();
    this.comments.set(at, known.add(this.comment(kind, message)));
  }

  private comment(kind: DoubtKind, message: string): string {
    return `# ${this.plan.keys === 'cy' ? 'ansicr' : 'unsure'} (${kind}): ${message.replace(/\s+/g, ' ')}`;
  }

  /** The text of the plan with all that changed. */
  private written(): string {
    const comments = [...this.comments].map(([{ start, indent }, lines]) => ({
      start,
      end: start,
      text: [...lines].map((line) => `${indent}${line}\n`).join(''),
    }));
    const { text } = this.plan;
    let written = '';
    let from = 0;
    for (const change of [...comments, ...this.changes].sort(
      (one, other) => one.start - other.start || one.end - other.end,
    )) {
      written += text.slice(from, change.start) + change.text;
      from = Math.max(from, change.end);
    }
    return written + text.slice(from);
  }
}

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
