import type { ImportLook, NoteKind, ReadDocument } from '../../../server/src/lsp/import/protocol.ts';
import { escaped } from '../escaped.ts';
import { blocksHtml } from './blocks.ts';
import type { PageWords } from './words.ts';

/** What the page of a document is made from. All addresses are those that the page itself can load. */
export interface ImportShell {
  /** The name of the document. */
  readonly name: string;
  readonly page: ReadDocument;
  readonly words: PageWords;
  /** The language of the words. */
  readonly language: string;
  /** The source that stands for the extension’s own files. */
  readonly source: string;
  readonly styles: readonly string[];
  readonly script: string;
  /** Random, and another one each time: what has it is a script of ours. */
  readonly nonce: string;
}

/** So many things are shown at once; the others are a click away. */
const shownAtOnce = 5;

/** From so many blocks on, those that are far from the window are left to be laid out later. */
const long = 400;

/**
 * The page of a document as it was read. It shows what others wrote as words, runs the one script of ours and loads our own style sheets
 * and nothing else. Its ids and classes begin with `_`.
 */
export function importShell({ name, page, words, language, source, styles, script, nonce }: ImportShell): string {
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const { settled, settledOne, settledMany, others } = words;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}</title>
${styles.map((style) => `<link rel="stylesheet" href="${escaped(style)}">`).join('\n')}
</head>
<body data-words="${escaped(JSON.stringify({ settled, settledOne, settledMany, others }))}">
<main id="_imported">
<header>
<h1>${escaped(name)}</h1>
<p>${escaped(words.read(page.format))}</p>
${page.misnamed === undefined ? '' : `<p>${escaped(words.misnamed(page.misnamed))}</p>`}
${page.carries === undefined ? '' : `<p>${escaped(words[page.carries])}</p>`}
${page.words === '' ? '' : `<p>${escaped(page.words)}</p>`}
</header>
<section aria-labelledby="_settle">
<h2 id="_settle">${escaped(words.settle)}</h2>
<p id="_left" role="status">${escaped(words.waiting)}</p>
<p id="_way" class="_quiet" hidden>${escaped(words.settleWay)}</p>
<ul id="_notes" class="_list"></ul>
<details id="_others" hidden><summary></summary><ul class="_list"></ul></details>
</section>
${looksHtml(page.looks, page.kinds, words)}
<section><h2>${escaped(words.counts)}</h2>
<ul class="_list _counts">${page.counts.map((count) => `<li>${escaped(count)}</li>`).join('')}</ul></section>
${removedHtml(page.removed, words)}
<section aria-labelledby="_document">
<h2 id="_document">${escaped(words.document)}</h2>
${documentHtml(page, words)}
</section>
</main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function documentHtml({ blocks, more, language, carries }: ReadDocument, words: PageWords): string {
  if (blocks.length === 0)
    return `<p class="_quiet">${escaped(carries === undefined ? words.none : words.noneOfPlan)}</p>`;
  const rest = more === 0 ? '' : `<p class="_quiet">${escaped(words.more(more))}</p>`;
  return `<p class="_quiet">${escaped(words.way)}</p>
<div id="_blocks"${blocks.length > long ? ' class="_long"' : ''}>
${blocksHtml(blocks, language, words)}
</div>${rest}`;
}

function looksHtml(looks: readonly ImportLook[], kinds: readonly NoteKind[], words: PageWords): string {
  const titles = new Map(kinds.map(({ key, title }) => [key, title]));
  return listHtml(
    words.looks,
    looks.map(({ kind, words: said, where, line }, number) => {
      const text = escaped(said);
      const way = line === undefined ? text : `<button type="button" data-look="${number}">${text}</button>`;
      const place = where === '' ? '' : ` <span class="_where">${escaped(where)}</span>`;
      return `<span class="_kind">${escaped(titles.get(kind) ?? kind)}</span> ${way}${place}`;
    }),
    words,
  );
}

function removedHtml(removed: ReadDocument['removed'], words: PageWords): string {
  if (removed.length === 0) return '';
  const items = removed.map(
    ({ words: said, where }) => `<li>${escaped(said)} <span class="_where">${escaped(where)}</span></li>`,
  );
  return `<section><h2>${escaped(words.removed)}</h2>
<details><summary>${escaped(words.removed)}: ${removed.length}</summary><ul class="_list">${items.join('')}</ul></details></section>`;
}

/** A section with a list; what is beyond the first few is a click away. */
function listHtml(title: string, items: readonly string[], words: PageWords): string {
  if (items.length === 0) return '';
  const list = (some: readonly string[]): string =>
    `<ul class="_list">${some.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  const rest = items.slice(shownAtOnce);
  const others = words.others.replace('{0}', String(rest.length));
  const more = rest.length === 0 ? '' : `<details><summary>${escaped(others)}</summary>${list(rest)}</details>`;
  return `<section><h2>${escaped(title)}</h2>${list(items.slice(0, shownAtOnce))}${more}</section>`;
}
