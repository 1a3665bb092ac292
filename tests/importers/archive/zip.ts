/** A file in an archive that may say what is not true. */
export interface Said {
  readonly name: string;
  /** Bytes as they stand in the archive. */
  readonly packed: Uint8Array;
  /** 0 stored, 8 packed by DEFLATE. */
  readonly method: number;
  readonly size: number;
  readonly flags?: number;
  /** Another file's bytes are given for its own. */
  readonly sameAs?: number;
}

const text = new TextEncoder();

/** An archive of files, byte by byte: libraries write no bad ones. */
export function zip(files: readonly Said[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let at = 0;
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const file of files) {
    places.push(file.sameAs === undefined ? at : places[file.sameAs]!);
    if (file.sameAs !== undefined) continue;
    add(record(0x04034b50, [20, file.flags ?? 0, file.method, 0, 0], file, [text.encode(file.name).length, 0]));
    add(text.encode(file.name));
    add(file.packed);
  }
  const start = at;
  for (const [index, file] of files.entries()) {
    const name = text.encode(file.name);
    const head = record(0x02014b50, [20, 20, file.flags ?? 0, file.method, 0, 0], file, [
      name.length,
      0,
      0,
      0,
      0,
      0,
      0,
    ]);
    const whole = new Uint8Array(head.length + 4);
    whole.set(head);
    new DataView(whole.buffer).setUint32(head.length, places[index]!, true);
    add(whole);
    add(name);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, at - start, true);
  end.setUint32(16, start, true);
  add(new Uint8Array(end.buffer));
  const all = new Uint8Array(at);
  let to = 0;
  for (const part of parts) {
    all.set(part, to);
    to += part.length;
  }
  return all;
}

/** A sign, numbers in two bytes, a sum that nobody checks, two sizes, and numbers again. */
function record(sign: number, before: readonly number[], file: Said, behind: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + before.length * 2 + 12 + behind.length * 2));
  view.setUint32(0, sign, true);
  for (const [index, value] of before.entries()) view.setUint16(4 + index * 2, value, true);
  const sizes = 4 + before.length * 2 + 4;
  view.setUint32(sizes, file.packed.length, true);
  view.setUint32(sizes + 4, file.size, true);
  for (const [index, value] of behind.entries()) view.setUint16(sizes + 8 + index * 2, value, true);
  return new Uint8Array(view.buffer);
}
