import type { Role } from './phrases.ts';
import { stems } from './stems.ts';

const words = '.+';

const rows = stems.map(({ role, patterns }) => ({
  role,
  pattern: new RegExp(`^(?:${patterns.map((pattern) => pattern.replaceAll('…', words)).join('|')})$`, 'u'),
}));

/** The longest sentence that is looked at, in UTF-16 units. */
const longest = 400;

/** The last sentence of a text: what leads in the list below it. */
export function lastSentence(text: string): string {
  const parts = text.trim().split(/(?<=[.!?]["”’'*_]{0,3})\s+(?=[\p{Lu}“‘"'*_])/u);
  return parts.at(-1) ?? '';
}

/** What the list below some words is, by the last sentence of the words; undefined where they do not say. */
export function stemOf(text: string): Role | 'facts' | undefined {
  const sentence = lastSentence(text)
    .slice(-longest)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[\s:,;.…–-]+$/u, '');
  return rows.find(({ pattern }) => pattern.test(sentence))?.role;
}
