import { type Field, faultOf, type KeyLanguage } from '@goldthread/grammar';

/** A value as the language has it: where a piece of it is written otherwise (“March 2024”), with that piece as it is meant; undefined where nobody knows. */
export function mendedValue(text: string, field: Field, language: KeyLanguage): string | undefined {
  const fault = faultOf(field, text, language);
  if (!fault) return text;
  if (fault.meant === undefined) return undefined;
  const mended = text.slice(0, fault.start) + fault.meant + text.slice(fault.end);
  return faultOf(field, mended, language) ? undefined : mended;
}
