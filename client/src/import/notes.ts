import type { NoteKind } from '../../../server/src/lsp/import/protocol.ts';
import type { Note } from './messages.ts';

/** A note with its line in the plan, from 0. */
export interface PlacedNote extends Note {
  readonly line: number;
}

/** As an import writes it: `# unsure (wording): what to look at`; in Welsh `# ansicr`. */
const form = /^\s*#\s*(?:unsure|ansicr)\s*(?:\(([^()]*)\)\s*)?:(.*)$/;

/** True for a line that is a note, if it is a comment at all. */
export const isNoteLine = (text: string): boolean => form.test(text);

/** Reads notes off their lines; the kinds that matter most come first. */
export function readNotes(
  lines: readonly { readonly line: number; readonly text: string }[],
  kinds: readonly NoteKind[],
): PlacedNote[] {
  const rank = new Map(kinds.map(({ title }, index) => [title, index]));
  const found = lines.flatMap(({ line, text }): PlacedNote[] => {
    const [note, named = '', words = ''] = form.exec(text) ?? [];
    // The checks may have seen an older text than this.
    if (note === undefined) return [];
    const key = named.trim().toLowerCase();
    const kind = kinds.find((one) => one.key === key || one.cy === key)?.title ?? '';
    return [{ kind, words: words.trim(), line }];
  });
  const rankOf = ({ kind }: PlacedNote): number => rank.get(kind) ?? kinds.length;
  return found.sort((a, b) => rankOf(a) - rankOf(b) || a.line - b.line);
}
