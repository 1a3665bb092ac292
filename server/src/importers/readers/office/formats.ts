/** How words look, put together of what styles and the words themselves say. */
import type { Format } from './lines.ts';
import { isSymbolFont, symbol } from './symbols.ts';

/** What is said of words; what is not said is undefined. */
export interface RunProperties {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly capitals?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
  /** In points. */
  readonly size?: number | undefined;
  readonly colour?: string | undefined;
  readonly lang?: string | undefined;
  readonly font?: string | undefined;
  readonly raised?: 'superscript' | 'subscript' | undefined;
}

/** What is said by several, the first before the next. */
export function merged<T extends object>(all: readonly T[]): T {
  const found: T = { ...all.at(-1) } as T;
  for (let at = all.length - 2; at >= 0; at--)
    for (const key in all[at]) {
      const value = all[at]![key];
      if (value !== undefined) found[key] = value;
    }
  return found;
}

/** In points: what programs take where a document says nothing. */
const usualSize = 10;

/** The looks of a document: few, met often. */
export class Formats {
  readonly #base: RunProperties;
  readonly #known = new Map<string, Format>();

  /** `base` is what holds for all words. */
  constructor(base: RunProperties) {
    this.#base = base;
  }

  /** How words look by the style of their paragraph, and by what is said of them alone, the nearest first. */
  of(paragraph: RunProperties, ...near: readonly RunProperties[]): Format {
    const own = merged(near);
    const all = merged([own, paragraph, this.#base]);
    const format: Format = {
      strong: (own.bold ?? false) && !(paragraph.bold ?? false),
      emphasised: (own.italic ?? false) && !(paragraph.italic ?? false),
      bold: all.bold ?? false,
      capitals: all.capitals ?? false,
      size: all.size ?? usualSize,
      colour: all.colour,
      lang: all.lang,
    };
    const key = Object.values(format).join('|');
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, format);
    return format;
  }
}

const raisedFigures: Readonly<Record<NonNullable<RunProperties['raised']>, string>> = {
  superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹',
  subscript: '₀₁₂₃₄₅₆₇₈₉',
};

/** Words as their font shows them: signs for the letters of a symbol font, figures that are set high or low. */
export function inFont(text: string, { font, raised }: RunProperties): string {
  if (font !== undefined && isSymbolFont(font))
    return [...text].map((sign) => symbol(font, sign.codePointAt(0)!) ?? sign).join('');
  return raised && /^[\d\s]+$/.test(text)
    ? text.replace(/\d/g, (figure) => raisedFigures[raised].charAt(Number(figure)))
    : text;
}
