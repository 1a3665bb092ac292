import { keyOf, type Problem } from '@goldthread/grammar';
import type { BlockContent } from '../model/read-block.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import { commentLines, type Over, overEntry } from './comments.ts';
import type { ProblemRule, Report, RuleContext, Span } from './rule.ts';

/** A comment that allows one rule at the entry below it: `# allow group/rule: reason`. */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
  /** Where the comment stands, from its `#` to its end; and the name of the rule in it. */
  readonly span: Span;
  readonly name: Span;
  /** The key of the entry that it is about, as written; undefined where it stands over none. */
  readonly over: string | undefined;
  /** The lines of that entry, with all that is in it, and the block whose offsets these are: that below, for a comment at its end. */
  readonly within: PlacedBlock;
  readonly from: number;
  readonly to: number;
  /** Whether it allowed anything. */
  used: boolean;
}

/** What can be wrong with an allowance: each has a rule of the same name in the group `syntax`. */
export type AllowanceFault = 'allow-unknown-rule' | 'allow-without-reason' | 'unused-allow';

/**
 * An allowance that something is wrong with: `found` is the rule as written, `meant` the one that was probably meant, `place`
 * the key of the entry that it stands over, if any.
 */
export type AllowanceProblem = Pick<Problem, 'start' | 'end' | 'found' | 'meant' | 'place'>;

/** A rule about allowances. It is asked when all other findings are known. */
export interface AllowanceRule extends ProblemRule {
  readonly problem: AllowanceFault;
  describe(problem: AllowanceProblem, content: BlockContent, context: RuleContext): Report;
}

const anyAllow = /#[ \t]*(?:allow|caniat(?:á|a\u0301)u)[ \t:]/i;
const allowLine =
  /^#[ \t]*(?:allow|caniat(?:á|a\u0301)u)(?:[ \t]*:[ \t]*|[ \t]+)(?<rule>[^\s:]+)[ \t]*(?<colon>:?)[ \t]*(?<reason>[^\r\n]*)/i;

/** Whether a block may hold allowances, without a close look. */
export const mayAllow = ({ block }: PlacedBlock): boolean => anyAllow.test(block.text);

/** The allowances of a block: comments over an entry, with nothing but other comments and blank lines between. */
export function allowances(placed: PlacedBlock): Allowance[] {
  const { block } = placed;
  if (!anyAllow.test(block.text)) return [];
  const found: Allowance[] = [];
  for (const { words, at, over: right } of commentLines(block)) {
    const { rule, colon, reason = '' } = allowLine.exec(words)?.groups ?? {};
    if (!rule || !isRuleName(rule, colon === ':')) continue;
    const { within, over } = right ? { within: placed, over: right } : overBelow(placed, at);
    const nameAt = block.text.indexOf(rule, at);
    found.push({
      rule,
      reason: reason.trim(),
      span: { start: at, end: at + words.length },
      name: { start: nameAt, end: nameAt + rule.length },
      over: over && (over.entry ? keyOf(within.block, over.entry) : ''),
      within,
      from: over?.from ?? at,
      to: over?.to ?? at,
      used: false,
    });
  }
  return found;
}

/** What a comment at the end of a block and at the margin stands over, with blank lines between: the item of the next block. */
function overBelow(placed: PlacedBlock, at: number): { readonly within: PlacedBlock; readonly over: Over | undefined } {
  const { block, file, index } = placed;
  const below = file.blocks[index + 1];
  const entry = below?.block.entries[0];
  const isAtMargin = at >= block.trailing && block.lines[block.lineAt(at)] === at;
  return below && entry?.indent === 0 && isAtMargin
    ? { within: below, over: overEntry(below.block, entry) }
    : { within: placed, over: undefined };
}

/** Whether the word after “allow” names a rule: other comments may well begin with “allow” too. */
const isRuleName = (word: string, colon: boolean): boolean =>
  /^\p{L}/u.test(word) && (word.includes('/') || (colon && word.includes('-')));
