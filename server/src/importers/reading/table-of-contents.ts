import type { Block } from '../source.ts';
import { plainWords } from '../words.ts';
import { bare, roleOf } from './role-of.ts';

/** How many entries a table of contents has at least, and which share of them stands again as a heading: all, where there are few. */
const least = { entries: 2, few: 2, known: 0.6 };

/** An entry is no longer than this, in UTF-16 units. */
const longest = 160;

/** The page that an entry ends with, and the dots before it. */
const page = /[\s.…·_]*\d{0,3}$/u;

/** Where the table of contents of a document stands among its blocks, heading and all: the plan makes its own. Empty where there is none. */
export function placesOfContents(blocks: readonly Block[]): ReadonlySet<number> {
  const head = blocks.findIndex((block) => isLine(block) && roleOf(plainWords(block.text)) === 'contents');
  if (head < 0) return new Set();
  const last = new Map<string, number>();
  for (const [at, block] of blocks.entries())
    if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'point')
      last.set(bare(plainWords(firstLine(block.text))), at);
  let end = head + 1;
  let known = 0;
  for (let block = blocks[end]; block && isLine(block); block = blocks[++end]) {
    const lines = block.text.split(/\\\n/).map(plainWords);
    const isAgain = (words: string): boolean => (last.get(bare(words)) ?? -1) > end;
    const isKnown = lines.every((words) => isAgain(words) || isAgain(words.replace(page, '')));
    if (!isKnown && !lines.every((words) => /\S[\s.…·_]+\d{1,3}$/u.test(words))) break;
    if (isKnown) known += 1;
  }
  const entries = end - head - 1;
  const isContents = entries >= least.entries && known >= entries * (entries > least.few ? least.known : 1);
  return new Set(isContents ? Array.from({ length: entries + 1 }, (_, index) => head + index) : []);
}

const firstLine = (text: string): string => text.slice(0, 2 * longest).split(/\\\n/)[0] ?? '';

type Line = Extract<Block, { type: 'heading' | 'paragraph' | 'point' }>;

const isLine = (block: Block): block is Line =>
  (block.type === 'heading' || block.type === 'paragraph' || block.type === 'point') && block.text.length <= longest;
