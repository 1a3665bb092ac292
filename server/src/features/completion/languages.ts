import type { KeyLanguage } from '@goldthread/grammar';
import { languageNames } from '../../checks/bilingual/languages.ts';

/** The languages that plans are most often written, translated or spoken in, the likeliest first. */
export const commonLanguages: readonly string[] =
  'en cy gd ga sco kw bfi pl ro pa ur bn gu ar pt es fr de it lt uk so zh'.split(' ');

const names = new Map<string, Intl.DisplayNames>();

/** The name of a language; undefined for a code that is none. */
export function languageName(code: string, language: KeyLanguage): string | undefined {
  const locale = language === 'cy' ? 'cy' : 'en-GB';
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
  names.set(locale, known);
  try {
    return languageNames[code]?.[language] ?? known.of(code);
  } catch {
    return undefined;
  }
}
