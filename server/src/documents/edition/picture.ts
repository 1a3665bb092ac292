import { base64Of } from '../base64.ts';
import { pictureSize } from './picture-size.ts';

/** A picture that may be shown. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** What its bytes are, whatever its name says: `image/png`. */
  readonly type: string;
  /** The usual ending for what it is, without the dot: `png`. */
  readonly ending: string;
}

/** The address of a picture that holds it: a `data:` URI. */
export const dataAddress = ({ bytes, type }: Picture): string => `data:${type};base64,${base64Of(bytes)}`;

/** The largest picture that is put in a document, in bytes. Photographs for print are a tenth of it. */
export const largestPicture = 10 * 1024 * 1024;

/** The most pixels that a picture may have: a file of a few bytes may unfold to any size in the memory of those who open it. */
export const mostPixels = 64_000_000;

type Sort = Pick<Picture, 'type' | 'ending'>;

/** What files of each sort have at which place: bytes as Latin-1. */
const marks: readonly (readonly [mark: string, at: number, sort: Sort])[] = [
  ['\x89PNG\r\n\x1a\n', 0, { type: 'image/png', ending: 'png' }],
  ['\xff\xd8\xff', 0, { type: 'image/jpeg', ending: 'jpg' }],
  ['GIF87a', 0, { type: 'image/gif', ending: 'gif' }],
  ['GIF89a', 0, { type: 'image/gif', ending: 'gif' }],
  ['WEBP', 8, { type: 'image/webp', ending: 'webp' }],
  ['ftypavif', 4, { type: 'image/avif', ending: 'avif' }],
];

/** A picture from the bytes of a file; where it can’t be shown, why: the rest of a sentence that begins with its name. */
export function readPicture(bytes: Uint8Array): Picture | { readonly fault: string } {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const sort =
    marks.find(([mark, at]) => start.startsWith(mark, at))?.[2] ?? drawingSort(new TextDecoder().decode(bytes));
  if (!sort) return { fault: 'is not a picture that browsers show. Save it as PNG, JPEG or SVG' };
  if ('fault' in sort) return sort;
  const [width, height] = pictureSize(bytes, sort.type) ?? [0, 0];
  if (width * height > mostPixels)
    return {
      fault: `has ${count(width)} × ${count(height)} pixels; ${count(mostPixels)} are the most. Save it smaller: 2,000 pixels across are enough for print`,
    };
  return { bytes, ...sort };
}

const count = (pixels: number): string => pixels.toLocaleString('en-GB');

/** What may stand before the first element of a drawing, and how each of these ends. */
const preambles: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
];

/** A drawing in SVG. Definitions in it could make a few lines grow without bound: those are not taken. */
function drawingSort(text: string): Sort | { readonly fault: string } | undefined {
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const preamble = preambles.find(([start]) => text.startsWith(start, at));
    if (!preamble) return isDrawing(text, at) ? { type: 'image/svg+xml', ending: 'svg' } : undefined;
    const end = text.indexOf(preamble[1], at);
    if (end < 0) return undefined;
    if (preamble[0] === '<!' && text.slice(at, end).includes('['))
      return { fault: 'holds definitions (<!DOCTYPE … [), which can be misused. Save it again without them' };
    at = end + preamble[1].length;
  }
  return undefined;
}

const isDrawing = (text: string, at: number): boolean => /^<(?:svg|svg:svg)[\s/>]/.test(text.slice(at, at + 10));
