import { fieldOn, kindOf, wordFor } from '@goldthread/grammar';
import type { DoubtKind } from '../source.ts';
import type { Place, PlacedItem, PlacedPlan } from './places.ts';

/** Kinds that are printed as points of a list. */
const points: ReadonlySet<string> = new Set(['action', 'milestone', 'value', 'principle', 'aim', 'duty', 'partner']);

/** Changes to the text of a plan, put together at the end. */
export class PlanEdits {
  private readonly plan: PlacedPlan;
  private readonly changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  private readonly comments = new Map<PlacedItem, Set<string>>();

  constructor(plan: PlacedPlan) {
    this.plan = plan;
  }

  /** Puts other words in a place. */
  replace({ start, end }: Place, text: string): void {
    this.changes.push({ start, end, text });
  }

  /** Says something above an item, once. */
  comment(kind: DoubtKind, item: PlacedItem | undefined, message: string): void {
    const at = item ?? this.plan.places[0]?.item;
    if (!at) return;
    const known = this.comments.get(at) ?? new Set<string>();
    this.comments.set(at, known.add(this.line(kind, message)));
  }

  /** Puts lines behind an item as items of its kind, where that is one that documents print as points of a list. False where it is none. */
  addItems({ item: { kind, end, indent, word } }: Place, titles: readonly string[], message: string): boolean {
    if (!points.has(kind)) return false;
    const lines = titles.map((title) => `\n${indent}${this.line('edited', message)}\n${indent}${word}: ${title}`);
    this.insert(end, lines.join(''));
    return true;
  }

  /** Puts paragraphs behind a place: into the prose that it is in, else into the text of its item; into a section where the plan itself is the item. */
  addProse(place: Place | undefined, paragraphs: readonly string[]): void {
    const item = place?.item ?? this.plan.places[0]?.item;
    const within = (margin: string): string => paragraphs.join(`\n\n${margin}`);
    if (!item || !place || kindOf(item.kind)?.root) {
      const end = item?.end ?? this.plan.text.trimEnd().length;
      this.insert(end, `\n\n${this.word('section')}:\n  ${this.word('text')}:\n    ${within('    ')}`);
      return;
    }
    const inner = `${item.inner}  `;
    if (place.field?.type === 'prose') {
      const margin = place.margin ?? inner;
      this.insert(place.end, `\n\n${margin}${within(margin)}`);
      return;
    }
    const text = this.plan.places.find((one) => one.item === item && one.field?.key === 'text');
    const margin = text?.margin ?? inner;
    if (text) this.insert(text.start - text.sign.length, `${within(margin)}\n\n${margin}`);
    else this.insert(item.headEnd, `\n${item.inner}${this.word('text')}:\n${inner}${within(inner)}`);
  }

  /** The text of the plan with all that changed. */
  written(): string {
    const comments = [...this.comments].map(([{ start, indent }, lines]) => ({
      start,
      end: start,
      text: [...lines].map((line) => `${indent}${line}\n`).join(''),
    }));
    const { text } = this.plan;
    let written = '';
    let from = 0;
    for (const change of [...comments, ...this.changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
      written += text.slice(from, change.start) + change.text;
      from = Math.max(from, change.end);
    }
    return written + text.slice(from);
  }

  private insert(at: number, text: string): void {
    this.changes.push({ start: at, end: at, text });
  }

  private line(kind: DoubtKind, message: string): string {
    return `# ${this.plan.keys === 'cy' ? 'ansicr' : 'unsure'} (${kind}): ${message.replace(/\s+/g, ' ')}`;
  }

  private word(key: 'section' | 'text'): string {
    const definition = kindOf(key) ?? fieldOn('section', key);
    return definition ? wordFor(definition, this.plan.keys) : key;
  }
}
