/** What a file of letters says of itself. */
export interface FontFile {
  /** The names of its family: the one for all its weights, where it has one, then that for four at most. */
  readonly families: readonly string[];
  /** From 1 to 1000; 400 is regular, 700 bold. */
  readonly weight: number;
  readonly isItalic: boolean;
  /** `ttf` for TrueType, `otf` for OpenType. */
  readonly sort: 'ttf' | 'otf';
}

/** The first four bytes of a file, by its sort (OpenType 1.9, “Table directory”). */
const sorts: Readonly<Record<number, FontFile['sort']>> = { 65536: 'ttf', 1953658213: 'ttf', 1330926671: 'otf' };

/** Reads the head of a file of letters; where it is none that can be used, why: the rest of a sentence that begins with its name. */
export function readFont(bytes: Uint8Array): FontFile | { readonly fault: string } {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return { fault: 'ends too soon, or is damaged. Get it again from where it comes' };
  }
}

const LICENCE_FORBIDS = 2;
const ITALIC = 1;

function read(view: DataView): FontFile | { readonly fault: string } {
  const sort = view.byteLength < 12 ? undefined : sorts[view.getUint32(0)];
  if (!sort)
    return { fault: 'is not a file of letters that documents can hold: use TrueType (.ttf) or OpenType (.otf)' };
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    tables.set(tag, part(view, view.getUint32(at + 8), view.getUint32(at + 12)));
  }
  const [style, names] = [tables.get('OS/2'), tables.get('name')];
  if (!style || !names || !tables.has('cmap')) return { fault: 'is damaged: parts of it are missing' };
  // Restricted licence embedding (OpenType 1.9, “OS/2”, fsType).
  if ((style.getUint16(8) & 15) === LICENCE_FORBIDS)
    return { fault: 'may not be put in documents: its makers say so in the file. Ask them, or take others' };
  return {
    families: familiesIn(names),
    weight: Math.min(1000, Math.max(1, style.getUint16(4))),
    isItalic: (style.getUint16(62) & ITALIC) > 0,
    sort,
  };
}

/** A part of a view. One that leads out of it is an error: what stands behind it belongs to others. */
function part(view: DataView, at: number, length: number): DataView {
  if (at + length > view.byteLength) throw new RangeError();
  return new DataView(view.buffer, view.byteOffset + at, length);
}

const WINDOWS = 3;
const FAMILY = 1;
const WHOLE_FAMILY = 16;

/** The names of the family in a table of names (OpenType 1.9, “name”), as Windows has them: UTF-16. */
function familiesIn(names: DataView): string[] {
  const found = new Map<number, string>();
  const storage = names.getUint16(4);
  for (let index = 0; index < names.getUint16(2); index++) {
    const at = 6 + 12 * index;
    const name = names.getUint16(at + 6);
    if (names.getUint16(at) !== WINDOWS || (name !== FAMILY && name !== WHOLE_FAMILY) || found.has(name)) continue;
    const text = part(names, storage + names.getUint16(at + 10), names.getUint16(at + 8));
    found.set(name, new TextDecoder('utf-16be').decode(text));
  }
  return [found.get(WHOLE_FAMILY), found.get(FAMILY)].filter((name) => name !== undefined);
}
