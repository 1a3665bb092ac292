import { type Entry, entriesOf } from '@goldthread/grammar';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import type { Span } from './rule.ts';

/** A comment that allows one rule at the entry below it: `# allow group/rule: reason`. */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
  /** Where the comment stands, from its `#` to its end. */
  readonly span: Span;
  /** The entry that it is about, with all that is in it. */
  readonly from: number;
  readonly to: number;
  /** Whether it allowed anything. */
  used: boolean;
}

const allowLine = /#[ \t]*(?:allow|caniatáu)[ \t]+([^\s:]+)[ \t]*:?[ \t]*([^\r\n]*)/g;
const anyAllow = /#[ \t]*(?:allow|caniatáu)[ \t]/;
const blankLine = /(?:^|\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/g;

/** The allowances of a block: comments directly over an entry, with no blank line between. */
export function allowances(placed: PlacedBlock): Allowance[] {
  const { text } = placed.block;
  if (!anyAllow.test(text)) return [];
  const found: Allowance[] = [];
  for (const entry of entriesOf(placed.block)) {
    const above = text.slice(entry.start, entry.at);
    let from = 0;
    for (const blank of above.matchAll(blankLine)) from = blank.index + blank[0].length;
    for (const match of above.slice(from).matchAll(allowLine)) {
      const start = entry.start + from + match.index;
      found.push({
        rule: match[1] as string,
        reason: (match[2] as string).trim(),
        span: { start, end: start + match[0].trimEnd().length },
        from: entry.at,
        to: endOf(entry),
        used: false,
      });
    }
  }
  return found;
}

/** Where an entry ends, with all that is in it. */
function endOf(entry: Entry): number {
  let last = entry;
  for (let child = last.children.at(-1); child; child = last.children.at(-1)) last = child;
  return last.end;
}
