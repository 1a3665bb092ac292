import type { Browser, Page } from 'playwright-core';
import { type ViewName, viewNames } from '../../../server/src/documents/view.ts';
import type { Tally } from '../tally.ts';
import { alone } from './alone.ts';
import { axeFindings } from './axe.ts';
import { faintWords } from './contrast.ts';
import { unreachable } from './keyboard.ts';
import { clippedWords, reflowFaults, restlessElements } from './layout.ts';
import { type Plan, plansByName } from './plans.ts';
import { Preview } from './preview.ts';
import { resize, settled } from './settled.ts';
import type { Site } from './site.ts';
import { faultsOf, Stage } from './stage.ts';
import { applyLook, type Look, looks, unknownVariables } from './themes.ts';

const wide = { width: 1280, height: 800 };
/** A window of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

/** The plans whose pages are gone through by keyboard: one that is complete, one with everything, one that is hardly begun. */
const byKeyboard = ['first-plan', 'north-wales', 'half-written'];

interface Case {
  readonly name: string;
  /** Where it is shown: in the preview, or as a page of its own. */
  readonly room: 'preview' | 'document';
  run(stage: Stage): Promise<string[]>;
}

/** Every view of every sample, in every look: read by everyone, with and without a mouse, however large the letters. */
export async function runAccess(browser: Browser, site: Site, tally: Tally, words: string): Promise<void> {
  const queue = [...cases()].filter(({ name }) => name.includes(words));
  if (queue.length === 0) return;
  const work = async (): Promise<void> => {
    const rooms = { preview: await Stage.open(browser, site), document: await Stage.open(browser, site) };
    await rooms.preview.preview();
    for (let one = queue.shift(); one; one = queue.shift()) {
      const began = performance.now();
      const { name, room, run } = one;
      const faults = [...(await faultsOf(() => run(rooms[room]))), ...(await rooms[room].happened())];
      if (faults.length === 0) tally.passed(name, Math.round(performance.now() - began));
      else tally.failed(name, faults.slice(0, 30).join('\n'));
    }
    for (const { page } of Object.values(rooms)) await page.context().close();
  };
  await Promise.all([work(), work()]);
}

function* cases(): Generator<Case> {
  const unknown = (): string[] =>
    unknownVariables().map((variable) => `themes.json has no ${variable}: run read-themes.ts.`);
  yield { name: 'axe: colours of the editor', room: 'preview', run: async () => unknown() };
  for (const [name, make] of plansByName) {
    let made: Plan | undefined;
    const plan = (): Plan => {
      made ??= make();
      return made;
    };
    for (const view of viewNames)
      yield { name: `axe: ${view} of ${name}`, room: 'preview', run: (stage) => inPreview(stage, plan(), view) };
    // Those of the samples are looked at as the program builds them: `documents/html.ts`.
    if (name === 'half-written')
      yield { name: `axe: ${name} as a document`, room: 'document', run: (stage) => asDocument(stage, plan()) };
    if (name !== 'south-wales') continue;
    for (const view of viewNames)
      yield { name: `axe: ${view} of ${name} in Welsh`, room: 'preview', run: (stage) => inWelsh(stage, plan(), view) };
  }
}

async function inPreview(stage: Stage, plan: Plan, view: ViewName): Promise<string[]> {
  const { page, site } = stage;
  await page.setViewportSize(wide);
  await stage.show(view, new Preview(plan, view, site.base).update());
  // What is not near the window is not laid out on a long page, and so not looked at.
  await page.evaluate(() => document.querySelector('#_blocks')?.classList.remove('_long'));
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
  const isLong = view === 'document' && plan.name !== 'first-plan';
  if (byKeyboard.includes(plan.name) && !isLong) faults.push(...(await unreachable(page)));
  await press(page, '_larger', 10);
  faults.push(...(await reflowFaults(page)).map((words) => `at 400 %: ${words}`));
  await press(page, '_actual', 1);
  await resize(page, zoomed);
  faults.push(...(await reflowFaults(page)), ...(await clippedWords(page)));
  return faults;
}

/** Presses a button of the page a number of times, and waits until the page has settled. */
async function press(page: Page, id: string, times: number): Promise<void> {
  await page.evaluate(
    ({ id, times }) => {
      for (let count = 0; count < times; count += 1) document.getElementById(id)?.click();
    },
    { id, times },
  );
  await settled(page);
}

/** What is other in Welsh, and does not depend on colours. */
async function inWelsh(stage: Stage, plan: Plan, view: ViewName): Promise<string[]> {
  await stage.page.setViewportSize(wide);
  await stage.show(view, new Preview(plan, view, stage.site.base, 'cy').update());
  await setLook(stage.page, 'light');
  return axeFindings(stage.page, 'all');
}

async function asDocument(stage: Stage, plan: Plan): Promise<string[]> {
  const { page } = stage;
  const faults: string[] = [];
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
  await stage.document(plan.name, alone(plan));
  faults.push(...(await axeFindings(page, 'all')), ...(await faintWords(page)));
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await axeFindings(page, 'colours')).map((words) => `dark: ${words}`));
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  faults.push(...(await axeFindings(page, 'colours')).map((words) => `print: ${words}`));
  await page.emulateMedia({ media: 'screen' });
  await resize(page, zoomed);
  faults.push(...(await reflowFaults(page)), ...(await clippedWords(page)));
  return faults;
}

/** Puts on a look, by the page’s own button where it has one for it. */
export async function setLook(page: Page, look: Look): Promise<void> {
  await applyLook(page, look);
  const button = page.locator('#_printed');
  if ((await button.getAttribute('aria-pressed')) !== String(look === 'printed')) await button.click();
}
