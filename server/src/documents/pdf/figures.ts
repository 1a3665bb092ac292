import { wordsOf } from '../plain-words.ts';
import { drawingSize } from '../svg/size.ts';
import { standalone } from '../svg/standalone.ts';
import type { Drawing, Flow } from '../tree.ts';
import type { SheetFlow } from './data.ts';
import { lineOf } from './inlines.ts';
import type { Place, Scribe } from './scribe.ts';
import { printedLine, printedText, spoken } from './text.ts';

/** Points of print in a pixel of a drawing, at its own size. */
const POINT = 0.72;

/** A picture of the plan with its caption; where it can’t be printed, what it would have shown. */
export function figureOf(figure: Flow & { type: 'figure' }, scribe: Scribe, place: Place): SheetFlow {
  const { path, alt, caption, anchor, lang } = figure;
  const id = scribe.begin(anchor);
  const language = spoken(lang);
  const below = caption && lineOf(caption, scribe, place);
  const told = printedLine(alt || (caption ? wordsOf(caption) : ''));
  const file = path === undefined ? undefined : scribe.picture(path);
  const { picture, noPicture } = scribe.words;
  if (file) return { t: 'figure', ...language, id, ...file, alt: told || noPicture, caption: below };
  const missing: SheetFlow = {
    t: 'par',
    role: 'missing picture',
    c: [alt ? `${picture} ${printedLine(alt)}` : noPicture],
  };
  const said: readonly SheetFlow[] = below ? [missing, { t: 'par', role: 'caption', c: below }] : [missing];
  return { t: 'group', ...language, id, role: 'figure', flow: said };
}

/** A drawing, as large as it is or as there is room. */
export function drawingOf({ svg, title, description, lang }: Drawing, scribe: Scribe, place: Place): SheetFlow {
  const whole = standalone(svg, lang ?? scribe.options.language, scribe.options.colours);
  const size = sizeOf(whole);
  const scale = scaleIn(place, size);
  const { width, height } = size;
  const alt = printedText(
    [title, description]
      .filter(Boolean)
      .join('. ')
      .replace(/([.!?])\./g, '$1'),
  );
  const { file, format } = scribe.file(new TextEncoder().encode(whole), 'svg');
  return {
    t: 'figure',
    ...spoken(lang),
    file,
    format,
    alt: alt || scribe.words.noPicture,
    ...(width > 0 && height > 0 ? { width: rounded(width * scale), height: rounded(height * scale) } : {}),
  };
}

/** How large a drawing is, in points of print; nothing where it does not say. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const { width, height } = drawingSize(svg);
  return { width: width * POINT, height: height * POINT };
}

/** By how much a drawing is made smaller to fit somewhere. */
export const scaleIn = (place: Place, { width, height }: ReturnType<typeof sizeOf>): number =>
  width > 0 && height > 0 ? Math.min(1, place.width / width, place.height / height) : 1;

const rounded = (points: number): number => Math.round(points * 100) / 100;
