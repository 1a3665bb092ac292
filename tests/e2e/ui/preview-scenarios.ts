import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { here, root } from '../paths.ts';
import { Preview } from './preview.ts';
import { scrollsTogether } from './preview-scroll.ts';
import type { Scenario } from './scenarios.ts';
import { eventually } from './workbench.ts';

/** The plans of a folder, by the names of their files. */
const plansIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.plan'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

const sound = plansIn(join(here, 'plans/borough'));
const homes = sound['homes.plan'] ?? '';
const broken = { ...sound, 'homes.plan': homes.replace('outcomes: warm-homes', 'outcomes: warm-home') };

const sample = (name: string): Record<string, string> => plansIn(join(root, 'samples', name));
const longest = sample('leicestershire');
const longestText = longest['leicestershire.plan'] ?? '';

/** The number of the line, counted from 1, that has some words. */
const lineOf = (text = '', words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1;

const views = ['document', 'thread', 'matrix', 'measures', 'coverage'];

/** A plan as it looks while somebody writes it. */
const halfWritten = `plan half: Half a plan
  period: 2026-04-01 to
outcome warm-homes: People live in
  kpq
priority good-homes:
  outcomes: warm-homes, [[
  why:
    **Cold homes [[warm-homes
    | a | b
  action
 oddly indented
stray words
priority : ]]
`;

/** One plan of each sample that is one file, a part of the one that is several, and one that is half written. */
const everyPlan = {
  ...sample('first-plan'),
  ...sample('north-wales'),
  ...sample('south-wales'),
  ...sample('gwent'),
  ...sample('wiltshire'),
  ...longest,
  'half-written.plan': halfWritten,
};
const opened = [
  'first-plan.plan',
  'north-wales.plan',
  'south-wales.plan',
  'priority-2-supporting-victims.plan',
  'wiltshire.plan',
  'leicestershire.plan',
  'half-written.plan',
];

export const previewScenarios: readonly Scenario[] = [
  {
    name: 'a preview in which only the block typed in changes, and nothing moves',
    files: longest,
    inWeb: true,
    async run(workbench) {
      await workbench.open('leicestershire.plan');
      const preview = await Preview.beside(workbench);
      const lines = longestText.split('\n');
      const line = lines.findIndex((text, index) => index > 300 && /^ {4}[A-Z][\w ,]{40}[^:]*$/.test(text)) + 1;
      const start = lines[line - 1]?.trim().slice(0, 30) ?? '';
      await workbench.goTo(line);
      const key = await preview.block(start).getAttribute('data-block');
      const block = preview.frame.locator(`[data-block="${key}"]`);
      const place = await preview.rest();
      expect(place).to.be.greaterThan(0);
      await preview.watch();
      await workbench.page.keyboard.type(' Zebras came.');
      await block.getByText('Zebras came.').waitFor();
      expect(await preview.changed()).to.deep.equal([key]);
      expect(await preview.rest()).to.be.closeTo(place, 1);
      // The block at the cursor is marked.
      await eventually(async () => String(await block.getAttribute('class')), /\b_here\b/);
    },
  },
  {
    name: 'a preview that scrolls with the text, and the text with it',
    files: longest,
    inWeb: false,
    run: (workbench) => scrollsTogether(workbench, 'leicestershire.plan', longestText),
  },
  {
    name: 'a preview in which a click makes a link, and undo takes it back',
    files: sound,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      const preview = await Preview.beside(workbench);
      await preview.show('matrix');
      const cell = preview.cell(/warm, safe homes/);
      await preview.pressed(cell, true);
      await cell.click();
      await preview.pressed(cell, false);
      await workbench.state('1 error');
      expect(await workbench.text()).not.to.include('outcomes:');
      await workbench.page.keyboard.press('Control+z');
      await preview.pressed(cell, true);
      expect(await workbench.text()).to.equal(homes);
    },
  },
  {
    name: 'a preview of the thread, lit and followed to the source',
    files: sound,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      const preview = await Preview.beside(workbench);
      await preview.show('thread');
      const measure = preview.box(/^Measure: Rented homes/);
      await measure.hover();
      await eventually(async () => String(await preview.box(/^Outcome: People live/).getAttribute('class')), /\blit\b/);
      await measure.click();
      await workbench.tab('borough.plan').waitFor();
      const line = lineOf(sound['borough.plan'], 'measure rented-homes');
      await workbench.statusBar.getByText(new RegExp(`^Ln ${line}, Col`)).waitFor();
    },
  },
  {
    name: 'a preview with a problem in its margin, mended there',
    files: broken,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      const preview = await Preview.beside(workbench);
      const note = preview.frame.locator('._note', { hasText: 'Error' });
      await note.getByText('warm-home').first().waitFor();
      const shows = preview.frame.getByRole('button', { name: /^Show problems/ });
      await shows.click();
      await note.waitFor({ state: 'detached' });
      await shows.click();
      await note.getByRole('button', { name: 'Change to ‘warm-homes’' }).click();
      await note.waitFor({ state: 'detached' });
      await workbench.state('Thread Unbroken');
      expect(await workbench.text()).to.equal(homes);
      // In a browser nothing can be opened from a disk: the page to print is saved.
      await preview.frame.getByRole('button', { name: 'Print…' }).click();
      await workbench.page.getByText('Save the page to print it from a browser').waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'borough.html' }).waitFor();
    },
  },
  {
    name: 'a preview of every view of every sample, and of a plan half written',
    files: everyPlan,
    inWeb: false,
    async run(workbench) {
      const errors: string[] = [];
      workbench.page.on('pageerror', (error) => errors.push(error.message));
      let preview: Preview | undefined;
      for (const name of opened) {
        await workbench.open(name);
        if (preview === undefined) preview = await Preview.beside(workbench);
        const root = name.startsWith('priority-2') ? 'gwent-delivery.plan' : name;
        await workbench.page.getByRole('tab', { name: `Preview ${root}` }).waitFor();
        for (const view of views) {
          await preview.show(view);
          expect(await preview.frame.locator('._nothing').count(), `${view} of ${name}`).to.equal(0);
          await preview.frame.getByRole('heading', { level: 1 }).first().waitFor();
        }
        await preview.show('document');
        // Back to the text, so that the next plan opens beside the preview.
        await workbench.focusText();
      }
      expect(errors).to.deep.equal([]);
    },
  },
  {
    name: 'a preview that is as it was when the window is opened again',
    files: longest,
    inWeb: false,
    async run(workbench) {
      await workbench.open('leicestershire.plan');
      const before = await Preview.beside(workbench);
      await before.show('matrix');
      const choice = before.frame.getByLabel('Columns');
      const wanted = await choice.locator('option').nth(1).getAttribute('value');
      await choice.selectOption(wanted);
      await before.show('document');
      await before.page.hover();
      await workbench.page.mouse.wheel(0, 6_000);
      await eventually(async () => String((await before.rest()) > 1_000), 'true');
      await before.frame.getByRole('button', { name: 'Larger' }).click();
      await before.frame.getByRole('button', { name: 'Show as printed' }).click();
      await before.frame.getByRole('button', { name: /^Show problems/ }).click();
      const topBefore = await before.words(await before.rest());
      await Promise.all([workbench.page.waitForEvent('load'), workbench.run('Developer: Reload Window')]);
      await workbench.shown();
      const after = new Preview(workbench);
      await after.shown('document');
      await eventually(async () => String(await after.frame.locator('#_actual').textContent()), '110 %');
      await eventually(async () => after.words(await after.rest()), topBefore);
      expect(await after.frame.locator('body').getAttribute('class')).to.match(/\b_printed\b/);
      expect(await after.frame.locator('._note').count()).to.equal(0);
      await after.show('matrix');
      await eventually(() => after.frame.getByLabel('Columns').inputValue(), wanted ?? '');
    },
  },
  {
    name: 'a preview by keyboard alone',
    files: sound,
    inWeb: true,
    async run(workbench) {
      const { keyboard } = workbench.page;
      await workbench.open('homes.plan');
      const preview = await Preview.beside(workbench);
      const focused = () => preview.frame.locator(':focus');
      await keyboard.press('Control+2');
      await keyboard.press('Tab');
      await eventually(
        async () =>
          String(
            await focused()
              .getAttribute('id')
              .catch(() => ''),
          ),
        '_tab-document',
      );
      for (const view of ['thread', 'matrix']) {
        await keyboard.press('ArrowRight');
        await preview.shown(view);
      }
      // The first cell, from the tabs by way of the tools.
      await tabTo(preview, '.toggle');
      const cell = preview.cell(/warm, safe homes/);
      await preview.pressed(cell, true);
      await keyboard.press('Space');
      await preview.pressed(cell, false);
      expect(await focused().getAttribute('aria-pressed')).to.equal('false');
      await keyboard.press('Enter');
      await preview.pressed(cell, true);
      await preview.tab('thread').focus();
      await keyboard.press('Enter');
      await preview.shown('thread');
      await tabTo(preview, '[role="option"]');
      await keyboard.press('End');
      await eventually(async () => String(await focused().locator('title').textContent()), /Rented homes/);
      await keyboard.press('Enter');
      await workbench.tab('borough.plan').waitFor();
    },
  },
];

/** Presses Tab until what has the focus is of a sort. */
async function tabTo(preview: Preview, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await preview.workbench.page.keyboard.press('Tab');
    if ((await preview.frame.locator(`:focus:is(${selector})`).count()) > 0) return;
  }
  throw new Error(`Tab leads to no ${selector}.`);
}
