import type { BodyParagraph, BodyTable, Words } from './body.ts';
import { lineHeight, wordMeasure } from './letters.ts';
import type { Measures, StyleMeasures } from './measures.ts';

/** A paragraph in lines. Heights in twentieths of a point. */
export interface Laid {
  readonly lines: readonly number[];
  readonly measures: Measures;
  readonly paragraph: BodyParagraph;
}

/** The character styles whose words are bold. */
const bold: ReadonlySet<string | undefined> = new Set(['FactName']);

/** Where tabs stop, where nothing else is said. */
const TAB = 720;

/** What a cell has around its words, and its line below. */
const CELL = { across: 170, down: 90 };

/** Breaks paragraphs into lines, as far as the widths of letters are known. */
export class LineBreaker {
  private readonly styles: StyleMeasures;
  private readonly known = new Map<string, Measures>();
  private readonly faces = new Map<string, (word: string) => number>();

  constructor(styles: StyleMeasures) {
    this.styles = styles;
  }

  /** A paragraph in lines, on so much width. */
  laid(paragraph: BodyParagraph, width: number): Laid {
    const measures = this.measures(paragraph);
    const left = paragraph.left ?? measures.left;
    const hanging = paragraph.hanging ?? measures.hanging;
    const height = lineHeight(measures.family) * measures.size * measures.line;
    const lines: number[] = [];
    const room = Math.max(TAB, width - left - measures.right);
    // Where the words of the line end, seen from the left inset; and how high it is.
    let at = -hanging;
    let tallest = 0;
    const end = (): void => {
      lines.push(tallest || height);
      at = 0;
      tallest = 0;
    };
    for (const piece of paragraph.pieces) {
      if ('picture' in piece) {
        tallest = Math.max(tallest, piece.picture, height);
        continue;
      }
      const measure = this.face(measures, piece);
      const space = measure(' ');
      for (const part of piece.text.split(/(?<=[ \t\n\-–—])|(?=[\t\n])/)) {
        if (part === '\n') {
          end();
          continue;
        }
        if (part === '\t') {
          at = at < 0 ? 0 : (Math.floor(at / TAB) + 1) * TAB;
          continue;
        }
        const word = part.trimEnd();
        const wide = measure(word);
        if (at > 0 && at + wide > room) end();
        // A word that is wider than the line is broken where it must be.
        for (let rest = wide; rest > room && room > 0; rest -= room) end();
        at += (wide > room ? wide % room : wide) + (part.length - word.length) * space;
        tallest = Math.max(tallest, height);
      }
    }
    end();
    return { lines, measures, paragraph };
  }

  /** How high the rows of a table are. */
  rows({
    rows,
  }: BodyTable): readonly { readonly height: number; readonly isHeader: boolean; readonly cells: readonly Laid[] }[] {
    return rows.map(({ cells, isHeader }) => {
      const inside = cells.map(({ width, paragraphs }) =>
        paragraphs.map((paragraph) => this.laid(paragraph, width - CELL.across)),
      );
      const heights = inside.map((some) =>
        some.reduce((sum, { lines, measures }) => sum + total(lines) + measures.before + measures.after, 0),
      );
      return { isHeader, height: Math.max(0, ...heights) + CELL.down, cells: inside.flat() };
    });
  }

  private measures({ style = '' }: BodyParagraph): Measures {
    let measures = this.known.get(style);
    if (!measures) {
      measures = { ...this.styles.usual, ...this.styles.own.get(style) };
      this.known.set(style, measures);
    }
    return measures;
  }

  private face({ family, size, isBold }: Measures, piece: Words): (word: string) => number {
    const heavy = isBold || piece.isBold === true || bold.has(piece.style);
    const key = `${family} ${size} ${heavy}`;
    let face = this.faces.get(key);
    if (!face) {
      face = wordMeasure(family, size, heavy);
      this.faces.set(key, face);
    }
    return face;
  }
}

export const total = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0);
