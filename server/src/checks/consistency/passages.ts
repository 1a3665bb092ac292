import { type Entry, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { type BlockContent, languageOf } from '../../model/read-block.ts';
import type { Span } from '../rule.ts';

/** A piece of text that a plan prints: a title, or the words of a field. Offsets are those of its block. */
export interface Passage extends Span {
  readonly item: Item;
  /** `title` for titles, else the key of the field in English. */
  readonly field: string;
  /** The language that the field names (`why cy:`); undefined for words in the plan's own language. */
  readonly language: string | undefined;
  /**
   * The text from `start` to `end`, unit for unit, with NUL in the place of what is no wording: comments, the ids of
   * links (the words of `[[id|words]]` stay), addresses and code.
   */
  readonly words: string;
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
const noWords =
  /\[\[[^[\]|\r\n]*(?:\|(?=[^[\]\r\n]*\]\])|\]\])|\]\](?!\()|\]\([^()\s]*\)|\[\^[^\]\s]{1,40}\]:?|`[^`\r\n]*`|\b(?:https?:\/\/|www\.)[^\s<>()]+|[\w.+-]{1,64}@[\w.-]{1,255}/g;
const anySign = /[[`@]|:\/\/|www\./;

const blank = (text: string): string => BLANK.repeat(text.length);

/** The passages read last, and the block that they are of: several rules read one block after the other. */
let last: { readonly content: BlockContent; readonly passages: readonly Passage[] } | undefined;

/** The passages of a block, in the order of the text. */
export function passagesOf(content: BlockContent): readonly Passage[] {
  if (last?.content !== content) last = { content, passages: [...readPassages(content)] };
  return last.passages;
}

function* readPassages({ placed, items }: BlockContent): Generator<Passage> {
  const { text } = placed.block;
  for (const item of items) {
    const { valueStart: start, valueEnd: end } = item.entry;
    if (end > start)
      yield { item, field: 'title', language: undefined, start, end, words: wordsOf(text.slice(start, end)) };
    for (const entry of item.fields) {
      const { definition } = entry;
      if (!isWorded(entry) || definition === undefined) continue;
      const span = valueSpan(placed.block, entry);
      if (span.end <= span.start) continue;
      const written = withoutComments(text.slice(span.start, span.end), entry);
      yield { item, field: definition.key, language: languageOf(placed, entry), ...span, words: wordsOf(written) };
    }
  }
}

/** True for a field whose value is wording that the document prints, and that can be said in another language. */
export const isWorded = ({ definition }: Entry): boolean =>
  definition?.item === false &&
  (definition.type === 'prose' || (definition.type === 'text' && definition.name === 'language')) &&
  !nameFields.has(definition.key);

/** Wording with NUL for what is none. */
const wordsOf = (written: string): string => (anySign.test(written) ? written.replace(noWords, blank) : written);

const commentLine = /((?:^|[\r\n])[^\S\r\n]*)(#[^\r\n]*)/g;

/** The value of a field with its comments blanked: lines that begin with `#` and are not indented as prose. */
function withoutComments(written: string, { blockStart, proseIndent }: Entry): string {
  if (blockStart === 0 || !written.includes('#')) return written;
  return written.replace(commentLine, (line: string, before: string, comment: string, at: number) => {
    const indent = before.replace(/^[\r\n]/, '').length;
    const isProse = proseIndent > 0 && (indent >= proseIndent || at === 0);
    return isProse ? line : before + blank(comment);
  });
}
