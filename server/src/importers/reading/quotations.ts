import type { Block } from '../source.ts';
import { plainWords } from '../words.ts';
import { officeHoldersOf } from './offices.ts';
import { isInCapitals } from './recase.ts';

/** How many words somebody says at least: less between quotation marks is a name of something. */
const fewest = 8;

const opens = /^[\s*_]*[“"‘']/u;
const closes = /[”"’'][.\s*_]*$/u;

/** The blocks of a document with words that somebody said as quotations, where quotation marks and a signature below them say so. */
export function withQuotations(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const next = blocks[at + 1];
    const by = next?.type === 'paragraph' || next?.type === 'heading' ? officeHoldersOf(next.text)[0] : undefined;
    const before = found.at(-1);
    if (
      block.type === 'quotation' &&
      before?.type === 'quotation' &&
      before.by === undefined &&
      isSpeaker(block.text)
    ) {
      found[found.length - 1] = { ...before, by: plainWords(block.text) };
      continue;
    }
    const isQuoted =
      block.type === 'paragraph' &&
      (isSaid(block.text) ? by !== undefined || isWholly(block.text) : by !== undefined && isShouted(block.text));
    if (!isQuoted) {
      found.push(block);
      continue;
    }
    const { spot, lang, anchors } = block;
    const dashed = by === undefined ? speakerAt(blocks, at + 1) : undefined;
    const said = by ? `${by.name}, ${by.office}` : dashed;
    found.push({ type: 'quotation', text: block.text, spot, lang, anchors, by: said });
    if (said !== undefined) at += 1;
  }
  return found;
}

/** Who said it, behind a dash on a line of its own: a reader takes that for a list of one point. */
function speakerAt(blocks: readonly Block[], at: number): string | undefined {
  const [block, next] = [blocks[at], blocks[at + 1]];
  const isAlone = block?.type === 'point' && /^[-–—]$/.test(block.mark) && next?.type !== 'point';
  return isAlone && isSpeaker(block.text) ? plainWords(block.text) : undefined;
}

const isSaid = (text: string): boolean => opens.test(text) && plainWords(text).split(/\s+/).length >= fewest;

/** Who said what stands before: a few words, no sentence. */
const isSpeaker = (text: string): boolean =>
  text.length < 80 && !/[.!?”"]$/.test(text.trim()) && /^\W*\p{Lu}/u.test(text);

/** A sentence in capitals: what is signed below it is somebody's words. */
const isShouted = (text: string): boolean => {
  const words = plainWords(text);
  return isInCapitals(words) && words.split(/\s+/).length >= fewest && /[.!]$/.test(words);
};

/** Between quotation marks from beginning to end, with none within. */
const isWholly = (text: string): boolean => closes.test(text) && (text.match(/[“”"]/gu) ?? []).length <= 2;
