import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';

/** A window of VS Code, used as a writer uses it: by keyboard and mouse. */
export class Workbench {
  readonly page: Page;
  /** The text editor that is shown. */
  readonly editor: Locator;
  readonly statusBar: Locator;
  /** The list of what may be typed. */
  readonly suggestions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
    this.statusBar = page.locator('.statusbar');
    this.suggestions = page.locator('.suggest-widget.visible');
  }

  /** Waits for the window to be there, and for what the extension adds to it. */
  async shown(): Promise<void> {
    await this.page.locator('.explorer-viewlet').getByRole('button', { name: 'Golden Thread Section' }).waitFor();
  }

  /** Opens a file from the Explorer. */
  async open(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
    await this.tab(name).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** The tab of a file that is shown, by its name: not that of a page about it, which has the name in its title. */
  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`);
  }

  /** Runs a command by its name. */
  async run(name: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.answer(`>${name}`, name);
  }

  /** Types into the box that asks, and takes the row with some words where it offers rows. */
  async answer(text: string, row?: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible');
    const input = box.locator('input[type="text"]').first();
    await input.fill(text);
    if (row === undefined) return input.press('Enter');
    const wanted = box.locator('.monaco-list-row', { hasText: row }).first();
    await wanted.waitFor();
    // A row that is marked already needs no mouse: a tip that hangs over it could be in the way.
    const isMarked = (await wanted.getAttribute('class'))?.includes('focused') ?? false;
    await (isMarked ? input.press('Enter') : wanted.click());
  }

  /** The first line of the editor that holds some words. */
  line(words: string): Locator {
    return this.editor.locator('.view-line', { hasText: spaced(words) }).first();
  }

  /** Puts the cursor to the end of a line, counted from 1, and a number of characters back. */
  async goTo(line: number, back = 0): Promise<void> {
    await this.page.keyboard.press('Control+g');
    await this.answer(`:${line}`);
    await this.page.keyboard.press('End');
    for (let count = 0; count < back; count += 1) await this.page.keyboard.press('ArrowLeft');
  }

  /** Gives the focus to the text in the first column: what a page that has it is told reaches the window a moment later. */
  async focusText(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** The text of the editor, as it is copied. */
  async text(): Promise<string> {
    await this.focusText();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Control+c');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Saves all files. */
  async saveAll(): Promise<void> {
    await this.run('File: Save All');
    await this.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
  }

  /** Waits until the status bar says how the plan stands. */
  async state(words: string): Promise<void> {
    await this.statusBar.locator('.statusbar-item', { hasText: words }).waitFor();
  }

  /** A row of the Golden Thread view. */
  thread(words: string): Locator {
    const pane = this.page.locator('.pane', { has: this.page.getByRole('button', { name: 'Golden Thread Section' }) });
    return pane.locator('.monaco-list-row', { hasText: words }).first();
  }

  notification(words: string): Locator {
    return this.page.locator('.notification-toast', { hasText: words });
  }

  /** Waits for a notification: one that the window did not show, as it had shown several in the same second, is behind the bell. */
  async notified(words: string): Promise<void> {
    const isShown = await this.notification(words)
      .last()
      .waitFor({ timeout: 15_000 })
      .then(
        () => true,
        () => false,
      );
    if (isShown) return;
    await this.run('Notifications: Show Notifications');
    await this.page.locator('.notifications-center', { hasText: words }).waitFor();
  }

  /** What a page in the editor shows, such as a Markdown preview. */
  get webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }
}

/** Waits until a text is as wanted; then, at the latest, it has to be. */
export async function eventually(read: () => Promise<string>, wanted: string | RegExp, turns = 100): Promise<void> {
  const isWanted = (text: string): boolean => (typeof wanted === 'string' ? text === wanted : wanted.test(text));
  for (let turn = 0; turn < turns; turn += 1) if (isWanted(await read())) return;
  const text = await read();
  if (typeof wanted === 'string') expect(text).to.equal(wanted);
  else expect(text).to.match(wanted);
}

/** Words as the editor shows them: with spaces that do not break. */
const spaced = (words: string): RegExp =>
  new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0·]'));
