import { say } from './host.ts';
import type { Place, Places } from './places.ts';

/** What a click is for already. */
const taken = 'a[href], button, summary, input, select, label, [role="button"], [role="link"], [data-item][tabindex]';

/** Marks on the page what is at the cursor, and puts the cursor where the reader clicks. */
export class Marks {
  readonly #places: Places;
  #cursor: Place | undefined;
  #marked: Element | undefined;
  clicks = false;

  constructor(root: HTMLElement, places: Places) {
    this.#places = places;
    root.addEventListener('click', (event) => this.#reveal(event, false));
    root.addEventListener('dblclick', (event) => this.#reveal(event, true));
  }

  /** The cursor is elsewhere; undefined for nowhere. */
  cursor(place: Place | undefined): void {
    this.#cursor = place;
    this.show();
  }

  /** Marks the block at the cursor: after an update, as before it. */
  show(): void {
    const block = this.#cursor && this.#places.blockAt(this.#cursor)?.element;
    if (this.#marked !== block) this.#marked?.classList.remove('_here');
    block?.classList.add('_here');
    this.#marked = block;
  }

  #reveal(event: MouseEvent, focus: boolean): void {
    const { target } = event;
    if (!this.clicks || event.defaultPrevented || !(target instanceof Element) || target.closest(taken)) return;
    // A click that ends a selection is for the selection.
    if (!focus && getSelection()?.isCollapsed === false) return;
    const place = this.#places.lineOf(target);
    if (place !== undefined) say({ type: 'reveal', ...place, focus });
  }
}
