import { Builder } from '../documents/edition/builder.ts';
import { Pictures } from '../documents/edition/pictures.ts';
import { formatNamed } from '../documents/formats.ts';
import type { Carried } from '../importers/carried/carried.ts';
import { type Imported, type ImportOptions, importDocument } from '../importers/import.ts';
import type { Reader } from '../importers/readers/reader.ts';
import type { Source } from '../importers/source.ts';
import { Held } from './held.ts';
import { groundInMemory } from './memory.ts';
import { platform } from './platform.ts';

/**
 * Makes a plan of a document, with all that this place has for it.
 *
 * @throws {ImportFault} where the document cannot be read.
 */
export const importHere = (bytes: Uint8Array, options: ImportOptions): Promise<Imported> =>
  importDocument(bytes, { remake, readers: platform.readers, ...options });

/** The formats whose documents carry their plans, as readers and as builders call them. */
const built: Readonly<Record<string, string>> = { docx: 'docx', html: 'html', markdown: 'md' };

/** Makes the document of a plan that was carried once more, and reads it: what was edited is seen by comparing the two. */
async function remake({ text, language, labels }: Carried, reader: Reader): Promise<Source> {
  const held = new Held(groundInMemory(), platform.libraries(), {});
  held.set('carried.plan', text);
  const format = formatNamed(built[reader.name] ?? '');
  const [plan] = held.plans;
  if (!plan || !format) throw new Error(`A plan in ${reader.name} cannot be made again.`);
  const builder = new Builder(held.engine.snapshot, {
    to: [format],
    language,
    force: true,
    style: platform.style(),
    paths: [],
    pictures: new Pictures(
      () => ({ fault: 'is not there' }),
      (path) => path,
    ),
    rasteriser: platform.rasteriser,
  });
  const { files = [] } = await builder.build({ plan, name: 'carried', labels, diagnostics: () => [] });
  const content = files[0]?.content ?? '';
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await reader.read(bytes, { name: 'carried', changes: 'taken' });
  if (!('blocks' in read)) throw new Error(`A plan in ${reader.name} is not read as a document.`);
  return read;
}
