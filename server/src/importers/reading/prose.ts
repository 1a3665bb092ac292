import type { Table } from '../source.ts';
import { atLineStart } from '../words.ts';
import type { PointTree } from './points.ts';

/** A list as Markdown: numbers and letters as printed where Markdown has them. */
export function listProse(trees: readonly PointTree[], indent = ''): string {
  const lines: string[] = [];
  for (const { point, children } of trees) {
    const number = /^\(?(\d{1,9})[.)]?$/.exec(point.mark)?.[1];
    // Markdown has no letters and no Roman numbers: they stand as words behind a dot.
    const lettered = number === undefined && /[\p{L}\d]/u.test(point.mark) ? `${point.mark} ` : '';
    const mark = number === undefined ? '-' : `${number}.`;
    const inner = `${indent}${' '.repeat(mark.length + 1)}`;
    lines.push(`${indent}${mark} ${lettered}${point.text.split('\n').join(`\n${inner}`)}`);
    if (children.length > 0) lines.push(listProse(children, inner));
  }
  return lines.join('\n');
}

/** A table as Markdown. One without a head gets one of empty cells, as Markdown has no other. */
export function tableProse({ head, rows }: Pick<Table, 'head' | 'rows'>): string {
  const columns = Math.max(1, ...[...head, ...rows].map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, index) => cellProse(cells[index] ?? '')).join(' | ')} |`;
  const [first = [], ...others] = head;
  return [line(first), `|${' --- |'.repeat(columns)}`, ...[...others, ...rows].map(line)].join('\n');
}

const cellProse = (markdown: string): string =>
  markdown
    .replace(/\\?\s*\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim();

/** A paragraph as Markdown. */
export const paragraphProse = (markdown: string): string => atLineStart(markdown);
