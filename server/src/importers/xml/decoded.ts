import { ImportFault } from '../fault.ts';

/** How far into a document its encoding is looked for. */
const declarationBytes = 256;

/** Characters that are given at once, so that what is made of them stays small. */
const sliceBytes = 256 * 1024;

/**
 * The text of XML in pieces: UTF-8 or UTF-16 by its first bytes, else as its first line says.
 *
 * @throws {ImportFault} where it is written in a way that nobody knows.
 */
export function* decoded(source: Uint8Array | Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (const bytes of source instanceof Uint8Array ? slices(source) : source) {
    if (bytes.length === 0) continue;
    decoder ??= decoderOf(bytes.subarray(0, declarationBytes));
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceBytes) yield bytes.subarray(at, at + sliceBytes);
}

function decoderOf(first: Uint8Array): InstanceType<typeof TextDecoder> {
  const label = encodingOf(first);
  try {
    return new TextDecoder(label);
  } catch {
    throw new ImportFault(`This document is written in “${label}”, which is not known here. Save it as UTF-8.`);
  }
}

function encodingOf(first: Uint8Array): string {
  const [a, b] = first;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  if (a === 0xef && b === 0xbb) return 'utf-8';
  const text = new TextDecoder('latin1').decode(first);
  const declared = /^\s*<\?xml\s[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/.exec(text)?.[1];
  // A document that was already made out to be UTF-16 by its first bytes does not come here: the word would be untrue of these.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
