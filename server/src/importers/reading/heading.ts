/** What headings are: what all who read them share. */
import type { Heading } from '../source.ts';
import type { Role } from './phrases.ts';

/** What a heading is in a plan. */
export type HeadingKind = 'title' | 'theme' | 'priority' | 'outcome' | 'block' | 'group' | 'section';

/** A heading, read. */
export interface ReadHeading {
  readonly block: Heading;
  /** Its place among the blocks. */
  readonly at: number;
  /** The place of the last block that its words stand in: a title may go on in the heading below it. */
  last: number;
  kind: HeadingKind;
  /** For a block: what it holds. */
  role: Role | undefined;
  /** How deep it stands among headings, from 1; worked out for those that are headings by their looks alone. */
  level: number;
  /** What it says without its label and number, in plain words. */
  title: string;
  /** Its number and label as printed. */
  number: string | undefined;
  label: string | undefined;
  /** True where the same words head something in several places: no priority is called like another. */
  isRepeated: boolean;
  /** How sure its kind is, from 0 to 1. */
  confidence: number;
}

/** A priority that a list in the plan names, such as “My priorities are”. */
export interface Announced {
  readonly title: string;
  readonly depth: number;
  /** As printed before it, without a dot behind it; undefined where there is none. */
  readonly number: string | undefined;
  /** The heading among the list that it stands below: the theme that it is in. */
  readonly group: string | undefined;
  /** The place of the point or heading among the blocks. */
  readonly at: number;
}

/** How alike a heading and an announced priority have to be. */
export const alike = 0.72;

/** Blocks that only a priority has. Two sorts of them, or what will be done by itself, make the heading above them one. */
export const ownedByPriorities: ReadonlySet<Role> = new Set([
  'why',
  'actions',
  'outcomes',
  'kpqs',
  'measures',
  'aims',
  'milestones',
]);

/** The headings below one, given by its place among them all: those of smaller levels up to the next that is as wide. */
export function headingsBelow(headings: readonly ReadHeading[], place: number): ReadHeading[] {
  const { level } = headings[place] as ReadHeading;
  let end = place + 1;
  while (end < headings.length && (headings[end] as ReadHeading).level > level) end += 1;
  return headings.slice(place + 1, end);
}
