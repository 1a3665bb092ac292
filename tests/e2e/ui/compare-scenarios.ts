import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { here } from '../paths.ts';
import type { Scenario } from './scenarios.ts';
import { eventually, type Workbench } from './workbench.ts';

const folder = join(here, 'plans/borough');
const sound = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const homes = sound['homes.plan'] ?? '';
const titleLine = homes.split('\n').findIndex((line) => line.startsWith('priority ')) + 1;
const actionLine = homes.split('\n').findIndex((line) => line.includes('action:')) + 1;

/** Makes a folder a repository in which all that is there is committed, and lets the editor see it. */
function commit(folder: string): void {
  const settings = join(folder, '.vscode');
  mkdirSync(settings, { recursive: true });
  writeFileSync(
    join(settings, 'settings.json'),
    '{ "git.enabled": true, "git.openRepositoryInParentFolders": "never" }',
  );
  const git = (...args: readonly string[]): void => {
    const who = ['-c', 'user.name=A Writer', '-c', 'user.email=writer@example.org', '-c', 'commit.gpgsign=false'];
    const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`);
  };
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=The plan as agreed');
}

/** Asks for a comparison; gives the page, once it shows some words. */
async function compareWith(workbench: Workbench, choice: string) {
  await workbench.run('Goldthread: Compare with');
  await workbench.answer(choice, choice);
  return workbench.webview.locator('#_compared');
}

export const compareScenarios: readonly Scenario[] = [
  {
    name: 'a plan compared with the last commit, while it is typed, on a page and in the golden thread',
    files: sound,
    inWeb: false,
    prepare: commit,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('Thread Unbroken');
      await workbench.run('Goldthread: Show Golden Thread');
      await workbench.thread('People live in warm, safe homes').waitFor();
      const page = await compareWith(workbench, 'Last commit');
      await page.getByText('Nothing in the plan has changed.').waitFor();
      await page.getByText('What has changed since the last commit').waitFor();

      await workbench.focusText();
      await workbench.goTo(titleLine);
      // Once more: the line is wrapped.
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.type(' with zebras');
      const link = page.getByRole('link', { name: 'Make every home a good home with zebras' });
      await link.waitFor();
      await page.locator('ins', { hasText: 'with zebras' }).waitFor();
      expect(await page.locator('li.changed').evaluate((element) => getComputedStyle(element).display)).to.equal(
        'grid',
      );

      // The same in the document, and back.
      await page.getByRole('link', { name: 'In the whole document' }).click();
      await page.getByRole('link', { name: 'Go to the text' }).first().waitFor();
      await page.locator('ins', { hasText: 'with zebras' }).first().waitFor();
      await page.getByRole('link', { name: 'What changed' }).click();
      await page.locator('li.changed').waitFor();

      const row = workbench.thread('with zebras');
      const said = async () => (await row.getAttribute('aria-label')) ?? '';
      await eventually(said, /Changed since the last commit: Title changed/);
      await row.locator('[class*="monaco-decoration-"]').first().waitFor();

      // A click goes to the text, wherever the cursor was.
      await workbench.focusText();
      await workbench.page.keyboard.press('Control+Home');
      await link.click();
      await workbench.statusBar.locator('.statusbar-item', { hasText: `Ln ${titleLine},` }).waitFor();

      // What is gone is shown as it was.
      await workbench.goTo(actionLine);
      for (let line = 0; line < 3; line += 1) await workbench.page.keyboard.press('Control+Shift+K');
      const gone = page.locator('li.went').getByRole('link');
      await gone.waitFor();
      await gone.click();
      await workbench.page
        .locator('.tab', { hasText: /^homes\.plan/ })
        .nth(1)
        .waitFor();
      await workbench.line('Fit thick loft lining').waitFor();
    },
  },
  {
    name: 'a plan compared with another one, where there are no revisions',
    files: { ...sound, 'last-year.plan': (sound['borough.plan'] ?? '').replace('warm, safe homes', 'warm homes') },
    inWeb: true,
    async run(workbench) {
      await workbench.open('borough.plan');
      const page = await compareWith(workbench, 'last-year.plan');
      await page.getByText('What has changed since last-year.plan').waitFor();
      await page.getByText('Title changed').waitFor();
      expect(await page.locator('script').count()).to.equal(0);
    },
  },
];
