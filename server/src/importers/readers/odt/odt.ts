import { Archive, isArchive } from '../../archive.ts';
import type { Reader } from '../reader.ts';

const kind = 'application/vnd.oasis.opendocument.text';

/** Texts of LibreOffice and others, by the same reading of XML as Word documents. */
export const odtReader: Reader = {
  name: 'odt',
  endings: ['odt', 'ott'],
  meaning: 'OpenDocument text',
  recognises: (bytes) => isArchive(bytes) && isText(bytes),
  read: async (bytes, options) => (await import('./read.ts')).readOdt(bytes, options),
};

/** What it is stands in its first entry, uncompressed. A text without it is known by its manifest. */
function isText(bytes: Uint8Array): boolean {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 200)).includes(`mimetype${kind}`)) return true;
  try {
    const manifest = new Archive(bytes).read('META-INF/manifest.xml');
    return manifest !== undefined && new TextDecoder().decode(manifest).includes(`"${kind}`);
  } catch {
    return false;
  }
}
