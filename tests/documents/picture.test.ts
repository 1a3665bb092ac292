import { expect, test } from 'vitest';
import { mostPixels, readPicture } from '../../server/src/documents/edition/picture.ts';
import { pictureSize } from '../../server/src/documents/edition/picture-size.ts';

/** The first bytes of a picture, in hexadecimal; spaces are for the reader. */
const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const riff = '52494646 00000000 57454250';

/** Pictures of 300 by 200, as far as their heads. */
const heads: readonly (readonly [type: string, sort: string, head: string])[] = [
  ['image/png', 'PNG', '89504e470d0a1a0a 0000000d 49484452 0000012c 000000c8 0802000000'],
  ['image/gif', 'GIF', '474946383961 2c01 c800 000000'],
  ['image/jpeg', 'JPEG', 'ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 00c8 012c 03011100021101031101'],
  ['image/jpeg', 'JPEG, progressive, with padding', 'ffd8 ffff e1 0004 0000 ffc2 0011 08 00c8 012c 0301110002110103'],
  ['image/webp', 'WebP with loss', `${riff} 56503820 00000000 000000 9d012a 2c01 c800`],
  ['image/webp', 'WebP without loss', `${riff} 5650384c 00000000 2f 2bc13100 00`],
  ['image/webp', 'WebP with more', `${riff} 56503858 0a000000 00000000 2b0100 c70000`],
  ['image/avif', 'AVIF', '0000001c 66747970 61766966 00000000 00000014 69737065 00000000 0000012c 000000c8'],
];

test.each(heads)('%s: the size of %s is read', (type, _, head) => {
  expect(pictureSize(bytes(head), type)).toEqual([300, 200]);
  expect(readPicture(bytes(head))).toMatchObject({ type });
});

test('of pictures that end too soon nothing is known, and drawings have no pixels', () => {
  for (const [type, , head] of heads)
    for (let length = 0; length < 10; length++)
      expect(pictureSize(bytes(head).subarray(0, length), type)).toBeUndefined();
  expect(pictureSize(new TextEncoder().encode('<svg/>'), 'image/svg+xml')).toBeUndefined();
});

test('a picture with too many pixels is refused', () => {
  const [, , head] = heads[0] ?? ['', '', ''];
  const most = Math.sqrt(mostPixels).toString(16).padStart(8, '0');
  const large = (height: string): Uint8Array => bytes(head.replace('0000012c 000000c8', `${most} ${height}`));
  expect(readPicture(large(most))).toMatchObject({ ending: 'png' });
  expect(readPicture(large('ffffffff'))).toEqual({
    fault:
      'has 8,000 × 4,294,967,295 pixels; 64,000,000 are the most. Save it smaller: 2,000 pixels across are enough for print',
  });
});
