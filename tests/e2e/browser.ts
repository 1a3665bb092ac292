import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromium as command } from './install.ts';
import type { Sandbox } from './sandbox.ts';

/** Milliseconds that any one thing in a window may take. Two processors may have much else to do. */
export const patience = 60_000;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile of its own, allowed to use its clipboard. */
export async function openBrowser(box: Sandbox): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(box.chromium, {
    headless: true,
    args: flags,
    executablePath: command(),
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patience);
  return context;
}

/** A browser whose windows share nothing. Pages in windows of their own are all awake; of those in one window only the one in front is. */
export const openWindows = (): Promise<Browser> =>
  chromium.launch({ headless: true, args: flags, executablePath: command() });

/** What a suite in the extension host says of one test, and at the end of all. */
export interface Outcome {
  readonly state: 'pass' | 'fail' | 'skip' | 'end';
  readonly title?: string;
  readonly milliseconds?: number;
  readonly error?: string;
}

/** Opens a window whose extension host runs tests, and gives what became of them. A host that says nothing more in time has failed. */
export async function runInside(page: Page, address: string, limit: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const verbose = process.env.VERBOSE !== undefined;
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    const line = String(args[0]);
    if (line.startsWith('E2E ')) {
      const outcome = JSON.parse(line.slice(4)) as Outcome;
      outcomes.push(outcome);
      if (outcome.state === 'end') resolve();
    } else if (verbose) console.log(`[${type}]`, ...args);
  });
  // Lines of the log may come after the end.
  await page.exposeFunction('codeAutomationExit', () => void setTimeout(resolve, 3_000));
  await page.goto(address);
  const timer = setTimeout(resolve, limit);
  await ended;
  clearTimeout(timer);
  if (!outcomes.some(({ state }) => state === 'end')) {
    outcomes.push({
      state: 'fail',
      title: 'ends',
      error: `The extension host said nothing of its end within ${limit} ms.`,
    });
  }
  return outcomes.filter(({ state }) => state !== 'end');
}
