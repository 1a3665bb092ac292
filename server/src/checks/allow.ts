import { keyOf, type Problem } from '@goldthread/grammar';
import type { BlockContent } from '../model/read-block.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
import { commentLines } from './comments.ts';
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
  /** The lines of that entry, with all that is in it. */
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

const anyAllow = /#[ \t]*(?:allow|caniat(?:á|a\u0301)u)[ \t]/;
const allowLine =
  /^#[ \t]*(?:allow|caniat(?:á|a\u0301)u)[ \t]+(?<rule>[^\s:]+)[ \t]*(?<colon>:?)[ \t]*(?<reason>[^\r\n]*)/;

/** Whether a block may hold allowances, without a close look. */
export const mayAllow = ({ block }: PlacedBlock): boolean => anyAllow.test(block.text);

/** The allowances of a block: comments directly over an entry. Those with a blank line below them stand over nothing. */
export function allowances(placed: PlacedBlock): Allowance[] {
  const { block } = placed;
  if (!anyAllow.test(block.text)) return [];
  const found: Allowance[] = [];
  for (const { words, at, over } of commentLines(block)) {
    const { rule, colon, reason = '' } = allowLine.exec(words)?.groups ?? {};
    if (!rule || !isRuleName(rule, colon === ':')) continue;
    const nameAt = block.text.indexOf(rule, at);
    found.push({
      rule,
      reason: reason.trim(),
      span: { start: at, end: at + words.length },
      name: { start: nameAt, end: nameAt + rule.length },
      over: over && (over.entry ? keyOf(block, over.entry) : ''),
      from: over?.from ?? at,
      to: over?.to ?? at,
      used: false,
    });
  }
  return found;
}

/** Whether the word after “allow” names a rule: other comments may well begin with “allow” too. */
const isRuleName = (word: string, colon: boolean): boolean => word.includes('/') || (colon && word.includes('-'));
