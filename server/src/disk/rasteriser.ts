import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import type { Rasterise } from '../documents/svg/rasterise.ts';
import { drawerProgram, houseFonts } from './shipped.ts';

const family = 'Source Sans 3';

let started: Promise<Rasterise> | undefined;

/** What makes pictures of drawings. It is loaded once, when it is first asked for. */
export function rasteriser(): Promise<Rasterise> {
  started ??= start();
  return started;
}

async function start(): Promise<Rasterise> {
  const [{ initWasm, Resvg }, program] = await Promise.all([import('@resvg/resvg-wasm'), readFile(drawerProgram())]);
  await initWasm(program);
  const fontBuffers = houseFonts(['400Regular', '400Regular_Italic', '700Bold']);
  const font = { fontBuffers, defaultFontFamily: family, sansSerifFamily: family };
  return (svg, scale) => {
    try {
      const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } });
      const picture = drawing.render();
      const png = pngOf(picture.width, picture.height, picture.pixels);
      picture.free();
      drawing.free();
      return png;
    } catch {
      return undefined;
    }
  };
}

/** Pixels that nothing shines through, four bytes each (red, green, blue, and how much of it), as PNG: the drawing program takes ten times as long over it. */
function pngOf(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([BITS, COLOURS], 8);
  // Each row begins with how it is filtered: not at all. What is drawn in flat colours gains nothing by it.
  const rows = Buffer.alloc(height * (1 + 3 * width));
  let at = 0;
  for (let from = 0; from < width * height * 4; from += 4) {
    if (from % (width * 4) === 0) at++;
    rows[at++] = pixels[from] ?? 0;
    rows[at++] = pixels[from + 1] ?? 0;
    rows[at++] = pixels[from + 2] ?? 0;
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** PNG (ISO 15948): its first bytes, and three colours of eight bits each. */
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const BITS = 8;
const COLOURS = 2;

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
