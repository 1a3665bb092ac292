import { displayWidth, graphemes } from './display-width.ts';

/** The lines of a text that is broken between words to fit a number of columns; a word that is longer is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    for (const piece of pieces(word, width)) {
      const wide = displayWidth(piece);
      if (used > 0 && used + 1 + wide > width) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += used > 0 ? ` ${piece}` : piece;
      used += (used > 0 ? 1 : 0) + wide;
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** A word in pieces that each fit; the word itself where it does. */
function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const grapheme of graphemes(word)) {
    if (used + grapheme.width > width && piece) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += grapheme.text;
    used += grapheme.width;
  }
  found.push(piece);
  return found;
}

/** A text in at most a number of columns, with an ellipsis where it is cut. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  let used = 1;
  for (const grapheme of graphemes(text)) {
    used += grapheme.width;
    if (used > width) break;
    cut += grapheme.text;
  }
  return `${cut.trimEnd()}…`;
}
