import type { Token } from 'markdown-it';
import { plain, wordsOf } from '../plain-words.ts';
import type { Cell, Flow, FootNote, Inline, Point } from '../tree.ts';
import type { ProseContext } from './context.ts';
import { type LineContext, readInlines } from './inlines.ts';
import { parser } from './parser.ts';
import type { Align } from './table-rule.ts';

export type { ProseContext } from './context.ts';
export { readLine } from './line.ts';

/** Prose in Markdown as a piece of the document. Any text gives some, and nothing that stands in it is lost. */
export const readProse = (markdown: string, context: ProseContext): Flow[] => new Reader(markdown, context).read();

/** A definition of a footnote, and its label as written. */
interface Definition {
  readonly label: string;
  readonly flow: readonly Flow[];
}

/** Reads the tokens of one piece of prose from first to last. Lists and quotes nest no deeper than the parser lets them. */
class Reader {
  private readonly markdown: string;
  private readonly context: ProseContext;
  private readonly tokens: readonly Token[];
  private readonly inlines: LineContext;
  private at = 0;
  /** The levels, as written, of the headings that the next one may stand below. */
  private readonly above: number[] = [];
  private readonly definitions: Definition[] = [];
  /** The labels of the footnotes that are referred to, by number; and how often each has been. */
  private readonly labels: string[] = [];
  private readonly marks: number[] = [];
  private lines: readonly string[] | undefined;
  private readonly addresses = new Set<string>();
  private readonly linkDefinitions: { flow: Flow[]; at: number; use: string; paragraph: Flow }[] = [];
  private readonly defined = new Set<string>();
  private readonly references: Readonly<Record<string, LinkDefinition>>;

  constructor(markdown: string, context: ProseContext) {
    const env: { references?: Record<string, LinkDefinition>; footnotes?: Notes } = {};
    this.markdown = markdown;
    this.context = context;
    this.tokens = parser().parse(markdown, env as Record<string, unknown>);
    this.references = env.references ?? {};
    for (const { label } of env.footnotes?.list ?? []) this.labels.push(label);
    this.inlines = {
      prose: context,
      mark: (note) => this.mark(note),
      used: (address, title) => this.addresses.add(useOf(address, title)),
    };
  }

  read(): Flow[] {
    const flow = this.flow();
    // From the last to the first, so that places before stay where they are.
    for (const { flow: among, at, use, paragraph } of this.linkDefinitions.reverse())
      if (!this.addresses.has(use)) among.splice(at, 0, paragraph);
    const notes = this.notes();
    return notes.length > 0 ? [...flow, { type: 'notes', notes }] : flow;
  }

  /** What stands up to the end of what it stands in. */
  private flow(): Flow[] {
    const flow: Flow[] = [];
    for (let token = this.tokens[this.at]; token && token.nesting >= 0; token = this.tokens[this.at]) {
      this.at++;
      this.add(flow, token);
    }
    this.at++;
    return flow;
  }

  private add(flow: Flow[], token: Token): void {
    const line = this.lineOf(token);
    switch (token.type) {
      case 'heading_open':
        this.addHeading(flow, token, line);
        break;
      case 'paragraph_open':
        this.addParagraph(flow, line);
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        flow.push(this.list(token, line));
        break;
      case 'blockquote_open':
        flow.push({ type: 'quote', line, flow: this.flow() });
        break;
      case 'table_open':
        flow.push(this.table(token, line));
        break;
      case 'fence':
      case 'code_block':
        flow.push({ type: 'code', line, text: codeOf(token) });
        break;
      case 'hr':
        flow.push({ type: 'rule', line });
        break;
      case 'footnote_reference_open':
        this.definitions.push({ label: String(token.meta?.label), flow: this.flow() });
        break;
      case 'reference_definition':
        this.noteDefinition(flow, token, line);
        break;
      default:
        if (token.content) flow.push({ type: 'paragraph', line, children: [plain(token.content)] });
    }
  }

  private lineOf({ map }: Token): number | undefined {
    return map ? map[0] + this.context.line : undefined;
  }

  /** The words of the line that is next, and the end of what it stands in. */
  private words(): Inline[] {
    const token = this.tokens[this.at];
    const found = token?.type === 'inline' ? readInlines(token.children ?? [], this.inlines) : [];
    this.at += token?.type === 'inline' ? 2 : 1;
    return found;
  }

  /** Headings stand one level below the one that they belong to, whatever levels are skipped in the text. */
  private addHeading(flow: Flow[], token: Token, line: number | undefined): void {
    const written = Number(token.tag.slice(1));
    const children = this.words();
    if (wordsOf(children) === '') return;
    while ((this.above.at(-1) ?? 0) >= written) this.above.pop();
    this.above.push(written);
    flow.push({ type: 'heading', level: Math.min(6, this.context.level + this.above.length - 1), line, children });
  }

  /** A paragraph; a picture that stands alone in one is a figure, and its title the words below it. */
  private addParagraph(flow: Flow[], line: number | undefined): void {
    const token = this.tokens[this.at];
    const children = this.words();
    const [first, second] = children;
    const title = token?.children?.[0]?.attrGet('title');
    const isFigure = first?.type === 'image' && first.path !== undefined && children.length === (title ? 2 : 1);
    if (isFigure && token?.children?.length === 1) {
      const caption: Inline[] | undefined = second ? [plain(String(title))] : undefined;
      flow.push({ type: 'figure', line, path: first.path, alt: first.alt, caption });
    } else if (children.length > 0) flow.push({ type: 'paragraph', line, children });
  }

  private list(token: Token, line: number | undefined): Flow {
    const ordered = token.type === 'ordered_list_open';
    const start = ordered ? Number(token.attrGet('start') ?? 1) : undefined;
    const points: Point[] = [];
    for (let next = this.tokens[this.at]; next?.type === 'list_item_open'; next = this.tokens[this.at]) {
      this.at++;
      points.push({ line: this.lineOf(next), flow: this.flow() });
    }
    this.at++;
    return { type: 'list', line, ordered, start, points };
  }

  private table(token: Token, line: number | undefined): Flow {
    const head: Cell[][] = [];
    const rows: Cell[][] = [];
    for (let next = this.tokens[this.at]; next?.type === 'tr_open'; next = this.tokens[this.at]) {
      this.at++;
      const cells: Cell[] = [];
      let isHead = false;
      for (let cell = this.tokens[this.at]; cell?.nesting === 1; cell = this.tokens[this.at]) {
        this.at++;
        isHead = cell.type === 'th_open';
        const children = this.words();
        cells.push(isHead ? { children, header: 'column' } : { children });
      }
      this.at++;
      (isHead ? head : rows).push(cells);
    }
    this.at++;
    return { type: 'table', line, head, rows, align: token.meta?.aligns as readonly Align[] };
  }

  /** A definition of a link: printed as written where nothing uses it, since it may be a line of text that looks like one. */
  private noteDefinition(flow: Flow[], token: Token, line: number | undefined): void {
    const [start, end] = token.map ?? [0, 0];
    const label = String(token.meta?.label);
    // The first one of a label counts.
    const { href, title } = (!this.defined.has(label) && this.references[label]) || { href: '', title: '' };
    this.defined.add(label);
    this.lines ??= this.markdown.split(/\r\n?|\n/);
    const source = this.lines.slice(start, end).join(' ');
    const text = source.slice(source.indexOf('[')).trim();
    const paragraph: Flow = { type: 'paragraph', line, children: [plain(text)] };
    this.linkDefinitions.push({ flow, at: flow.length, use: useOf(href, title), paragraph });
  }

  private mark(note: number): Inline {
    const times = (this.marks[note] ?? 0) + 1;
    this.marks[note] = times;
    return {
      type: 'note',
      label: String(note + 1),
      note: this.anchor('note', note),
      anchor: this.markAnchor(note, times),
    };
  }

  private anchor(what: 'note' | 'mark', note: number): string {
    return `${this.context.prefix}${what}-${note + 1}`;
  }

  private markAnchor(note: number, times: number): string {
    return this.anchor('mark', note) + (times > 1 ? `-${times}` : '');
  }

  /** The footnotes in the order of their marks; behind them those that no mark refers to. */
  private notes(): FootNote[] {
    const waiting = [...this.definitions];
    const flows = this.labels.map((label) => {
      const at = waiting.findIndex((definition) => definition.label === label);
      return at < 0 ? [] : (waiting.splice(at, 1)[0]?.flow ?? []);
    });
    return [...flows, ...waiting.map(({ flow }) => flow)].map((flow, note) => ({
      anchor: this.anchor('note', note),
      back: this.marks[note] ? this.markAnchor(note, 1) : undefined,
      label: String(note + 1),
      flow,
    }));
  }
}

/** The text of a block of code. Words behind the marks that begin it belong to it, unless they are the name of its language. */
const codeOf = ({ content, info }: Token): string =>
  (/^[\w+#.-]*$/.test(info.trim()) ? '' : `${info.trim()}\n`) + content.replace(/\n$/, '');

/** A definition of a link, as the parser notes it. */
interface LinkDefinition {
  readonly href: string;
  readonly title: string;
}

/** A use of a definition: what it says and nothing else. */
const useOf = (href: string, title: string): string => `${href} ${title}`;

/** What the parser notes of footnotes: in the order of their first marks. */
interface Notes {
  readonly list?: readonly { readonly label: string }[];
}
