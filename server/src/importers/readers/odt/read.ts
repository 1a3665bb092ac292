import { Archive, lockedFault } from '../../archive.ts';
import { ImportFault } from '../../fault.ts';
import type { Properties, Source } from '../../source.ts';
import { childOf, elementsOf, textOf } from '../../xml/elements.ts';
import { readXml, type XmlElement } from '../../xml/xml.ts';
import { removeHead } from '../office/heads.ts';
import type { Item } from '../office/lines.ts';
import { withoutPage } from '../office/pages.ts';
import { wrongFile } from '../office/wrong-file.ts';
import type { ReadOptions } from '../reader.ts';
import { OpenText } from './document.ts';
import { namespaces } from './namespaces.ts';
import { Story } from './story.ts';

/**
 * Reads an OpenDocument text.
 *
 * @throws {ImportFault} where it is not one, is locked or damaged, or is beyond the limits.
 */
export function readOdt(bytes: Uint8Array, options: ReadOptions): Source {
  options.signal?.throwIfAborted();
  const fault = wrongFile(bytes, 'an OpenDocument text (.odt)');
  if (fault) throw fault;
  const archive = new Archive(bytes);
  if (!archive.has('content.xml'))
    throw new ImportFault(
      'This is not an OpenDocument text: the part with its words is missing. Open it, and save it again.',
    );
  if (isLocked(archive)) throw lockedFault();
  const styles = part(archive, 'styles.xml');
  const document = new OpenText(archive, styles, options.changes);
  const items = bodyOf(document, archive, options);
  return document.source(items, propertiesOf(part(archive, 'meta.xml')), () => removeHeads(document, styles));
}

const part = (archive: Archive, name: string): XmlElement | undefined =>
  archive.has(name) ? readXml(archive.pieces(name), { namespaces }) : undefined;

const isLocked = (archive: Archive): boolean => {
  const manifest = archive.read('META-INF/manifest.xml');
  return manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data');
};

/** The body, paragraph by paragraph, so that a long document never stands in memory as a whole tree. */
function bodyOf(document: OpenText, archive: Archive, { progress, signal }: ReadOptions): Item[] {
  const story = new Story(document);
  const items: Item[] = [];
  const all = archive.sizeOf('content.xml');
  let done = 0;
  let isBegun = false;
  const pieces = function* (): Generator<Uint8Array> {
    for (const piece of archive.pieces('content.xml')) {
      signal?.throwIfAborted();
      yield piece;
      done += piece.length;
      progress?.(done, all);
    }
  };
  const begin = (root: XmlElement): void => {
    const automatic = childOf(root, 'office:automatic-styles');
    document.styles.add(automatic);
    document.lists.add(automatic);
    isBegun = true;
  };
  const each = (piece: XmlElement, root: XmlElement): void => {
    if (!isBegun) begin(root);
    for (const item of story.item(piece)) items.push(item);
  };
  const root = readXml(pieces(), { namespaces, piecesOf: 'office:text', each });
  if (!isBegun && !childOf(root, 'office:body', 'office:text'))
    throw new ImportFault(
      'This OpenDocument file is not a text: it is a spreadsheet, slides or a drawing. Save it as a text (.odt).',
    );
  return story.page > 0 ? items : items.map(withoutPage);
}

/** What is printed above and below each page. */
function removeHeads(document: OpenText, styles: XmlElement | undefined): void {
  const masters = childOf(styles, 'office:master-styles');
  for (const master of elementsOf(masters, 'style:master-page'))
    for (const head of elementsOf(master).filter(({ name }) => /^style:(?:header|footer)/.test(name)))
      removeHead(new Story(document, {}).items(head), document.removals);
}

/** What the document says of itself. */
function propertiesOf(root: XmlElement | undefined): Properties {
  const meta = childOf(root, 'office:meta');
  const said = (name: string): string | undefined =>
    textOf(childOf(meta, name)).replace(/\s+/g, ' ').trim() || undefined;
  const own = (name: string): string | undefined =>
    textOf(elementsOf(meta, 'meta:user-defined').find(({ attributes }) => attributes['meta:name'] === name)).trim() ||
    undefined;
  return {
    title: said('dc:title'),
    subject: said('dc:subject'),
    author: said('meta:initial-creator') ?? said('dc:creator'),
    organisation: own('Company') ?? own('Organisation'),
    language: said('dc:language'),
    modified: /^\d{4}-\d\d-\d\d/.exec(said('dc:date') ?? '')?.[0],
  };
}
