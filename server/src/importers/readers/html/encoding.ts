import { decodedText } from '../text/decoding.ts';

/** Bytes of a page in which it may say how it is written. HTML 5 asks for 1024; pages of office programs say it later. */
const declared = 4_096;

/** The text of a page: by its first bytes, as it says itself, or else as that of any file. */
export function decodedPage(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  const hasMark = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf);
  const label = hasMark ? undefined : labelIn(new TextDecoder('latin1').decode(bytes.subarray(0, declared)));
  if (label === undefined) return decodedText(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return decodedText(bytes);
  }
}

/** What a page says of its encoding. UTF-8 is only believed where it is true: pages that were saved again often lie. */
function labelIn(text: string): string | undefined {
  const [, label] =
    /<meta[^>]{1,300}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i.exec(text) ??
    /^<\?xml[^>]{1,200}encoding=["']([\w.:-]{2,40})["']/i.exec(text) ??
    [];
  return label === undefined || /^utf-?(?:8|16)/i.test(label) ? undefined : label;
}
