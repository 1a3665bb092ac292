import { type Entry, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { type BlockContent, languageOf } from '../../model/read-block.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import type { Span } from '../rule.ts';
import { type Signs, signsOf } from '../signs.ts';

/** The wording of an entry. Offsets are those of its block. */
export interface Wording extends Span {
  /**
   * The text from `start` to `end`, unit for unit, with NUL in the place of what is no wording: comments, the ids of
   * links (the words of `[[id|words]]` stay), addresses and code.
   */
  readonly words: string;
  readonly signs: Signs;
}

/** A piece of text that a plan prints: a title, or the words of a field. */
export interface Passage extends Wording {
  readonly item: Item;
  /** `title` for titles, else the key of the field in English. */
  readonly field: string;
  /** The language that the field names (`why cy:`); undefined for words in the plan’s own language. */
  readonly language: string | undefined;
}

/** What stands in a passage for a unit that is no wording. */
export const BLANK = '\u0000';

/** Fields that hold names and addresses, which nobody words. */
const nameFields = new Set(['source', 'address', 'signed-as', 'organisation', 'force', 'area']);

/** Kinds that name or repeat the words of somebody else. */
const othersKinds = new Set(['quote', 'document', 'framework', 'goal', 'requirement', 'partner', 'role', 'term']);

/** True for an item whose words are not those of the plan’s writer, who cannot put them right: a quote, the name of a law. */
export const isOthersWords = (item: Item): boolean => othersKinds.has(item.key);

/** Links of the plan, targets of Markdown links, footnote marks, code, web and e-mail addresses. */
const links =
  /\[\[[^[\]|\r\n]*(?:\|(?=[^[\]]*\]\])|\]\])|\]\](?!\()|\]\([^()\s]*\)|\[\^[^\]\s]{1,40}\]:?|`[^`\r\n]*`|\b(?:https?:\/\/|www\.)[^\s<>()]+/g;
const addresses = /[\w.+-]{1,64}@[\w.-]{1,255}/.source;
const linksAndAddresses = new RegExp(`${links.source}|${addresses}`, 'g');

/** A text with all that is no wording blanked. An address takes long to look for and has a sign of its own. */
const withoutLinks = (written: string): string =>
  written.replace(written.includes('@') ? linksAndAddresses : links, blank);

const blank = (text: string): string => BLANK.repeat(text.length);

/** The passages read last, and the block that they are of: several rules read one block after the other. */
let last: { readonly content: BlockContent; readonly passages: readonly Passage[] } | undefined;

/** The passages of a block, in the order of the text. */
export function passagesOf(content: BlockContent): readonly Passage[] {
  if (last?.content !== content) last = { content, passages: readPassages(content) };
  return last.passages;
}

function readPassages({ placed, items }: BlockContent): readonly Passage[] {
  const passages: Passage[] = [];
  for (const item of items) {
    const title = readWords(placed, item.entry);
    if (title) passages.push(passageOf(item, 'title', undefined, title));
    for (const entry of item.entry.children) {
      const read = isWorded(entry) ? readWords(placed, entry) : undefined;
      if (!read) continue;
      passages.push(passageOf(item, entry.definition?.key ?? '', languageOf(placed, entry), read));
    }
  }
  return passages;
}

const passageOf = (
  item: Item,
  field: string,
  language: string | undefined,
  { start, end, words, signs }: Wording,
): Passage => ({ item, field, language, start, end, words, signs });

/** The wording of one entry, a title or a field; undefined where it is empty. */
export function readWords({ block }: PlacedBlock, entry: Entry): Wording | undefined {
  const span =
    entry.definition?.item === true ? { start: entry.valueStart, end: entry.valueEnd } : valueSpan(block, entry);
  if (span.end <= span.start) return undefined;
  const { start, end } = span;
  const written = withoutComments(block.text.slice(start, end), entry);
  const signs = signsOf(written);
  if (!signs.mayLink) return { start, end, words: written, signs };
  const words = withoutLinks(written);
  return { start, end, words, signs: signsOf(words) };
}

/** How far before a place the beginning of a link around it is looked for, in UTF-16 units. */
const LONGEST_LINK = 200;

/** True for a place in a passage whose words are those that a link prints: `[[id|words]]`. */
export function isInLink({ item, start, words }: Passage, at: number): boolean {
  const before = words.slice(Math.max(0, at - LONGEST_LINK), at).lastIndexOf(BLANK);
  return before >= 0 && item.placed.block.text.charAt(start + Math.max(0, at - LONGEST_LINK) + before) === '|';
}

/** True for a field whose value is wording that the document prints, and that can be said in another language. */
export const isWorded = ({ definition }: Entry): boolean =>
  definition?.item === false &&
  (definition.type === 'prose' || (definition.type === 'text' && definition.name === 'language')) &&
  !nameFields.has(definition.key);

const commentLine = /((?:^|[\r\n])[^\S\r\n]*)(#[^\r\n]*)/g;

/** The value of a field with its comments blanked: lines that begin with `#` and are not indented as prose. */
function withoutComments(written: string, { blockStart, proseIndent, valueStart, valueEnd }: Entry): string {
  if (blockStart === 0 || !written.includes('#')) return written;
  const isOnKeyLine = valueEnd > valueStart;
  return written.replace(commentLine, (line: string, before: string, comment: string, at: number) => {
    const indent = before.replace(/^[\r\n]/, '').length;
    const isProse = (at === 0 && isOnKeyLine) || (proseIndent > 0 && indent >= proseIndent);
    return isProse ? line : before + blank(comment);
  });
}
