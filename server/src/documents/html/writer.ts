import { attribute, markup, noMarkup } from '../markup.ts';
import type { Flow } from '../tree.ts';
import type { Block } from '../view.ts';
import { flowsHtml } from './flows.ts';
import type { HtmlOptions } from './options.ts';
import { classes, type Scribe } from './scribe.ts';
import { wordsIn } from './words.ts';

export type { HtmlOptions } from './options.ts';

/** Writes blocks as HTML, and remembers what it wrote: a block whose `flow` is the same array is not written again. */
export class HtmlWriter {
  private readonly scribe: Scribe;
  private readonly written = new WeakMap<readonly Flow[], string>();

  constructor(options: HtmlOptions) {
    this.scribe = { options, words: wordsIn(options.language) };
  }

  /** One element with all that the block says in it. For the preview it has the key of the block and the ref of its item. */
  block({ key, role, depth, item, flow }: Block): string {
    const { interactive, cover } = this.scribe.options;
    const names = interactive ? markup`${attribute('data-block', key)}${attribute('data-item', item)}` : noMarkup;
    return `<div${classes('block', role, `depth-${Math.min(depth, 6)}`)}${names}>${role === 'cover' ? (cover ?? '') : ''}${this.inside(flow)}</div>`;
  }

  private inside(flow: readonly Flow[]): string {
    let html = this.written.get(flow);
    if (html === undefined) {
      html = flowsHtml(flow, this.scribe).text;
      this.written.set(flow, html);
    }
    return html;
  }
}
