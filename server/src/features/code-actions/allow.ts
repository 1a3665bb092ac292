import type { Entry } from '@goldthread/grammar';
import type { Diagnostic } from '../../checks/diagnose.ts';
import { lineEndOf } from '../../checks/fixes.ts';
import { entryUpTo, strayUpTo } from '../../checks/syntax/lines.ts';
import type { PlacedBlock, PlanFile } from '../../workspace/plan-file.ts';
import { wordsFor } from '../words.ts';
import type { Action, ActionEdit, Asking } from './action.ts';

const table = {
  en: { title: (rule: string) => `Allow this here, with a reason (${rule})`, allow: 'allow', reason: 'reason' },
  cy: { title: (rule: string) => `Caniatáu hyn yma, gyda rheswm (${rule})`, allow: 'caniatáu', reason: 'rheswm' },
};

/** How many rules can be allowed at a time. */
const MOST = 10;

/**
 * Says in a comment above a line that what a rule finds there is meant, and why.
 *
 *     outcome warm: Homes are warm
 *
 * becomes
 *
 *     # allow thread/outcome-without-priority: reason
 *     outcome warm: Homes are warm
 */
export function allow({ found, file, can, language }: Asking): Action[] {
  const words = wordsFor(table, language);
  const actions = new Map<string, Action>();
  for (const diagnostic of found) {
    const { rule } = diagnostic;
    const line = isMistake(diagnostic) ? undefined : lineOver(file, diagnostic);
    if (!line) continue;
    const { placed, start } = line;
    const key = `${rule} ${placed.index} ${start}`;
    if (actions.has(key)) continue;
    const before = `${' '.repeat(line.indent)}# ${words.allow} ${rule}: `;
    const edit: ActionEdit = {
      file: file.path,
      range: placed.range(start, start),
      newText: before + words.reason + lineEndOf(file.tree.text),
      ...(can.snippets ? { placeholder: { start: before.length, end: before.length + words.reason.length } } : {}),
    };
    actions.set(key, { title: words.title(rule), kind: 'quickfix', mends: [diagnostic], edits: [edit] });
    if (actions.size === MOST) break;
  }
  return [...actions.values()];
}

/** True for a fault that no reason makes right: in how the plan is written, or in an allowance. */
const isMistake = ({ rule, severity }: Diagnostic): boolean =>
  rule.startsWith('syntax/') && (severity === 'error' || rule.includes('allow'));

/** The line above which a comment is about a finding: that of the innermost entry that it stands in. */
function lineOver(
  file: PlanFile,
  { range }: Diagnostic,
): { readonly placed: PlacedBlock; readonly start: number; readonly indent: number } | undefined {
  const at = file.locate(range.start);
  if (!at) return undefined;
  const { placed } = at;
  const { block } = placed;
  // What is found in the space before a line is about that line.
  const offset = at.offset + (/^[^\S\r\n]*(?=\S)/.exec(block.text.slice(at.offset))?.[0].length ?? 0);
  const stray = strayUpTo(block, offset);
  const isInStray = stray !== undefined && stray.at <= offset && offset < stray.end;
  const over: Pick<Entry, 'at' | 'indent'> | undefined = isInStray ? stray : entryUpTo(block, offset);
  if (!over) return undefined;
  const start = block.lines[block.lineAt(over.at)] ?? 0;
  return { placed, start: start === 0 && block.text.startsWith('\uFEFF') ? 1 : start, indent: over.indent };
}
