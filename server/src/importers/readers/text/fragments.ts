import { isCommonForm, type Lexicon } from '../../mending/lexicon.ts';
import type { Doubt } from '../../source.ts';
import { isCapitals } from './looks.ts';
import { doubtAt, glimpse, type Rough } from './rough.ts';

/** Fragments are kept as paragraphs, each with a doubt: what they belonged to is lost. */
export function withFragments(blocks: readonly Rough[], lexicon: Lexicon, doubts: Doubt[]): Rough[] {
  const capitals = lettersOf(blocks.filter(({ text }) => isCapitals(text)).map(({ text }) => text));
  return blocks.map((block) => {
    if (block.type === 'table') return block;
    const hidden = /\[email.{0,3}protected\]/i.test(block.text);
    const isTail = block.look === 'capitals' && isTailOf(block.text, capitals, lexicon);
    const isBroken = block.text.length < 3000 && isBrokenUp(block.text, lexicon);
    if (!hidden && !isTail && !isBroken) return block;
    const message = hidden
      ? `An address in “${glimpse(block.text)}” was hidden by the page that the text comes from. Look it up in the document.`
      : `“${glimpse(block.text)}” is a piece of something that the tool could not read, such as words in a picture. Look in the document what belongs there, or delete it.`;
    doubts.push(doubtAt('lost', block.spot, message));
    return isTail || isBroken ? { ...block, type: 'paragraph' as const, look: 'capitals' as const } : block;
  });
}

/** Words with nothing but letters and single spaces, each text between bars. */
const lettersOf = (texts: readonly string[]): string =>
  `|${texts
    .map((text) =>
      text
        .toUpperCase()
        .replace(/[^\p{L}|]+/gu, ' ')
        .trim(),
    )
    .join('|')}|`;

/** “EGRATION” is the end of “INTEGRATION”: words in capitals whose first is no word, and that stand elsewhere as the end of others. */
function isTailOf(text: string, capitals: string, lexicon: Lexicon): boolean {
  const words = text
    .toUpperCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const [first = ''] = words.split(' ');
  if (
    words.length < 4 ||
    words.length > 60 ||
    isCommonForm(first.toLowerCase()) ||
    lexicon.times(first.toLowerCase()) > 2
  )
    return false;
  for (let at = capitals.indexOf(words); at >= 0; at = capitals.indexOf(words, at + 1)) {
    const before = capitals[at - 1] ?? '';
    const after = capitals[at + words.length] ?? '';
    if (/\p{L}/u.test(before) && !/\p{L}/u.test(after)) return true;
  }
  return false;
}

/** Words of which many are single letters and pieces that nobody knows: “e crime y and ers taff e oad ety”. */
export function isBrokenUp(text: string, lexicon: Lexicon): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}+$/u.test(word));
  if (words.length < 6) return false;
  const isPiece = (word: string): boolean =>
    word.length === 1
      ? !/^[aiyoAI]$/.test(word)
      : /^\p{Ll}/u.test(word) && !isCommonForm(word) && lexicon.times(word) < 2;
  return (
    words.filter((word) => word.length === 1 && isPiece(word)).length >= 2 &&
    words.filter(isPiece).length >= words.length * 0.2
  );
}
