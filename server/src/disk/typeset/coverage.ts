/** True for a character that a font has a letter for. */
type Coverage = (character: number) => boolean;

/** Characters that are not drawn, or stand for what could not be read. */
const unseen = /^[\s\p{Cf}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}\ufffd]$/u;

/** The characters of a text, each once, that none of some fonts (OpenType, TrueType) has. */
export function withoutLetters(text: string, fonts: readonly Uint8Array[]): string[] {
  const others = new Set<string>();
  for (const sign of text.match(/[^\0-\x7f]/gu) ?? []) others.add(sign);
  const has = fonts.map(coverageOf);
  return [...others].filter((sign) => !unseen.test(sign) && !has.some((one) => one(sign.codePointAt(0) ?? 0)));
}

/** What a font has letters for, as its table `cmap` says; nothing for one that can’t be read. */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const table = tableAt(view, 'cmap');
    const found = table === undefined ? [] : subtables(view, table);
    return (character) => found.some((one) => one(character));
  } catch {
    return () => false;
  }
}

function tableAt(view: DataView, wanted: string): number | undefined {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (tag === wanted) return view.getUint32(record + 8);
  }
  return undefined;
}

/** The lists of characters in a table `cmap`: those of formats 4 and 12, which all fonts of today have. */
function subtables(view: DataView, table: number): Coverage[] {
  const count = view.getUint16(table + 2);
  return Array.from({ length: count }, (_, index) => table + view.getUint32(table + 4 + 8 * index + 4)).flatMap(
    (at) => {
      const format = view.getUint16(at);
      if (format === 4) return [segments(view, at)];
      return format === 12 ? [groups(view, at)] : [];
    },
  );
}

function segments(view: DataView, at: number): Coverage {
  const size = view.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + size + 2;
  return (character) => {
    for (let index = 0; index < size; index += 2)
      if (character <= view.getUint16(ends + index))
        return character < 0xffff && character >= view.getUint16(starts + index);
    return false;
  };
}

function groups(view: DataView, at: number): Coverage {
  const count = view.getUint32(at + 12);
  return (character) => {
    for (let index = 0; index < count; index++) {
      const group = at + 16 + 12 * index;
      if (character <= view.getUint32(group + 4)) return character >= view.getUint32(group);
    }
    return false;
  };
}
