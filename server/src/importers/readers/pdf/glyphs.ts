import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { bounds } from './bounds.ts';
import { Drawing, type Matrix } from './drawing.ts';

/** How letters look. Letters that look alike share one of these. */
export interface Look {
  /** The name of the font as the document has it: `BAAAAA+LiberationSans-Bold`. */
  readonly font: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** In points, to a tenth. */
  readonly size: number;
  /** `#rrggbb`. */
  readonly colour: string;
  /** The direction of writing, in whole degrees clockwise: 0 from left to right. */
  readonly angle: number;
  /** True where nothing is painted of them. */
  readonly isUnseen: boolean;
}

/** A letter where it stands: along the line from `x0` to `x1`, and its baseline `y`, in points from the top left corner of the page. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly look: Look;
  /** The number of the marked content that it belongs to: tags name it. */
  readonly mark: number | undefined;
  /** True where the document says that it is not part of its words: running heads, page numbers. */
  readonly isArtifact: boolean;
}

/** A straight line or a box that is drawn. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What is on a page. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** True where the page has more letters than are read. */
  readonly isCut: boolean;
}

/** What the library says of a letter that is shown. */
interface Shown {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** What the library says of a font. */
interface Font {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** The share of a page from which on a box is its ground, and parts nothing. */
const ground = 0.5;

const boldName = /bold|black|heavy|semibd|demi(?!an)|extrabd/i;
const italicName = /ital|obli/i;

/** Reads what is drawn on a page, letter by letter. */
export async function drawnOn(page: PDFPageProxy): Promise<Drawn> {
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const reading = new Reading(page, new Drawing(viewport.transform as unknown as Matrix));
  for (const [at, step] of fnArray.entries()) {
    reading.take(step, argsArray[at] as readonly unknown[] | null);
    if (reading.isCut) break;
  }
  const { glyphs, rules, isCut } = reading;
  return { width: viewport.width, height: viewport.height, glyphs, rules, isCut };
}

/** A page as it is read. */
class Reading {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  isCut = false;
  private readonly page: PDFPageProxy;
  private readonly drawing: Drawing;
  private readonly looks = new Map<string, Look>();
  private readonly fonts = new Map<string, Font>();

  constructor(page: PDFPageProxy, drawing: Drawing) {
    this.page = page;
    this.drawing = drawing;
  }

  take(step: number, given: readonly unknown[] | null): void {
    if (this.drawing.take(step, given ?? [])) return;
    if (step === OPS.showText) this.show((given?.[0] ?? []) as readonly (Shown | number | null)[]);
    // What is drawn only to cut other things is not seen.
    else if (step === OPS.constructPath && given?.[0] !== OPS.endPath)
      this.rule(given?.[2] as ArrayLike<number> | null | undefined);
  }

  /** The letters of one piece of text, one after the other along the line. */
  private show(shown: readonly (Shown | number | null)[]): void {
    const { drawing } = this;
    const { text } = drawing.state;
    const font = this.font(text.font);
    const unit = Math.abs(text.size) * (font.fontMatrix?.[0] ?? 0.001);
    const direction = text.size < 0 ? -1 : 1;
    const look = this.look(font, direction);
    const { mark, isArtifact } = drawing.marked;
    let along = 0;
    for (const one of shown) {
      if (typeof one === 'number') along -= (one * Math.abs(text.size)) / 1000;
      else if (one) {
        const spacing = text.letterSpacing + (one.isSpace ? text.wordSpacing : 0);
        // Letters that stand one below the other are taken one by one, as what they are.
        const wide = font.vertical ? -(one.vmetric?.[0] ?? -1000) * unit : (one.width ?? 0) * unit;
        const start = drawing.place(font.vertical ? 0 : along * direction, font.vertical ? -along : 0);
        const end = drawing.place(font.vertical ? unit * 1000 : (along + wide) * direction, font.vertical ? -along : 0);
        const [x0, y] = turned(start, look.angle);
        const [x1] = turned(end, look.angle);
        if (one.unicode && Number.isFinite(x0 + x1 + y))
          this.glyphs.push({
            text: one.unicode,
            x0: Math.min(x0, x1),
            x1: Math.max(x0, x1),
            y,
            look,
            mark,
            isArtifact,
          });
        along += wide + spacing;
      }
    }
    if (font.vertical) drawing.advance(0, -along);
    else drawing.advance(along * direction, 0);
    this.isCut = this.glyphs.length > bounds.charactersOfPage;
  }

  private rule(corners: ArrayLike<number> | null | undefined): void {
    if (!corners || this.rules.length >= bounds.rulesOfPage) return;
    const [left = 0, top = 0, right = 0, bottom = 0] = Array.from({ length: 4 }, (_, index) => corners[index] ?? 0);
    const [ax, ay] = this.drawing.onPage(left, top);
    const [bx, by] = this.drawing.onPage(right, bottom);
    const rule = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = this.page.view;
    const isGround = (rule.x1 - rule.x0) * (rule.y1 - rule.y0) > ground * (x1 - x0) * (y1 - y0);
    if (!isGround && Number.isFinite(rule.x0 + rule.y0 + rule.x1 + rule.y1)) this.rules.push(rule);
  }

  private font(id: string): Font {
    let font = this.fonts.get(id);
    if (!font) {
      const isThere = id !== '' && this.page.commonObjs.has(id);
      const found: unknown = isThere ? this.page.commonObjs.get(id) : undefined;
      font = typeof found === 'object' && found !== null ? found : {};
      this.fonts.set(id, font);
    }
    return font;
  }

  private look(font: Font, direction: 1 | -1): Look {
    const { state } = this.drawing;
    const name = font.name ?? '';
    const size = Math.round(this.drawing.sizeOfText * 10) / 10;
    const turn = this.drawing.angleOfText + (direction < 0 ? 180 : 0);
    const angle = ((Math.round(turn) % 360) + 360) % 360;
    const isUnseen = state.text.mode === 3 || state.text.mode === 7 || size === 0;
    const key = `${name} ${size} ${state.colour} ${angle} ${isUnseen}`;
    let look = this.looks.get(key);
    if (!look) {
      const isBold = font.bold === true || font.black === true || boldName.test(name);
      const isItalic = font.italic === true || italicName.test(name);
      look = { font: name, isBold, isItalic, size, colour: state.colour, angle, isUnseen };
      this.looks.set(key, look);
    }
    return look;
  }
}

/** A place on the page as it is when the page is turned so that the writing runs from left to right. */
function turned([x, y]: readonly [number, number], angle: number): readonly [number, number] {
  if (angle === 0) return [x, y];
  const by = (-angle * Math.PI) / 180;
  return [x * Math.cos(by) - y * Math.sin(by), x * Math.sin(by) + y * Math.cos(by)];
}
