import type { Page } from 'playwright-core';

/** What a narrow page makes hard: it has to be moved sideways, or its bar leaves no room. */
export const reflowFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    for (const root of document.querySelectorAll('html, #_page')) {
      if (root.scrollWidth <= root.clientWidth) continue;
      faults.push(`<${root.localName}> is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px.`);
      const wide = [...root.querySelectorAll('*')].filter((element) => {
        if (element.getBoundingClientRect().right <= root.clientWidth + 0.5) return false;
        for (let above = element.parentElement; above && above !== root; above = above.parentElement)
          if (/auto|scroll|hidden|clip/.test(getComputedStyle(above).overflowX)) return false;
        return true;
      });
      for (const element of wide.slice(0, 5))
        faults.push(
          `  <${element.localName} class="${element.getAttribute('class') ?? ''}"> reaches ${Math.round(element.getBoundingClientRect().right)} px: ${element.textContent?.trim().slice(0, 40)}`,
        );
    }
    const bar = document.querySelector('#_bar');
    if (
      bar &&
      /sticky|fixed/.test(getComputedStyle(bar).position) &&
      bar.getBoundingClientRect().height > innerHeight / 2
    )
      faults.push(`The bar takes ${Math.round(bar.getBoundingClientRect().height)} px of ${innerHeight}.`);
    return faults;
  });

/** Words that are cut off. */
export const clippedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const clipped = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => {
      const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
      if (clipPath !== 'none' && position === 'absolute') return false;
      const across = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const down = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return (
        (across || down) && element.clientWidth > 1 && element.textContent?.trim() !== '' && element.checkVisibility()
      );
    });
    return clipped
      .slice(0, 5)
      .map(
        (element) =>
          `Words are cut off in <${element.localName} class="${element.className}">: ${element.textContent?.trim().slice(0, 60)}`,
      );
  });

/** What moves although the reader asked for rest. */
export const restlessElements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const moves = (element: Element): boolean => {
      const styles = getComputedStyle(element);
      const times = `${styles.transitionDuration},${styles.animationDuration}`
        .split(',')
        .map((time) => Number.parseFloat(time));
      return times.some((seconds) => seconds > 0.01) || styles.scrollBehavior === 'smooth';
    };
    return [...document.querySelectorAll('*')]
      .filter(moves)
      .slice(0, 5)
      .map(
        (element) =>
          `<${element.localName} class="${element.getAttribute('class') ?? ''}"> moves where motion is reduced.`,
      );
  });
