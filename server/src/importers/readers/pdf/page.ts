import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { bounds } from './bounds.ts';
import { type Drawn, drawnOn, type Glyph } from './glyphs.ts';
import { type Edges, edgesOf, type Side } from './grid.ts';
import { letterOf, unknownLetter } from './letters.ts';
import { type Line, type LinkArea, linesOf, textOf, withDrawnMark } from './lines.ts';
import { cellSides } from './ruled.ts';
import { type Tag, tagOf } from './tag.ts';

/** The words of a page with where they stand. */
export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Lines that belong to nothing that has a tag, or all where the page has no tags; those that are written in other directions at the end. */
  readonly lines: readonly Line[];
  /** Lines of which the document says that they are not part of its words. */
  readonly artifacts: readonly Line[];
  readonly edges: Edges;
  /** The tree of tags, and the lines of each piece of marked content by its number. */
  readonly tags: Tag | undefined;
  readonly marked: ReadonlyMap<number, readonly Line[]>;
  readonly remarks: readonly PageRemark[];
  readonly faults: PageFaults;
}

/** What somebody wrote in the margin. */
export interface PageRemark {
  readonly text: string;
  readonly by: string | undefined;
  /** How far down the page it stands, in points. */
  readonly y: number;
}

/** What is wrong with the letters of a page. */
export interface PageFaults {
  readonly letters: number;
  /** Letters that the document draws and does not name. */
  readonly unknown: number;
  /** Words that nobody sees: not painted, or outside the page. */
  readonly unseen: readonly string[];
  readonly isCut: boolean;
}

/** What the library says of something that is laid over a page. */
interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly url?: string;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
}

/** How much of the letters of a page must have tags, so that they are read by them. */
const leastTagged = 0.7;

/** Reads a page. */
export async function pageText(page: PDFPageProxy, number: number, isTagged: boolean): Promise<PageText> {
  const drawn = await drawnOn(page);
  const annotations = await annotationsOf(page);
  const links = annotations.flatMap((one) => linkOf(one, page));
  const edges = edgesOf(drawn.rules);
  const sides = cellSides(edges);
  const small = drawn.rules.filter(({ x0, x1, y0, y1 }) => x1 - x0 < 16 && y1 - y0 < 16);
  const lines = (glyphs: readonly Glyph[]): Line[] => linesByDirection(glyphs, number, links, sides);
  const tree = isTagged ? await page.getStructTree().catch(() => null) : null;
  const tags = tree ? tagOf(tree) : undefined;
  const known = new Set<number>(tags ? tags.marks : []);
  const isKnown = ({ mark }: Glyph): boolean => mark !== undefined && known.has(mark);
  const told = drawn.glyphs.filter((glyph) => !glyph.isArtifact && glyph.text.trim() !== '');
  const hasTags = tags !== undefined && told.length > 0 && told.filter(isKnown).length >= leastTagged * told.length;
  const marked = new Map<number, Glyph[]>();
  const others: Glyph[] = [];
  const artifacts: Glyph[] = [];
  for (const glyph of drawn.glyphs) {
    if (hasTags && glyph.mark !== undefined && known.has(glyph.mark)) {
      const own = marked.get(glyph.mark);
      if (own) own.push(glyph);
      else marked.set(glyph.mark, [glyph]);
    } else (glyph.isArtifact ? artifacts : others).push(glyph);
  }
  return {
    number,
    width: drawn.width,
    height: drawn.height,
    lines: lines(others).map((line) => withDrawnMark(line, small)),
    artifacts: lines(artifacts),
    edges,
    tags: hasTags ? tags.tag : undefined,
    marked: new Map([...marked].map(([mark, glyphs]) => [mark, lines(glyphs)])),
    remarks: annotations.flatMap((one) => remarkOf(one, drawn.height)),
    faults: faultsOf(drawn, number),
  };
}

/** Lines from left to right, then those in other directions, each direction by itself. */
function linesByDirection(
  glyphs: readonly Glyph[],
  page: number,
  links: readonly LinkArea[],
  sides: readonly Side[],
): Line[] {
  const directions = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const own = directions.get(glyph.look.angle);
    if (own) own.push(glyph);
    else directions.set(glyph.look.angle, [glyph]);
  }
  return [...directions]
    .sort(([one], [other]) => one - other)
    .flatMap(([angle, own]) => (angle === 0 ? linesOf(own, page, links, sides) : linesOf(own, page)));
}

async function annotationsOf(page: PDFPageProxy): Promise<Annotation[]> {
  const found: unknown = await page.getAnnotations({ intent: 'display' }).catch(() => []);
  return Array.isArray(found) ? (found.slice(0, bounds.annotationsOfPage) as Annotation[]) : [];
}

function linkOf({ subtype, rect, url }: Annotation, page: PDFPageProxy): LinkArea[] {
  if (subtype !== 'Link' || !rect || rect.length < 4 || url === undefined || !/^(?:https?|mailto):/i.test(url))
    return [];
  const viewport = page.getViewport({ scale: 1 });
  const [ax, ay] = viewport.convertToViewportPoint(rect[0] ?? 0, rect[1] ?? 0) as [number, number];
  const [bx, by] = viewport.convertToViewportPoint(rect[2] ?? 0, rect[3] ?? 0) as [number, number];
  return [{ x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by), to: url }];
}

const remarking = new Set(['Text', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly', 'Caret']);

function remarkOf({ subtype = '', contentsObj, titleObj, rect }: Annotation, height: number): PageRemark[] {
  const text = contentsObj?.str?.trim() ?? '';
  if (!remarking.has(subtype) || text === '') return [];
  return [{ text, by: titleObj?.str?.trim() || undefined, y: height - (rect?.[3] ?? height) }];
}

function faultsOf({ glyphs, isCut, width, height }: Drawn, number: number): PageFaults {
  const isOut = ({ x0, x1, y, look }: Glyph): boolean =>
    look.angle === 0 && (x1 < -1 || x0 > width + 1 || y < -1 || y - look.size > height + 1);
  const unseen = glyphs.filter((glyph) => glyph.look.isUnseen || isOut(glyph));
  let unknown = 0;
  let letters = 0;
  for (const { text } of glyphs) {
    const letter = letterOf(text);
    if (letter === unknownLetter) unknown++;
    if (letter !== ' ') letters++;
  }
  return { letters, unknown, unseen: linesByDirection(unseen, number, [], []).map(textOf), isCut };
}
