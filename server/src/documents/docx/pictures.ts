import type { Picture } from '../edition/picture.ts';

/** The sorts of pictures that Word takes as they are. */
const sorts: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

/** What Word calls a picture of this sort; undefined for one that it takes only with another beside it, or not at all. */
export const sortOf = ({ type }: Picture): 'png' | 'jpg' | 'gif' | undefined => sorts[type];

/** Pictures are no higher than this, in pixels at 96 to the inch: two thirds of a page. */
const HIGHEST = 640;

/** Twentieths of a point in a pixel at 96 to the inch. */
const TWIPS = 15;

/** How large a picture is shown, in pixels at 96 to the inch: its own size, at most as wide as the text; undefined where its bytes do not say. */
export function pictureFit(
  picture: Picture,
  width: number,
): { readonly width: number; readonly height: number } | undefined {
  const size = sizeOf(picture);
  if (!size || size[0] < 1 || size[1] < 1) return undefined;
  const scale = Math.min(1, width / TWIPS / size[0], HIGHEST / size[1]);
  return { width: Math.max(1, Math.round(size[0] * scale)), height: Math.max(1, Math.round(size[1] * scale)) };
}

/** The pixels of a picture, across and down. */
function sizeOf({ bytes, type }: Picture): readonly [number, number] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/png') return view.byteLength < 24 ? undefined : [view.getUint32(16), view.getUint32(20)];
  if (type === 'image/gif')
    return view.byteLength < 10 ? undefined : [view.getUint16(6, true), view.getUint16(8, true)];
  return type === 'image/jpeg' ? jpegSize(view) : undefined;
}

/** JPEG is a row of segments: a mark of two bytes, a length, and content. The one that begins the picture says its size (ITU T.81, B.2.2). */
function jpegSize(view: DataView): readonly [number, number] | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const mark = view.getUint8(at + 1);
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    // A mark may have more bytes of 0xff before it, as padding.
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
