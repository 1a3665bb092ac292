import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ToPage } from '../../../client/src/import/messages.ts';
import { readMessage } from '../../../client/src/import/read-message.ts';
import { importShell } from '../../../client/src/import/shell.ts';
import { pageWords } from '../../../client/src/import/words.ts';
import { importDocument } from '../../../server/src/importers/import.ts';
import type { ReadDocument } from '../../../server/src/lsp/import/protocol.ts';
import { readDocumentOf } from '../../../server/src/lsp/import/read-document.ts';
import { root } from '../paths.ts';
import type { Tally } from '../tally.ts';
import { axeFindings } from './axe.ts';
import { unreachable } from './keyboard.ts';
import { clippedWords, reflowFaults, restlessElements } from './layout.ts';
import { resize } from './settled.ts';
import type { Site } from './site.ts';
import { faultsOf, Stage } from './stage.ts';
import { applyLook } from './themes.ts';

const wide = { width: 1280, height: 800 };
/** Half a window, which is what a page beside a text has. */
const beside = { width: 600, height: 800 };
/** A window of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

/** Documents of several sorts. */
const folder = join(root, 'tests/importers/plans');
const documents = ['eastmere-police.txt', 'glanaeron-psb.md', 'harbour-city.html'];

/** The document by somebody who wants the page to do more than show words. */
const hostile = `# "'><script>alert(1)</script> [a](javascript:alert(1))

<img src=x onerror=alert(1)>

- <a href="javascript:alert(1)" onclick="alert(1)">x</a>
- ![<b onmouseover=alert(1)>](https://elsewhere.example/x.png "onload=alert(1)")

| <svg onload=alert(1)> | </td></table><script>alert(1)</script> |
| --- | --- |
| a | \`</style><script>alert(1)</script>\` |

> " onfocus="alert(1)

<div lang='"><script>alert(1)</script>'>words</div>
`;

const notes = Array.from({ length: 13 }, (_, number) => ({
  kind: 'Links by likeness',
  words: `Note ${number} <img src=x onerror=alert(1)>`,
}));

/** The page of documents that were imported: read by everyone, with and without a mouse, whoever wrote them. */
export async function runImport(browser: Browser, site: Site, tally: Tally, words: string): Promise<void> {
  const cases = [...documents, 'hostile.md'].map((name) => ({ name, title: `import: ${name}` }));
  const wanted = cases.filter(({ title }) => title.includes(words));
  if (wanted.length === 0) return;
  const stage = await Stage.open(browser, site);
  for (const { name, title } of wanted) {
    const began = performance.now();
    const faults = [...(await faultsOf(() => look(stage, name))), ...(await stage.happened())];
    if (faults.length === 0) tally.passed(title, Math.round(performance.now() - began));
    else tally.failed(title, faults.slice(0, 30).join('\n'));
  }
  await stage.page.context().close();
}

async function look(stage: Stage, name: string): Promise<string[]> {
  const { page, site } = stage;
  const bytes = name === 'hostile.md' ? new TextEncoder().encode(hostile) : readFileSync(join(folder, name));
  const read = readDocumentOf(await importDocument(new Uint8Array(bytes), { name }));
  await page.setViewportSize(wide);
  await stage.document(`import ${name}`, shellOf(name, read, site.origin));
  await tell(stage, { type: 'notes', version: 1, notes });
  await page.evaluate(() => {
    // What is not near the window is not laid out on a long page, and so not looked at.
    document.querySelector('#_blocks')?.classList.remove('_long');
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await tell(stage, { type: 'cursor', block: 1, isToBeSeen: true });
  const faults: string[] = [];
  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    await applyLook(page, theme);
    const found = await axeFindings(page, theme === 'light' ? 'all' : 'colours');
    faults.push(...found.map((words) => `${theme}: ${words}`));
  }
  await page.emulateMedia({ forcedColors: 'active' });
  faults.push(...(await axeFindings(page, 'colours')).map((words) => `forced colours: ${words}`));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  faults.push(...(await restlessElements(page)));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  if (read.blocks.length < 150) faults.push(...(await unreachable(page)));
  for (const size of [beside, zoomed]) {
    await resize(page, size);
    faults.push(...(await reflowFaults(page)), ...(await clippedWords(page)));
  }
  return [...faults, ...(await clickFaults(stage)), ...(await settledFaults(stage))];
}

function shellOf(name: string, page: ReadDocument, origin: string): string {
  return importShell({
    name,
    page,
    words: pageWords((text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]))),
    language: 'en',
    source: origin,
    styles: ['/webview.css', '/import.css'].map((path) => origin + path),
    script: `${origin}/import.js`,
    nonce: 'nonce-of-this-page',
  });
}

const tell = ({ page }: Stage, message: ToPage): Promise<void> =>
  page.evaluate(async (message) => {
    window.postMessage(message, '*');
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }, message);

/** What a click on everything says to the extension, which is to be nothing but what it hears. */
async function clickFaults({ page }: Stage): Promise<string[]> {
  const sent = await page.evaluate(() => {
    window.watched.sent.splice(0);
    for (const element of document.querySelectorAll('button, [data-row], ._words *'))
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    return window.watched.sent.splice(0);
  });
  const unheard = sent.filter((message) => readMessage(message) === undefined);
  return [
    ...(sent.length === 0 ? ['Nothing can be clicked.'] : []),
    ...unheard.slice(0, 3).map((message) => `The page says ${JSON.stringify(message)}, which nobody hears.`),
  ];
}

/** What is wrong with a list of notes that gets shorter until nothing is left. */
async function settledFaults(stage: Stage): Promise<string[]> {
  const { page } = stage;
  const faults: string[] = [];
  const look = async (count: number, said: string): Promise<void> => {
    const shown = await page.locator('[data-note]').count();
    const text = await page.locator('#_left').textContent();
    if (shown !== count || text !== said) faults.push(`There are ${count} notes; the page shows ${shown}: “${text}”`);
  };
  await look(13, '13 notes are left to settle.');
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-note="0"]')?.focus());
  await tell(stage, { type: 'notes', version: 2, notes: notes.slice(1, 2) });
  await look(1, 'One note is left to settle.');
  if ((await page.evaluate(() => document.activeElement?.getAttribute('data-note'))) !== '0')
    faults.push('The focus is lost where a note goes.');
  await tell(stage, { type: 'notes', version: 3, notes: [] });
  await look(0, 'Nothing is left to settle.');
  return faults;
}
