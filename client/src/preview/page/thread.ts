import { part, say, words } from './host.ts';

/** A box of the drawing that stands for an item. */
const box = 'svg [role="option"][data-item]';

/** The control that shows only what is around an item. */
export const around = 'around';

/**
 * The drawn thread: what an item serves and what serves it lights up while the item is pointed at or has the focus, and all else fades.
 * Arrow keys go along the thread. A click or Enter goes to the source; a bar below offers the same, and to show only what is around.
 */
export class Thread {
  readonly #root: HTMLElement;
  readonly #bar = part('_chosen');
  readonly #title = document.createElement('strong');
  /** The ref of the item that has the focus, and of that which is pointed at. */
  #focused: string | undefined;
  #pointed: string | undefined;

  constructor(root: HTMLElement, showAround: (item: string) => void) {
    this.#root = root;
    const go = button(words.goToText, () => this.#focused && say({ type: 'locate', item: this.#focused }));
    const only = button(words.onlyAround, () => this.#focused && showAround(this.#focused));
    this.#bar.append(this.#title, go, only);
    root.addEventListener('focusin', ({ target }) => this.#focus(boxOf(target)));
    root.addEventListener('pointerover', ({ target }) => this.#point(boxOf(target)));
    root.addEventListener('pointerleave', () => this.#point(undefined));
    root.addEventListener('click', ({ target }) => this.#locate(boxOf(target)));
    root.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The drawing may be another one, or gone. */
  update(): void {
    if (this.#focused !== undefined && this.#box(this.#focused) === undefined) this.#focused = undefined;
    this.#pointed = undefined;
    this.#show();
  }

  #boxes(): SVGElement[] {
    return [...this.#root.querySelectorAll<SVGElement>(box)];
  }

  #box(item: string): SVGElement | undefined {
    return this.#boxes().find(({ dataset }) => dataset.item === item);
  }

  #focus(element: SVGElement | undefined): void {
    if (element === undefined) return;
    this.#focused = element.dataset.item;
    this.#show();
  }

  #point(element: SVGElement | undefined): void {
    if (this.#pointed === element?.dataset.item) return;
    this.#pointed = element?.dataset.item;
    this.#show();
  }

  #locate(element: SVGElement | undefined): void {
    if (element?.dataset.item === undefined) return;
    element.focus();
    say({ type: 'locate', item: element.dataset.item });
  }

  #key(event: KeyboardEvent): void {
    const element = boxOf(event.target);
    if (element === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#locate(element);
      return;
    }
    const { up, down, left, right } = element.dataset;
    const all = this.#boxes();
    const next = { ArrowUp: up, ArrowDown: down, ArrowLeft: left, ArrowRight: right }[event.key];
    const other = { Home: all[0], End: all.at(-1) }[event.key] ?? (next === undefined ? undefined : this.#box(next));
    if (other === undefined) return;
    event.preventDefault();
    other.focus();
    other.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Lights what belongs to the item that is pointed at or else has the focus; with none of either, everything is as at rest. */
  #show(): void {
    const boxes = this.#boxes();
    const item = this.#pointed ?? this.#focused;
    const lit = item === undefined ? undefined : reach(item, boxes);
    for (const drawing of this.#root.querySelectorAll('svg.thread'))
      drawing.classList.toggle('lighting', lit !== undefined);
    for (const element of boxes) {
      const ref = element.dataset.item ?? '';
      element.classList.toggle('lit', lit?.has(ref) === true);
      element.classList.toggle('chosen', ref === item);
      element.setAttribute('aria-selected', String(ref === this.#focused));
      if (this.#focused !== undefined) element.setAttribute('tabindex', ref === this.#focused ? '0' : '-1');
    }
    for (const link of this.#root.querySelectorAll<SVGElement>('svg [data-from][data-to]')) {
      const { from = '', to = '' } = link.dataset;
      link.classList.toggle('lit', onOneWay(lit?.get(from), lit?.get(to)));
    }
    for (const end of this.#root.querySelectorAll<SVGElement>('svg [data-of]')) {
      end.classList.toggle('lit', lit?.has(end.dataset.of ?? '') === true);
    }
    this.#offer(this.#focused === undefined ? undefined : this.#box(this.#focused));
  }

  /** Offers in the bar what can be done with an item. */
  #offer(element: SVGElement | undefined): void {
    this.#bar.hidden = element === undefined;
    const title = element?.querySelector('title')?.textContent ?? '';
    this.#title.textContent = title;
    this.#bar.setAttribute('aria-label', title);
  }
}

const boxOf = (target: EventTarget | null): SVGElement | undefined =>
  (target instanceof Element && target.closest<SVGElement>(box)) || undefined;

/** Everything that an item serves and that serves it, step by step, with how many steps away: those that it serves above 0, those that serve it below. */
function reach(item: string, boxes: readonly SVGElement[]): Map<string, number> {
  const known = new Map(boxes.map((element) => [element.dataset.item ?? '', element.dataset]));
  const found = new Map([[item, 0]]);
  for (const [way, name] of [[1, 'serves'] as const, [-1, 'servedBy'] as const]) {
    let edge = [item];
    for (let steps = way as number; edge.length > 0; steps += way) {
      const further = edge.flatMap((ref) => known.get(ref)?.[name]?.split(' ') ?? []).filter((ref) => !found.has(ref));
      edge = [...new Set(further)];
      for (const ref of edge) found.set(ref, steps);
    }
  }
  return found;
}

/** True for a link between two items that are lit, both on the same side of the item in question or one of them it: by their steps from it. */
function onOneWay(from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && from * to >= 0;
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}
