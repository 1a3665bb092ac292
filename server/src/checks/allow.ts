import { type Block, type Entry, entriesOf, keyOf, type Problem } from '@goldthread/grammar';
import type { BlockContent } from '../model/read-block.ts';
import type { PlacedBlock } from '../workspace/plan-file.ts';
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
  for (const entry of entriesOf(block)) {
    const over = { key: keyOf(block, entry), from: block.lines[entry.line] ?? entry.at, to: endOf(entry) };
    readComments(block, entry.start, entry.line, over, found);
  }
  for (const { start, at, end } of block.strays)
    readComments(block, start, block.lineAt(at), { key: '', from: at, to: end }, found);
  readComments(block, block.trailing, block.lines.length, undefined, found);
  return found;
}

/** What a comment stands over. */
type Over = { readonly key: string; readonly from: number; readonly to: number } | undefined;

/** Reads the comment lines from an offset to the line, counted in the block, that they stand over. */
function readComments({ text, lines }: Block, start: number, below: number, over: Over, found: Allowance[]): void {
  let nearest = over;
  for (let line = below - 1; line >= 0 && (lines[line] as number) >= start; line--) {
    const lineStart = lines[line] as number;
    const words = text.slice(lineStart, lines[line + 1] ?? text.length).trim();
    if (words === '') nearest = undefined;
    const { rule, colon, reason = '' } = allowLine.exec(words)?.groups ?? {};
    if (!rule || !isRuleName(rule, colon === ':')) continue;
    const at = text.indexOf('#', lineStart);
    const nameAt = text.indexOf(rule, at);
    found.push({
      rule,
      reason: reason.trim(),
      span: { start: at, end: at + words.length },
      name: { start: nameAt, end: nameAt + rule.length },
      over: nearest?.key,
      from: nearest?.from ?? at,
      to: nearest?.to ?? at,
      used: false,
    });
  }
}

/** Whether the word after “allow” names a rule: other comments may well begin with “allow” too. */
const isRuleName = (word: string, colon: boolean): boolean => word.includes('/') || (colon && word.includes('-'));

/** Where an entry ends, with all that is in it. */
function endOf(entry: Entry): number {
  let last = entry;
  for (let child = last.children.at(-1); child; child = last.children.at(-1)) last = child;
  return last.end;
}
