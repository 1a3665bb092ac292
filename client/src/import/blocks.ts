import type { ReadBlock, ReadTable } from '../../../server/src/lsp/import/protocol.ts';
import { escaped } from '../escaped.ts';
import type { PageWords } from './words.ts';

/** The level of the heading that the document stands below on the page. */
const above = 2;

/** Blocks of a document as HTML: all that they hold is words. */
export function blocksHtml(blocks: readonly ReadBlock[], language: string, words: PageWords): string {
  // Documents leave levels out; pages that are read out must not.
  let level = above;
  return blocks
    .map((block, number) => {
      if (block.type === 'heading') level = Math.min(level + 1, above + Math.max(1, block.level ?? 1), 6);
      return rowHtml(block, number, level, language, words);
    })
    .join('\n');
}

function rowHtml(block: ReadBlock, number: number, level: number, language: string, words: PageWords): string {
  const { became, where, line, lang } = block;
  const way =
    line === undefined
      ? `<span lang="${escaped(language)}">${escaped(became)}</span>`
      : `<button type="button" data-block="${number}" aria-label="${escaped(words.go(became))}">${escaped(became)}</button>`;
  const place = where === '' ? '' : ` <span class="_where">${escaped(where)}</span>`;
  const own = lang === undefined || !isLanguage(lang) ? '' : ` lang="${escaped(lang)}"`;
  return `<div class="_row" id="_row-${number}"${line === undefined ? '' : ` data-row="${number}"`}><div class="_words"${own}>${wordsHtml(block, level, words)}</div><p class="_fate">${way}${place}</p></div>`;
}

function wordsHtml(
  { type, text, mark = '', depth = 0, by, table }: ReadBlock,
  level: number,
  words: PageWords,
): string {
  const said = escaped(text);
  const who = by === undefined || by === '' ? '' : `<p class="_by">${escaped(by)}</p>`;
  switch (type) {
    case 'heading':
      return said === '' ? '' : `<h${level}>${said}</h${level}>`;
    case 'point':
      return `<p class="_point _deep-${Math.min(Math.max(0, depth), 4)}"><span class="_mark">${escaped(mark)}</span> <span>${said}</span></p>`;
    case 'table':
      return tableHtml(text, table ?? { head: [], rows: [], more: 0 }, words);
    case 'picture':
      return said === ''
        ? `<p class="_picture">${escaped(words.pictureWithout)}</p>`
        : `<p class="_picture"><strong>${escaped(words.picture)}:</strong> ${said}</p>`;
    case 'quotation':
      return `<blockquote><p>${said}</p></blockquote>${who}`;
    case 'footnote':
      return `<p class="_point"><span class="_mark">${escaped(mark)}</span> <span>${said}</span></p>`;
    case 'remark':
      return `<p class="_remark">${said}</p>${who}`;
    default:
      return `<p>${said}</p>`;
  }
}

function tableHtml(caption: string, { head, rows, more }: ReadTable, words: PageWords): string {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${cell === '' ? 'td' : tag}${tag === 'th' && cell !== '' ? ' scope="col"' : ''}>${escaped(cell)}</${cell === '' ? 'td' : tag}>`).join('')}</tr>`;
  const title = caption === '' ? '' : `<caption>${escaped(caption)}</caption>`;
  const top = head.length === 0 ? '' : `<thead>${head.map((cells) => row(cells, 'th')).join('')}</thead>`;
  const rest = more === 0 ? '' : `<p class="_quiet">${escaped(words.moreRows(more))}</p>`;
  return `<div class="_table"><table>${title}${top}<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>${rest}`;
}

/** True for what can stand in an attribute for a language: letters and figures with hyphens (BCP 47). */
const isLanguage = (lang: string): boolean => /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(lang);
