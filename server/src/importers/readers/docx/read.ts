import { Archive } from '../../archive.ts';
import type { Source } from '../../source.ts';
import type { Item } from '../office/lines.ts';
import { withoutPage } from '../office/pages.ts';
import { wrongFile } from '../office/wrong-file.ts';
import type { ReadOptions } from '../reader.ts';
import { WordDocument } from './document.ts';
import { removeHeads } from './heads.ts';
import { Package } from './package.ts';
import { propertiesOf } from './properties.ts';
import { Story } from './story.ts';

/**
 * Reads a Word document.
 *
 * @throws {ImportFault} where it is not one, is locked or damaged, or is beyond the limits.
 */
export function readDocx(bytes: Uint8Array, options: ReadOptions): Source {
  options.signal?.throwIfAborted();
  const fault = wrongFile(bytes, 'a Word document (.docx)');
  if (fault) throw fault;
  const archive = new Archive(bytes);
  const pack = new Package(archive);
  const document = new WordDocument(pack, options.changes);
  const items = bodyOf(document, options);
  return document.source(items, propertiesOf(pack), () => removeHeads(document), leftOut(archive));
}

/** The body, paragraph by paragraph, so that a long document never stands in memory as a whole tree. */
function bodyOf(document: WordDocument, { progress, signal }: ReadOptions): Item[] {
  const { pack } = document;
  const story = new Story(document, pack.main);
  const items: Item[] = [];
  const all = pack.archive.sizeOf(pack.main);
  pack.readPieces(
    pack.main,
    {
      piecesOf: 'w:body',
      each: (piece) => {
        for (const item of story.item(piece)) items.push(item);
      },
    },
    (done) => {
      signal?.throwIfAborted();
      progress?.(done, all);
    },
  );
  items.push(...story.rest());
  return story.page > 0 ? items : items.map(withoutPage);
}

function leftOut(archive: Archive): Source['doubts'] {
  const macros = archive.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))
    ? [
        {
          kind: 'lost' as const,
          message: 'This document has macros. They are not brought in, and were not run.',
          spot: {},
        },
      ]
    : [];
  const ignored = archive.ignored.slice(0, 5).map(({ name, why }) => ({
    kind: 'lost' as const,
    message: `“${name.slice(0, 100)}” in this file was not read: ${why}.`,
    spot: {},
  }));
  return [...macros, ...ignored];
}
