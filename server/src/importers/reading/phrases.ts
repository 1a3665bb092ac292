import { phrasesOfActions } from './phrases-of-actions.ts';
import { phrasesOfReasons } from './phrases-of-reasons.ts';

/**
 * The headings that plans use, whatever their wording, by what they head. This is data: a plan that words a heading in a way that is not
 * understood is mended by a row here. Every row has examples, which are tests.
 *
 * A phrase is a regular expression in small letters, without punctuation at its end; `…` in it stands for one to six words of any sort,
 * and apostrophes are straight. It must match a heading from beginning to end.
 */

/** What a heading heads. */
export type Role =
  | 'plan-priorities'
  | 'why'
  | 'actions'
  | 'outcomes'
  | 'kpqs'
  | 'measures'
  | 'aims'
  | 'vision'
  | 'mission'
  | 'values'
  | 'principles'
  | 'duties'
  | 'partners'
  | 'statistics'
  | 'glossary'
  | 'contact'
  | 'contents'
  | 'control-sheet'
  | 'milestones'
  | 'foreword';

/** Headings of one role in one language. */
export interface Phrases {
  readonly role: Role;
  readonly language: 'en' | 'cy';
  readonly phrases: readonly string[];
  /** Headings as printed that are of this role, and some that are not. */
  readonly examples: readonly string[];
  readonly others?: readonly string[] | undefined;
}

/** All headings: the first row that matches counts, so what is narrow stands before what is wide. */
export const phrases: readonly Phrases[] = [...phrasesOfReasons, ...phrasesOfActions];
