import type { KeyLanguage } from '@goldthread/grammar';
import type { Block } from '../source.ts';
import { plainWords, wordsOfBlock } from '../words.ts';
import { languageOfWords } from './language.ts';

/** A block with the same in the other language. */
export type Paired = Block & {
  readonly other?: { readonly language: KeyLanguage; readonly text: string; readonly block?: Block };
};

/** Which share of the words of a document has to be in each language. */
const share = 0.2;

/**
 * A document that says everything twice, in Welsh and in English, as blocks in one language with the other beside them. Blocks that have no
 * counterpart stay as they are, and so does every document in one language.
 */
export function inOneLanguage(
  blocks: readonly Block[],
  asked: KeyLanguage | undefined,
): { readonly blocks: readonly Paired[]; readonly language: KeyLanguage | undefined } {
  const languages = blocks.map(languageOfBlock);
  const counts = {
    en: languages.filter((one) => one === 'en').length,
    cy: languages.filter((one) => one === 'cy').length,
  };
  if (Math.min(counts.en, counts.cy) < share * (counts.en + counts.cy) || counts.en + counts.cy < 6)
    return { blocks, language: undefined };
  const main = asked ?? languages.find((one) => one !== undefined) ?? 'en';
  const split = blocks.map((block) => splitBySlash(block, main));
  const paired: Paired[] = [];
  for (let at = 0; at < split.length; ) {
    const run = runFrom(split, languages, at);
    const next = runFrom(split, languages, run.end);
    const isPair =
      run.language !== undefined &&
      next.language !== undefined &&
      run.language !== next.language &&
      sameShape(run.blocks, next.blocks);
    if (!isPair) {
      paired.push(...run.blocks);
      at = run.end;
      continue;
    }
    const [kept, other] = run.language === main ? [run, next] : [next, run];
    for (const [index, block] of kept.blocks.entries()) {
      const twin = other.blocks[index] as Block;
      paired.push({
        ...block,
        other: {
          language: other.language as KeyLanguage,
          text: 'text' in twin ? twin.text : wordsOfBlock(twin),
          block: twin,
        },
      });
    }
    at = next.end;
  }
  return { blocks: paired, language: main };
}

interface Run {
  readonly language: KeyLanguage | undefined;
  readonly blocks: readonly Paired[];
  readonly end: number;
}

/** The blocks in one language from a place on. One that says nothing of its language goes with those before it. */
function runFrom(blocks: readonly Paired[], languages: readonly (KeyLanguage | undefined)[], from: number): Run {
  const language = blocks[from]?.other ? undefined : languages[from];
  let end = from + 1;
  if (language !== undefined)
    while (end < blocks.length && !blocks[end]?.other && (languages[end] === language || languages[end] === undefined))
      end += 1;
  return { language, blocks: blocks.slice(from, end), end: Math.max(end, Math.min(from + 1, blocks.length)) };
}

const sameShape = (one: readonly Block[], other: readonly Block[]): boolean =>
  one.length === other.length &&
  one.every((block, index) => {
    const twin = other[index] as Block;
    return (
      block.type === twin.type && (block.type !== 'heading' || twin.type !== 'heading' || block.level === twin.level)
    );
  });

/** “Rhagair / Foreword”: one heading in both languages. */
function splitBySlash(block: Block, main: KeyLanguage): Paired {
  if (block.type !== 'heading' && block.type !== 'paragraph' && block.type !== 'point') return block;
  const [first, second, ...more] = block.text.split(/\s+[/|]\s+/);
  if (first === undefined || second === undefined || more.length > 0) return block;
  const other: KeyLanguage = main === 'cy' ? 'en' : 'cy';
  const isMainFirst = languageOfWords(plainWords(first)) !== other && languageOfWords(plainWords(second)) !== main;
  return isMainFirst
    ? { ...block, text: first, other: { language: other, text: second } }
    : { ...block, text: second, other: { language: other, text: first } };
}

function languageOfBlock(block: Block): KeyLanguage | undefined {
  if (block.type !== 'table' && block.lang !== undefined) {
    const said = block.lang.toLowerCase().slice(0, 2);
    if (said === 'cy') return 'cy';
  }
  return languageOfWords(wordsOfBlock(block));
}
