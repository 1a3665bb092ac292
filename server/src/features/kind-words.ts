import type { KeyLanguage, Kind } from '@goldthread/grammar';

/** True for a kind whose key is short for its noun: `kpq`, key performance question. */
const isShort = ({ key, noun }: Kind): boolean =>
  key ===
  noun
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** What one of a kind is called, in few words: “priority”, “KPQ”, “budget line”; in Welsh “blaenoriaeth”, “CPA”. */
export function oneOf(kind: Kind, language: KeyLanguage): string {
  const { key, noun, cy } = kind;
  if (isShort(kind)) return (language === 'cy' ? cy : key).toUpperCase();
  return language === 'cy' ? cy.replaceAll('-', ' ') : noun;
}

/** What several of a kind are called: “priorities”, “KPQs”; in Welsh “blaenoriaethau”, “CPAu”. */
export function manyOf(kind: Kind, language: KeyLanguage): string {
  const { key, plural, nouns, cy, pluralCy } = kind;
  const one = language === 'cy' ? cy : key;
  const many = language === 'cy' ? pluralCy : plural;
  if (isShort(kind)) return one.toUpperCase() + many.slice(one.length);
  return language === 'cy' ? many.replaceAll('-', ' ') : nouns;
}

/** So many of a kind: “3 priorities”. In Welsh, where a numeral changes the noun behind it, “blaenoriaethau: 3”. */
export function counted(count: number, kind: Kind, language: KeyLanguage): string {
  if (language === 'cy') return `${manyOf(kind, language)}: ${count}`;
  return `${count} ${count === 1 ? oneOf(kind, language) : manyOf(kind, language)}`;
}
