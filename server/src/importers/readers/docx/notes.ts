/** Notes and remarks of a Word document, which stand behind the paragraph that has their mark. */
import type { Spot } from '../../source.ts';
import type { XmlElement } from '../../xml/xml.ts';
import type { Item } from '../office/lines.ts';
import { inOnePiece } from '../office/markdown.ts';
import type { WordDocument } from './document.ts';
import { Story } from './story.ts';

/** The label of a note and what it says; undefined where the document has none of that id. */
export function noted(
  document: WordDocument,
  reference: XmlElement,
  spot: Spot,
): { label: string; items: Item[] } | undefined {
  const isFootnote = reference.name === 'w:footnoteReference';
  const notes = isFootnote ? document.footnotes : document.endnotes;
  const id = reference.attributes['w:id'] ?? '';
  const note = notes.get(id);
  const label = note && document.labels.of(isFootnote ? 'footnote' : 'endnote', id);
  if (!note || label === undefined) return undefined;
  if (label.isKnown) return { label: label.text, items: [] };
  const { text, rest } = inOnePiece(
    new Story(document, document.nameOf(isFootnote ? 'footnotes' : 'endnotes'), spot).items(note),
  );
  return {
    label: label.text,
    items: [{ type: 'ready', block: { type: 'footnote', spot, text, label: label.text } }, ...rest],
  };
}

/** A remark in the margin. */
export function remarked(document: WordDocument, reference: XmlElement, spot: Spot): Item[] {
  const comment = document.comments.get(reference.attributes['w:id'] ?? '');
  if (!comment) return [];
  const { text, rest } = inOnePiece(new Story(document, document.nameOf('comments'), spot).items(comment));
  const by = comment.attributes['w:author']?.trim() || undefined;
  return text === '' ? rest : [{ type: 'ready', block: { type: 'remark', spot, text, by } }, ...rest];
}
