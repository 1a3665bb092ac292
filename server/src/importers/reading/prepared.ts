import type { Block, Paragraph } from '../source.ts';
import { plainWords } from '../words.ts';
import { divisionOf } from './divisions.ts';
import { ownedByPriorities } from './heading.ts';
import type { Role } from './phrases.ts';
import { withQuotations } from './quotations.ts';
import { roleOf } from './role-of.ts';
import { statisticOf } from './statistics.ts';
import { stemOf } from './stem-of.ts';

/** The longest heading, in UTF-16 units. */
const longest = 160;

/** The blocks of a document with what their looks hide: quotations with those who said them, and headings that a tool took for paragraphs. */
export const prepared = (blocks: readonly Block[]): Block[] =>
  withOwners(
    withFixedBlocks(withDivisions(withLines(withLeads(withQuotations(withWholeLists(blocks).map(asFigure)))))),
  );

/** What somebody said of one point of a list, behind the list: it is no end of it. */
function withWholeLists(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  const waiting: Block[] = [];
  // What stands next that is no remark, looked for from the end: each block is seen once, however many remarks there are.
  const following: (Block['type'] | undefined)[] = [];
  for (let at = blocks.length - 1; at > 0; at -= 1) {
    const { type } = blocks[at] as Block;
    following[at - 1] = type === 'remark' ? following[at] : type;
  }
  for (const [at, block] of blocks.entries()) {
    const last = found.at(-1);
    if (block.type === 'remark' && last?.type === 'point' && following[at] === 'point') {
      waiting.push({ ...block, behind: last.spot });
      continue;
    }
    if (block.type !== 'point') found.push(...waiting.splice(0));
    found.push(block);
  }
  return [...found, ...waiting];
}

/** What looks like a heading and is a figure shown by itself: “CANNABIS USE BY 42%”. */
function asFigure(block: Block): Block {
  if (
    block.type !== 'heading' ||
    block.isMarked ||
    !/\d%|\d[\d,]{2}/.test(block.text) ||
    /(?:19|20)\d\d/.test(block.text.replace(/\sin \d{4}\S*$/u, ''))
  )
    return block;
  const { spot, lang, anchors, style } = block;
  const text = `**${block.text}**`;
  return statisticOf(text, spot) ? { type: 'paragraph', text, spot, lang, anchors, style } : block;
}

/** Bold words that lead a paragraph, with what stands behind them. */
const lead = /^(?:\*\*|__)(?<heading>[^*_]{2,80}?)\s*[:.]?(?:\*\*|__)\s*:?\s+(?<rest>\S[\s\S]*)$/u;

/** “**Why this matters:** People need homes.”: the heading of a fixed block in the line of what stands in it. */
function withLeads(blocks: readonly Block[]): Block[] {
  let above = 1;
  return blocks.flatMap((block) => {
    if (block.type === 'heading') above = block.level;
    const { heading, rest } = block.type === 'paragraph' ? (lead.exec(block.text)?.groups ?? {}) : {};
    const role = heading === undefined ? undefined : roleOf(heading);
    if (block.type !== 'paragraph' || heading === undefined || rest === undefined || !role || !ledRoles.has(role))
      return [block];
    return [
      { ...block, type: 'heading' as const, level: above + 1, isMarked: false, text: heading },
      { ...block, text: rest },
    ];
  });
}

/** Blocks that are led so. */
const ledRoles: ReadonlySet<Role> = new Set([
  'why',
  'actions',
  'outcomes',
  'measures',
  'vision',
  'mission',
  'aims',
  'kpqs',
]);

/** Lines that a tool has put into one paragraph, as paragraphs, where one of them heads a division: it stands by itself. */
function withLines(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' || !block.text.includes('\\\n')) return [block];
    const lines = block.text.split(/\\\n/).map((text) => ({ ...block, text: text.trim() }));
    return lines.some((line) => isAlone(line) && labelOf(line.text) !== undefined) ? lines : [block];
  });
}

/**
 * Paragraphs that are the numbered heading of a division, as headings: “Commitment 2: Protect people at work”, where others that are
 * called so are headings or stand alone on a line as this one does.
 */
function withDivisions(blocks: readonly Block[]): Block[] {
  const levels = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.type !== 'heading' && !isAlone(block)) continue;
    const label = labelOf(block.text);
    if (label === undefined) continue;
    counts.set(label, (counts.get(label) ?? 0) + 1);
    if (block.type === 'heading') levels.set(label, Math.min(block.level, levels.get(label) ?? block.level));
  }
  return blocks.map((block) => {
    if (!isAlone(block)) return block;
    const label = labelOf(block.text);
    // One line that begins so may be anything: two are divisions.
    if (label === undefined || (counts.get(label) ?? 0) < 2) return block;
    return { ...block, type: 'heading', level: levels.get(label) ?? 2, isMarked: false };
  });
}

const isAlone = (block: Block): block is Paragraph =>
  block.type === 'paragraph' && block.text.length <= longest && !/[.;,]\s*$/.test(block.text);

/** The words before the number of a division, in small letters; undefined for what is none. */
function labelOf(text: string): string | undefined {
  const division = divisionOf(plainWords(text));
  return division?.number === undefined ? undefined : division.label.toLowerCase();
}

/** The longest heading of a fixed block, in words. */
const fewWords = 10;

/**
 * Paragraphs that are the heading of a fixed block: known by their words, or because the same few words stand in several places with
 * something below them. They are a level deeper than the division that they stand in.
 */
function withFixedBlocks(blocks: readonly Block[]): Block[] {
  const counts = new Map<string, number>();
  for (const block of blocks)
    if (mayHead(block)) counts.set(plainWords(block.text), (counts.get(plainWords(block.text)) ?? 0) + 1);
  let above = 1;
  return blocks.map((block, at) => {
    if (block.type === 'heading' && (labelOf(block.text) !== undefined || roleOf(plainWords(block.text)) === undefined))
      above = block.level;
    const next = blocks[at + 1];
    if (!mayHead(block) || (next?.type !== 'paragraph' && next?.type !== 'point' && next?.type !== 'table'))
      return block;
    const words = plainWords(block.text);
    const isAgain = (counts.get(words) ?? 0) >= 2 && /^\p{Lu}/u.test(words);
    const isKnown = /[?:]$/.test(words) && roleOf(words) !== undefined && stemOf(words) === undefined;
    return isAgain || isKnown ? { ...block, type: 'heading', level: above + 1, isMarked: false } : block;
  });
}

const mayHead = (block: Block): block is Paragraph =>
  isAlone(block) &&
  !/[\\]\n/.test(block.text) &&
  !/\d{2,}/.test(block.text) &&
  plainWords(block.text).split(' ').length <= fewWords &&
  !/[.!]$/.test(block.text) &&
  stemOf(plainWords(block.text)) === undefined;

/** In how many places the same fixed block stands below a line by itself, for that line to head what the block belongs to. */
const enough = 2;

/**
 * Lines by themselves that have the same fixed blocks below them in several places, as headings: “Making our roads safer”, some words, “My
 * commitments”. They stand between the division that they are in and those blocks.
 */
function withOwners(blocks: readonly Block[]): Block[] {
  const owners = new Map<string, number[]>();
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'heading' || block.isMarked) continue;
    const words = plainWords(block.text);
    const role = roleOf(words);
    const owner = role !== undefined && ownedByPriorities.has(role) ? lineOver(blocks, at) : undefined;
    if (owner !== undefined) owners.set(words, [...(owners.get(words) ?? []), owner]);
  }
  const found = new Set([...owners.values()].filter((places) => places.length >= enough).flat());
  let above = 1;
  return blocks.map((block, at) => {
    if (block.type === 'heading' && labelOf(block.text) !== undefined) above = block.level;
    return found.has(at) && isAlone(block) ? { ...block, type: 'heading', level: above + 1, isMarked: false } : block;
  });
}

/** The line that stands first below a list, a table or a division, with nothing but sentences between it and a block. */
function lineOver(blocks: readonly Block[], block: number): number | undefined {
  let at = block;
  while (blocks[at - 1]?.type === 'paragraph') at -= 1;
  const [line, before] = [blocks[at], blocks[at - 1]];
  const isBelow = before?.type === 'heading' ? labelOf(before.text) !== undefined : before !== undefined;
  const isLine =
    at < block && line !== undefined && mayHead(line) && /^\p{Lu}/u.test(line.text) && !/[:?]$/.test(line.text);
  return isBelow && isLine ? at : undefined;
}
