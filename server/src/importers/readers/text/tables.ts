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

/** Cells of a line that are set apart by two spaces or more, each with the column that it begins and ends in. */
const setApart = ({ text, indent }: Line): Cell[] =>
  [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) => ({
    words,
    start: indent + index,
    end: indent + index + words.length,
  }));

interface Cell {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** A table without bars or tabs has so many rows at least, and so long its cells are at most on average: longer are columns of prose. */
const aligned = { rows: 3, first: 48, others: 32, lines: 400, width: 400 };

/** The lines from one on whose cells stand under each other; none where they are no table. */
export function alignedTable(lines: readonly Line[], from: number): { block: Rough; lines: number } | undefined {
  if ((lines[from] as Line).text.length > aligned.width) return undefined;
  const head = setApart(lines[from] as Line);
  if (head.length < 2 || !/\S {2,}\S/.test((lines[from] as Line).text)) return undefined;
  const rows: string[][] = [];
  /** The first line of a cell whose row is still to come. */
  let begun = '';
  let until = from;
  for (
    ;
    until < lines.length && until - from < aligned.lines && (lines[until] as Line).text.length <= aligned.width;
    until++
  ) {
    const cells = setApart(lines[until] as Line);
    const places = cells.map((cell) =>
      head.findIndex(({ start, end }) => Math.abs(start - cell.start) <= 2 || Math.abs(end - cell.end) <= 2),
    );
    const isMore =
      until > from &&
      cells.length < head.length &&
      places.every((place) => place >= 0) &&
      (lines[until] as Line).text.length > 0;
    const [only] = cells;
    if (cells.length === head.length && places.every((place, index) => place === index)) {
      rows.push(cells.map(({ words }, index) => (index === 0 && begun !== '' ? `${begun} ${words}` : words)));
      begun = '';
    } else if (isMore && only && cells.length === 1 && places[0] === 0 && (begun !== '' || beginsRow(lines, until))) {
      begun = `${begun} ${only.words}`.trim();
    } else if (isMore) {
      const last = rows.at(-1) as string[];
      for (const [index, cell] of cells.entries())
        last[places[index] as number] = `${last[places[index] as number] ?? ''} ${cell.words}`;
    } else break;
  }
  if (begun !== '') rows.push([begun]);
  const mean = (column: number): number => rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0) / rows.length;
  const isShort = mean(0) <= aligned.first && head.slice(1).every((_, index) => mean(index + 1) <= aligned.others);
  if (rows.length < aligned.rows || !isShort) return undefined;
  return {
    block: rough('table', lines[from] as Line, '', { head: rows.slice(0, 1), rows: rows.slice(1) }),
    lines: until - from,
  };
}

/** Whether a line that has nothing but a first cell begins the row below it, as its capital says, rather than end the one above. */
const beginsRow = (lines: readonly Line[], at: number): boolean =>
  /^[^\p{L}]*\p{Lu}/u.test((lines[at] as Line).text) && /\S {2,}\S/.test(lines.slice(at + 1).find(isLong)?.text ?? '');

/** True for a line of several cells, or the last line of a table. */
const isLong = ({ text }: Line): boolean => /\S {2,}\S/.test(text) || text === '';
