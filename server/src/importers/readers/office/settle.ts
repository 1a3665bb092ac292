/** From what a word processor's document is made of to blocks: what is a heading, what a list, what a table. */
import type { Block, Heading, ListPoint, Quotation } from '../../source.ts';
import { plainWords } from '../../words.ts';
import { Depths } from './depths.ts';
import { tableOf, unwrapped } from './grids.ts';
import { withHandLists } from './hand-lists.ts';
import { type Grid, type Item, type Line, linesOf, type Ready, textOfLine } from './lines.ts';
import { type Body, bodyOf, compareLooks, type Look, lookOf, most, standsOutAsHeading } from './looks.ts';
import { markdownOf } from './markdown.ts';
import type { Removals } from './removals.ts';
import { namesTable } from './style-names.ts';

/** A document settled. */
export interface Settled {
  readonly blocks: readonly Block[];
  /** The language that most of its words are in, where it says so. */
  readonly language: string | undefined;
}

/** Settles a document. Its tables of contents are put among `removals`. */
export function settled(items: readonly Item[], removals: Removals): Settled {
  const language = languageOf(items);
  const settling = new Settling(bodyOf(items), language, hasTitle(items) ? 1 : 0);
  settling.all(flattened(items, removals));
  return { blocks: settling.blocks, language };
}

interface Flat {
  readonly item: Item;
  readonly isLabel: boolean;
}

/** Items without tables that only set out a page, captions in their tables, and contents apart. */
function flattened(items: readonly Item[], removals: Removals): Flat[] {
  const out: Flat[] = [];
  const take = (item: Item, isLabel: boolean): void => {
    if (item.type === 'line' && item.contents?.hasEnd) {
      removals.add('contents', textOfLine(item).replaceAll('\t', ' '), item.spot);
      return;
    }
    if (item.type === 'grid') {
      const caption = out.at(-1)?.item;
      const inside = unwrapped(item);
      if (inside) for (const { line, isLabel } of inside) take(line, isLabel);
      else if (caption?.type === 'line' && isCaption(caption)) {
        out.pop();
        out.push({ item: { ...item, caption: markdownOf(caption.spans, { bare: true }) }, isLabel });
      } else out.push({ item, isLabel });
      return;
    }
    out.push({ item, isLabel });
  };
  for (const item of items) take(item, false);
  return out;
}

const isCaption = (line: Line): boolean => {
  const text = textOfLine(line).trim();
  return text !== '' && (line.part === 'caption' || (line.part === undefined && !line.listed && namesTable(text)));
};

function languageOf(items: readonly Item[]): string | undefined {
  const counts = new Map<string, number>();
  for (const line of linesOf(items))
    for (const { text, format } of line.spans)
      if (format.lang) counts.set(format.lang, (counts.get(format.lang) ?? 0) + text.length);
  return most(counts);
}

const hasTitle = (items: readonly Item[]): boolean =>
  [...linesOf(items)].some((line) => line.part === 'title' && textOfLine(line).trim() !== '');

/** Headings go no deeper. */
const deepest = 9;

class Settling {
  readonly blocks: Block[] = [];
  readonly #body: Body;
  readonly #language: string | undefined;
  /** How much deeper marked headings are than they say: a title stands above them. */
  readonly #below: number;
  readonly #depths = new Depths();
  /** The headings that what comes next stands under. */
  #open: { level: number; look: Look }[] = [];

  constructor(body: Body, language: string | undefined, below: number) {
    this.#body = body;
    this.#language = language;
    this.#below = below;
  }

  all(flat: readonly Flat[]): void {
    let run: (Line | Ready)[] = [];
    const endRun = (): void => {
      const lines = withHandLists(run.filter((item) => item.type === 'line'));
      let next = 0;
      for (const item of run) {
        if (item.type === 'ready') this.#add(item.block);
        else for (const line of lines[next++]!) this.#line(line);
      }
      run = [];
    };
    /** Names of places on empty lines are those of what comes next. */
    let anchors: string[] = [];
    for (const [index, { item, isLabel }] of flat.entries()) {
      if (item.type === 'ready') run.push(item);
      else if (item.type === 'grid') {
        endRun();
        this.#table(item);
      } else if (isBlank(item)) anchors.push(...item.anchors);
      else {
        const line = anchors.length > 0 ? { ...item, anchors: [...anchors, ...item.anchors] } : item;
        anchors = [];
        if (this.#isHeading(flat, index, item, isLabel)) {
          endRun();
          this.#heading(line);
        } else run.push(line);
      }
    }
    endRun();
  }

  #isHeading(flat: readonly Flat[], index: number, line: Line, isLabel: boolean): boolean {
    if (line.part === 'heading' || line.part === 'title') return true;
    if (!standsOutAsHeading(line, this.#body, isLabel)) return false;
    // Numbered lines in bold one after the other are a list; a numbered heading has words under it.
    const { listed } = line;
    return !listed || !neighbours(flat, index).some((next) => next.listed?.list === listed.list);
  }

  #heading(line: Line): void {
    this.#depths.end();
    const isMarked = line.part === 'heading' || line.part === 'title';
    const look = lookOf(line);
    const level = Math.min(deepest, isMarked ? this.#marked(line) : this.#byLook(look));
    this.#open = [...this.#open.filter((one) => one.level < level), { level, look }];
    const words = markdownOf(line.spans, { bare: true }).replaceAll('\\\n', ' ');
    const number = line.number ?? (line.listed ? line.listed.mark : undefined);
    const heading: Heading = {
      ...this.#piece(line, number ? `${number} ${words}` : words),
      type: 'heading',
      level,
      isMarked,
    };
    this.#add(heading);
  }

  #marked(line: Line): number {
    return line.part === 'title' ? 1 : (line.level ?? 1) + this.#below;
  }

  /** Under the headings that look larger. */
  #byLook(look: Look): number {
    const above = this.#open.findLast((one) => compareLooks(one.look, look) > 0);
    return (above?.level ?? 0) + 1;
  }

  #line(line: Line): void {
    const text = markdownOf(line.spans, { bare: line.part === 'quotation' && isAllSlanted(line) });
    if (text === '') return;
    const piece = this.#piece(line, text);
    if (line.listed) {
      const depth = this.#depths.of(line.listed, line.indent);
      const point: ListPoint = { ...piece, type: 'point', depth, mark: line.listed.mark };
      this.#add(point);
      return;
    }
    this.#depths.interrupt(line.indent);
    if (line.part === 'quotation') this.#quotation({ ...piece, type: 'quotation' });
    else if (!this.#isSpeaker(text)) this.#add({ ...piece, type: 'paragraph' });
  }

  /** Words set apart, with who said them where their last line begins with a dash. */
  #quotation(quotation: Quotation): void {
    if (this.#isSpeaker(quotation.text)) return;
    const lines = quotation.text.split('\\\n');
    const by = lines.length > 1 ? speaker(lines.at(-1)!) : undefined;
    this.#add(by ? { ...quotation, text: lines.slice(0, -1).join('\\\n'), by } : quotation);
  }

  /** “— A resident” under a quotation says who spoke, and that words between quotation marks are one. */
  #isSpeaker(text: string): boolean {
    const last = this.blocks.at(-1);
    const by = speaker(text);
    if (by === undefined || (last?.type !== 'quotation' && last?.type !== 'paragraph')) return false;
    const words = /^(\*{1,3})([^*]+)\1$/.exec(last.text)?.[2] ?? last.text;
    if (last.type === 'paragraph' ? !/^[“‘"«]/.test(words) || !/[”’"»]$/.test(words) : last.by !== undefined)
      return false;
    this.blocks[this.blocks.length - 1] = {
      ...last,
      type: 'quotation',
      text: last.type === 'paragraph' ? words : last.text,
      by,
    };
    return true;
  }

  #table(grid: Grid): void {
    this.#depths.end();
    const { table, rest } = tableOf(grid);
    if ([...table.head, ...table.rows].some((row) => row.some(Boolean))) this.#add(table);
    for (const block of rest) this.#add(block);
  }

  #piece(line: Line, text: string) {
    const lang = langOf(line);
    return {
      spot: line.spot,
      text,
      ...(lang && lang !== this.#language ? { lang } : {}),
      ...(line.anchors.length > 0 ? { anchors: line.anchors } : {}),
      ...(line.style ? { style: line.style } : {}),
    };
  }

  #add(block: Block): void {
    this.blocks.push(block);
  }
}

const isBlank = (line: Line): boolean => line.spans.every(({ text, note }) => text.trim() === '' && note === undefined);

const isAllSlanted = ({ spans }: Line): boolean =>
  spans.every(({ text, format }) => text.trim() === '' || format.emphasised);

/** The lines before and after one, blank ones apart. */
function neighbours(flat: readonly Flat[], index: number): Line[] {
  const next = (step: number): Line[] => {
    for (let at = index + step; at >= 0 && at < flat.length; at += step) {
      const { item } = flat[at]!;
      if (item.type !== 'line') return [];
      if (!isBlank(item)) return [item];
    }
    return [];
  };
  return [...next(-1), ...next(1)];
}

/** The language that all words of a line have. */
function langOf({ spans }: Line): string | undefined {
  const words = spans.filter(({ text }) => /\p{L}/u.test(text));
  const lang = words[0]?.format.lang;
  return words.every(({ format }) => format.lang === lang) ? lang : undefined;
}

const longestSpeaker = 120;

function speaker(text: string): string | undefined {
  const words = plainWords(text);
  const by = /^[—–―-]\s?(?=\p{L})(.+)$/u.exec(words)?.[1];
  return by !== undefined && by.length <= longestSpeaker ? by : undefined;
}
