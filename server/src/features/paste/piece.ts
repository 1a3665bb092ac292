/** Words that were copied: as Markdown, with what was bold and what was a link; and by themselves, for a title. */
export interface Words {
  readonly markdown: string;
  readonly plain: string;
}

/** A point of a list that was copied. */
export interface CopiedPoint {
  /** How many points it stands in. */
  readonly level: number;
  readonly isNumbered: boolean;
  readonly words: Words;
}

/** What was copied, piece by piece. The rows of a table are all equally long. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly words: Words; readonly heading?: number | undefined }
  | { readonly kind: 'list'; readonly points: CopiedPoint[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Rows and columns of a table beyond these are left out. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 60;

/** Spaces of other sorts become ordinary ones; soft hyphens, control characters and what nobody sees go. Lines stay. */
export const cleaned = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff\ufffc]|(?![\t\n])\p{Cc}/gu, '');

/** A table of rows, made equally long; empty ones are left out. Undefined for a single row or column, which is none. */
export function tableOf(rows: readonly (readonly string[])[]): Piece | undefined {
  const filled = rows.filter((row) => row.some(Boolean)).slice(0, MOST_ROWS);
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...filled.map((row) => row.length)));
  if (filled.length < 2 || width < 2) return undefined;
  return { kind: 'table', rows: filled.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? '')) };
}

/** Puts a point behind others, in the same list if it follows one right away. */
export function addPoint(pieces: Piece[], point: CopiedPoint): void {
  const last = pieces.at(-1);
  if (last?.kind === 'list') last.points.push(point);
  else pieces.push({ kind: 'list', points: [point] });
}
