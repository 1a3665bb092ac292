import { ImportFault } from '../../fault.ts';
import { removeHead } from '../office/heads.ts';
import type { WordDocument } from './document.ts';
import { Story } from './story.ts';

/** Puts running heads and feet among what is removed, each once with how often the document has it. */
export function removeHeads(document: WordDocument): void {
  for (const { type, target, isOutside } of document.pack.relations(document.pack.main).values())
    if ((type === 'header' || type === 'footer') && !isOutside) remove(document, target);
}

/** A head that can't be read is no reason to leave the whole document. */
function remove(document: WordDocument, part: string): void {
  try {
    const root = document.pack.xml(part);
    if (root) removeHead(new Story(document, part, {}).items(root), document.removals);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
  }
}
