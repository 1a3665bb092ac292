import type { Flow, FootNote } from '../tree.ts';

/** The names in a document. */
export interface Names {
  /** What ways in the document lead to, by its anchor: the id of the piece there. */
  readonly ids: ReadonlyMap<string, string>;
  /** The footnotes that stand below the text, by their anchor: those that the text refers to. */
  readonly notes: ReadonlyMap<string, FootNote>;
}

/** Names that print programs take: what ways from elsewhere lead to, after “#”. */
const clean = /^[\p{L}\p{N}_.:/-]{1,120}$/u;

/** Reads the names of a document. Ids are the anchors themselves wherever they can be: they stay the same while the plan grows. */
export function namesIn(flow: readonly Flow[]): Names {
  const anchors: string[] = [];
  const all = new Map<string, FootNote>();
  const marked = new Set<string>();
  const waiting: { readonly piece: unknown; readonly isInNote: boolean }[] = [{ piece: flow, isInNote: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { piece, isInNote } = next;
    if (typeof piece !== 'object' || piece === null) continue;
    const { type, anchor, note, notes } = piece as {
      readonly type?: string;
      readonly anchor?: string;
      readonly note?: string;
      readonly notes?: readonly FootNote[];
    };
    if (type === 'note') {
      if (!isInNote && note !== undefined) marked.add(note);
    } else if (type === 'notes') for (const one of notes ?? []) all.set(one.anchor, one);
    else if (type !== 'mention' && typeof anchor === 'string') anchors.push(anchor);
    const inside = isInNote || type === 'notes';
    for (const one of Object.values(piece).reverse()) waiting.push({ piece: one, isInNote: inside });
  }
  const notes = new Map([...all].filter(([anchor]) => marked.has(anchor)));
  const ids = new Map<string, string>();
  const taken = new Set(anchors.filter((anchor) => clean.test(anchor)));
  for (const anchor of [...anchors, ...all.keys()]) {
    if (ids.has(anchor)) continue;
    let id = anchor;
    for (let number = ids.size; !clean.test(id) || (id !== anchor && taken.has(id)); number++) id = `_${number}`;
    taken.add(id);
    ids.set(anchor, id);
  }
  return { ids, notes };
}
