import { hostileFiles } from '../../documents/hostile.ts';
import { openWindows } from '../browser.ts';
import type { Tally } from '../tally.ts';
import { runAccess } from './access.ts';
import { runHostile } from './hostile.ts';
import { runImport } from './import.ts';
import { Site } from './site.ts';

/** Looks at the pages of plans in a browser, without VS Code: hostile ones, and all samples as everyone can read them. */
export async function runPages(tally: Tally, words: string): Promise<void> {
  await using browser = await openWindows();
  await using site = await Site.start(hostileFiles);
  await runHostile(browser, site, tally, words);
  await runImport(browser, site, tally, words);
  await runAccess(browser, site, tally, words);
}
