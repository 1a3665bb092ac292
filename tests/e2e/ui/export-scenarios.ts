import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { here } from '../paths.ts';
import { Preview } from './preview.ts';
import type { Scenario } from './scenarios.ts';
import { eventually, type Workbench } from './workbench.ts';

const folder = join(here, 'plans/borough');
const sound = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const homes = sound['homes.plan'] ?? '';
const broken = { ...sound, 'homes.plan': homes.replace('outcomes: warm-homes', 'outcomes: warm-home') };
const titleLine = homes.split('\n').findIndex((line) => line.startsWith('priority ')) + 1;

/** Takes the formats that are ticked, once they are, and ticks others besides. */
async function exportTo(workbench: Workbench, ticked: number, ...labels: readonly string[]): Promise<void> {
  const box = workbench.page.locator('.quick-input-widget:visible');
  await box.getByText('Export “').waitFor();
  await box.getByText(`${ticked} Selected`).waitFor();
  for (const label of labels) await box.getByText(label, { exact: true }).click();
  await box.getByText(`${ticked + labels.length} Selected`).waitFor();
  await box.locator('input[type="text"]').first().press('Enter');
}

const row = ({ page }: Workbench, name: string) =>
  page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });

export const exportScenarios: readonly Scenario[] = [
  {
    name: 'a plan with errors exported to Word all the same, to a place of the writer’s',
    files: broken,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('1 error, 1 warning');
      await workbench.run('Goldthread: Export');
      await exportTo(workbench, 1);
      const refusal = workbench.notification('was not exported: it has 1 error.');
      await refusal.getByRole('button', { name: 'Export All the Same' }).click();
      // The dialog has the name of the file.
      const name = workbench.page.locator('.quick-input-widget:visible input[type="text"]').first();
      await eventually(() => name.inputValue(), /borough\.docx$/);
      // The window shows no more than three notifications in 0.8 s, and nobody is as quick as this test.
      await workbench.page.waitForTimeout(1_000);
      await name.press('Enter');
      await workbench.notified('Exported: borough.docx.');
      await row(workbench, 'borough.docx').waitFor();
    },
  },
  {
    name: 'what is typed and not saved exported in three formats from the preview, and once more over them',
    files: sound,
    inWeb: true,
    async run(workbench) {
      await workbench.open('homes.plan');
      await workbench.state('Thread Unbroken');
      await workbench.goTo(titleLine);
      await workbench.page.keyboard.type(' with zebras');
      const preview = await Preview.beside(workbench);
      await preview.block('with zebras').waitFor();
      await preview.tab('document').click();
      await workbench.run('Goldthread: Export');
      await exportTo(workbench, 1, 'Web page', 'Markdown');
      await workbench.answer('', 'build');
      await workbench.notified('Exported: 3 files.');
      await row(workbench, 'build').click();
      await row(workbench, 'borough.html').waitFor();
      await row(workbench, 'borough.docx').waitFor();

      // What was ticked is ticked again, and what is there is replaced only when the writer says so.
      await workbench.run('Goldthread: Export');
      await exportTo(workbench, 3);
      await workbench.answer('', 'build');
      const dialog = workbench.page.locator('.monaco-dialog-box');
      await dialog.getByText('3 of these files are there already.').waitFor();
      await dialog.getByRole('button', { name: 'Replace' }).click();
      await workbench.notified('Exported: 3 files.');
      await workbench.open('borough.md');
      expect(await workbench.text()).to.match(/with zebras/);
    },
  },
];
