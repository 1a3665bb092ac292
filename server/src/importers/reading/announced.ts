import type { Block, ListPoint } from '../source.ts';
import { likeness, plainWords } from '../words.ts';
import { divisionOf, numberOf } from './divisions.ts';
import { type Announced, alike } from './heading.ts';
import { pointsFrom } from './points.ts';
import { roleOf } from './role-of.ts';
import { stemOf } from './stem-of.ts';

/** The longest name of a priority, in UTF-16 units. */
const longest = 200;

/** The lists in which a plan says what its priorities are called: below a heading or words that say so. */
export function announcedIn(blocks: readonly Block[]): Announced[] {
  const titles = blocks.map((block) => (block.type === 'heading' ? titleOf(plainWords(block.text)) : ''));
  const found: Announced[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    const words = plainWords(block.text);
    const isHeading = block.type === 'heading' && roleOf(words) === 'plan-priorities';
    if (!isHeading && (!/:\s*$/.test(words) || stemOf(words) !== 'plan-priorities')) continue;
    const list = isHeading ? groupedFrom(blocks, titles, at + 1) : pointsAt(blocks, at + 1, undefined);
    // What is said to be a list of priorities is one where the plan goes on to say more about most of them.
    const known = list.filter(({ title, at: place }) => isSaidElsewhere(title, titles, place));
    const isGrouped = list.some(({ group }) => group !== undefined);
    if (known.length >= 2 && known.length * (isGrouped ? 4 : 2) >= list.length) found.push(...list);
  }
  return found.filter(({ title }) => title !== '' && title.length < longest);
}

const isSaidElsewhere = (title: string, titles: readonly string[], at: number): boolean =>
  titles.some((heading, place) => place !== at && heading !== '' && likeness(heading, title) >= alike);

/** The points from a place on, as what they announce. */
function pointsAt(blocks: readonly Block[], from: number, group: string | undefined): Announced[] {
  const { end } = pointsFrom(blocks, from);
  return blocks.slice(from, end).map((point, index) => announcedBy(point as ListPoint, from + index, group));
}

/** A list in parts: headings that are those of chapters, each with points below it. Or points alone. */
function groupedFrom(blocks: readonly Block[], titles: readonly string[], from: number): Announced[] {
  const found = pointsAt(blocks, from, undefined);
  let sure = found.length;
  let at = from + found.length;
  for (let group = blocks[at]; group?.type === 'heading'; group = blocks[at]) {
    const title = titles[at] as string;
    let next = at + 1;
    // A line or two that a tool has put among the points.
    if (blocks[next]?.type === 'paragraph' && blocks[next + 1]?.type === 'point') next += 1;
    if (
      blocks[next]?.type !== 'point' ||
      roleOf(title) !== undefined ||
      divisionOf(plainWords(group.text)) !== undefined
    )
      break;
    found.push({ title, depth: 0, number: undefined, at, group: undefined });
    if (next > at + 1) found.push({ title: '', depth: 1, number: undefined, at: at + 1, group: title });
    const points = pointsAt(blocks, next, title);
    found.push(...points);
    if (isSaidElsewhere(title, titles, at)) sure = found.length;
    at = next + points.length;
  }
  return found.slice(0, sure);
}

/** A heading without what is before its title. */
const titleOf = (words: string): string => (divisionOf(words)?.title || numberOf(words)?.title) ?? words;

function announcedBy({ text, depth, mark }: ListPoint, at: number, group: string | undefined): Announced {
  const title = titleOf(plainWords(text));
  const number = /^(\d+(?:\.\d+)*)\.?$/.exec(mark)?.[1];
  // “1.2.” is below “1.” wherever it stands.
  const byNumber = number === undefined ? 0 : number.split('.').length - 1;
  return { title: title.replace(/[.;,]\s*$/, ''), depth: Math.max(depth, byNumber), number, at, group };
}
