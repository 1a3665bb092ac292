import type { Page } from 'playwright-core';

/** More stops than this no page of the tests has. */
const most = 1_000;

/** Widgets with one stop of the Tab key, in which the arrow keys go on. */
const composites =
  '[role="tablist"], [role="grid"], [role="tree"], [role="toolbar"], [role="listbox"], [role="graphics-document"], table.matrix, .matrix table, figure.drawing svg';

/** What can be clicked but not reached with the Tab key, and where the focus cannot be seen. */
export async function unreachable(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  await page.evaluate(() => {
    // The next element is counted from what had the focus last.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.blur();
    document.body.removeAttribute('tabindex');
    document.getSelection()?.removeAllRanges();
    for (const details of document.querySelectorAll('details')) details.open = true;
    const reached = new Set<Element>();
    Object.assign(window, { reached });
  });
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const { reached } = window as unknown as { reached: Set<Element> };
      const element = document.activeElement;
      if (!element || element === document.body || reached.has(element)) return undefined;
      reached.add(element);
      const seen = (): string => {
        const {
          outlineStyle,
          outlineWidth,
          outlineColor,
          boxShadow,
          borderColor,
          backgroundColor,
          stroke,
          strokeWidth,
        } = getComputedStyle(element);
        const shape = element.querySelector('rect, path');
        return [
          outlineStyle === 'none' ? '' : outlineStyle + outlineWidth + outlineColor,
          boxShadow,
          borderColor,
          backgroundColor,
          stroke,
          strokeWidth,
          shape
            ? getComputedStyle(shape).stroke + getComputedStyle(shape).strokeWidth + getComputedStyle(shape).outline
            : '',
        ].join();
      };
      const name = `<${element.localName} id="${element.id}" class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 30)}`;
      const now = seen();
      const { top, bottom, height } = element.getBoundingClientRect();
      const bar = document.querySelector('#_bar');
      const covered =
        bar && !bar.contains(element) && getComputedStyle(bar).position !== 'static'
          ? bar.getBoundingClientRect().bottom
          : 0;
      const hidden = height > 0 && (bottom <= covered || top >= innerHeight);
      (element as HTMLElement).blur();
      // The page may keep in mind which was the last to have it.
      const kept = element.getAttribute('class');
      element.classList.remove('chosen', 'lit');
      const without = seen();
      if (kept !== null) element.setAttribute('class', kept);
      (element as HTMLElement).focus({ preventScroll: true });
      if (hidden) return `The focus is out of sight at ${name}`;
      return now === without ? `The focus cannot be seen at ${name}` : '';
    });
    if (fault === undefined) break;
    if (fault !== '') faults.add(fault);
  }
  const missed = await page.evaluate((composites) => {
    const { reached } = window as unknown as { reached: Set<Element> };
    const clickable =
      'a[href], button, select, input, summary, textarea, [role="button"], [role="tab"], [role="link"], [role="switch"], [tabindex="0"], [tabindex="-1"]';
    return [...document.querySelectorAll(clickable)]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          !reached.has(element) &&
          !element.matches(':disabled'),
      )
      .filter((element) => {
        const widget = element.closest(composites);
        return !widget || ![...reached].some((one) => widget.contains(one));
      })
      .slice(0, 5)
      .map(
        (element) =>
          `The Tab key does not reach <${element.localName} id="${element.id}" class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 30)}`,
      );
  }, composites);
  return [...[...faults].slice(0, 8), ...missed];
}
