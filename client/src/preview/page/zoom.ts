import { zooms } from '../read-state.ts';
import { part, remember, state, words } from './host.ts';

/** Makes what is on the page larger and smaller: by buttons, and by the keys that do so in a browser. */
export function zoom(root: HTMLElement, changed: () => void): void {
  const actual = part('_actual');
  const show = (): void => {
    root.style.zoom = String(state.zoom / 100);
    actual.textContent = `${state.zoom} %`;
    actual.setAttribute('aria-label', `${words.actualSize}: ${state.zoom} %`);
  };
  const change = (size: number | undefined): void => {
    if (size === undefined) return;
    remember({ zoom: size });
    show();
    changed();
  };
  const larger = (): void => change(zooms.find((size) => size > state.zoom));
  const smaller = (): void => change(zooms.findLast((size) => size < state.zoom));
  const whole = (): void => change(100);
  part('_larger').addEventListener('click', larger);
  part('_smaller').addEventListener('click', smaller);
  actual.addEventListener('click', whole);
  const keys: Readonly<Record<string, () => void>> = { '=': larger, '+': larger, '-': smaller, '0': whole };
  document.addEventListener('keydown', (event) => {
    const run = keys[event.key];
    if (run === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    // Otherwise the whole window would be made larger, too.
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  show();
}
