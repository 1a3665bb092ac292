// Takes pictures of the pages, for people to look at: `node tests/e2e/pages/pictures.ts [words in their names]`. They lie in tests/e2e/dist/pictures.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { viewNames } from '../../../server/src/documents/view.ts';
import { openWindows } from '../browser.ts';
import { out } from '../paths.ts';
import { setLook } from './access.ts';
import { alone } from './alone.ts';
import { plansByName } from './plans.ts';
import { Preview } from './preview.ts';
import { Site } from './site.ts';
import { Stage } from './stage.ts';
import { looks } from './themes.ts';

/** Pictures show no more of a page than this, in pixels. */
const tallest = 4_000;

const wanted = process.argv[2] ?? '';
const folder = join(out, 'pictures');
mkdirSync(folder, { recursive: true });
await using browser = await openWindows();
await using site = await Site.start();
const stage = await Stage.open(browser, site);
const { page } = stage;

async function take(name: string): Promise<void> {
  if (!name.includes(wanted)) return;
  const width = name.endsWith('narrow') ? 320 : 1100;
  await page.setViewportSize({ width, height: 800 });
  const height = await page.evaluate(() => {
    const pane = document.querySelector('#_page');
    const last = document.querySelector('#_blocks > :last-child');
    if (!pane || !last) return document.documentElement.scrollHeight;
    return Math.ceil(last.getBoundingClientRect().bottom + pane.scrollTop) + 40;
  });
  await page.setViewportSize({ width, height: Math.min(Math.max(height, 300), tallest) });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(join(folder, `${name}.png`));
}

/** True where a picture may be wanted whose name begins so. */
const mayBeWanted = (start: string): boolean =>
  start.includes(wanted) || wanted.startsWith(start) || !wanted.includes('-');

for (const [name, make] of plansByName) {
  if (!viewNames.some((view) => mayBeWanted(`${name}-${view}`)) && !mayBeWanted(`${name}-alone`)) continue;
  const plan = make();
  for (const view of viewNames.filter((view) => mayBeWanted(`${name}-${view}`))) {
    await stage.preview();
    await stage.show(view, new Preview(plan, view, site.base).update());
    for (const look of looks) {
      await setLook(page, look);
      await take(`${name}-${view}-${look}`);
    }
    await setLook(page, 'light');
    await take(`${name}-${view}-narrow`);
    await page.emulateMedia({ forcedColors: 'active' });
    await take(`${name}-${view}-forced-colours`);
    await page.emulateMedia({ forcedColors: 'none' });
  }
  await stage.document(name, alone(plan));
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await take(`${name}-alone-${scheme}`);
  }
}
