import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { changesPage } from '../../difference/changes-page.ts';
import { hostileEditions, textIn } from '../../documents/editions.ts';
import { openWindows } from '../browser.ts';
import { axeFindings } from '../pages/axe.ts';
import { faintWords } from '../pages/contrast.ts';
import { clippedWords, reflowFaults } from '../pages/layout.ts';
import { Site } from '../pages/site.ts';
import { Stage } from '../pages/stage.ts';
import { type AllMade, type Check, pagesIn } from './made.ts';
import { faultsOfHtml } from './validator.ts';

const wide = { width: 1280, height: 800 };
/** A window of 1280 × 1024 at 400 %, or a small telephone. */
const narrow = { width: 320, height: 256 };

/** The plans whose chapters are each looked at in the browser as pages of their own; those of the others are checked as text. */
const chaptersOf = /^(?:first-plan|wiltshire)\./;

/** Looks at web pages that were built, in a browser and as text. */
export class WebPages implements AsyncDisposable {
  private readonly made: AllMade;
  private readonly browser: Browser;
  private readonly site: Site;
  /** Stages that nobody is on. */
  private readonly free: Stage[] = [];

  private constructor(made: AllMade, browser: Browser, site: Site) {
    this.made = made;
    this.browser = browser;
    this.site = site;
  }

  static async open(made: AllMade): Promise<WebPages> {
    return new WebPages(made, await openWindows(), await Site.start());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
    await this.site[Symbol.asyncDispose]();
  }

  *checks(): Generator<Check> {
    const { folder, split } = this.made;
    for (const [place, names] of [
      ['', pagesIn(folder)],
      ['chapter ', pagesIn(split)],
    ] as const)
      for (const name of names) {
        const read = (): string => readFileSync(join(place === '' ? folder : split, name), 'utf8');
        yield { name: `html: ${place}${name} is sound`, run: () => faultsOfHtml(read()) };
        if (place === '' || chaptersOf.test(name))
          yield { name: `html: ${place}${name} is read by everyone`, run: () => this.access(name, read()) };
      }
    yield { name: 'html: what changed is sound', run: () => faultsOfHtml(changesPage()) };
    yield { name: 'html: what changed is read by everyone', run: () => this.access('changes.html', changesPage()) };
    for (const [name, edition] of hostileEditions)
      for (const format of ['html', 'report-html'])
        yield {
          name: `html: hostile ${name} is sound as ${format}`,
          run: () => faultsOfHtml(textIn(edition, format, '.html')),
        };
  }

  /** What axe and our own looks find in a page, in light and dark, printed, and in a narrow window; and what it loads. */
  private async access(name: string, html: string): Promise<string[]> {
    const stage = this.free.pop() ?? (await Stage.open(this.browser, this.site));
    const { page } = stage;
    const said: string[] = [];
    const listen = (message: ConsoleMessage): void => {
      // A browser asks each server once for its icon, whatever the page.
      if (!message.location().url.endsWith('/favicon.ico')) said.push(`The console says: ${message.text()}`);
    };
    page.on('console', listen);
    await page.setViewportSize(wide);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await stage.document(name, html);
    const faults = [...(await onceLoaded(stage)), ...said];
    page.off('console', listen);
    faults.push(...(await axeFindings(page, 'all')), ...(await faintWords(page)));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...[...(await axeFindings(page, 'colours')), ...(await faintWords(page))].map((one) => `dark: ${one}`));
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    faults.push(...(await axeFindings(page, 'colours')).map((one) => `print: ${one}`));
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(narrow);
    faults.push(...[...(await reflowFaults(page)), ...(await clippedWords(page))].map((one) => `narrow: ${one}`));
    await stage.happened();
    this.free.push(stage);
    return faults;
  }
}

/** What a page did that it should not: it is one file, and asks for no other. */
async function onceLoaded(stage: Stage): Promise<string[]> {
  const asked = stage.requests.filter((url) => !url.startsWith('data:'));
  const faults = asked.length === 1 ? [] : [`It asks for ${asked.length} files: ${asked.join(', ')}`];
  return [
    ...faults,
    ...(await stage.happened()).filter((one) => !one.startsWith('loaded data:')),
    ...(await lost(stage.page)),
  ];
}

/** Pictures that are not shown. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.images]
      .filter(({ naturalWidth }) => naturalWidth === 0)
      .map(({ alt }) => `A picture is not shown: ${alt}`),
  );
