import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import type { Block, Source } from '../../source.ts';
import { sourceOf } from '../html/page.ts';
import { HtmlTree } from '../html/tree.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { decodedText, isText } from '../text/decoding.ts';
import { frontMatterOf } from './front-matter.ts';
import { writeMarkdown } from './tokens.ts';

/** Bytes that are looked at to see whether a text is Markdown, and lines of it with marks that make it so. */
const beginning = 32 * 1024;
const enoughMarks = 2;

/** Text in Markdown, also with HTML in it. */
export const markdownReader: Reader = {
  name: 'markdown',
  endings: ['md', 'markdown', 'mdown', 'mkd'],
  meaning: 'text in Markdown, also with HTML in it',
  recognises: (bytes) => isText(bytes) && marksIn(decodedText(bytes.subarray(0, beginning))) >= enoughMarks,
  read: async (bytes, options) => readMarkdownFile(bytes, options),
};

/** How many lines have marks that stand in no other text: headings, links, rules below the head of a table. */
const marksIn = (text: string): number =>
  text
    .split(/\r\n?|\n/)
    .filter((line) => /^#{1,6} \S|\]\((?:#|https?:)|^\s*\|?\s*:?-{3,}:?\s*\|/.test(line.slice(0, 500))).length;

/**
 * Reads a file in Markdown.
 *
 * @throws {ImportFault} where it is too large.
 */
export function readMarkdownFile(bytes: Uint8Array, options: Pick<ReadOptions, 'changes'>): Source {
  if (bytes.length > limits.fileBytes)
    throw new ImportFault('This text is too large to be read. Divide it, and import the parts.');
  const text = unixLines(decodedText(bytes));
  const front = frontMatterOf(text.slice(0, 20_000).split('\n'));
  const lines = front?.lines ?? 0;
  const body = lines === 0 ? text : text.split('\n').slice(lines).join('\n');
  const source = sourceOfMarkdown(body, lines + 1, options, front?.properties.language);
  const removed = (front?.rest ?? []).map(
    (words) => ({ why: 'furniture', words, spot: { line: 1 }, times: 1 }) as const,
  );
  return {
    ...source,
    properties: { ...source.properties, ...front?.properties },
    removed: [...removed, ...source.removed],
  };
}

/** The blocks of Markdown, where its first line has a number of its own in a longer text. */
export const readMarkdown = (text: string, firstLine = 1): readonly Block[] =>
  sourceOfMarkdown(unixLines(text), firstLine, { changes: 'taken' }).blocks;

function sourceOfMarkdown(
  text: string,
  firstLine: number,
  options: Pick<ReadOptions, 'changes'>,
  language?: string | undefined,
): Source {
  refuseEndless(text);
  const tree = new HtmlTree();
  if (language) tree.open('html', new Map([['lang', language]]));
  writeMarkdown(text, tree, firstLine);
  return sourceOf(tree, options);
}

/** Lines and cells are counted before they are read, as each takes far more memory than its own few letters. */
function refuseEndless(text: string): void {
  let pieces = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x7c || (sign === 0x0a && text.charCodeAt(at + 1) !== 0x0a)) pieces++;
  }
  if (pieces > limits.blocks)
    throw new ImportFault(`This text has more than ${limits.blocks} lines and cells. Divide it, and import the parts.`);
}

const unixLines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
