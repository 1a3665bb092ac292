import type { Properties } from '../../source.ts';
import { tidy } from '../../words.ts';
import { dayOf, languageTag } from '../html/properties.ts';

/** Lines that stand before a text and are about it. */
export interface FrontMatter {
  readonly properties: Properties;
  /** Lines that say something else, which no plan has a place for. */
  readonly rest: readonly string[];
  /** How many lines there are. */
  readonly lines: number;
}

/** Lines that it may have at most. */
const longest = 60;

const keys: Readonly<Record<string, keyof Properties>> = {
  title: 'title',
  teitl: 'title',
  subject: 'subject',
  description: 'subject',
  summary: 'subject',
  author: 'author',
  authors: 'author',
  organisation: 'organisation',
  organization: 'organisation',
  publisher: 'organisation',
  lang: 'language',
  language: 'language',
  date: 'modified',
  updated: 'modified',
  modified: 'modified',
  lastmod: 'modified',
};

/** What `---` lines at the beginning of a text hold between them, in lines of `key: value`; undefined where there are none. */
export function frontMatterOf(lines: readonly string[]): FrontMatter | undefined {
  if (!/^---\s*$/.test(lines[0] ?? '')) return undefined;
  const end = lines.slice(1, longest).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line)) + 1;
  if (end === 0) return undefined;
  const inside = lines.slice(1, end);
  // Between two rules there may be words of the text.
  if (
    !inside.every((line) => /^(?:\s*#|\s*$|[\w-]{1,40}:(?:\s|$)|\s+\S|- )/.test(line)) ||
    !inside.some((line) => /^[\w-]{1,40}:/.test(line))
  )
    return undefined;
  const found: { -readonly [Key in keyof Properties]: Properties[Key] } = {};
  const rest: string[] = [];
  for (const line of inside) {
    const [, key = '', written = ''] = /^([\w-]{1,40}):\s*(.*)$/.exec(line.slice(0, 2_000)) ?? [];
    const property = keys[key.toLowerCase()];
    const value = tidy(written.trim().replace(/^(["'])(.*)\1$/, '$2')).trim();
    const checked = property === 'language' ? languageTag(value) : property === 'modified' ? dayOf(value) : value;
    if (property && checked && found[property] === undefined) found[property] = checked;
    else if (line.trim() !== '') rest.push(line.trim());
  }
  return { properties: found, rest, lines: end + 1 };
}
