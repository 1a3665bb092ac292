import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { listed, p, r, style, word } from '../../importers/docx/word.ts';
import type { Scenario } from './scenarios.ts';
import { eventually, type Workbench } from './workbench.ts';

const names = { Title: 'Title', Heading1: 'heading 1', Heading2: 'heading 2' };
const styles = Object.entries(names).map(
  ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
);
const bullets =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const remarked = `<w:commentRangeStart w:id="0"/>${r('Light the quay from end to end')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;

/** A plan in Word, with a remark in its margin. */
const document = word(
  [
    p('A Safer Harbour: Plan 2026–2030', style('Title')),
    p('Our outcomes', style('Heading1')),
    p('Fewer people are hurt on the quay', listed(1)),
    p('Priority 1: Safer streets', style('Heading1')),
    p('People tell us that the quay is dark at night.'),
    p('What we will do', style('Heading2')),
    p(remarked, listed(1)),
    p('Open a night desk at the ferry office', listed(1)),
    p('Priority 2: A harbour for everyone', style('Heading1')),
    p('What we will do', style('Heading2')),
    p('Build a ramp at the north steps', listed(1)),
  ].join(''),
  {
    styles: styles.join(''),
    numbering: bullets,
    comments: `<w:comment w:id="0" w:author="A Reader"><w:p>${r('By when?')}</w:p></w:comment>`,
  },
);

const row = ({ page }: Workbench, name: string) =>
  page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });

/** Asks for a file to be imported, in the menu of the Explorer. */
async function importFile(workbench: Workbench, name: string): Promise<void> {
  await row(workbench, name).click({ button: 'right' });
  // A click that comes as soon as the menu is there counts as the end of the one that opened it.
  await workbench.page.getByRole('menuitem', { name: 'Import a Document…' }).hover();
  await workbench.page.locator('.monaco-menu .action-item.focused', { hasText: 'Import a Document…' }).waitFor();
  await workbench.page.keyboard.press('Enter');
}

/** Takes the name that the dialog offers. */
async function save(workbench: Workbench, offered: RegExp): Promise<void> {
  const name = workbench.page.locator('.quick-input-widget:visible input[type="text"]').first();
  await eventually(() => name.inputValue(), offered);
  await name.press('Enter');
}

export const importScenarios: readonly Scenario[] = [
  {
    name: 'a Word document imported, its doubts settled',
    files: { 'notes.txt': 'A folder with something in it.\n' },
    inWeb: true,
    prepare: (folder) => writeFileSync(join(folder, 'harbour.docx'), document),
    async run(workbench) {
      const { page } = workbench;
      await importFile(workbench, 'harbour.docx');
      await save(workbench, /a-safer-harbour[^/]*\.plan$/);
      const tab = page.locator('.tabs-container .tab[data-resource-name^="a-safer-harbour"]');
      await tab.waitFor();
      const shown = workbench.webview.locator('#_imported');
      await shown.getByRole('heading', { name: 'harbour.docx' }).waitFor();

      // What is to be settled leads to its note, whose mend takes it from the list.
      const note = shown.getByRole('button', { name: 'By when?' });
      await note.waitFor();
      const left = async (): Promise<string> => (await shown.locator('#_left').textContent()) ?? '';
      await eventually(left, /left to settle/);
      const before = await left();
      const lineOf = async (words: string): Promise<number> =>
        (await workbench.text()).split('\n').findIndex((line) => line.includes(words)) + 1;
      const noteLine = await lineOf('# unsure (remark)');
      await note.click();
      await workbench.statusBar.locator('.statusbar-item', { hasText: `Ln ${noteLine},` }).waitFor();
      await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .focused', { hasText: 'Settled' }).waitFor();
      await page.keyboard.press('Enter');
      await note.waitFor({ state: 'detached' });
      expect(await left()).not.to.equal(before);

      // A piece of the document leads to its line, and is marked.
      const action = shown.locator('._row', { hasText: 'Open a night desk' });
      await action.getByRole('button', { name: 'action: go to it in the plan' }).click();
      await action.and(shown.locator('[aria-current]')).waitFor();
      const actionLine = await lineOf('Open a night desk');
      await action.getByRole('button').click();
      await workbench.focusText();
      await workbench.statusBar.locator('.statusbar-item', { hasText: `Ln ${actionLine},` }).waitFor();

      // The cursor in the plan marks the piece.
      await workbench.goTo(await lineOf('Build a ramp'));
      await shown.locator('._row[aria-current]', { hasText: 'Build a ramp' }).waitFor();
      expect(await shown.locator('._row[aria-current]').count()).to.equal(1);

      // The same once more goes to a file of its own, and the first stays as it is.
      await workbench.saveAll();
      await importFile(workbench, 'harbour.docx');
      await save(workbench, /a-safer-harbour[^/]*-2\.plan$/);
      await page.locator('.tabs-container .tab[data-resource-name$="-2.plan"]').waitFor();
    },
  },
  {
    name: 'a document that cannot be imported says why',
    files: { 'old.pdf': '%PDF-1.7\n' },
    inWeb: true,
    async run(workbench) {
      await importFile(workbench, 'old.pdf');
      await workbench.page
        .locator('.notification-toast', { hasText: /is broken|can’t be read in a browser/ })
        .waitFor();
    },
  },
];
