import { limits } from '../../limits.ts';
import { escaped, tidy } from '../../words.ts';
import { type Account, withoutStart } from './account.ts';
import { contentsHeading } from './by-place.ts';
import { flowing } from './flow.ts';
import type { Line } from './lines.ts';
import { isMarkAlone, pointMark } from './marks.ts';
import { joined, plain } from './prose.ts';
import { bodyOf, isFirstWhole, isInline, isLabel, isLeaf, isPlain, isShort, opened, rowsOf } from './shape.ts';
import { holders, isFull, isNode, isNote, type Node, wordsIn } from './tree.ts';

const heading = /^H([1-6])?$/;

interface Place {
  readonly lang: string | undefined;
  /** How deep in lists. */
  readonly depth: number;
}

/** Adds the blocks of a document that has tags. Its own language is not said of each. */
export function addByTags(tree: Node, account: Account, language: string | undefined): void {
  const tagged = new Tagged(account, language);
  tagged.add(tree, { lang: undefined, depth: -1 });
  tagged.addRest(tree);
}

class Tagged {
  private readonly account: Account;
  private readonly language: string | undefined;
  private readonly read = new Set<string>();

  constructor(account: Account, language: string | undefined) {
    this.account = account;
    this.language = language?.toLowerCase();
  }

  add(node: Node, around: Place): void {
    const lang = node.lang ?? around.lang;
    const place = { ...around, lang: lang?.toLowerCase() === this.language ? undefined : lang };
    const level = heading.exec(node.role);
    if (!isFull(node)) return;
    if (level || node.role === 'Title') this.addHeading(node, Number(level?.[1] ?? 1), place);
    else if (node.role === 'L') this.addList(node, place);
    else if (node.role === 'Table') this.addTable(node, place);
    else if (node.role === 'Figure') this.addFigure(node, place);
    else if (node.role === 'TOC' || node.role === 'TOCI') this.addContents(node);
    else if (node.role === 'Artifact') this.account.remove('furniture', this.words(node), node.page);
    else if (node.role === 'BlockQuote') this.addQuotation(node, place);
    // Footnotes come after what they belong to: they were found before.
    else if (!isNote(node)) this.addPieces(node, place);
  }

  /** Lines that are read, as they stand. */
  private flow(lines: readonly Line[]): Line[] {
    for (const line of lines) this.read.add(placeOf(line));
    return flowing(lines);
  }

  /** Words of elements that stand where none are expected, so that they are not lost. */
  addRest(tree: Node): void {
    const rest = wordsIn(tree).filter((line) => !this.read.has(placeOf(line)));
    for (const page of new Set(rest.map((line) => line.page))) {
      this.addParagraph([rest.filter((line) => line.page === page)], { lang: undefined, depth: 0 }, tree);
      this.account.doubt(
        'structure',
        `Some words of page ${page} stand in its tags where no words are expected: they come after all others.`,
        page,
      );
    }
  }

  /** What an element holds, one after the other: words in a line are a paragraph. */
  private addPieces(node: Node, place: Place): void {
    let line: (Node | readonly Line[])[] = [];
    const flush = (): void => {
      this.addParagraph(line, place, node);
      line = [];
    };
    // Whatever stands in a paragraph with nothing but words in a line in it is in the line too.
    const isOfLine = (kid: Node): boolean =>
      isInline(kid) || (node.role === 'P' && holders.has(kid.role) && isLeaf(kid));
    for (const kid of node.kids)
      if (isNode(kid) && !isOfLine(kid)) {
        flush();
        this.add(kid, place);
      } else line.push(kid);
    flush();
  }

  private addParagraph(kids: readonly (Node | readonly Line[])[], { lang }: Place, { page: from }: Node): void {
    const lines = this.flow(kids.flatMap(wordsIn));
    const page = lines[0]?.page ?? from;
    const text = this.account.markdown(joined(lines, this.account.joining), page);
    if (text === '') return;
    const last = this.account.blocks.at(-1);
    // A paragraph that goes on on the next page comes in two parts.
    const isRest = (last?.type === 'paragraph' || last?.type === 'point') && (last.spot.page ?? page) < page;
    if (isRest && /^\p{Ll}/u.test(text) && !/[.!?:;…]["”’')\]*_]{0,8}$/u.test(last.text)) {
      this.account.blocks.pop();
      this.account.add({ ...last, text: `${last.text} ${text}` });
    } else this.account.add({ type: 'paragraph', spot: { page }, text, lang });
  }

  private addHeading(node: Node, level: number, { lang }: Place): void {
    const lines = this.flow(wordsIn(node));
    const page = lines[0]?.page ?? node.page;
    const text = this.account.markdown(joined(lines, this.account.joining), page, false);
    if (text !== '') this.account.add({ type: 'heading', spot: { page }, text, level, isMarked: true, lang });
  }

  private addList(node: Node, around: Place): void {
    const points = node.kids.filter((kid): kid is Node => isNode(kid) && kid.role === 'LI' && isFull(kid));
    if (points.length > 0 && points.every((point) => this.isMeaning(point))) {
      this.addMeanings(node, around);
      return;
    }
    const place = { ...around, depth: around.depth + 1 };
    for (const kid of node.kids) {
      if (!isNode(kid)) this.addParagraph([kid], around, node);
      else if (kid.role === 'LI') this.addPoint(kid, { ...place, lang: kid.lang ?? place.lang });
      // Lists within a list may stand in it as they are.
      else if (kid.role === 'L') this.addList(kid, place);
      else this.add(kid, place);
    }
  }

  /** True for a point with words in the place of its mark: what is said of them comes after. */
  private isMeaning(point: Node): boolean {
    const printed = this.label(point);
    return /\p{L}{2}/u.test(printed) && !isMarkAlone(printed) && !/^\(?[ivxlc]+[.)]$/i.test(printed);
  }

  private label(point: Node): string {
    return plain(joined(this.flow(point.kids.filter(isLabel).flatMap(wordsIn)), this.account.joining));
  }

  /** Words with what is said of them: a table of two columns, or where more is said paragraphs under the words in bold letters. */
  private addMeanings(list: Node, place: Place): void {
    const kids = list.kids.filter(isFull);
    const page = wordsIn(list)[0]?.page ?? list.page;
    if (kids.every((kid) => isNode(kid) && kid.role === 'LI' && isShort(kid))) {
      const points = kids.filter(isNode);
      const rows = points.map((point) => [this.term(point), this.inOne(bodyOf(point).flatMap(wordsIn))]);
      this.account.add({ type: 'table', spot: { page }, head: [], rows });
      return;
    }
    for (const kid of kids) {
      if (!isNode(kid)) this.addParagraph([kid], place, list);
      else if (kid.role !== 'LI') this.add(kid, place);
      else {
        const spot = { page: wordsIn(kid)[0]?.page ?? page };
        this.account.add({ type: 'paragraph', spot, text: `**${this.term(kid)}**`, lang: place.lang });
        for (const part of bodyOf(kid).flatMap((body) => (isNode(body) ? opened(body) : [body]))) {
          if (isNode(part) && !isInline(part)) this.add(part, place);
          else this.addParagraph([part], place, kid);
        }
      }
    }
  }

  private term(point: Node): string {
    return escaped(this.label(point)).trim();
  }

  private addPoint(node: Node, place: Place): void {
    if (!isFull(node)) return;
    const bodies = bodyOf(node);
    const printed = this.label(node);
    const parts = bodies.flatMap((body) => (isNode(body) && !isInline(body) ? opened(body) : [body]));
    const until = parts.findIndex((kid, index) => isNode(kid) && !isInline(kid) && (index > 0 || !isPlain(kid)));
    const own = until < 0 ? parts : parts.slice(0, isFirstWhole(parts) ? 1 : until);
    const lines = this.flow(own.flatMap(wordsIn));
    const page = lines[0]?.page ?? node.page;
    const runs = joined(lines, this.account.joining);
    const mark = printed === '' ? pointMark(plain(runs)) : undefined;
    const text = this.account.markdown(mark ? withoutStart(runs, mark.length) : runs, page);
    const { depth, lang } = place;
    this.account.add({ type: 'point', spot: { page }, depth, mark: printed || mark?.mark || '•', text, lang });
    for (const kid of parts.slice(own.length)) {
      if (isNode(kid)) this.add(kid, place);
      else this.addParagraph([kid], place, node);
    }
  }

  private addTable(node: Node, place: Place): void {
    const caption = node.kids.filter((kid): kid is Node => isNode(kid) && kid.role === 'Caption' && isFull(kid));
    const head: string[][] = [];
    const rows: string[][] = [];
    let cells = 0;
    for (const { row, isHead } of rowsOf(node, false)) {
      const own = row.kids.filter((kid): kid is Node => isNode(kid));
      const texts = own.flatMap((cell) => [this.cell(cell), ...Array.from({ length: cell.columns - 1 }, () => '')]);
      cells += texts.length;
      if (cells > limits.cells) break;
      if (texts.every((text) => text === '')) continue;
      const isHeading = isHead || (rows.length === 0 && own.length > 1 && own.every(({ role }) => role === 'TH'));
      (isHeading ? head : rows).push(texts);
    }
    if (head.length + rows.length === 0) {
      this.addPieces(node, place);
      return;
    }
    const [first] = wordsIn(node);
    const text = caption.map((one) => this.words(one)).join(' ');
    const spot = { page: first?.page ?? node.page };
    this.account.add({ type: 'table', spot, caption: text || undefined, head, rows });
  }

  /** The words of a cell: its paragraphs with an empty line between them, the points of its lists with their marks. */
  private cell(node: Node): string {
    const own = node.kids.filter((kid) => !isNode(kid) || isInline(kid));
    const parts = own.length > 0 ? [own] : [];
    const others = node.kids.filter((kid): kid is Node => isNode(kid) && !isInline(kid));
    const texts = parts.map((kids) => this.inOne(kids.flatMap(wordsIn)));
    const within = others.flatMap((kid) =>
      isLeaf(kid) || kid.role === 'LI' ? [this.inOne(wordsIn(kid))] : [this.cell(kid)],
    );
    return [...texts, ...within].filter((text) => text !== '').join('\n\n');
  }

  private inOne(lines: readonly Line[]): string {
    return this.account.markdown(joined(this.flow(lines), this.account.joining), lines[0]?.page ?? 1);
  }

  private addFigure(node: Node, place: Place): void {
    const words = this.words(node);
    if (node.alt === undefined) {
      this.addPieces(node, place);
      return;
    }
    this.account.add({ type: 'picture', spot: { page: node.page }, text: tidy(node.alt).trim(), lang: place.lang });
    if (words !== '') this.account.remove('furniture', words, node.page);
  }

  private addQuotation(node: Node, place: Place): void {
    const text = this.inOne(wordsIn(node));
    if (text !== '') this.account.add({ type: 'quotation', spot: { page: node.page }, text, lang: place.lang });
  }

  private addContents(node: Node): void {
    const last = this.account.blocks.at(-1);
    if (last?.type === 'heading' && contentsHeading.test(last.text)) {
      this.account.blocks.pop();
      this.account.remove('contents', last.text, last.spot.page ?? 1);
    }
    const entries = node.kids.filter((kid): kid is Node => isNode(kid) && (kid.role === 'TOCI' || kid.role === 'TOC'));
    if (entries.length === 0) this.account.remove('contents', this.words(node), node.page);
    else for (const entry of entries) if (isFull(entry)) this.addContents(entry);
  }

  private words(node: Node): string {
    return plain(joined(this.flow(wordsIn(node)), this.account.joining));
  }
}

const placeOf = ({ page, x0, y }: Line): string => `${page} ${x0} ${y}`;
