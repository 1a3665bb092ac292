import type { Result } from './work.ts';

/** The most that GitHub takes for a comment, with room for the mark, in UTF-16 units. */
const MOST = 65_000;

/** What a run says: what changed, and what is wrong. */
export function summaryOf({ difference, checked }: Result): string {
  const changed = difference === undefined ? [] : ['## What changed in the plans', difference.trim()];
  return `${[...changed, '## What the checks find', withoutMark(checked)].join('\n\n')}\n`;
}

/** The same for a comment: where there is no room for both, what is wrong is left to its place in the summary of the run. */
export function commentOf(result: Result, more: string): string {
  const all = `${summaryOf(result)}\n${more}\n`;
  if (all.length <= MOST) return all;
  const short = `## What changed in the plans\n\n${(result.difference ?? '').trim()}\n\n${more}\n`;
  return short.length <= MOST ? short : `What changed is too much for a comment.\n\n${more}\n`;
}

const withoutMark = (text: string): string => text.replace(/^<!--[^>]*-->\s*/, '').trim();
