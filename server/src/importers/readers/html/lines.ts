import type { Block, Spot } from '../../source.ts';
import { without } from '../office/hand-lists.ts';
import type { Format, Item, Line, Listed, Part, Span } from '../office/lines.ts';
import { markdownOf } from '../office/markdown.ts';
import { type Mark, marksOf } from '../text/marks.ts';

/** How the words of a place look, and where they lead. */
export interface Setting {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly lang: string | undefined;
  readonly href: string | undefined;
  readonly raised: 'up' | 'down' | undefined;
  /** True where spaces and ends of lines stand as they were written. */
  readonly isKept: boolean;
}

/** A point of a list while it is read: its first words are the point, further paragraphs go on with it. */
export interface PointRole {
  readonly type: 'point';
  readonly listed: Listed;
  /** The line that it became. */
  line?: Line;
}

/** A note or remark while it is read. */
export interface NoteRole {
  readonly type: 'note';
  readonly label: string;
  readonly isRemark: boolean;
  readonly spans: Span[];
}

/** What the words of a place become. */
export type Role =
  | { readonly type: 'paragraph'; readonly part?: Part | undefined; readonly style?: string | undefined }
  | { readonly type: 'heading'; readonly level: number; readonly isTitle: boolean; readonly style?: string | undefined }
  | PointRole
  | NoteRole;

/** The size of body words in points, and how much larger than that headings are the wider they are. */
const bodySize = 11;
const sizeOf = (role: Role): number => (role.type === 'heading' ? 30 - 2 * Math.min(8, role.level) : bodySize);

const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const loweredFigures = '₀₁₂₃₄₅₆₇₈₉';

/** Gathers words to lines, and lines to items. */
export class Lines {
  /** What was gathered so far. */
  items: Item[] = [];
  #spans: Span[] = [];
  #anchors = new Set<string>();
  #ready: ((spot: Spot) => Block)[] = [];
  #role: Role = { type: 'paragraph' };
  #spotOfLine: Spot | undefined;
  readonly #spot: () => Spot;
  #hasSpace = true;

  /** `spot` is asked for where a line begins. */
  constructor(spot: () => Spot) {
    this.#spot = spot;
  }

  /** What the words that come next become. Ends the line before. */
  begin(role: Role): void {
    this.end();
    this.#role = role;
  }

  get role(): Role {
    return this.#role;
  }

  /** Adds words; `\n` is a line break only where spaces are kept. */
  words(text: string, setting: Setting): void {
    let words = setting.isKept ? text.replace(/\r\n?/g, '\n') : text.replace(/[\t\n\f\r ]+/g, ' ');
    if (!setting.isKept && this.#hasSpace) words = words.trimStart();
    if (words === '') return;
    if (
      setting.raised &&
      /^\s*\d{1,4}\s*$/.test(words) &&
      /[\p{L}\p{N}.,;:)”’"']$/u.test(this.#spans.at(-1)?.text ?? '')
    ) {
      const figures = setting.raised === 'up' ? raisedFigures : loweredFigures;
      words = words.trim().replace(/\d/g, (figure) => figures.charAt(Number(figure)));
    }
    this.#hasSpace = /\s$/.test(words);
    this.#add({ text: words, format: this.#formatOf(setting), href: setting.href });
  }

  /** The mark of a footnote. */
  mark(label: string, setting: Setting): void {
    this.#hasSpace = false;
    this.#add({ text: '', format: this.#formatOf(setting), note: label });
  }

  /** A line break that was meant; a second one ends the paragraph. */
  lineBreak(setting: Setting): void {
    const last = this.#spans.findLast(({ text, note }) => note !== undefined || text.trim() !== '' || text === '\n');
    if (last?.text === '\n' && this.#role.type === 'paragraph') this.end();
    else if (last) this.#add({ text: '\n', format: this.#formatOf(setting) });
    this.#hasSpace = true;
  }

  /** A name by which links reach what comes next, or what is being gathered. */
  anchor(name: string): void {
    this.#anchors.add(name);
  }

  /** Names that were met lead nowhere: those of a note, which its mark leads to. */
  forgetAnchors(): void {
    this.#anchors = new Set();
  }

  /** A block that follows the line at hand. */
  add(block: (spot: Spot) => Block): void {
    this.#ready.push(block);
    if (this.isBlank) this.end();
  }

  /** A grid, or anything else that is made already. */
  push(item: Item): void {
    this.end();
    this.items.push(item);
  }

  /** Ends the line at hand. */
  end(): void {
    const spot = this.#spotOfLine ?? (this.#ready.length > 0 ? this.#spot() : {});
    const spans = this.#spans;
    const ready = this.#ready;
    const { isBlank } = this;
    this.#spans = [];
    this.#ready = [];
    this.#spotOfLine = undefined;
    this.#hasSpace = true;
    if (!isBlank) this.#line(spans, spot);
    for (const block of ready) this.items.push({ type: 'ready', block: block(spot) });
  }

  /** Ends everything: names that nothing came after lead to the last line. */
  finish(): void {
    this.end();
    if (this.#anchors.size > 0) this.items.push(this.#made([], {}, {}));
  }

  /** True where no words were gathered for the line at hand. */
  get isBlank(): boolean {
    return this.#spans.every(({ text, note }) => note === undefined && text.trim() === '');
  }

  #add(span: Span): void {
    this.#spotOfLine ??= this.#spot();
    this.#spans.push(span);
  }

  #line(spans: readonly Span[], spot: Spot): void {
    const role = this.#role;
    switch (role.type) {
      case 'note':
        if (role.spans.length > 0) role.spans.push({ ...(spans[0] as Span), text: '\n', note: undefined });
        role.spans.push(...spans);
        return;
      case 'point':
        this.#point(role, spans, spot);
        return;
      case 'heading': {
        // A title of several lines is one.
        const joined = spans.map((span) =>
          span.text.includes('\n') ? { ...span, text: span.text.replaceAll('\n', ' ') } : span,
        );
        const part = role.isTitle ? 'title' : 'heading';
        this.items.push(this.#made(joined, spot, { part, level: role.level, style: role.style }));
        return;
      }
      default:
        this.items.push(this.#made(spans, spot, { part: role.part, style: role.style }));
    }
  }

  #point(role: PointRole, spans: readonly Span[], spot: Spot): void {
    if (!role.line) {
      const { listed, rest } = withTypedMark(role.listed, spans);
      role.line = this.#made(rest, spot, { listed });
      this.items.push(role.line);
    } else if (this.items.at(-1) === role.line && isNumber(role.line)) {
      // A number in a box of its own: it is the mark of the words in the next.
      const number = textOf(role.line);
      const isSame = number.replace(/[.)]$/, '') === role.listed.mark.replace(/[.)]$/, '');
      const listed = isSame ? role.listed : { ...role.listed, mark: number };
      this.items[this.items.length - 1] = role.line = { ...role.line, listed, spans };
    } else if (this.items.at(-1) === role.line)
      role.line.spans = [...role.line.spans, { ...(spans[0] as Span), text: '\n', note: undefined }, ...spans];
    else this.items.push(this.#made(spans, spot, {}));
  }

  #made(spans: readonly Span[], spot: Spot, more: Pick<Line, 'part' | 'level' | 'style' | 'listed'>): Line {
    const anchors = [...this.#anchors];
    this.#anchors = new Set();
    return { type: 'line', spot, spans, indent: 0, anchors, ...more };
  }

  #formatOf({ bold, italic, lang }: Setting): Format {
    const isHeading = this.#role.type === 'heading';
    return {
      strong: bold && !isHeading,
      emphasised: italic && !isHeading,
      bold: bold || isHeading,
      capitals: false,
      size: sizeOf(this.#role),
      lang,
    };
  }
}

const textOf = ({ spans }: Pick<Line, 'spans'>): string =>
  spans
    .map(({ text }) => text)
    .join('')
    .trim();

/** True for a line that is nothing but a number or letter as points have: `3`, `1.2`, `(b)`. */
const isNumber = (line: Line): boolean =>
  line.spans.length < 5 && /^(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|\(?[a-z]{1,4}[.)])$/i.test(textOf(line));

/** A note that was gathered, as a block. */
export function noteBlock({ label, isRemark, spans }: NoteRole, spot: Spot): Block | undefined {
  const text = markdownOf(spans);
  if (text === '') return undefined;
  return isRemark ? { type: 'remark', spot, text } : { type: 'footnote', spot, text, label };
}

/** A number or letter that was typed behind the sign of a list is what the point is known by: “• 1.1. Open by night”. */
function withTypedMark(listed: Listed, spans: readonly Span[]): { listed: Listed; rest: readonly Span[] } {
  const text = textOf({ spans });
  const typed = boxOf(text) ?? marksOf(text).find(isSure);
  if (!typed || typed.rest === '' || (listed.mark !== '•' && typed.parts < 2)) return { listed, rest: spans };
  return { listed: { ...listed, mark: typed.printed }, rest: without(spans, text, typed) };
}

const isSure = ({ counting, printed }: Mark): boolean =>
  counting === 'number' || (counting !== 'sign' && /^\(|\)$/.test(printed));

/** The box before a task: `[x]`. */
function boxOf(text: string): Mark | undefined {
  const [box, sign] = /^\[([ xX])\]\s+/.exec(text) ?? [];
  if (box === undefined) return undefined;
  return { printed: sign === ' ' ? '☐' : '☑', counting: 'sign', value: 0, parts: 0, rest: text.slice(box.length) };
}
