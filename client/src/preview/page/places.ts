import type { Block, Blocks } from './blocks.ts';
import { part } from './host.ts';
import { ascending, heightOf, lastWhere, lineAt, type Point } from './lines.ts';

/** A line of a file of the plan, by the file’s number. */
export interface Place {
  readonly file: number;
  readonly line: number;
}

/** What is scrolled. */
export const page = part('_page');

/** How far below the top of the document, in pixels, an element begins. */
export const topOf = (element: Element): number =>
  element.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;

/** Finds lines of the files on the page, and the other way round. */
export class Places {
  readonly #blocks: Blocks;
  /** The blocks of each file in the order of their lines, for the list of blocks that they were made from. */
  #files = new Map<number, Block[]>();
  #made: readonly Block[] | undefined;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  /** The block that a line is in: the last that begins before it, since blocks may stand in one another. Undefined before the first. */
  blockAt({ file, line }: Place): Block | undefined {
    const blocks = this.#inFile(file);
    return blocks[lastWhere(blocks, ({ place }) => place !== null && place[1] <= line)];
  }

  /** The first block of a file. */
  firstBlock(file: number): Block | undefined {
    return this.#inFile(file)[0];
  }

  /** The smallest element that a line is in. */
  elementAt(place: Place): Element | undefined {
    const block = this.blockAt(place);
    if (block?.place == null) return undefined;
    const below = place.line - block.place[1];
    let found: { readonly element: Element; readonly line: number } = { element: block.element, line: -1 };
    for (const element of linesIn(block.element)) {
      const line = Number(element.dataset.line);
      if (line <= below && line >= found.line) found = { element, line };
    }
    return found.element;
  }

  /** How far below the top of the document a line stands. */
  heightOf(place: Place): number | undefined {
    const block = this.blockAt(place) ?? this.firstBlock(place.file);
    return block && heightOf(place.line, pointsIn(block));
  }

  /** The line that stands at a height; of a block that has none, that of the next that has. */
  lineAt(y: number): Place | undefined {
    const blocks = this.#blocks.list;
    const index = Math.max(0, this.#indexAt(y));
    const here = blocks[index];
    if (here?.place != null) {
      const [file, , end] = here.place;
      const line = lineAt(y, pointsIn(here));
      // What is below its last line is still nothing of the next block.
      return line === undefined ? undefined : { file, line: Math.min(line, end + 0.9) };
    }
    const near =
      blocks.slice(index).find(({ place }) => place !== null) ?? blocks.findLast(({ place }) => place !== null);
    return near?.place == null ? undefined : { file: near.place[0], line: near.place[1] };
  }

  /** The line of the source of what an element shows. */
  lineOf(target: Element): Place | undefined {
    const element = target.closest<HTMLElement>('[data-block]');
    const block = element && this.#blocks.list.find(({ key }) => key === element.dataset.block);
    if (block?.place == null) return undefined;
    const line = target.closest<HTMLElement>('[data-line]');
    const below = line !== null && block.element.contains(line) ? Number(line.dataset.line) : 0;
    return { file: block.place[0], line: block.place[1] + below };
  }

  /** The block at a height, the last that begins above it; undefined on an empty page. */
  blockAtHeight(y: number): Block | undefined {
    return this.#blocks.list[Math.max(0, this.#indexAt(y))];
  }

  #indexAt(y: number): number {
    return lastWhere(this.#blocks.list, ({ element }) => topOf(element) <= y + 1);
  }

  #inFile(file: number): readonly Block[] {
    const { list } = this.#blocks;
    if (this.#made !== list) {
      this.#made = list;
      this.#files = new Map();
      for (const block of list) {
        if (block.place === null) continue;
        const there = this.#files.get(block.place[0]);
        if (there === undefined) this.#files.set(block.place[0], [block]);
        else there.push(block);
      }
      for (const blocks of this.#files.values()) blocks.sort((a, b) => (a.place?.[1] ?? 0) - (b.place?.[1] ?? 0));
    }
    return this.#files.get(file) ?? [];
  }
}

const linesIn = (block: Element): HTMLElement[] => [...block.querySelectorAll<HTMLElement>('[data-line]')];

/** Where the lines of a block stand: its first, those that its elements name, and the one after its last. */
function pointsIn({ element, place }: Block): Point[] {
  if (place === null) return [];
  const [, line, end] = place;
  const top = topOf(element);
  const height = element.getBoundingClientRect().height;
  const inside = linesIn(element).flatMap((each) => {
    // What is folded away stands nowhere.
    const isSeen = each.getClientRects().length > 0;
    return isSeen ? [{ line: line + Number(each.dataset.line), y: topOf(each) }] : [];
  });
  const last: Point = { line: Math.max(end, ...inside.map((point) => point.line)) + 1, y: top + height };
  return ascending([{ line, y: top }, ...inside, last]);
}
