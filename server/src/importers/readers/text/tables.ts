import type { Line } from './lines.ts';
import { type Rough, rough } from './rough.ts';

/** True for a row of a table: cells between bars, or parted by tabs. */
export const isRow = (text: string): boolean => isPiped(text) || text.includes('\t');

const isPiped = (text: string): boolean => text.length > 2 && text.startsWith('|') && text.indexOf('|', 1) > 0;

/** The row under the heads of a table in Markdown. */
const isRule = (text: string): boolean => /^\|?[\s:|-]+$/.test(text) && text.includes('-') && text.includes('|');

/** Rows in a row, as a table. Those of a converter mark no heads; those of Markdown do. */
export function tableOf(lines: readonly Line[]): Rough {
  const [first] = lines as [Line];
  const rule = lines.findIndex(({ text }) => isRule(text));
  const cells = lines.map(({ text }) => cellsOf(text));
  if (rule > 0) {
    return rough('table', first, '', {
      head: cells.slice(0, rule),
      rows: cells.slice(rule + 1).filter((_, at) => !isRule(lines[rule + 1 + at]?.text ?? '')),
    });
  }
  const rows = cells.filter((_, index) => !isRule(lines[index]?.text ?? ''));
  const isHead = rows.length > 1 && rows[0]?.[0] === '' && rows[0].slice(1).every((cell) => cell !== '');
  return rough('table', first, '', isHead ? { head: rows.slice(0, 1), rows: rows.slice(1) } : { rows });
}

function cellsOf(text: string): string[] {
  if (!isPiped(text)) return text.split('\t').map((cell) => cell.trim());
  const inner = text.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
