import { isPoint, type ListLine, readList } from '../points.ts';
import { addPoint, cleaned, type Piece, tableOf, type Words } from './piece.ts';

/** Lines longer than this on an average are paragraphs of their own: nobody wraps them so late. */
const LONG = 90;

const numbered = /^\s*\(?(?:\d|[a-z]{1,5}[.)])/;

/** Reads text without any format: lists by their marks, tables by their tabs, paragraphs. */
export function readPlain(text: string): Piece[] {
  const lines = cleaned(text).split('\n');
  const roles = readList(lines);
  const filled = lines.filter((line) => line.trim());
  const areParagraphs = filled.length === lines.length && filled.join('').length > LONG * filled.length;
  const pieces: Piece[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) pieces.push({ kind: 'paragraph', words: wordsOf(paragraph.join('\n')) });
    paragraph = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const table = tableAt(lines, index);
    if (table) {
      endParagraph();
      pieces.push(table.piece);
      index += table.length - 1;
      continue;
    }
    const { role, level, words } = roles[index] as ListLine;
    if (role === 'words') {
      if (areParagraphs) endParagraph();
      paragraph.push(words);
      continue;
    }
    endParagraph();
    if (role === 'point')
      addPoint(pieces, { level, isNumbered: numbered.test(lines[index] ?? ''), words: wordsOf(words) });
    else if (role === 'more') goOn(pieces, words);
  }
  endParagraph();
  return pieces;
}

const wordsOf = (text: string): Words => ({ markdown: text, plain: text.replace(/\s+/g, ' ') });

/** Adds words to the last point. */
function goOn(pieces: Piece[], words: string): void {
  const last = pieces.at(-1);
  const point = last?.kind === 'list' ? last.points.at(-1) : undefined;
  if (last?.kind === 'list' && point)
    last.points[last.points.length - 1] = { ...point, words: wordsOf(`${point.words.plain} ${words}`) };
}

/** The table that begins on a line: lines with equally many tabs. */
function tableAt(lines: readonly string[], from: number): { piece: Piece; length: number } | undefined {
  const first = lines[from] ?? '';
  const width = isPoint(first) || !first.trim() ? 0 : first.split('\t').length;
  if (width < 2) return undefined;
  let to = from + 1;
  while (to < lines.length && lines[to]?.split('\t').length === width && lines[to]?.trim()) to++;
  const piece = tableOf(lines.slice(from, to).map((line) => line.split('\t').map((cell) => cell.trim())));
  return piece && { piece, length: to - from };
}
