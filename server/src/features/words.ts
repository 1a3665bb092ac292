import type { KeyLanguage } from '@goldthread/grammar';

/** The phrases of a feature in the language in which the keys of a file are written. */
export const wordsFor = <Phrases>(table: Readonly<Record<KeyLanguage, Phrases>>, language: KeyLanguage): Phrases =>
  table[language];
