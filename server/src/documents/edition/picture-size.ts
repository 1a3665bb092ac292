/** The pixels of a picture, across and down. */
export type PictureSize = readonly [width: number, height: number];

/** The pixels of a picture, as its first bytes say; undefined for drawings, and where the bytes do not say. */
export function pictureSize(bytes: Uint8Array, type: string): PictureSize | undefined {
  try {
    return readers[type]?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // What ends too soon says nothing.
    return undefined;
  }
}

const readers: Readonly<Record<string, (view: DataView) => PictureSize | undefined>> = {
  'image/png': (view) => [view.getUint32(16), view.getUint32(20)],
  'image/gif': (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/avif': avifSize,
};

/** JPEG is a row of segments: a mark of two bytes, a length, and content. The one that begins the picture says its size (ITU T.81, B.2.2). */
function jpegSize(view: DataView): PictureSize | undefined {
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

const codeAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));

/** WebP is one of three sorts, each with its size in another place (RFC 9649, 2.5 to 2.7). */
function webpSize(view: DataView): PictureSize | undefined {
  const sort = codeAt(view, 12);
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  if (sort === 'VP8X') return [three(24) + 1, three(27) + 1];
  if (sort === 'VP8 ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (sort !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** The head of an AVIF holds boxes; `ispe` in it says the size of a picture (ISO/IEC 23008-12, 6.5.3). The largest counts. */
function avifSize(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined;
  for (let at = 4; at + 16 <= Math.min(view.byteLength, 0x4000); at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size: PictureSize = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}
