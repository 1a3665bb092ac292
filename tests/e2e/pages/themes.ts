import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pageFolder } from '../install.ts';
import { root } from '../paths.ts';

/** What themes of VS Code give to a page; `read-themes.ts` writes it. */
export const table = join(import.meta.dirname, 'themes.json');

/** A look of the page: a theme of the editor, or as printed. */
export type Look = 'light' | 'dark' | 'high-contrast' | 'printed';

export const looks: readonly Look[] = ['light', 'dark', 'high-contrast', 'printed'];

/** The class that VS Code gives to the body of a page. */
const classes = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'high-contrast': 'vscode-high-contrast',
} as const;

/** The style sheet that VS Code puts before all others into every webview, as its own page has it. */
export function webviewStyles(): string {
  const page = readFileSync(join(pageFolder, 'out/vs/workbench/contrib/webview/browser/pre/index.html'), 'utf8');
  const styles = /defaultStyles\.textContent = `([^`]*)`/.exec(page)?.[1];
  if (styles === undefined) throw new Error('VS Code has its styles for webviews elsewhere now.');
  return styles;
}

/** The variables of VS Code that our pages use. */
export function usedVariables(): string[] {
  const sheets = ['server/templates/document.css', 'client/media/preview.css', 'client/media/import.css'].map((path) =>
    readFileSync(join(root, path), 'utf8'),
  );
  const found = [...sheets, webviewStyles()].flatMap((sheet) => sheet.match(/--vscode-[\w-]+/g) ?? []);
  return [...new Set(found)].sort();
}

const readTable = (): Record<string, Record<string, string>> => JSON.parse(readFileSync(table, 'utf8'));

/** Variables that the page uses and no theme of the table has: misspelt, or the table is old. */
export function unknownVariables(): string[] {
  const known = new Set(Object.values(readTable()).flatMap((theme) => Object.keys(theme)));
  return usedVariables().filter((variable) => !known.has(variable));
}

/** Makes a page look as in a window with a theme. “As printed” is chosen in the page itself, here in a dark window. */
export async function applyLook(page: Page, look: Look): Promise<void> {
  const theme = look === 'printed' ? 'dark' : look;
  const themes = readTable();
  const scheme = theme === 'light' ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme: scheme, contrast: theme === 'high-contrast' ? 'more' : 'no-preference' });
  await page.evaluate(
    ({ variables, name }) => {
      const { style } = document.documentElement;
      for (const variable of [...style]) if (variable.startsWith('--vscode-')) style.removeProperty(variable);
      for (const [variable, value] of Object.entries(variables)) style.setProperty(variable, value);
      document.body.classList.remove('vscode-light', 'vscode-dark', 'vscode-high-contrast');
      document.body.classList.add(name);
      document.body.dataset.vscodeThemeKind = name;
    },
    { variables: themes[theme] ?? {}, name: classes[theme] },
  );
}
