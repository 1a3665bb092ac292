import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { installVsix, startServer, startWeb } from '../hosts.ts';
import { out, unpacked, vsix } from '../paths.ts';
import { makeSandbox } from '../sandbox.ts';
import type { Tally } from '../tally.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { Workbench } from './workbench.ts';

/** Milliseconds that one scenario may take. */
const limit = 120_000;

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
    for (const [index, scenario] of wanted.entries()) {
      const folder = box.workspace(`${kind}-${index}`, scenario.files);
      scenario.prepare?.(folder);
      await runScenario(scenario, kind, browser, host.window(folder), tally);
    }
  } else {
    for (const [index, scenario] of wanted.entries()) {
      const folder = box.workspace(`${kind}-${index}`, scenario.files);
      scenario.prepare?.(folder);
      await using host = await startWeb(folder, { extension: unpacked });
      await runScenario(scenario, kind, browser, host.window(folder), tally);
    }
  }
}

async function runScenario(
  scenario: Scenario,
  kind: string,
  browser: BrowserContext,
  address: string,
  tally: Tally,
): Promise<void> {
  const began = performance.now();
  const page = await browser.newPage();
  if (process.env.VERBOSE !== undefined) page.on('console', (message) => console.log('[page]', message.text()));
  const workbench = new Workbench(page);
  const timer = setTimeout(() => void page.close(), limit);
  try {
    await page.goto(address);
    await workbench.shown();
    await scenario.run(workbench, scenario.files);
    tally.passed(scenario.name, Math.round(performance.now() - began));
  } catch (error) {
    const name = `${kind}-${scenario.name.replace(/\W+/g, '-')}.png`;
    await page.screenshot({ path: join(out, 'screenshots', name) }).catch(() => undefined);
    tally.failed(scenario.name, error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}
