import type { Severity } from '../checks/rule.ts';
import type { CheckedDiagnostic } from './checked.ts';
import { folded, hosted } from './hosted-markdown.ts';
import type { Report } from './report.ts';
import { severities } from './style.ts';
import { counted, countedFindings, listed, number } from './words.ts';

/** More findings than this are folded away, so that a comment stays one that people read. */
const MANY = 20;

/** So many characters of findings are listed: a comment on GitHub has 65,536 at most, and other words want room beside them. */
const MOST = 40_000;

/** Stands at the start, so that whoever puts the report somewhere finds it again. */
export const markdownMark = '<!-- goldthread check -->';

/** The sign before a severity, which stands in words as well. */
export const signs: Readonly<Record<Severity, string>> = {
  error: '❌',
  warning: '⚠️',
  info: 'ℹ️',
  hint: '💡',
};

/** Findings as Markdown: the summary of a job, or a comment on a pull request. The gravest come first. */
export function markdown(report: Report): string {
  const { diagnostics, summary, notes, left } = report;
  const where = `${counted(summary.plans.length, 'plan')}, ${counted(summary.files, 'file')}`;
  const since = left?.since === undefined ? '' : ` since ${hosted(left.since)}`;
  const head = left
    ? `**Nothing new**${since} in ${where}; ${left.words} left out.`
    : `**${listed(summary.counts) || 'Nothing is wrong'}** in ${where}.`;
  const bySeverity = Map.groupBy(diagnostics, ({ severity }) => severity);
  let room = MOST;
  const lists = severities.flatMap((severity) => {
    const some = bySeverity.get(severity) ?? [];
    if (some.length === 0) return [];
    const lines: string[] = [];
    for (const one of some) {
      const line = `- ${signs[severity]} ${lineOf(one, report)}`;
      if (line.length > room) break;
      room -= line.length;
      lines.push(line);
    }
    if (lines.length < some.length) lines.push(`- … and ${number(some.length - lines.length)} more`);
    const title = countedFindings(some.length, severity);
    const list = lines.join('\n');
    return [some.length > MANY ? folded(title, list) : `#### ${title}\n\n${list}`];
  });
  return `${[markdownMark, head, ...lists, ...notes.map(hosted)].join('\n\n')}\n`;
}

const lineOf = ({ file, range, message, rule }: CheckedDiagnostic, { show }: Report): string =>
  `${hosted(message)} (${hosted(show(file))}, line ${range.start.line + 1}, ${hosted(rule)})`;
