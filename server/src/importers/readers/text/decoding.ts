/** Bytes that are looked at to see whether a file is text. */
const sample = 64 * 1024;

/** Text by its bytes: as its first bytes say, as UTF-8 where it is that, otherwise in the Windows code page of western Europe. */
export function decodedText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** True for bytes that may be text: nearly no controls, and no zeros unless they are halves of UTF-16. */
export function isText(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, sample);
  const [a, b] = some;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  let controls = 0;
  for (const byte of some) {
    if (byte === 0) return false;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls++;
  }
  return controls * 100 <= some.length;
}
