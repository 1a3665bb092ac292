// Writes themes.json: what themes of VS Code give to the page of a preview, read in a real window. `node tests/e2e/pages/read-themes.ts`,
// after VS Code was updated or preview.css uses a colour that the table has not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../browser.ts';
import { startServer } from '../hosts.ts';
import { makeSandbox } from '../sandbox.ts';
import { table, usedVariables } from './themes.ts';

/** The themes: their names in the settings, and the class of a window that has one on. */
const names = {
  light: ['Light Modern', 'light_modern'],
  dark: ['Dark Modern', 'dark_modern'],
  'high-contrast': ['Default High Contrast', 'hc_black'],
} as const;

/** What VS Code puts into every webview besides colours. */
const fonts = {
  '--vscode-font-family': 'system-ui, sans-serif',
  '--vscode-font-size': '13px',
  '--vscode-font-weight': 'normal',
  '--vscode-editor-font-family': 'monospace',
  '--vscode-editor-font-size': '14px',
  '--vscode-editor-font-weight': 'normal',
};

await using box = makeSandbox();
await using browser = await openBrowser(box);
await using host = await startServer(box);
const settings = join(box.data, 'User/settings.json');
const before = JSON.parse(readFileSync(settings, 'utf8')) as object;
const folder = box.workspace('themes', { 'empty.txt': '' });
const used = usedVariables();
const themes: Record<string, Record<string, string>> = {};
for (const [name, [theme, file]] of Object.entries(names)) {
  writeFileSync(settings, JSON.stringify({ ...before, 'workbench.colorTheme': theme }));
  const page = await browser.newPage();
  await page.goto(host.window(folder));
  await page.locator(`.monaco-workbench.vscode-theme-defaults-themes-${file}-json`).waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  themes[name] = await page.evaluate(
    ({ used, fonts }) => {
      const style = getComputedStyle(document.querySelector('.monaco-workbench') as Element);
      const values = used.map((variable) => [
        variable,
        (fonts as Record<string, string>)[variable] ?? style.getPropertyValue(variable).trim(),
      ]);
      return Object.fromEntries(values.filter(([, value]) => value !== '')) as Record<string, string>;
    },
    { used, fonts },
  );
  await page.close();
}
writeFileSync(table, `${JSON.stringify(themes, undefined, 2)}\n`);
