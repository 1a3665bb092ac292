import type { Role } from '../../reading/phrases.ts';
import { endsSentence, hasSentences, isFigure, leadsOn, wordCount } from './looks.ts';
import { roleOf } from './roles.ts';
import type { Rough } from './rough.ts';
import type { Habits } from './wrapping.ts';

/** “PRIORITY 1”, “Objective two:”: a heading that only counts, before the one that says what. */
const label =
  /^(?:(?:strategic|well-?being|key|corporate|police and crime) )?(?:priority|theme|objective|goal|aim|ambition|pillar|mission|outcome|commitment|section|part|chapter|blaenoriaeth|amcan(?: llesiant)?|thema|nod|uchelgais|piler|adran|rhan)(?: (?:area|faes))?(?: (?:no\.? )?(?:\d{1,2}|[ivx]{1,4}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|un|dau|tri|pedwar|pump|chwech|saith|wyth|naw|deg))?[:.]?$/i;

/** So many letters a heading in capitals may have under another: more is a sentence that stands first. */
const standFirst = 60;
/** So many one may have that stands under words. */
const aloneFirst = 90;
/** So many any heading may have, where what it counts or its colon says that it is one. */
const longest = 160;

/** Headings that are none taken for paragraphs, counted ones put together with what they count, and all of them given a level. */
export function withHeadings(blocks: readonly Rough[], habits: Habits): Rough[] {
  return levelled(labelled(sorted(blocks, habits)));
}

/** True for a heading that only counts. */
export const isLabel = (text: string): boolean => label.test(text.trim());

function sorted(blocks: readonly Rough[], habits: Habits): Rough[] {
  const found: Rough[] = [];
  for (const [index, block] of blocks.entries()) {
    const { type, look, text } = block;
    let as = type;
    if (type === 'heading' && look === 'capitals' && !isHeadingInCapitals(block, found.at(-1))) as = 'paragraph';
    if (type === 'heading' && look === 'plain' && !isHeadingInSmall(block, found.at(-1), blocks[index + 1], habits))
      as = 'paragraph';
    if (type === 'paragraph' && look === 'plain' && !text.includes('\n') && isBlockHeading(text)) as = 'heading';
    found.push({ ...block, type: as });
  }
  return found;
}

/** A heading of a block that plans have, with a question mark or a colon: “How we are doing it:”. */
function isBlockHeading(text: string): boolean {
  if (!/[:?][*_]{0,3}$/.test(text) || wordCount(text) > 10) return false;
  const role = roleOf(text);
  return role !== undefined && (text.endsWith('?') || blockRoles.has(role));
}

const blockRoles = new Set<Role>(['why', 'actions', 'outcomes', 'kpqs', 'measures', 'milestones']);

function isHeadingInCapitals({ text }: Rough, before: Rough | undefined): boolean {
  const isTitle = before !== undefined && isLabel(before.text);
  if (text.length > longest && !isTitle) return false;
  if (hasSentences(text) || (endsSentence(text) && !text.endsWith('?') && wordCount(text) > 6)) return false;
  if (/\d\s?%/.test(text) || isFigure(text)) return false;
  if (isTitle || leadsOn(text)) return true;
  return text.length <= (before?.type === 'heading' && before.look === 'capitals' ? standFirst : aloneFirst);
}

function isHeadingInSmall(
  { text }: Rough,
  before: Rough | undefined,
  next: Rough | undefined,
  habits: Habits,
): boolean {
  const isKnown = roleOf(text) !== undefined || isLabel(text) || isCounted(text);
  if (isKnown) return wordCount(text) <= (isCounted(text) ? 14 : 10);
  const isNumbered = /^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s\p{Lu}/u.test(text) && wordCount(text) <= 10;
  if (habits.hasMarkedHeadings) return isNumbered && next?.type === 'paragraph' && next.text.length > 80;
  // The name of somebody stands under what he or she said.
  const isName = before !== undefined && /[”"»]$/.test(before.text);
  if (!next || text.length > 80 || leadsOn(text) || isName) return false;
  if (next.type === 'point' || next.type === 'table') return true;
  return next.type === 'paragraph' && endsSentence(next.text) && next.text.length > 80;
}

/** “PRIORITY 1” and “WE WILL REDUCE CRIME” are one heading. */
function labelled(blocks: readonly Rough[]): Rough[] {
  const found: Rough[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    const isTitle = last?.type === 'heading' && block.type === 'heading' && isLabel(last.text) && !isLabel(block.text);
    if (isTitle && !roleOf(block.text) && last.look === block.look) last.text += ` ${block.text}`;
    else found.push({ ...block });
  }
  return found;
}

/**
 * Levels for headings that have none: what counts is wider than what names a section, which is wider than what asks “How are we doing
 * it?”, which is wider than the name of a group of points under it.
 */
function levelled(blocks: Rough[]): Rough[] {
  const hasMarked = blocks.some(({ level }) => level > 0);
  const hasCounted = blocks.some(({ type, look, text }) => type === 'heading' && look === 'plain' && isCounted(text));
  const hasCapitals = blocks.some(({ type, look }) => type === 'heading' && look === 'capitals');
  /** What “Priority #” was marked as, for those that are not. */
  const levels = new Map<string, number>();
  let marked = 1;
  let isUnderRole = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'heading') continue;
    if (block.level > 0) {
      marked = block.level;
      const kind = kindOf(block.text);
      if (kind) levels.set(kind, marked);
      isUnderRole = false;
      continue;
    }
    const kind = kindOf(block.text);
    const like = kind === undefined ? undefined : levels.get(kind);
    if (like !== undefined) {
      block.level = like;
      continue;
    }
    const base = hasMarked ? Math.min(marked + 1, 5) : 2;
    const role = isCounted(block.text) ? undefined : roleOf(block.text);
    const isGroup = isUnderRole && !(role && blockRoles.has(role)) && blocks[index + 1]?.type === 'point';
    const isBlock = role !== undefined && (/[?:]$/.test(block.text) || (block.look === 'plain' && hasCounted));
    const isNarrow = isBlock || (block.look === 'plain' && hasCapitals);
    const isInCounted = isBlock && hasCounted && hasCapitals;
    block.level = base + (isGroup || isInCounted ? 2 : isNarrow ? 1 : 0);
    if (!isGroup) isUnderRole = role === 'actions' || role === 'outcomes' || role === 'measures';
  }
  return blocks;
}

/** “Commitment 2: Protect people at work”: a heading that counts and says what. */
export const isCounted = (text: string): boolean =>
  kindOf(text) !== undefined && /^\P{L}*\p{L}+ \d{1,2}\s?(?:[:.–—|-]\s?)?\p{Lu}/u.test(text);

/** “Priority 4 – Roads” is of the kind “priority #”. */
const kindOf = (text: string): string | undefined => {
  const word = /^[*_]{0,3}(\p{L}{3,20}) \d{1,2}\b/u.exec(text)?.[1];
  return word && isLabel(word) ? word.toLowerCase() : undefined;
};
