import type { Spot } from '../../source.ts';
import { type Item, linesOf } from './lines.ts';
import type { Removals } from './removals.ts';

const nowhere: Spot = {};

/** Puts what is printed above or below each page among what is removed: page numbers by themselves, other words without them. */
export function removeHead(items: readonly Item[], removals: Removals): void {
  for (const { spans } of linesOf(items)) {
    const said = (all: typeof spans): string => all.map(({ text }) => text.replaceAll('\t', ' ')).join('');
    const words = said(spans.filter(({ isPage }) => !isPage));
    const isNumber = spans.some(({ isPage }) => isPage) && !/\p{L}{5,}/u.test(words.replace(/tudalen/i, ''));
    if (isNumber) removals.add('page number', said(spans), nowhere);
    else removals.add('running head', words, nowhere);
  }
}
