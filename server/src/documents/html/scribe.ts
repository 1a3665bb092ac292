import { attribute, type Markup, noMarkup } from '../markup.ts';
import type { HtmlOptions } from './options.ts';
import type { HtmlWords } from './words.ts';

/** What all parts of the writer share. */
export interface Scribe {
  readonly options: HtmlOptions;
  readonly words: HtmlWords;
}

/** How deep pieces may nest. Browsers give up at 512 elements; what is deeper is written without what it stands in. */
export const deepest = 60;

/** The line that an element comes from, where it is of use. */
export const lineOf = (line: number | undefined, { options }: Scribe): Markup =>
  options.interactive ? attribute('data-line', line) : noMarkup;

/** Names of classes, which are what the parts of a plan are called; nothing else than names with spaces between comes through. */
export function classes(...names: readonly (string | undefined)[]): Markup {
  const clean = names
    .flatMap((name) => (name ?? '').split(/\s+/).filter(Boolean))
    .map((name) => name.toLowerCase().replace(/[^a-z0-9-]+/g, '-'));
  return attribute('class', clean.length > 0 ? clean.join(' ') : undefined);
}
