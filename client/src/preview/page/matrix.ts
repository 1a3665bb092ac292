import { say, tell } from './host.ts';

const toggle = 'button.toggle[data-from]';

/**
 * The cells of a matrix in which links are made and broken. One of them can be reached with Tab; arrow keys go to its neighbours, across
 * the tables of the page; a click, Space or Enter asks for the edit, and the page follows the text.
 */
export class Matrix {
  readonly #root: HTMLElement;
  /** The cell that Tab reaches. */
  #current: HTMLButtonElement | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>(toggle) : null;
      if (button !== null) this.#press(button);
    });
    root.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLButtonElement && target.matches(toggle)) this.#reach(target);
    });
    root.addEventListener('keydown', (event) => this.#move(event));
  }

  /** Some elements of the page are new, or other than before. */
  update(touched: readonly HTMLElement[]): void {
    for (const element of touched)
      for (const button of element.querySelectorAll<HTMLElement>(toggle)) button.tabIndex = -1;
    const first = this.#root.querySelector<HTMLButtonElement>(toggle) ?? undefined;
    this.#reach(this.#current?.isConnected ? this.#current : first);
  }

  #reach(button: HTMLButtonElement | undefined): void {
    if (this.#current !== button && this.#current !== undefined) this.#current.tabIndex = -1;
    this.#current = button;
    if (button !== undefined) button.tabIndex = 0;
  }

  #press(button: HTMLButtonElement): void {
    const { from, relation, to } = button.dataset;
    if (from === undefined || relation === undefined || to === undefined) return;
    if (button.getAttribute('aria-disabled') === 'true') tell(button.getAttribute('aria-label') ?? '');
    else say({ type: 'toggle', from, relation, to, on: button.getAttribute('aria-pressed') !== 'true' });
  }

  #move(event: KeyboardEvent): void {
    const button = event.target instanceof HTMLButtonElement && event.target.matches(toggle) ? event.target : undefined;
    const next = button && this.#next(button, event);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** The cell to which a key goes: the nearest in its direction that is a link; the first or last of the row, or of all. */
  #next(button: HTMLButtonElement, { key, ctrlKey, metaKey }: KeyboardEvent): HTMLButtonElement | undefined {
    const rows = [...this.#root.querySelectorAll('tr')].flatMap((row) => {
      const buttons = [...row.querySelectorAll<HTMLButtonElement>(toggle)];
      return buttons.length > 0 ? [buttons] : [];
    });
    const at = rows.findIndex((row) => row.includes(button));
    const row = rows[at] ?? [];
    const x = row.indexOf(button);
    const all = ctrlKey || metaKey;
    switch (key) {
      case 'ArrowLeft':
        return row[x - 1];
      case 'ArrowRight':
        return row[x + 1];
      case 'ArrowUp':
        return inColumn(rows.slice(0, at).reverse(), button);
      case 'ArrowDown':
        return inColumn(rows.slice(at + 1), button);
      case 'Home':
        return all ? rows[0]?.[0] : row[0];
      case 'End':
        return all ? rows.at(-1)?.at(-1) : row.at(-1);
      default:
        return undefined;
    }
  }
}

/** The first cell in the column of another. */
function inColumn(
  rows: readonly (readonly HTMLButtonElement[])[],
  button: HTMLButtonElement,
): HTMLButtonElement | undefined {
  const columnOf = (each: HTMLElement): number | undefined => each.closest<HTMLTableCellElement>('td, th')?.cellIndex;
  const column = columnOf(button);
  for (const row of rows) {
    const found = row.find((each) => columnOf(each) === column);
    if (found !== undefined) return found;
  }
  return undefined;
}
