// The second part of `npm run bench:preview`: from a keystroke in a window of VS Code to the patched page of the preview, by the clock of
// the page, beside VS Code’s own preview of the same words in Markdown, and a page that does nothing but write what was typed.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Frame, Page } from 'playwright-core';
import { generatePlan } from '../../bench/generate.ts';
import { keystrokes, quantile } from '../../bench/preview/typing.ts';
import { samples } from '../../helpers/samples.ts';
import { openBrowser } from '../browser.ts';
import { installVsix, startServer } from '../hosts.ts';
import { packageExtension } from '../package.ts';
import { vsix } from '../paths.ts';
import { makeSandbox } from '../sandbox.ts';
import { Workbench } from '../ui/workbench.ts';
import { asMarkdown } from './as-markdown.ts';
import { makeEcho } from './echo-extension.ts';
import { moments, noted, noteKeys, noteMutations, notePatches, patchTimes } from './page-clock.ts';

/** `--previews=echo` measures those alone that have the word in their names. */
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000,10000' },
    places: { type: 'string', default: '12' },
    previews: { type: 'string', default: '' },
  },
});

/** At each place so many letters are typed and taken back. */
const LETTERS = 5;
/** A typist’s pause between two keys, and how long a page may take, in milliseconds. */
const [PAUSE, PATIENCE] = [100, 10_000];

/** A preview that is measured. */
interface Preview {
  readonly name: string;
  readonly file: string;
  readonly command: string;
  /** An element that only its page has. */
  readonly has: string;
  note(frame: Frame): Promise<void>;
}

const previews: readonly Preview[] = [
  {
    name: 'Goldthread',
    file: 'long.plan',
    command: 'Goldthread: Open Preview to the Side',
    has: '#_blocks .block',
    note: notePatches,
  },
  {
    name: 'Markdown',
    file: 'long.md',
    command: 'Markdown: Open Preview to the Side',
    has: '.markdown-body h1, .markdown-body h2',
    note: noteMutations,
  },
  // The least that VS Code takes for any page that lives: with the plan’s own language server at work, and with none.
  {
    name: 'an echo of the plan',
    file: 'long.plan',
    command: 'Echo: Open Preview to the Side',
    has: '#echo',
    note: notePatches,
  },
  {
    name: 'an echo of plain text',
    file: 'long.txt',
    command: 'Echo: Open Preview to the Side',
    has: '#echo',
    note: notePatches,
  },
];

/** The frame that has an element, once it is there. */
async function frameWith(page: Page, selector: string): Promise<Frame> {
  for (const until = performance.now() + 60_000; performance.now() < until; await wait(100))
    for (const frame of page.frames())
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
  throw new Error(`No page has ${selector}`);
}

/** Types at places of a file, and gives how long it took until the page showed each key. Keys that the page showed nothing of count as missed. */
async function typing(
  workbench: Workbench,
  frame: Frame,
  lines: readonly number[],
): Promise<{ times: number[]; missed: number }> {
  const { page } = workbench;
  const times: number[] = [];
  let missed = 0;
  const press = async (key: string, counts: boolean): Promise<void> => {
    const [before, keys] = [await noted(frame), await noted(page.mainFrame())];
    await page.keyboard.press(key);
    const until = performance.now() + PATIENCE;
    while ((await noted(frame)) === before && performance.now() < until) await wait(15);
    await wait(PAUSE);
    const pressed = (await moments(page.mainFrame()))[keys];
    const patched = (await moments(frame))[before];
    if (!counts || pressed === undefined) return;
    if (patched === undefined) missed++;
    else times.push(patched - pressed);
  };
  for (const [place, line] of lines.entries()) {
    // A window that is still busy with a page may not hear the first time.
    await workbench.goTo(line + 1).catch(() => workbench.goTo(line + 1));
    await wait(500);
    for (let letter = 0; letter < LETTERS; letter++) {
      await press('x', place > 1);
      await press('Backspace', place > 1);
    }
    await page.keyboard.press('Escape');
    await press('Enter', place > 1);
    await press('Control+z', place > 1);
  }
  return { times, missed };
}

const longest = Object.values(samples).reduce((long, text) => (text.length > long.length ? text : long));
const plans: readonly (readonly [name: string, text: string])[] = [
  ['the longest sample', longest],
  ...values.lines
    .split(',')
    .filter(Boolean)
    .map((count) => [`${count} lines`, generatePlan('long', Number(count))] as const),
];

packageExtension();
await using box = makeSandbox();
await using browser = await openBrowser(box);
installVsix(box, vsix);
const echo = join(box.root, 'echo');
await makeEcho(echo);
await using host = await startServer(box, { extension: echo });
console.log(
  'From a keystroke to the patched page in VS Code, in ms: p50 / p95 / most (keys). What neither the server nor the script takes is VS Code’s own.',
);
for (const [index, [plan, text]] of plans.entries()) {
  const folder = box.workspace(`bench-${index}`, {
    'long.plan': text,
    'long.md': asMarkdown(text),
    'long.txt': text,
  });
  const places = keystrokes(text, Number(values.places)).flatMap(({ line, text: typed }) =>
    typed === 'x' ? [line] : [],
  );
  for (const { name, file, command, has, note } of previews) {
    if (!name.includes(values.previews)) continue;
    const page = await browser.newPage();
    const workbench = new Workbench(page);
    await page.goto(host.window(folder));
    await workbench.shown();
    await workbench.open(file);
    await workbench.run(command);
    const frame = await frameWith(page, has);
    await page.keyboard.press('Control+1');
    await noteKeys(page);
    await note(frame);
    const { times, missed } = await typing(workbench, frame, places);
    const [all, script] = [times, await patchTimes(frame)].map((list) =>
      [quantile(list, 0.5), quantile(list, 0.95), Math.max(...list)].map((time) => time.toFixed(1)).join(' / '),
    );
    const own = name === 'Goldthread' ? `; of which the script of the page ${script}` : '';
    console.log(`${plan}, ${name}: ${all} (${times.length}${missed > 0 ? `, ${missed} not shown` : ''})${own}`);
    await page.close();
  }
}
process.exit(0);
