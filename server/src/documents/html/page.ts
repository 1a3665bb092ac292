import { attribute, Markup, markup, noMarkup } from '../markup.ts';
import type { Page } from '../view.ts';
import type { HtmlOptions } from './options.ts';
import { wordsIn } from './words.ts';
import { HtmlWriter } from './writer.ts';

/** What a page that stands by itself needs besides. */
export interface PageOptions extends HtmlOptions {
  /** The style sheet, which is written into the page: `templates/document.css`. */
  readonly style: string;
  /** What the page is, in a sentence, for those who find it by search. */
  readonly description?: string | undefined;
}

/**
 * A whole page in one file: it needs no other, besides the pictures of the plan, and runs nothing. Browsers are told to hold
 * it to that.
 */
export function htmlPage(page: Page, options: PageOptions): string {
  const { language, style, description, remotePictures } = options;
  const writer = new HtmlWriter(options);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:${remotePictures ? ' https: http:' : ''}; base-uri 'none'; form-action 'none'`;
  const blocks = new Markup(page.blocks.map((block) => writer.block(block)).join('\n'));
  // A style sheet ends at the first “</style”, whatever stands around it.
  const look = new Markup(style.replaceAll('</', '<\\/'));
  return markup`<!DOCTYPE html>
<html${attribute('lang', language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="generator" content="Goldthread">
${description ? markup`<meta name="description" content="${description}">\n` : noMarkup}<style>
${look}
</style>
</head>
<body class="sheet">
<a class="skip" href="#_main">${wordsIn(language).skip}</a>
<main id="_main" class="page">
${blocks}
</main>
</body>
</html>
`.text;
}
