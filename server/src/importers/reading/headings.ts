import type { Block, Heading } from '../source.ts';
import { likeness, plainWords } from '../words.ts';
import { type DivisionHeading, divisionOf, numberOf } from './divisions.ts';
import { type Announced, alike, headingsBelow, ownedByPriorities, type ReadHeading } from './heading.ts';
import { narrative } from './narrative.ts';
import { markByShape } from './patterns.ts';
import type { Role } from './phrases.ts';
import { roleOf } from './role-of.ts';

/** Reads all headings of a document: which are priorities, which are fixed blocks of one, which are sections. */
export function readHeadings(blocks: readonly Block[], announced: readonly Announced[]): ReadHeading[] {
  const listed = new Set(announced.map(({ at }) => at));
  const headings = collect(blocks).filter(({ at }) => !listed.has(at));
  levelChapters(headings);
  levelDivisions(headings);
  markAnnounced(headings, announced);
  markShortened(headings);
  markOwners(headings, blocks);
  levelOwners(headings);
  markByShape(headings, blocks);
  markChildrenOfOverview(headings);
  markNumbered(headings);
  settleAreas(headings);
  settleOutcomes(headings);
  return headings;
}

function collect(blocks: readonly Block[]): ReadHeading[] {
  const headings: ReadHeading[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'heading') continue;
    const words = plainWords(block.text);
    const before = headings.at(-1);
    // “PRIORITY 4” and below it what it is called.
    if (
      before &&
      before.last === at - 1 &&
      before.title === '' &&
      before.number !== undefined &&
      divisionOf(words) === undefined
    ) {
      before.title = words;
      before.last = at;
      continue;
    }
    headings.push(headingOf(block, at, words, divisionOf(words)));
  }
  for (const heading of headings) {
    // Or what it is called stands below it in a paragraph of its own.
    const next = blocks[heading.last + 1];
    if (heading.title === '' && heading.number !== undefined && next?.type === 'paragraph' && next.text.length < 300) {
      heading.title = plainWords(next.text);
      heading.last += 1;
    }
    if (heading.title === '') heading.title = plainWords(heading.block.text);
  }
  const counts = new Map<string, number>();
  for (const { title } of headings) counts.set(title, (counts.get(title) ?? 0) + 1);
  for (const heading of headings)
    heading.isRepeated = heading.label === undefined && (counts.get(heading.title) ?? 0) > 1;
  return headings;
}

function headingOf(block: Heading, at: number, words: string, division: DivisionHeading | undefined): ReadHeading {
  const { level } = block;
  const common = { block, at, last: at, level, isRepeated: false };
  if (division) {
    const kind = division.kind === 'area' ? 'theme' : division.kind;
    const { title, number, label } = division;
    return { ...common, kind, role: undefined, title, number, label, confidence: number === undefined ? 0.9 : 1 };
  }
  const role = roleOf(words);
  const { number, title = words } = numberOf(words) ?? {};
  if (role) return { ...common, kind: 'block', role, title, number, label: undefined, confidence: 0.95 };
  return {
    ...common,
    kind: 'section',
    role: undefined,
    title,
    number,
    label: undefined,
    confidence: block.isMarked ? 0.9 : 0.8,
  };
}

/** A heading that a list of priorities names is one. */
function markAnnounced(headings: readonly ReadHeading[], announced: readonly Announced[]): void {
  for (const { title, number } of announced)
    for (const heading of headings) {
      if (title === '') continue;
      const isSame = number !== undefined && number === heading.number && number.includes('.');
      if (heading.kind !== 'section' || (!isSame && likeness(heading.title, title) < alike)) continue;
      heading.kind = 'priority';
      heading.confidence = 0.95;
    }
}

/** A label that is an abbreviation, with its number: “HLG 1: A strong economy”. */
const shortened = /^(?<label>\p{Lu}{2,5}) (?<number>\d{1,2})\s*[:.–-]\s*(?<title>\p{L}.*)$/u;

/** How many headings below are looked at. */
const reach = 12;

/** Divisions that go by an abbreviation of the document’s own, several of them, with priorities below: they are priorities that hold those. */
function markShortened(headings: readonly ReadHeading[]): void {
  const named = headings.flatMap((heading, index) => {
    const { label, number, title } = shortened.exec(plainWords(heading.block.text))?.groups ?? {};
    const below = headingsBelow(headings, index).slice(0, reach);
    const isAbove = below.some((other) => other.kind === 'priority');
    return heading.kind === 'section' && isAbove && label !== undefined ? [{ heading, label, number, title }] : [];
  });
  for (const { heading, label, number, title } of named) {
    if (named.filter((other) => other.label === label).length < 2) continue;
    Object.assign(heading, { kind: 'priority', label, number, title, confidence: 0.8 });
  }
}

/** Divisions of one name stand side by side, and what stands below each of them again and again is deeper, whatever it looks like. */
function levelDivisions(headings: readonly ReadHeading[]): void {
  const levels = new Map<string, number>();
  const guessed = headings.filter(({ block }) => !block.isMarked);
  for (const { label, number, level } of guessed)
    if (label !== undefined && number !== undefined) {
      const name = label.toLowerCase();
      levels.set(name, Math.min(level, levels.get(name) ?? level));
    }
  let above: ReadHeading | undefined;
  for (const heading of guessed) {
    const level = heading.number === undefined ? undefined : levels.get(heading.label?.toLowerCase() ?? '');
    if (level !== undefined) {
      heading.level = level;
      above = heading;
    } else if (above && heading.isRepeated && heading.level <= above.level) heading.level = above.level + 1;
  }
}

/** What owns blocks below a numbered division that has none itself stands in it, whatever it looks like: “Aim 1”, and what is aimed at. */
function levelOwners(headings: readonly ReadHeading[]): void {
  let above: ReadHeading | undefined;
  for (const [index, heading] of headings.entries()) {
    if (heading.label !== undefined && heading.number !== undefined)
      above = headings[index + 1]?.kind === 'block' ? undefined : heading;
    const isOwner = heading.kind === 'priority' && heading.label === undefined && !heading.block.isMarked;
    if (above && isOwner && heading.level <= above.level) heading.level = above.level + 1;
  }
}

/** Chapters that are numbered throughout stand side by side, whatever levels a tool has given them. */
function levelChapters(headings: readonly ReadHeading[]): void {
  const chapters = headings.filter(({ block }) => /^\s*\d{1,2}\s*[|.)]\s/.test(plainWords(block.text)));
  if (chapters.length < 3) return;
  const numbers = chapters.map(({ block }) => Number.parseInt(plainWords(block.text), 10));
  if (!numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number))) return;
  const level = Math.min(...chapters.map((chapter) => chapter.level));
  for (const chapter of chapters) chapter.level = level;
}

/** How many points of a list, and which share of them, have to be headings below it. */
const enough = { count: 3, share: 0.6 };

/**
 * A list within a priority whose points are the headings below it: it announces priorities of its own. Gives those lists, point by point.
 */
export function listedWithin(headings: readonly ReadHeading[], blocks: readonly Block[]): Announced[] {
  const found: Announced[] = [];
  for (const [index, { kind, last }] of headings.entries()) {
    if (kind !== 'priority') continue;
    const inside = headingsBelow(headings, index).filter((other) => other.kind === 'section');
    if (inside.length < enough.count) continue;
    const points: Announced[] = [];
    for (let at = last + 1; at < (inside[0] as ReadHeading).at; at += 1) {
      const block = blocks[at] as Block;
      if (block.type !== 'point') continue;
      const title = plainWords(block.text).replace(/[.;,:]\s*$/, '');
      points.push({ title, depth: block.depth, number: undefined, group: undefined, at });
    }
    const named = inside.filter((heading) => points.some(({ title }) => nearness(heading.title, title) >= alike));
    const sure = points.filter(({ title }) => inside.some((heading) => nearness(heading.title, title) >= alike));
    if (named.length < enough.count || named.length < inside.length * enough.share) continue;
    found.push(...sure);
    for (const heading of named) {
      heading.kind = 'priority';
      heading.confidence = 0.85;
    }
  }
  return found;
}

/** How alike two titles are, without what stands in brackets. */
const nearness = (one: string, other: string): number =>
  Math.max(likeness(one, other), likeness(outside(one), outside(other)));

const outside = (title: string): string => title.replace(/\([^)]*\)/g, ' ');

function markOwners(headings: readonly ReadHeading[], blocks: readonly Block[]): void {
  for (const [index, heading] of headings.entries()) {
    if (heading.kind !== 'section' || heading.isRepeated || /\?\s*$/.test(heading.title)) continue;
    const owned = new Set<Role>();
    for (const below of headings.slice(index + 1)) {
      const isDeeper = below.level > heading.level || (!below.block.isMarked && below.kind === 'block');
      if (!isDeeper || below.kind !== 'block' || below.role === undefined) break;
      if (ownedByPriorities.has(below.role)) owned.add(below.role);
    }
    if (owned.size >= 2 || (owned.has('actions') && hasPoints(headings[index + 1], blocks))) {
      heading.kind = 'priority';
      heading.confidence = owned.size >= 2 ? 0.9 : 0.75;
    }
  }
}

/** Whether points or a table stand below a heading, before the next one. */
function hasPoints(heading: ReadHeading | undefined, blocks: readonly Block[]): boolean {
  if (!heading) return false;
  for (let at = heading.last + 1; at < blocks.length; at += 1) {
    const type = blocks[at]?.type;
    if (type === 'heading') return false;
    if (type === 'point' || type === 'table') return true;
  }
  return false;
}

/** What stands below “Our priorities”, a level deeper, several times: priorities. */
function markChildrenOfOverview(headings: readonly ReadHeading[]): void {
  for (const [index, { role, level, block }] of headings.entries()) {
    if (role !== 'plan-priorities' || !block.isMarked) continue;
    const children = headingsBelow(headings, index).filter((below) => below.level === level + 1);
    if (children.length < 2 || children.some(({ kind }) => kind === 'priority' || kind === 'theme')) continue;
    for (const child of children)
      if (child.kind === 'section') {
        child.kind = 'priority';
        child.confidence = 0.7;
      }
  }
}

/** “1.2 Community policing” below “Priority 1”: a priority in it. */
function markNumbered(headings: readonly ReadHeading[]): void {
  let above: ReadHeading | undefined;
  for (const heading of headings) {
    if ((heading.kind === 'priority' || heading.kind === 'theme') && !heading.number?.includes('.')) above = heading;
    if (above?.number === undefined || heading.number === undefined || heading.kind === 'block') continue;
    if (!heading.number.startsWith(`${above.number}.`)) continue;
    if (heading.kind === 'section' && !heading.isRepeated && !narrative.test(heading.title)) {
      heading.kind = 'priority';
      heading.confidence = 0.9;
    }
    // In a document whose headings are numbered a level slips easily: the number says how deep it is.
    heading.level = above.level + heading.number.split('.').length - 1;
  }
}

/** An area that holds no priorities is one itself. */
function settleAreas(headings: readonly ReadHeading[]): void {
  for (const [index, heading] of headings.entries()) {
    if (heading.kind !== 'theme') continue;
    let holds = false;
    for (const below of headings.slice(index + 1)) {
      if (below.kind === 'theme' || (below.block.isMarked && below.level <= heading.level)) break;
      if (below.kind === 'priority') holds = true;
    }
    if (!holds) heading.kind = 'priority';
  }
}

/** An outcome below which stands why, or what will be done, is what the plan works on: a priority by another name. */
function settleOutcomes(headings: readonly ReadHeading[]): void {
  for (const [index, heading] of headings.entries()) {
    if (heading.kind !== 'outcome') continue;
    for (const below of headings.slice(index + 1)) {
      if (below.kind !== 'block' && below.kind !== 'section') break;
      if (below.block.isMarked && below.level <= heading.level) break;
      if (below.role === 'actions' || below.role === 'why') heading.kind = 'priority';
    }
  }
}
