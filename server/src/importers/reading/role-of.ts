import { phrases, type Role } from './phrases.ts';

const words = String.raw`\S+(?: \S+){0,5}`;

const rows = phrases.map(({ role, phrases }) => ({
  role,
  pattern: new RegExp(`^(?:${phrases.map((phrase) => phrase.replaceAll('…', words)).join('|')})$`, 'u'),
}));

/** The longest heading that is looked up, in words: what is longer is a sentence. */
const longest = 14;

/** A heading as phrases are written: in small letters, with straight apostrophes, without a number before it or punctuation at its end. */
export const bare = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/[*_]/gu, '')
    // Welsh runs “yn” into the word before it.
    .replace(/(?<=\p{L})'n(?!\p{L})/gu, ' yn')
    .replace(/^[\s\d.)|–-]+(?=\p{L})/u, '')
    .replace(/[\s:?!.…–-]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** What a heading heads, by its words; undefined where they say nothing about it. */
export function roleOf(heading: string): Role | undefined {
  const text = bare(heading);
  if (text === '' || text.split(' ').length > longest) return undefined;
  return rows.find(({ pattern }) => pattern.test(text))?.role;
}
