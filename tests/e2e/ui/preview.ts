import type { FrameLocator, Locator } from 'playwright-core';
import { eventually, type Workbench } from './workbench.ts';

/** The preview of a plan, used as a reader uses it. */
export class Preview {
  readonly workbench: Workbench;
  readonly frame: FrameLocator;
  /** What scrolls. */
  readonly page: Locator;

  constructor(workbench: Workbench) {
    this.workbench = workbench;
    this.frame = workbench.webview;
    this.page = this.frame.locator('#_page');
  }

  /** Opens it beside the text, by its keys. */
  static async beside(workbench: Workbench): Promise<Preview> {
    await workbench.page.keyboard.press('Control+k');
    await workbench.page.keyboard.press('v');
    const preview = new Preview(workbench);
    await preview.shown('document');
    return preview;
  }

  /** Waits until something of a view is shown. */
  async shown(view: string): Promise<void> {
    await this.frame.locator(`#_page[data-view="${view}"] .block`).first().waitFor();
  }

  /** Shows a view by its tab. */
  async show(view: string): Promise<void> {
    await this.tab(view).click();
    await this.shown(view);
  }

  tab(view: string): Locator {
    return this.frame.locator(`#_tab-${view}`);
  }

  /** The first block that holds some words. */
  block(words: string): Locator {
    return this.frame.locator('.block', { hasText: words }).first();
  }

  /** How far the page is scrolled, in pixels. */
  scrolled(): Promise<number> {
    return this.page.evaluate((page) => page.scrollTop);
  }

  /** Waits until the page has come to rest, and gives how far it is scrolled. */
  async rest(): Promise<number> {
    let last = '';
    await eventually(async () => {
      const now = String(await this.scrolled());
      const isSame = now === last;
      last = now;
      return isSame ? 'still' : 'moving';
    }, 'still');
    return Number(last);
  }

  /** Writes down, from now on, which blocks of the page change. */
  async watch(): Promise<void> {
    await this.frame.locator('#_blocks').evaluate((blocks) => {
      const changed = new Set<string>();
      const note = (node: Node | null): void => {
        const element = node instanceof Element ? node : node?.parentElement;
        changed.add(element?.closest<HTMLElement>('[data-block]')?.dataset.block ?? (node?.nodeName || 'nothing'));
      };
      new MutationObserver((records) => {
        for (const { target, type, attributeName, addedNodes, removedNodes } of records) {
          if (type === 'attributes' && attributeName === 'class') continue;
          if (target === blocks) for (const node of [...addedNodes, ...removedNodes]) note(node);
          else if (!(target instanceof Element && target.closest('._notes'))) note(target);
        }
        document.body.dataset.changed = JSON.stringify([...changed]);
      }).observe(blocks, { childList: true, subtree: true, characterData: true, attributes: true });
    });
  }

  /** The keys of the blocks that have changed since. */
  async changed(): Promise<string[]> {
    const told = await this.frame.locator('body').getAttribute('data-changed');
    return JSON.parse(told ?? '[]') as string[];
  }

  /** Has the page note where its blocks come from, when they come the next time. */
  async notePlaces(): Promise<void> {
    await this.page.evaluate((page) => {
      addEventListener('message', ({ data }) => {
        const { order, places } = data.update ?? {};
        if (order !== undefined && places !== undefined) page.dataset.places = JSON.stringify({ order, places });
      });
    });
    await this.show('measures');
    await this.show('document');
    await this.frame.locator('#_page[data-places]').waitFor();
  }

  /**
   * The elements of the page that have a source, in the order of its lines, counted from 1; `y` in pixels from the top of the window.
   * Those that stand above an element of an earlier line are left out.
   */
  elements(): Promise<{ line: number; y: number; kind: string }[]> {
    return this.page.evaluate((page) => {
      const { order, places } = JSON.parse(page.dataset.places ?? '{}') as { order: string[]; places: number[][] };
      const { top } = page.getBoundingClientRect();
      const found = [...page.querySelectorAll<HTMLElement>('[data-block]')].flatMap((block) => {
        const [, line] = places[order.indexOf(block.dataset.block ?? '')] ?? [];
        if (line === undefined) return [];
        const inside = [...block.querySelectorAll<HTMLElement>('[data-line]')].filter(
          (each) => each.getClientRects().length > 0,
        );
        return [block, ...inside].map((each) => ({
          line: line + Number(each.dataset.line ?? 0) + 1,
          y: each.getBoundingClientRect().top - top,
          kind: each.tagName,
        }));
      });
      found.sort((a, b) => a.line - b.line || a.y - b.y);
      let lowest = Number.NEGATIVE_INFINITY;
      return found.filter(({ y }) => {
        if (y < lowest) return false;
        lowest = y;
        return true;
      });
    });
  }

  /** How far below the top of the window, in pixels, the tables of the page begin. */
  tables(): Promise<{ y: number }[]> {
    return this.page.evaluate((page) => {
      const { top } = page.getBoundingClientRect();
      return [...page.querySelectorAll('table')].map((table) => ({ y: table.getBoundingClientRect().top - top }));
    });
  }

  /** True where a block that has no source, such as the contents, is at the top of the page’s window. */
  isWorkedOut(): Promise<boolean> {
    return this.page.evaluate((page) => {
      const { order, places } = JSON.parse(page.dataset.places ?? '{}') as { order: string[]; places: unknown[] };
      const { top } = page.getBoundingClientRect();
      const block = [...page.querySelectorAll<HTMLElement>('[data-block]')].findLast(
        (each) => each.getBoundingClientRect().top <= top + 1,
      );
      return block !== undefined && places[order.indexOf(block.dataset.block ?? '')] === null;
    });
  }

  /** The cell of a matrix by what it says to those who don’t see the table. */
  cell(words: RegExp): Locator {
    return this.frame.getByRole('button', { name: words });
  }

  /** An item of the drawn thread by what it says to those who don’t see the drawing. */
  box(words: RegExp): Locator {
    return this.frame.locator('svg').getByRole('option', { name: words });
  }

  /** The first words of what stands at a height of the page. */
  words(y: number): Promise<string> {
    return this.page.evaluate((page, y) => {
      const top = page.getBoundingClientRect().top - page.scrollTop + y;
      const blocks = [...page.querySelectorAll('[data-block]')];
      const found = blocks.findLast((block) => block.getBoundingClientRect().top <= top + 1);
      return (found?.textContent ?? '').trim().slice(0, 60);
    }, y);
  }

  async pressed(cell: Locator, wanted: boolean): Promise<void> {
    await eventually(async () => String(await cell.getAttribute('aria-pressed')), String(wanted));
  }
}

/** The number of the line, counted from 1, that is so many rows below the top of the text. */
export function lineAt({ page }: Workbench, rows: number): Promise<number> {
  const editor = page.locator('.editor-instance .monaco-editor').first();
  return editor.evaluate((element, rows) => {
    const { top } = element.getBoundingClientRect();
    const height = element.querySelector('.view-line')?.getBoundingClientRect().height ?? 0;
    const numbers = [...element.querySelectorAll('.margin-view-overlays .line-numbers')]
      .map((each) => ({ number: Number(each.textContent), y: each.getBoundingClientRect().top - top - rows * height }))
      .filter(({ number }) => number > 0)
      .sort((a, b) => a.y - b.y);
    const above = numbers.findLast(({ y }) => y <= 2);
    const first = numbers[0];
    return above?.number ?? (first === undefined ? 0 : first.number - 1);
  }, rows);
}
