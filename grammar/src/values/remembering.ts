import type { KeyLanguage } from '../vocabulary/index.ts';
import type { Result } from './result.ts';

/** Longer texts are read each time: they hardly repeat. */
const longest = 60;
/** How many texts are remembered before all are forgotten. */
const most = 5000;

/** A reader that reads the same text once: plans repeat their dates and figures. What it gives is not to be changed. */
export function remembering<T>(
  read: (text: string, language: KeyLanguage) => Result<T>,
): (text: string, language?: KeyLanguage) => Result<T> {
  const known = { en: new Map<string, Result<T>>(), cy: new Map<string, Result<T>>() };
  return (text, language = 'en') => {
    const results = known[language];
    const remembered = results.get(text);
    if (remembered) return remembered;
    const result = read(text, language);
    if (text.length > longest) return result;
    if (results.size >= most) results.clear();
    results.set(` ${text}`.slice(1), result);
    return result;
  };
}
