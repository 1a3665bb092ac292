import { say } from './host.ts';

/**
 * Follows links: those within the document here, others by way of the editor. `seek` is given an anchor that is not on the page: in
 * views other than the document, what is named stands in the document.
 */
export function followLinks(root: HTMLElement, seek: (anchor: string) => void): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href');
    if (href == null) return;
    // The editor would follow it, too.
    event.preventDefault();
    event.stopPropagation();
    if (!href.startsWith('#')) say({ type: 'open', href });
    else if (!goTo(root, decoded(href.slice(1)))) {
      // An item that no document of this plan has is shown in its own text.
      const item = link?.getAttribute('data-item');
      if (item) say({ type: 'locate', item });
      else seek(decoded(href.slice(1)));
    }
  });
}

/** Goes to the element that has an id; false where there is none. */
export function goTo(root: HTMLElement, anchor: string): boolean {
  const target = document.getElementById(anchor);
  if (target === null || !root.contains(target)) return false;
  target.scrollIntoView({ block: 'start' });
  focusOn(target);
  return true;
}

/** Lets the keyboard go on from an element. */
function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
