import { attribute, type Markup, markup, noMarkup } from '../markup.ts';
import { wordsOf } from '../plain-words.ts';
import type { Cell, Flow, Toggle } from '../tree.ts';
import { inlinesHtml } from './inlines.ts';
import { classes, lineOf, type Scribe } from './scribe.ts';

type Table = Flow & { type: 'table' };

/** From so many columns a table may be wider than the page: it scrolls by itself, by keyboard too. */
const wide = 3;

/** A table, in something that scrolls where it may be too wide. */
export function tableHtml(table: Table, scribe: Scribe): Markup {
  const { caption, head, rows, role, line, lang } = table;
  const columns = [...head, ...rows].reduce((most, row) => Math.max(most, row.length), 0);
  const place = lineOf(line, scribe);
  const whole = markup`<table${classes(role)}${columns < wide ? place : noMarkup}${attribute('lang', lang)}>${
    caption ? markup`<caption>${inlinesHtml(caption, scribe)}</caption>` : noMarkup
  }${section(head, markup`thead`, table, scribe)}${section(rows, markup`tbody`, table, scribe)}</table>`;
  if (columns < wide) return whole;
  const name = (caption && wordsOf(caption)) || scribe.words.table;
  return markup`<div class="scrolls" role="group" tabindex="0" aria-label="${name}"${place}>${whole}</div>`;
}

function section(rows: readonly (readonly Cell[])[], tag: Markup, table: Table, scribe: Scribe): Markup {
  if (rows.length === 0) return noMarkup;
  const written = rows.map(
    (row) => markup`<tr>${row.map((cell, index) => cellHtml(cell, table.align?.[index], scribe))}</tr>`,
  );
  return markup`<${tag}>${written}</${tag}>`;
}

/** Rows that stand in others move to the side so many times at most. */
const DEEPEST_ROW = 4;

/** A cell. A header with no words heads nothing: assistive programs would read it out. */
function cellHtml(cell: Cell, align: 'left' | 'right' | 'centre' | undefined, scribe: Scribe): Markup {
  const { toggle, children, role, anchor, depth = 0 } = cell;
  const inside = toggle
    ? toggleHtml(toggle, wordsOf(children) || signOf(toggle), scribe)
    : inlinesHtml(children, scribe);
  const look = markup`${attribute('id', anchor)}${classes(align === 'left' ? undefined : align, role, depth > 0 ? `inner-${Math.min(depth, DEEPEST_ROW)}` : undefined)}`;
  const lang = attribute('lang', cell.lang);
  return cell.header && wordsOf(children)
    ? markup`<th scope="${cell.header === 'row' ? 'row' : 'col'}"${look}${lang}>${inside}</th>`
    : markup`<td${look}${lang}>${inside}</td>`;
}

/** What stands for a link that is there, that is there by something else, and that is not there. */
const signOf = ({ on, canChange }: Toggle): string => (on ? (canChange ? '●' : '◍') : canChange ? '○' : '·');

/** A link to make or break, and its sign. */
function toggleHtml(toggle: Toggle, shown: string, { options, words }: Scribe): Markup {
  const { from, relation, to, on, canChange, label } = toggle;
  const sign = markup`<span aria-hidden="true">${shown}</span>`;
  if (!options.interactive)
    return markup`<span class="toggle ${on ? 'on' : 'off'}">${sign}<span class="unseen">${on ? words.yes : words.no}</span></span>`;
  const fixed = canChange ? noMarkup : markup` aria-disabled="true"`;
  return markup`<button type="button" class="toggle" aria-pressed="${String(on)}"${fixed} data-from="${from}" data-relation="${relation}" data-to="${to}" aria-label="${label}">${sign}</button>`;
}
