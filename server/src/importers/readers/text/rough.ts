import type { Doubt, Spot } from '../../source.ts';
import type { Line } from './lines.ts';

/** A block while the lines of a text are being put together: its words are as the text has them, with line feeds for line breaks. */
export interface Rough {
  type: 'heading' | 'paragraph' | 'point' | 'table' | 'quotation';
  text: string;
  readonly spot: Spot;
  /** Empty lines before it. */
  gap: number;
  /** What it looks like: what a heading is known by. */
  readonly look: 'marked' | 'bold' | 'capitals' | 'plain';
  level: number;
  depth: number;
  mark: string;
  head: string[][];
  rows: string[][];
}

/** A block that begins with a line. */
export const rough = (type: Rough['type'], line: Line, text: string, more: Partial<Rough> = {}): Rough => ({
  type,
  text,
  spot: spotOf(line),
  gap: line.gap,
  look: 'plain',
  level: 0,
  depth: 0,
  mark: '',
  head: [],
  rows: [],
  ...more,
});

/** Where a line stands. */
export const spotOf = ({ number, page }: Line): Spot =>
  page === undefined ? { line: number } : { page, line: number };

/** The first words of a text, for a doubt to show. */
export const glimpse = (text: string, words = 8): string => {
  const all = text
    .replace(/[*_<>]|\s+/g, ' ')
    .trim()
    .split(/ +/);
  return all.length > words ? `${all.slice(0, words).join(' ')} …` : all.join(' ');
};

/** A doubt about what stands somewhere. */
export const doubtAt = (kind: Doubt['kind'], spot: Spot, message: string): Doubt => ({ kind, spot, message });
