import type { Settings } from '../../server/src/checks/settings.ts';
import { diagnosticsOf } from './engine.ts';

const markLine = /^#\s*(\^+)\s+(\S.*)$/;

/**
 * A plan with marks in it: `# ^^^ rule-id` below a line says that the rule reports these columns of it. Gives the plan without
 * the marks and the marks as `line:from-to rule`, lines from 1, columns from 0. A mark may name several rules, with commas.
 */
export function readMarks(marked: string): { plan: string; expected: string[] } {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of marked.split('\n')) {
    const mark = markLine.exec(line);
    if (!mark) {
      lines.push(line);
      continue;
    }
    const from = line.indexOf('^');
    const to = from + (mark[1] as string).length;
    for (const rule of (mark[2] as string).split(',')) expected.push(`${lines.length}:${from}-${to} ${rule.trim()}`);
  }
  return { plan: lines.join('\n'), expected: expected.sort() };
}

/** What the engine finds in a marked plan, in the words of its marks; only rules of the groups given, if any. */
export function found(plan: string, groups: readonly string[] = [], settings: Partial<Settings> = {}): string[] {
  return diagnosticsOf(plan, settings)
    .filter(({ rule }) => groups.length === 0 || groups.some((group) => rule === group || rule.startsWith(`${group}/`)))
    .map(({ rule, range: { start, end } }) => {
      const to = end.line === start.line ? end.character : start.character + 1;
      return `${start.line + 1}:${start.character}-${Math.max(to, start.character + 1)} ${rule}`;
    })
    .sort();
}
