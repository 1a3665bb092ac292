import { ImageRun } from 'docx';
import { literal } from '../svg/literal.ts';
import { drawingSize, fitsOnPaper } from '../svg/size.ts';
import { colours, type DrawingColours, standalone } from '../svg/standalone.ts';
import type { Drawing } from '../tree.ts';
import { pictureFit } from './pictures.ts';
import type { Place, Scribe } from './scribe.ts';
import type { Look } from './styles.ts';
import { lineText } from './text.ts';

/** The colours of drawings on the paper of a document. What says good or doubtful is the same everywhere. */
const coloursOf = ({ paper, ink, quiet, line, accent, soft }: Look): DrawingColours => {
  const own = { paper, ink, quiet, line, accent, soft };
  const written = Object.entries(own).map(([name, colour]) => [name, `#${colour.toLowerCase()}`]);
  return { ...colours, ...Object.fromEntries(written) };
};

/** White, a pixel of it: what programs show that don’t draw, where nothing here could do it for them. */
const blank = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

/** A drawing as Word shows it: sharp at any size, with a picture for programs that don’t draw. Undefined for one without a size, or too large for paper. */
export function drawingRun(
  { svg, title, description }: Pick<Drawing, 'svg' | 'title' | 'description'>,
  scribe: Scribe,
  place: Place,
): ImageRun | undefined {
  if (!fitsOnPaper(svg)) return undefined;
  const { language, look, rasterise } = scribe.options;
  const drawn = literal(standalone(svg, language, coloursOf(look)));
  const { width, height } = drawingSize(drawn);
  const transformation = pictureFit([width, height], place);
  if (!transformation) return undefined;
  const id = scribe.nextPicture();
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(drawn),
    transformation,
    fallback: { type: 'png', data: rasterise?.(drawn, 1) ?? blank },
    altText: {
      id: String(id),
      name: scribe.pictureName(id),
      description: lineText([title, description].filter(Boolean).join(': ')),
    },
  });
}
