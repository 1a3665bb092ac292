/** What the shape of a document says of its headings, where their words say nothing: the same blocks below several of them. */
import type { Block, ListPoint } from '../source.ts';
import { plainWords } from '../words.ts';
import { beginsAsAction } from './action-words.ts';
import { headingsBelow, ownedByPriorities, type ReadHeading } from './heading.ts';
import type { Role } from './phrases.ts';
import { pointsFrom } from './points.ts';
import { stemOf } from './stem-of.ts';
import { readTable } from './tables.ts';

/** How many headings have to be alike to be alike on purpose. */
const enough = 2;

/** Which share of the headings side by side has to hold what will be done. */
const share = 0.4;

/**
 * Marks as priorities the headings side by side that have the same blocks below them, or lists of what will be done; and the blocks, by
 * what stands in them. Nothing where the document has said itself which its priorities are.
 */
export function markByShape(headings: readonly ReadHeading[], blocks: readonly Block[]): void {
  nameBlocks(headings, blocks);
  if (headings.filter(({ kind }) => kind === 'priority' || kind === 'theme').length >= enough) return;
  for (const siblings of siblingsOf(headings)) {
    const acting = siblings.filter(
      (heading) => heading.kind === 'section' && !heading.isRepeated && holdsActions(heading, headings, blocks),
    );
    if (acting.length < enough || acting.length < siblings.length * share) continue;
    for (const heading of acting) {
      heading.kind = 'priority';
      heading.confidence = 0.65;
    }
  }
}

/** Headings that stand in the same words below several others: each is a fixed block, of what its points are. */
function nameBlocks(headings: readonly ReadHeading[], blocks: readonly Block[]): void {
  const same = new Map<string, ReadHeading[]>();
  for (const heading of headings) {
    if (heading.kind !== 'section') continue;
    const words = heading.title
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
    same.set(words, [...(same.get(words) ?? []), heading]);
  }
  for (const alike of same.values()) {
    if (alike.length < enough) continue;
    const roles = alike.map((heading) => roleOfContent(heading, blocks));
    const [role] = roles.filter((one) => one !== undefined);
    if (role === undefined || roles.filter((one) => one === role).length * 2 < alike.length) continue;
    for (const heading of alike) {
      heading.kind = 'block';
      heading.role = role;
      heading.confidence = 0.7;
    }
  }
}

/** What stands straight below a heading, by its looks: what will be done, questions, measures. */
function roleOfContent({ last }: ReadHeading, blocks: readonly Block[]): Role | undefined {
  const next = blocks[last + 1];
  const led = next?.type === 'paragraph' && blocks[last + 2]?.type === 'point' ? last + 2 : last + 1;
  const first = blocks[led];
  if (first?.type === 'table') return roleOfTable(first);
  if (first?.type !== 'point') return undefined;
  const points = blocks.slice(led, pointsFrom(blocks, led).end).map((point) => plainWords((point as ListPoint).text));
  if (most(points, (words) => /\?$/.test(words))) return 'kpqs';
  return most(points, beginsAsAction) ? 'actions' : undefined;
}

function roleOfTable(table: Block & { type: 'table' }): Role | undefined {
  const kind = readTable(table, 'en')?.kind;
  return kind === 'action'
    ? 'actions'
    : kind === 'measure'
      ? 'measures'
      : kind === 'milestone'
        ? 'milestones'
        : undefined;
}

const most = (words: readonly string[], is: (words: string) => boolean): boolean =>
  words.filter(is).length >= words.length * 0.7;

/** Headings side by side: on one level, with none of a wider one between them. */
function siblingsOf(headings: readonly ReadHeading[]): ReadHeading[][] {
  const groups: ReadHeading[][] = [];
  const open = new Map<number, ReadHeading[]>();
  for (const heading of headings) {
    for (const level of [...open.keys()]) if (level > heading.level) open.delete(level);
    const group = open.get(heading.level);
    if (group) group.push(heading);
    else {
      const fresh = [heading];
      open.set(heading.level, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

/** Whether what will be done stands below a heading: in a block of it, in a table, in a list that words lead in. */
function holdsActions(heading: ReadHeading, headings: readonly ReadHeading[], blocks: readonly Block[]): boolean {
  const place = headings.indexOf(heading);
  const isOfPriority = ({ kind, role }: ReadHeading): boolean =>
    kind === 'block' && role !== undefined && ownedByPriorities.has(role);
  if (headingsBelow(headings, place).some(isOfPriority)) return true;
  const until = headings[place + 1]?.at ?? blocks.length;
  for (let at = heading.last + 1; at < until; at += 1) {
    const block = blocks[at] as Block;
    if (block.type === 'table' && roleOfTable(block) === 'actions') return true;
    if (block.type !== 'point' || blocks[at - 1]?.type === 'point') continue;
    const before = blocks[at - 1];
    if (before?.type === 'paragraph' && stemOf(plainWords(before.text)) === 'actions') return true;
  }
  return false;
}
