import type { Page } from 'playwright-core';

/** Frames in a row that measure the same before a page counts as settled: its observers speak one frame late, and what they move shows in the next. */
const still = 4;
/** Frames after which a page that still moves will not come to rest. */
const most = 300;

/** Waits until a page has settled: nothing in it changes its place or size from frame to frame, and the window is as wide as asked for. */
export async function settled(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const isSettled = await page.evaluate(
    async ({ width, still, most }) => {
      const measure = (): string => {
        let places = 0;
        for (const element of document.querySelectorAll('*')) {
          const { x, y, width, height } = element.getBoundingClientRect();
          // Multiplied by different numbers, so that one that grows does not make up for one that shrinks.
          places += x + 3 * y + 7 * width + 13 * height;
        }
        const roots = [...document.querySelectorAll('html, #_page')];
        return [innerWidth, places, ...roots.map((root) => `${root.className} ${root.scrollWidth}`)].join();
      };
      let last = '';
      for (let frame = 0, same = 0; frame < most; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = innerWidth === width ? measure() : '';
        same = now !== '' && now === last ? same + 1 : 0;
        if (same >= still) return true;
        last = now;
      }
      return false;
    },
    { width, still, most },
  );
  if (!isSettled) throw new Error(`The page still moves after ${most} frames.`);
}

/** Gives the window another size, and waits until the page has settled in it. */
export async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await settled(page);
}
