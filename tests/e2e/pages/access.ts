import type { Browser, Page } from 'playwright-core';
import { type ViewName, viewNames } from '../../../server/src/documents/view.ts';
import type { Tally } from '../tally.ts';
import { alone } from './alone.ts';
import { axeFindings, faintWords } from './axe.ts';
import { unreachable } from './keyboard.ts';
import { clippedWords, reflowFaults, restlessElements } from './layout.ts';
import { halfWritten, type Plan, sample, sampleNames } from './plans.ts';
import { Preview } from './preview.ts';
import type { Site } from './site.ts';
import { faultsOf, Stage } from './stage.ts';
import { applyLook, type Look, looks } from './themes.ts';

const wide = { width: 1280, height: 800 };
/** A window of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

interface Case {
  readonly name: string;
  run(stage: Stage): Promise<string[]>;
}

/** Every view of every sample, in every look: read by everyone, with and without a mouse, however large the letters. */
export async function runAccess(browser: Browser, site: Site, tally: Tally, words: string): Promise<void> {
  const queue = [...cases()].filter(({ name }) => name.includes(words));
  const work = async (): Promise<void> => {
    const stage = await Stage.open(browser, site);
    for (let one = queue.shift(); one; one = queue.shift()) {
      const began = performance.now();
      const faults = [...(await faultsOf(() => one.run(stage))), ...(await stage.happened())];
      if (faults.length === 0) tally.passed(one.name, Math.round(performance.now() - began));
      else tally.failed(one.name, faults.slice(0, 30).join('\n'));
    }
    await stage.page.close();
  };
  await Promise.all([work(), work()]);
}

function* cases(): Generator<Case> {
  const plans: (() => Plan)[] = [...sampleNames.map((name) => () => sample(name)), halfWritten];
  const names = [...sampleNames, 'half-written'];
  for (const [index, make] of plans.entries()) {
    const name = names[index] ?? '';
    let made: Plan | undefined;
    const plan = (): Plan => (made ??= make());
    for (const view of viewNames)
      yield { name: `axe: ${view} of ${name}`, run: (stage) => inPreview(stage, plan(), view) };
    yield { name: `axe: ${name} as a document`, run: (stage) => asDocument(stage, plan()) };
  }
}

async function inPreview(stage: Stage, plan: Plan, view: ViewName): Promise<string[]> {
  const { page, site } = stage;
  await page.setViewportSize(wide);
  await stage.preview();
  await stage.show(view, new Preview(plan, view, site.base).update());
  const faults: string[] = [];
  for (const look of looks) {
    await setLook(page, look);
    const found = [...(await axeFindings(page, look === 'light' ? 'all' : 'colours')), ...(await faintWords(page))];
    faults.push(...found.map((words) => `${look}: ${words}`));
  }
  await page.emulateMedia({ forcedColors: 'active' });
  faults.push(...(await faintWords(page)).map((words) => `forced colours: ${words}`));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  faults.push(...(await restlessElements(page)));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  if (view !== 'document' || plan.name === 'first-plan') faults.push(...(await unreachable(page)));
  await page.setViewportSize(zoomed);
  faults.push(...(await reflowFaults(page)), ...(await clippedWords(page)));
  return faults;
}

async function asDocument(stage: Stage, plan: Plan): Promise<string[]> {
  const { page } = stage;
  const faults: string[] = [];
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  await stage.document(plan.name, alone(plan));
  faults.push(...(await axeFindings(page, 'all')), ...(await faintWords(page)));
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await axeFindings(page, 'colours')).map((words) => `dark: ${words}`));
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  faults.push(...(await axeFindings(page, 'colours')).map((words) => `print: ${words}`));
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(zoomed);
  faults.push(...(await reflowFaults(page)), ...(await clippedWords(page)));
  return faults;
}

/** Puts on a look, by the page’s own button where it has one for it. */
export async function setLook(page: Page, look: Look): Promise<void> {
  await applyLook(page, look);
  const button = page.locator('#_printed');
  if ((await button.getAttribute('aria-pressed')) !== String(look === 'printed')) await button.click();
}
