import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { installVsix, startServer, startWeb } from '../hosts.ts';
import { out, unpacked, vsix } from '../paths.ts';
import { makeSandbox, type Sandbox } from '../sandbox.ts';
import type { Tally } from '../tally.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { Workbench } from './workbench.ts';

/** Milliseconds that one scenario may take. */
const limit = 120_000;

/** How often a scenario is tried. Windows lose a key now and then on a busy machine; what Goldthread does wrong, it does again. */
const tries = 2;

/**
 * Does what writers do, in windows of VS Code: with the packaged extension installed, or in VS Code for the web with the same files in
 * a folder. A scenario that fails leaves a picture of its window.
 */
export async function runScenarios(kind: 'node' | 'web', tally: Tally, words: string): Promise<void> {
  const wanted = scenarios.filter(({ name, inWeb }) => (kind === 'node' || inWeb) && name.includes(words));
  await using box = makeSandbox();
  await using browser = await openBrowser(box);
  if (kind === 'node') {
    installVsix(box, vsix);
    await using host = await startServer(box);
    for (const scenario of wanted) {
      await tryScenario(scenario, kind, box, tally, (folder) => runIn(browser, host.window(folder), scenario, kind));
    }
  } else {
    for (const scenario of wanted) {
      await tryScenario(scenario, kind, box, tally, async (folder) => {
        await using host = await startWeb(folder, { extension: unpacked });
        await runIn(browser, host.window(folder), scenario, kind);
      });
    }
  }
}

/** Tries a scenario, in a new folder each time; what passes only the second time is said and counted as such. */
async function tryScenario(
  scenario: Scenario,
  kind: string,
  box: Sandbox,
  tally: Tally,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const began = performance.now();
    const folder = box.workspace(`${kind}-${scenarios.indexOf(scenario)}-${turn}`, scenario.files);
    scenario.prepare?.(folder);
    try {
      await run(folder);
      return tally.passed(scenario.name, Math.round(performance.now() - began));
    } catch (error) {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (turn === tries) return tally.failed(scenario.name, words);
      tally.again(scenario.name, words);
    }
  }
}

/** Runs a scenario in a window of its own. */
async function runIn(browser: BrowserContext, address: string, scenario: Scenario, kind: string): Promise<void> {
  const page = await browser.newPage();
  if (process.env.VERBOSE !== undefined) page.on('console', (message) => console.log('[page]', message.text()));
  const workbench = new Workbench(page);
  const timer = setTimeout(() => void page.close(), limit);
  try {
    await page.goto(address);
    await workbench.shown();
    await scenario.run(workbench, scenario.files);
  } catch (error) {
    const name = `${kind}-${scenario.name.replace(/\W+/g, '-')}.png`;
    await page.screenshot({ path: join(out, 'screenshots', name) }).catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}
