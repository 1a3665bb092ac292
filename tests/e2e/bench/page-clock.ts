import type { Frame, Page } from 'playwright-core';

/** When something happened, in milliseconds since 1970 with fractions: the clocks of all pages of a browser agree on these. */
type Moment = number;

declare global {
  interface Window {
    _moments?: Moment[];
    _patching?: number[];
  }
}

/** Notes in the window when keys are pressed. */
export const noteKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const moments: number[] = [];
    window._moments = moments;
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (!['Control', 'Shift', 'Alt'].includes(key)) moments.push(performance.timeOrigin + timeStamp);
      },
      true,
    );
  });

/** Notes in a page when Goldthread’s script has patched it, and how long that took since the message came. */
export const notePatches = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const moments: number[] = [];
    const patching: number[] = [];
    window._moments = moments;
    window._patching = patching;
    const messages: number[] = [];
    addEventListener('message', ({ data, timeStamp }: MessageEvent<{ readonly type?: unknown } | null>) => {
      if (data?.type === 'update') messages.push(timeStamp);
    });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntriesByName('goldthread:patched')) {
        moments.push(performance.timeOrigin + startTime);
        patching.push(startTime - (messages.findLast((came) => came <= startTime) ?? Number.NaN));
      }
    }).observe({ type: 'mark' });
  });

/** Notes in a page when anything has changed in it. */
export const noteMutations = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const moments: number[] = [];
    window._moments = moments;
    new MutationObserver(() => moments.push(performance.timeOrigin + performance.now())).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });

/** The moments that a page has noted. */
export const moments = (frame: Frame): Promise<Moment[]> => frame.evaluate(() => window._moments ?? []);

/** How many moments a page has noted. */
export const noted = (frame: Frame): Promise<number> => frame.evaluate(() => window._moments?.length ?? 0);

/** How long each patch took that a page has noted, in milliseconds. */
export const patchTimes = (frame: Frame): Promise<number[]> => frame.evaluate(() => window._patching ?? []);
