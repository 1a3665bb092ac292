import { faultOf, fieldOn, type KeyLanguage } from '@goldthread/grammar';

/** How often a value is mended before it is given up. */
const tries = 3;

/** A value as the language has it: as it stands, or mended where what was meant is sure; undefined where it is not. */
export function settledValue(kind: string, key: string, words: string, language: KeyLanguage): string | undefined {
  const field = fieldOn(kind, key);
  if (!field) return undefined;
  let text = words.replace(/\s+/g, ' ').trim();
  for (let count = 0; count < tries; count += 1) {
    const fault = faultOf(field, text, language);
    if (!fault) return text;
    if (fault.meant === undefined || fault.code !== undefined) return undefined;
    text = text.slice(0, fault.start) + fault.meant + text.slice(fault.end);
  }
  return undefined;
}
