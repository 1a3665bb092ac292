import { pdfReaderApart } from '../disk/pdf-reader/pdf-reader.ts';
import { rasteriser } from '../disk/rasteriser.ts';
import { documentStyle, shippedLibraries } from '../disk/shipped.ts';
import { TypesetProgram } from '../disk/typesetter.ts';
import { groundOnDisk } from './disk.ts';
import type { Platform } from './ground.ts';

/** What Goldthread stands on in Node. The bundle for browsers has `platform-browser.ts` in its place. */
export const platform: Platform = {
  libraries: shippedLibraries,
  style: documentStyle,
  press: () => new TypesetProgram(),
  rasteriser,
  readers: [pdfReaderApart()],
  onDisk: groundOnDisk,
};
