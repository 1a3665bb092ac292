import type { Picture } from '../edition/picture.ts';
import { type PictureSize, pictureSize } from '../edition/picture-size.ts';
import type { Place } from './scribe.ts';

/** The sorts of pictures that Word takes as they are. */
const sorts: Readonly<Record<string, 'png' | 'jpg' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};

/** What Word calls a picture of this sort; undefined for one that it takes only with another beside it, or not at all. */
export const sortOf = ({ type }: Picture): 'png' | 'jpg' | 'gif' | undefined => sorts[type];

/** Twentieths of a point in a pixel at 96 to the inch. */
const TWIPS = 15;

/** How large a picture is shown, in pixels at 96 to the inch: its own size, at most as large as there is room; undefined for one without a size. */
export function pictureFit(
  size: readonly [number, number] | undefined,
  room: Pick<Place, 'width' | 'height'>,
): { readonly width: number; readonly height: number } | undefined {
  if (!size || size[0] < 1 || size[1] < 1) return undefined;
  const scale = Math.min(1, room.width / TWIPS / size[0], room.height / TWIPS / size[1]);
  return { width: Math.max(1, Math.round(size[0] * scale)), height: Math.max(1, Math.round(size[1] * scale)) };
}

/** The pixels of a picture, across and down; undefined where its bytes do not say. */
export const sizeOf = ({ bytes, type }: Picture): PictureSize | undefined => pictureSize(bytes, type);
