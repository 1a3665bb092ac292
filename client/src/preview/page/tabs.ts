import { part } from './host.ts';

/** The tabs of the views: one of them can be reached with Tab, arrow keys go to the others and show them. */
export function tabs(choose: (view: string) => void): (view: string) => void {
  const list = part('_tabs');
  const all = [...list.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
  const page = part('_page');
  list.addEventListener('click', (event) => {
    const view = event.target instanceof HTMLElement && event.target.dataset.view;
    if (view) choose(view);
  });
  list.addEventListener('keydown', (event) => {
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    const next = to === undefined ? undefined : all[(to + all.length) % all.length];
    if (at < 0 || next?.dataset.view === undefined) return;
    event.preventDefault();
    next.focus();
    choose(next.dataset.view);
  });
  return (view) => {
    for (const tab of all) {
      const isShown = tab.dataset.view === view;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      if (isShown) page.setAttribute('aria-label', tab.textContent ?? '');
    }
  };
}
