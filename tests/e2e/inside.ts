import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, runInside } from './browser.ts';
import { suites } from './bundle.ts';
import { startServer, startWeb } from './hosts.ts';
import { out, unpacked } from './paths.ts';
import { makeSandbox } from './sandbox.ts';
import type { Tally } from './tally.ts';

/** Milliseconds that all suites of a host may take. */
const limit = 240_000;

/** Runs the suites inside an extension host: that of Node, or the worker of VS Code for the web. */
export async function runSuites(kind: 'node' | 'web', tally: Tally): Promise<void> {
  await using box = makeSandbox();
  const folder = box.workspace('suites', {});
  const loads = { extension: unpacked, tests: suites[kind] };
  await using host = await (kind === 'node' ? startServer(box, loads) : startWeb(folder, loads));
  await using browser = await openBrowser(box);
  const page = await browser.newPage();
  const outcomes = await runInside(page, host.window(folder), limit);
  for (const { state, title = '', error, milliseconds } of outcomes) {
    if (state === 'fail') tally.failed(title, error ?? '');
    else if (state === 'skip') tally.skipped(title);
    else tally.passed(title, milliseconds);
  }
  if (outcomes.some(({ state }) => state === 'fail')) {
    await page.screenshot({ path: join(out, 'screenshots', `suites-${kind}.png`) });
    writeFileSync(join(out, 'screenshots', `suites-${kind}.log`), host.log());
  }
}
