import { fieldOn, type KeyLanguage, kindOf, wordFor } from '@goldthread/grammar';
import type { Draft, DraftField, DraftItem } from './draft.ts';
import { giveIds } from './ids.ts';

/** How a draft is written down. */
export interface WriteOptions {
  /** The id of the plan; of its title where it is missing. */
  readonly id?: string | undefined;
  /** The language of the words that begin lines. */
  readonly keys?: KeyLanguage | undefined;
}

/** The text of a plan file. */
export interface WrittenPlan {
  readonly text: string;
  /** The line of each item, from 1. */
  readonly lines: ReadonlyMap<DraftItem, number>;
  readonly ids: ReadonlyMap<DraftItem, string>;
}

/** The longest line of prose that is written behind its key. */
const short = 90;

/** Writes a draft as the text of a plan file. What it says stands there in its order; nothing is left out. */
export function writePlan(draft: Draft, options: WriteOptions = {}): WrittenPlan {
  return new PlanWriter(draft, options.keys ?? 'en', options.id).write();
}

class PlanWriter {
  private readonly draft: Draft;
  private readonly keys: KeyLanguage;
  private readonly ids: ReadonlyMap<DraftItem, string>;
  private readonly lines: string[] = [];
  private readonly places = new Map<DraftItem, number>();
  /** The links of each item: its field, and the ids that stand there. */
  private readonly links = new Map<DraftItem, Map<string, string[]>>();

  constructor(draft: Draft, keys: KeyLanguage, planId: string | undefined) {
    this.draft = draft;
    this.keys = keys;
    this.ids = giveIds(draft, keys, planId);
    for (const { from, relation, to } of draft.links) {
      const fields = this.links.get(from) ?? new Map<string, string[]>();
      const named = fields.get(relation) ?? [];
      const id = this.ids.get(to) as string;
      if (!named.includes(id)) named.push(id);
      this.links.set(from, fields.set(relation, named));
    }
  }

  write(): WrittenPlan {
    const { plan, labels } = this.draft;
    if (this.keys === 'cy') this.lines.push('# language: cy', '');
    this.head(plan, '');
    for (const part of plan.parts) if (part.type === 'field') this.field(plan, part, '  ');
    if (labels.size > 0) this.lines.push('');
    for (const [key, words] of labels) this.lines.push(`${this.word('plan', 'label')} ${key}: ${line(words)}`);
    for (const part of plan.parts) {
      if (part.type === 'field') continue;
      this.lines.push('');
      this.item(part, '');
    }
    return { text: `${this.lines.join('\n')}\n`, lines: this.places, ids: this.ids };
  }

  private item(item: DraftItem, indent: string): void {
    this.head(item, indent);
    const inner = `${indent}  `;
    let wasLong = false;
    for (const [index, part] of item.parts.entries()) {
      const from = this.lines.length;
      const isItem = part.type === 'item';
      if (index > 0 && isItem && (wasLong || isLong(part))) this.lines.push('');
      if (isItem) this.item(part, inner);
      else this.field(item, part, inner);
      wasLong = this.lines.length - from > 1;
    }
  }

  private head(item: DraftItem, indent: string): void {
    for (const { kind, message } of item.doubts)
      this.lines.push(`${indent}# ${this.keys === 'cy' ? 'ansicr' : 'unsure'} (${kind}): ${line(message)}`);
    this.places.set(item, this.lines.length + 1);
    const id = this.ids.get(item);
    const kind = kindOf(item.kind);
    const words = [kind ? wordFor(kind, this.keys) : item.kind, ...(id === undefined ? [] : [id])].join(' ');
    this.lines.push(`${indent}${words}:${behind(line(item.title))}`);
    for (const [relation, named] of this.links.get(item) ?? []) {
      const written = item.parts.find((part): part is DraftField => part.type === 'field' && part.key === relation);
      if (written) written.value = [written.value, ...named].join(', ');
      else this.lines.push(`${indent}  ${this.word(item.kind, relation)}: ${named.join(', ')}`);
    }
  }

  private field(owner: DraftItem, { key, name, value }: DraftField, indent: string): void {
    const head = `${indent}${[this.word(owner.kind, key), ...(name === undefined ? [] : [name])].join(' ')}:`;
    if (fieldOn(owner.kind, key)?.type !== 'prose') {
      this.lines.push(head + behind(line(value)));
      return;
    }
    const paragraphs = value
      .replace(/\r\n?/g, '\n')
      .replace(/^\n+|\s+$/g, '')
      .split('\n');
    const [first = '', ...others] = paragraphs;
    const below = (text: string): string => (text.trim() === '' ? '' : `${indent}  ${text}`);
    // A line that begins with “#” would be a note, unless the field has begun before it.
    if (first.startsWith('#') || (others.length === 0 && first.length < short))
      this.lines.push(head + behind(first), ...others.map(below));
    else this.lines.push(head, ...paragraphs.map(below));
  }

  private word(owner: string, key: string): string {
    const field = fieldOn(owner, key) ?? fieldOn('plan-content', key);
    return field ? wordFor(field, this.keys) : key;
  }
}

/** Whether an item takes more than a line. */
const isLong = (item: DraftItem): boolean => item.parts.length > 0 || item.doubts.length > 0;

const behind = (words: string): string => (words === '' ? '' : ` ${words}`);

/** Words in one line. */
const line = (words: string): string => words.replace(/\\?\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
