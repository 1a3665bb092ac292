import type { Browser, Page } from 'playwright-core';
import type { ToPage } from '../../../client/src/preview/messages.ts';
import type { ViewName } from '../../../server/src/documents/view.ts';
import type { PreviewUpdate } from '../../../server/src/lsp/protocol.ts';
import type { Site } from './site.ts';

/** What happened in a page that should not have. */
interface Watched {
  /** Functions that nothing of ours calls, and what policies forbade. */
  readonly ran: string[];
  /** The version of the update that was patched in last. */
  patched: number;
  /** What the page said to the extension. */
  readonly sent: unknown[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Runs in each page before anything else: stands in for VS Code, and notes what no page of ours does. */
function watch(state: unknown): void {
  const watched: Watched = { ran: [], patched: 0, sent: [] };
  Object.defineProperty(window, 'watched', { value: watched });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const)
    Object.defineProperty(window, name, { value: (...args: unknown[]) => watched.ran.push(`${name}(${args.join()})`) });
  window.addEventListener('securitypolicyviolation', (event) =>
    watched.ran.push(`forbidden: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
  window.addEventListener('error', (event) => watched.ran.push(`error: ${event.message}`));
  window.addEventListener('unhandledrejection', (event) => watched.ran.push(`rejected: ${event.reason}`));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('goldthread:patched'))
      watched.patched = (entry as PerformanceMark).detail as number;
  }).observe({ type: 'mark' });
  const api = {
    postMessage: (message: unknown) => watched.sent.push(message),
    getState: () => state,
    setState: () => undefined,
  };
  Object.assign(window, { acquireVsCodeApi: () => api });
}

/** A page in the browser that is watched. */
export class Stage {
  readonly page: Page;
  /** What it loaded or tried to, and what opened beside it. */
  readonly requests: string[] = [];
  readonly site: Site;

  private constructor(page: Page, site: Site) {
    this.page = page;
    this.site = site;
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.requests.push(socket.url()));
    page.on('popup', (popup) => this.requests.push(`window: ${popup.url()}`));
    page.on('frameattached', (frame) => this.requests.push(`frame: ${frame.url()}`));
    page.on('worker', (worker) => this.requests.push(`worker: ${worker.url()}`));
    page.on('dialog', (dialog) => {
      this.requests.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** A new page; `state` is what it finds as if it had been there before a reload. */
  static async open(browser: Browser, site: Site, state?: unknown): Promise<Stage> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(watch, state);
    return new Stage(page, site);
  }

  /** Shows the preview with nothing in it. */
  async preview(): Promise<void> {
    await this.page.goto(this.site.preview);
    const settings: ToPage = { type: 'settings', sync: 'both' };
    await this.page.evaluate((message) => window.postMessage(message, '*'), settings);
  }

  /** Shows a document that stands alone. */
  async document(name: string, html: string): Promise<void> {
    await this.page.goto(this.site.document(name, html), { waitUntil: 'load' });
  }

  /** Gives the preview something to show in one of its views, and waits until it is shown. */
  async show(view: ViewName, update: PreviewUpdate): Promise<void> {
    const message: ToPage = { type: 'update', update, plan: 'file:///plans/main.plan', locked: false };
    await this.page.evaluate(
      ({ message, version, view }) =>
        new Promise<void>((resolve, reject) => {
          const tab = document.querySelector<HTMLElement>(`#_tab-${view}`);
          if (tab?.ariaSelected !== 'true') tab?.click();
          const began = performance.now();
          const look = (): void => {
            if (window.watched.patched === version) resolve();
            else if (performance.now() - began > 20_000)
              reject(new Error(`Update ${version} is not shown: ${window.watched.ran.join('\n')}`));
            else setTimeout(look, 1);
          };
          window.watched.patched = 0;
          window.postMessage(message, '*');
          look();
        }),
      { message, version: update.version, view },
    );
  }

  /** Clicks at the first of what can be clicked in the preview, and gives what the page said to the extension because of it. */
  async clickAll(most = 60): Promise<unknown[]> {
    return this.page.evaluate((most) => {
      window.watched.sent.splice(0);
      const room = document.querySelector('#_blocks');
      for (const element of [
        ...(room?.querySelectorAll('a, button, summary, [role="link"], [data-item][tabindex], .block') ?? []),
      ].slice(0, most))
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return window.watched.sent.splice(0);
    }, most);
  }

  /** Takes what happened since the last time. */
  async happened(): Promise<string[]> {
    const ran = await this.page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return window.watched.ran.splice(0);
    });
    const own = [
      this.site.preview,
      ...['/preview.js', '/import.js', '/webview.css', '/document.css', '/preview.css', '/import.css'].map(
        (path) => this.site.origin + path,
      ),
    ];
    const foreign = this.requests.splice(0).filter((url) => {
      if (own.includes(url) || url.startsWith(`${this.site.origin}/page/`)) return false;
      // A picture of the plan, there or not, but never one outside its folder.
      return !url.startsWith(this.site.base) || decodeURIComponent(url).split(/[\\/]/).includes('..');
    });
    return [...ran, ...foreign.map((url) => `loaded ${url}`)];
  }
}

/** What a look at a page finds; a look that fails has found something, too. */
export async function faultsOf(look: () => Promise<string[]>): Promise<string[]> {
  try {
    return await look();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
