/** Odd numbers with well mixed bits: the one of FNV, and one of MurmurHash. */
const FACTORS = [0x01000193, 0x85ebca6b] as const;

/**
 * A few letters that are others where a text is another, whatever its ends of lines are and what space stands at its end: two sums
 * in the manner of FNV-1a. It tells an edited text from one that is as it was made; it is no proof against those who mean to deceive.
 */
export function fingerprintOf(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x050c5d1f;
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 13) continue;
    one = Math.imul(one ^ code, FACTORS[0]);
    other = Math.imul(other ^ code, FACTORS[1]);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
