import type { Flow, FootNote } from '../tree.ts';
import { BookmarkNames } from './text.ts';

/** The names in a document: its bookmarks by the anchor that stands there, and the footnotes that its text refers to. */
export interface Names {
  readonly bookmarks: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, FootNote>;
}

/**
 * Reads the names of a document. A footnote that only other footnotes refer to stands where the plan has it: Word knows none in
 * another, and is found among `bookmarks`.
 */
export function namesIn(flow: readonly Flow[]): Names {
  const anchors: string[] = [];
  const all = new Map<string, FootNote>();
  const marked = new Map<string, string>();
  const waiting: { readonly piece: unknown; readonly isInNote: boolean }[] = [{ piece: flow, isInNote: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { piece, isInNote } = next;
    if (typeof piece !== 'object' || piece === null) continue;
    const { type, anchor, note, notes } = piece as {
      type?: string;
      anchor?: string;
      note?: string;
      notes?: FootNote[];
    };
    if (type === 'note') {
      if (!isInNote && note !== undefined && anchor !== undefined && !marked.has(note)) marked.set(note, anchor);
    } else if (type === 'notes') for (const one of notes ?? []) all.set(one.anchor, one);
    else if (type !== 'mention' && typeof anchor === 'string') anchors.push(anchor);
    const inside = { isInNote: isInNote || type === 'notes' };
    for (const one of Object.values(piece).reverse()) waiting.push({ piece: one, ...inside });
  }
  const notes = new Map([...all].filter(([anchor]) => marked.has(anchor)));
  const names = new BookmarkNames();
  const bookmarks = new Map<string, string>();
  const wanted = [...anchors, ...[...notes.keys()].flatMap((anchor) => marked.get(anchor) ?? [])];
  for (const anchor of wanted)
    if (!notes.has(anchor) && !bookmarks.has(anchor)) bookmarks.set(anchor, names.of(anchor));
  return { bookmarks, notes };
}

/** How many letters stand in a piece of a document. */
export function lettersIn(flow: readonly Flow[]): number {
  let letters = 0;
  const waiting: unknown[] = [...flow];
  while (waiting.length > 0) {
    const piece = waiting.pop();
    if (typeof piece !== 'object' || piece === null) continue;
    const { text } = piece as { readonly text?: unknown };
    if (typeof text === 'string') letters += text.length;
    for (const inner of Object.values(piece)) waiting.push(inner);
  }
  return letters;
}
