import { attribute, Markup, markup, noMarkup } from '../markup.ts';
import type { Block, Page } from '../view.ts';
import type { HtmlOptions } from './options.ts';
import { wordsIn } from './words.ts';
import { HtmlWriter } from './writer.ts';

/** What a page that stands by itself needs besides. */
export interface PageOptions extends HtmlOptions {
  /** The style sheet, which is written into the page: `templates/document.css`. */
  readonly style: string;
  /** True where letters are in the style sheet. */
  readonly hasFonts?: boolean | undefined;
  /** What the page is, in a sentence, for those who find it by search. */
  readonly description?: string | undefined;
  /** What else the head says of the document, as elements. */
  readonly head?: Markup | undefined;
  /** The schema.org type of the document, where the head says things of it. */
  readonly itemType?: string | undefined;
  /** The ways to other pages, as an element. */
  readonly navigation?: Markup | undefined;
  /** What stands behind the document, and may be wider than it. */
  readonly annex?: readonly Block[] | undefined;
}

/**
 * A whole page in one file: it needs no other, besides the pictures of the plan, and runs nothing. Browsers are told to hold
 * it to that.
 */
export function htmlPage(page: Page, options: PageOptions): string {
  const { language, style, description, remotePictures, head = noMarkup, itemType, annex = [] } = options;
  const { navigation = noMarkup, hasFonts } = options;
  const writer = new HtmlWriter(options);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:${remotePictures ? ' https: http:' : ''};${hasFonts ? ' font-src data:;' : ''} base-uri 'none'; form-action 'none'`;
  const written = (blocks: readonly Block[]): Markup =>
    new Markup(blocks.map((block) => writer.block(block)).join('\n'));
  const blocks = written(page.blocks);
  // A style sheet ends at the first “</style”, whatever stands around it.
  const look = new Markup(style.replaceAll('</', '<\\/'));
  return markup`<!DOCTYPE html>
<html${attribute('lang', language)}${itemType ? markup` itemscope itemtype="${itemType}"` : noMarkup}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="generator" content="Goldthread">
${description ? markup`<meta name="description" content="${description}">\n` : noMarkup}${head}<style>
${look}
</style>
</head>
<body class="sheet">
<a class="skip" href="#_main">${wordsIn(language).skip}</a>
<main id="_main"${annex.length > 0 ? noMarkup : markup` class="page"`}>
${annex.length > 0 ? markup`${page.blocks.length > 0 ? markup`<div class="page">\n${blocks}\n</div>\n` : noMarkup}<div class="page annex">\n${written(annex)}\n</div>` : blocks}
</main>
${navigation}</body>
</html>
`.text;
}
