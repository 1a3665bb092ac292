import type { Block, Blocks } from './blocks.ts';
import { remember, say, state } from './host.ts';
import { type Place, type Places, page, topOf } from './places.ts';

/** Pixels by which a place may differ from where it was put: browsers round. */
const slack = 2;

/** What stands at the top of the window: an element, and how many pixels of it are above the top. */
interface Top {
  readonly block: Block;
  readonly element: Element;
  readonly above: number;
}

/**
 * Scrolls the page with the text, and says where the reader has scrolled to. What the program has scrolled it does not answer: it knows
 * where it has put the page, and another place is the reader’s doing. While the content grows and shrinks, what stands at the top of the
 * window stays there.
 */
export class Scroll {
  readonly #blocks: Blocks;
  readonly #places: Places;
  #put: number | undefined;
  #top: Top | undefined;
  follows = false;

  constructor(blocks: Blocks, places: Places) {
    this.#blocks = blocks;
    this.#places = places;
    page.addEventListener('scroll', () => this.#scrolled());
    new ResizeObserver(() => this.keep()).observe(blocks.root);
  }

  /** Scrolls so that a line is at the top. */
  to(place: Place): void {
    const y = this.#places.heightOf(place);
    if (y !== undefined) this.#move(y);
  }

  /** Scrolls to what was at the top before the page was made anew; to the beginning, where nothing was. */
  restore(): void {
    const [key, share] = state.top ?? [];
    const element = key === undefined ? undefined : this.#blocks.element(key);
    if (element === undefined || share === undefined) this.#move(0);
    else this.#move(topOf(element) + share * element.getBoundingClientRect().height);
  }

  /** Puts back to the top what was there. */
  keep(): void {
    const top = this.#top;
    if (top === undefined) return;
    const element = top.element.isConnected ? top.element : this.#blocks.element(top.block.key);
    if (element === undefined) return;
    const y = topOf(element) + (element === top.element ? top.above : 0);
    if (Math.abs(y - page.scrollTop) > 0.5) this.#move(y);
  }

  #move(y: number): void {
    page.scrollTop = y;
    this.#put = page.scrollTop;
    this.#look();
  }

  #scrolled(): void {
    if (this.#put !== undefined && Math.abs(page.scrollTop - this.#put) < slack) return;
    this.#put = undefined;
    this.#look();
    if (!this.follows) return;
    const place = this.#places.lineAt(page.scrollTop);
    // An element whose top is a hair below the top of the window is meant, not the line before it.
    if (place !== undefined) say({ type: 'scroll', file: place.file, line: Math.floor(place.line + 0.05) });
  }

  /** Looks what is at the top now. */
  #look(): void {
    const y = page.scrollTop;
    const block = y <= 0 ? undefined : this.#places.blockAtHeight(y);
    if (block === undefined) {
      this.#top = undefined;
      remember({ top: undefined });
      return;
    }
    let element: Element = block.element;
    for (const each of block.element.querySelectorAll('[data-line]')) {
      if (each.getClientRects().length > 0 && topOf(each) <= y + 1) element = each;
    }
    this.#top = { block, element, above: y - topOf(element) };
    const { height } = block.element.getBoundingClientRect();
    const share = height === 0 ? 0 : (y - topOf(block.element)) / height;
    remember({ top: [block.key, Math.min(1, Math.max(0, share))] });
  }
}
