import { type KeyLanguage, meaningAnywhere } from '@goldthread/grammar';
import type { CopiedPoint, Piece } from './piece.ts';

/** The highest level of a heading in a text. */
const HIGHEST = 3;
const keyShape = /^([\p{L}\p{M}\p{N}-]+)(?:[^\S\r\n]+\S+)?[^\S\r\n]*:/u;

/** What was copied as lines of Markdown, so deep. */
export function asProse(pieces: readonly Piece[], depth: number, language: KeyLanguage): string[] {
  const levels = headingLevels(pieces);
  const lines: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (before && !(before.kind === 'paragraph' && piece.kind === 'list')) lines.push('');
    if (piece.kind === 'table') lines.push(...tableLines(piece.rows));
    else if (piece.kind === 'list') lines.push(...pointLines(levelled(piece.points)));
    else {
      const mark = piece.heading === undefined ? '' : `${'#'.repeat(levels.get(piece.heading) ?? HIGHEST)} `;
      for (const line of piece.words.markdown.split('\n')) lines.push(mark + asText(line, language));
    }
  }
  return lines.map((line) => line && ' '.repeat(depth) + line);
}

/** A line that is read as text: a word at its beginning that would begin an item gets a capital, which no key has. */
function asText(line: string, language: KeyLanguage): string {
  const word = keyShape.exec(line)?.[1];
  if (word !== undefined && meaningAnywhere(word, language)?.item) return line.charAt(0).toUpperCase() + line.slice(1);
  return line;
}

/** The levels of headings, none left out between them. */
function headingLevels(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const found = pieces.flatMap((piece) => (piece.kind === 'paragraph' && piece.heading ? [piece.heading] : []));
  const sorted = [...new Set(found)].sort((a, b) => a - b);
  return new Map(sorted.map((level, index) => [level, Math.min(6, HIGHEST + index)]));
}

/** Points with no level left out between one and what it stands in. */
export function levelled(points: readonly CopiedPoint[]): CopiedPoint[] {
  const above: number[] = [];
  return points.map((point) => {
    while (above.length > 0 && (above.at(-1) as number) >= point.level) above.pop();
    above.push(point.level);
    return { ...point, level: above.length - 1 };
  });
}

function pointLines(points: readonly CopiedPoint[]): string[] {
  const counts: number[] = [];
  const indents: number[] = [0];
  return points.map(({ level, isNumbered, words }) => {
    counts.length = level + 1;
    counts[level] = (counts[level] ?? 0) + 1;
    const mark = isNumbered ? `${counts[level]}. ` : '- ';
    indents[level + 1] = (indents[level] ?? 0) + mark.length;
    return ' '.repeat(indents[level] ?? 0) + mark + words.markdown;
  });
}

/** A table in Markdown whose first row is its heading. */
function tableLines(rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...others.map(line)];
}
