import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { here } from '../paths.ts';
import { compareScenarios } from './compare-scenarios.ts';
import { exportScenarios } from './export-scenarios.ts';
import { importScenarios } from './import-scenarios.ts';
import { previewScenarios } from './preview-scenarios.ts';
import { eventually, type Workbench } from './workbench.ts';

/** One thing that a writer does, from beginning to end, in a window of its own. */
export interface Scenario {
  readonly name: string;
  /** The files of the workspace. */
  readonly files: Readonly<Record<string, string>>;
  /** False where it takes a process or a disk, which VS Code for the web has not. */
  readonly inWeb: boolean;
  /** Does something to the folder before it is opened. */
  prepare?(folder: string): void;
  run(workbench: Workbench, files: Readonly<Record<string, string>>): Promise<void>;
}

const folder = join(here, 'plans/borough');
const sound = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const homes = sound['homes.plan'] ?? '';
const broken = { ...sound, 'homes.plan': homes.replace('outcomes: warm-homes', 'outcomes: warm-home') };

/** The number of the line, counted from 1, that has some words. */
const lineOf = (text = '', words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1;

/** Lines of homes.plan. */
const outcomesLine = lineOf(homes, 'outcomes:');
const lastLine = homes.split('\n').length;

export const scenarios: readonly Scenario[] = [
  {
    name: 'a first plan, from the command to zero problems',
    files: { 'notes.txt': 'A folder with something in it.\n' },
    inWeb: true,
    async run(workbench) {
      await workbench.run('Goldthread: New Plan');
      await workbench.answer('Our Harbour Plan: 2027–2031');
      await workbench.page.getByText('Whose plan is it?').waitFor();
      await workbench.answer('Cyngor Môn');
      await workbench.page.getByText('From when to when').waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.tab('our-harbour-plan-2027-2031.plan').waitFor();
      await workbench.state('Thread Unbroken');
      await workbench.statusBar.locator('.statusbar-item', { hasText: 'Thread Unbroken' }).click();
      await workbench.page.getByText('No problems have been detected in the workspace.').waitFor();
      expect(await workbench.text()).to.match(/^plan \S+: Our Harbour Plan: 2027–2031\n {2}organisation: Cyngor Môn$/m);
    },
  },
  {
    name: 'a broken thread, seen and mended by a quick fix',
    files: broken,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.editor.locator('.squiggly-error').first().waitFor();
      await workbench.state('1 error, 1 warning');
      await workbench.goTo(outcomesLine, 3);
      await workbench.page.keyboard.press('Control+k');
      await workbench.page.keyboard.press('Control+i');
      const hover = workbench.page.locator('.monaco-hover:visible').first();
      await hover.getByText('Did you mean').waitFor();
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget .focused', { hasText: 'Change to ‘warm-homes’' }).waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.editor.locator('.squiggly-error').first().waitFor({ state: 'detached' });
      await workbench.state('Thread Unbroken');
      expect(await workbench.text()).to.equal(homes);
    },
  },
  {
    name: 'an id, by words of its title',
    files: { ...sound, 'homes.plan': homes.replace('outcomes: warm-homes', 'outcomes: ') },
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.goTo(outcomesLine);
      await workbench.page.keyboard.type('people live', { delay: 50 });
      await workbench.suggestions.locator('.monaco-list-row', { hasText: 'People live in warm, safe homes' }).waitFor();
      await workbench.page.keyboard.press('Tab');
      await eventually(() => workbench.text(), homes);
      await workbench.state('Thread Unbroken');
    },
  },
  {
    name: 'an id renamed in three files',
    files: sound,
    inWeb: true,
    async run(workbench, files) {
      await workbench.open('homes.plan');
      await workbench.state('Thread Unbroken');
      await workbench.goTo(outcomesLine, 3);
      await workbench.page.keyboard.press('F2');
      const box = workbench.page.locator('.rename-box input');
      await box.fill('warm-and-safe');
      await box.press('Enter');
      await workbench.line('outcomes: warm-and-safe').waitFor();
      await workbench.saveAll();
      for (const [name, text] of Object.entries(files)) {
        await workbench.open(name);
        expect(await workbench.text(), name).to.equal(text.replaceAll('warm-homes', 'warm-and-safe'));
      }
      await workbench.state('Thread Unbroken');
    },
  },
  {
    name: 'the golden thread, followed and clicked',
    files: broken,
    inWeb: true,
    async run(workbench, files) {
      await workbench.open('homes.plan');
      await workbench.run('Goldthread: Show Golden Thread');
      const outcome = workbench.thread('People live in warm, safe homes');
      await outcome.waitFor();
      // The broken end is told in words, to the eye and to a screen reader.
      await outcome.getByText(/no priority/i).waitFor();
      expect(await outcome.getAttribute('aria-label')).to.match(/thread is broken here/);

      await outcome.click();
      await workbench.tab('borough.plan').waitFor();
      await workbench.statusBar.getByText(/^Ln 5, Col/).waitFor();

      await workbench.goTo(lineOf(files['borough.plan'], 'measure rented-homes'));
      const measure = workbench.thread('Rented homes with a good energy grade');
      await measure.waitFor();
      await eventually(async () => String(await measure.getAttribute('aria-selected')), 'true');
    },
  },
  {
    name: 'bullets pasted as actions',
    files: sound,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('Thread Unbroken');
      await copy(workbench, {
        'text/html': '<ul><li>Train a dozen new fitters</li><li>Lend out thermal cameras</li></ul>',
        'text/plain': '• Train a dozen new fitters\n• Lend out thermal cameras\n',
      });
      await workbench.goTo(lastLine);
      await workbench.page.keyboard.press('Control+v');
      await workbench.line('action: Train a dozen new fitters').waitFor();
      expect((await workbench.text()).trimEnd()).to.equal(
        `${homes}  action: Train a dozen new fitters\n  action: Lend out thermal cameras`,
      );
    },
  },
  {
    name: 'a problem explained on a page of its own',
    files: broken,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('1 error, 1 warning');
      await workbench.goTo(outcomesLine, 3);
      await workbench.run('Goldthread: Explain This Problem');
      await workbench.webview.getByRole('heading', { name: 'reference/unknown-id' }).waitFor();
    },
  },
  {
    name: 'the whole workspace checked',
    files: broken,
    inWeb: true,
    async run(workbench) {
      await workbench.open('people.plan');
      await workbench.run('Goldthread: Check Workspace');
      const message = workbench.notification('3 files checked: 1 error, 1 warning.');
      await message.waitFor();
      await message.getByRole('button', { name: 'Show Problems' }).click();
      const problems = workbench.page.locator('.markers-panel');
      await problems.getByText('No priority works towards the outcome').waitFor();
    },
  },
  {
    name: 'a server that is killed, and nothing typed is lost',
    files: sound,
    inWeb: false,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('Thread Unbroken');
      await workbench.goTo(outcomesLine);
      await workbench.page.keyboard.type(', warm-offices');
      await workbench.state('1 error');
      killServers();
      await workbench.page.keyboard.type(', warm-schools');
      await workbench.state('2 errors');
      const typed = 'outcomes: warm-homes, warm-offices, warm-schools';
      expect(await workbench.text()).to.equal(homes.replace('outcomes: warm-homes', typed));
    },
  },
  {
    name: 'a picture of the workspace dragged in as a figure',
    files: { ...sound, 'chart.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>' },
    inWeb: false,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('Thread Unbroken');
      // The lines are where they will stay once what stands between them is there.
      await workbench.editor.getByText('1 action', { exact: true }).waitFor();
      const picture = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'chart.svg' });
      await picture.hover();
      await workbench.page.mouse.down();
      await workbench.page.keyboard.down('Shift');
      const target = await workbench.line('due: 2028-10').boundingBox();
      if (target === null) throw new Error('The last line is not shown.');
      for (const down of [10, 30]) await workbench.page.mouse.move(target.x + 200, target.y + down, { steps: 5 });
      await workbench.page.mouse.up();
      await workbench.page.keyboard.up('Shift');
      await workbench.line('image: chart.svg').waitFor();
    },
  },
  {
    name: 'a picture pasted as a figure, with a file of its own',
    files: sound,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('Thread Unbroken');
      await workbench.page.evaluate(async () => {
        const canvas = new OffscreenCanvas(4, 4);
        canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': canvas.convertToBlob() })]);
      });
      await workbench.goTo(lastLine);
      await workbench.page.keyboard.press('Control+v');
      await workbench.line('image: picture.png').waitFor();
      await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'picture.png' }).waitFor();
    },
  },
  {
    name: 'the walkthrough, with its pictures',
    files: sound,
    inWeb: true,
    async run(workbench) {
      await workbench.run('Welcome: Open Walkthrough...');
      await workbench.answer('hangs together', 'Write a plan that hangs together');
      await workbench.page.getByText('Begin with a small plan').first().waitFor();
    },
  },
  ...previewScenarios,
  ...exportScenarios,
  ...importScenarios,
  ...compareScenarios,
];

/** Ends every language server that this process has started, by way of VS Code, as a crash would. */
function killServers(): void {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  const parents = new Map(processes.map((id) => [id, /^PPid:\t(\d+)/m.exec(read(`/proc/${id}/status`))?.[1]]));
  const isOurs = (id: string | undefined): boolean =>
    id !== undefined && (id === String(process.pid) || isOurs(parents.get(id)));
  const servers = processes.filter((id) => read(`/proc/${id}/cmdline`).includes('server/dist/lsp.cjs') && isOurs(id));
  if (servers.length === 0) throw new Error('No language server runs.');
  for (const id of servers) process.kill(Number(id), 'SIGKILL');
}

/** Puts something on the clipboard, as another program would. */
async function copy({ page }: Workbench, kinds: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (kinds) => {
    const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, kinds);
}
