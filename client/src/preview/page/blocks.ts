import morphdom from 'morphdom';
import type { PreviewPlace, PreviewUpdate } from '../../../../server/src/lsp/protocol.ts';
import { part } from './host.ts';

/** Of a page with more blocks than these, only what is near the window is laid out. */
const long = 600;

/** A block that is on the page. */
export interface Block {
  readonly key: string;
  readonly element: HTMLElement;
  readonly place: PreviewPlace | null;
}

/** The blocks of the page: what changed is patched, all else stays the very element that it was, with focus, selection and scroll. */
export class Blocks {
  readonly root = part('_blocks');
  #elements = new Map<string, HTMLElement>();
  #order: readonly string[] = [];
  #places: readonly (PreviewPlace | null)[] = [];
  #list: readonly Block[] | undefined;

  /** The blocks in the order of the page. */
  get list(): readonly Block[] {
    this.#list ??= this.#order.flatMap((key, index) => {
      const element = this.#elements.get(key);
      return element === undefined ? [] : [{ key, element, place: this.#places[index] ?? null }];
    });
    return this.#list;
  }

  element(key: string): HTMLElement | undefined {
    return this.#elements.get(key);
  }

  /** Takes everything away, and shows some words instead. */
  clear(words: string): void {
    this.#elements = new Map();
    this.#order = [];
    this.#places = [];
    this.#list = undefined;
    const paragraph = document.createElement('p');
    paragraph.className = '_nothing';
    paragraph.textContent = words;
    this.root.replaceChildren(paragraph);
  }

  /** Brings the page up to date. Gives the blocks that changed; undefined where the update does not fit what is there. */
  update({ whole, order, places, changed }: PreviewUpdate): HTMLElement[] | undefined {
    if (this.#order.length === 0) this.root.replaceChildren();
    const touched: HTMLElement[] = [];
    for (const { key, html } of changed) {
      const made = parse(html);
      if (made === undefined) return undefined;
      const there = this.#elements.get(key);
      const element = there === undefined ? made : patch(there, made);
      this.#elements.set(key, element);
      touched.push(element);
    }
    if (order !== undefined || whole) this.#arrange(order ?? []);
    if (places !== undefined) this.#places = places;
    this.#list = undefined;
    return this.list.length === this.#order.length ? touched : undefined;
  }

  /** Puts the blocks into order. Those that stand where they should are not moved: to move is to lose focus. */
  #arrange(order: readonly string[]): void {
    const wanted = new Set(order);
    for (const [key, element] of this.#elements) {
      if (wanted.has(key)) continue;
      element.remove();
      this.#elements.delete(key);
    }
    let next = this.root.firstElementChild;
    for (const key of order) {
      const element = this.#elements.get(key);
      if (element === undefined) continue;
      while (next !== null && !(next instanceof HTMLElement && next.dataset.block !== undefined)) {
        next = next.nextElementSibling;
      }
      if (next === element) next = next.nextElementSibling;
      else this.root.insertBefore(element, next);
    }
    this.#order = order;
    this.root.classList.toggle('_long', order.length > long);
  }
}

/** The one element that a block is. */
function parse(html: string): HTMLElement | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  const { firstElementChild: element, childElementCount } = template.content;
  return childElementCount === 1 && element instanceof HTMLElement ? element : undefined;
}

/** Makes an element like another, with as few changes as will do. What the reader opened stays open. */
function patch(from: HTMLElement, to: HTMLElement): HTMLElement {
  return morphdom(from, to, {
    onBeforeElUpdated: (there, wanted) => {
      if (there.isEqualNode(wanted)) return false;
      if (there instanceof HTMLDetailsElement && wanted instanceof HTMLDetailsElement) wanted.open = there.open;
      return true;
    },
  }) as HTMLElement;
}
