import type { Severity } from '../checks/rule.ts';
import { oneLine, printable } from './display-width.ts';
import type { Report } from './report.ts';

/** The words that GitHub has for severities. */
const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** What would end a line of a command, or a value in it; as GitHub’s own toolkit writes it. */
const references: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};

const message = (text: string): string => oneLine(text).replaceAll('%', '%25');
const property = (text: string): string => printable(text.replace(/[%\r\n:,]/g, (sign) => references[sign] ?? sign));

/**
 * Findings as commands that make GitHub Actions put them on the lines of a pull request, a line each. Lines and columns from 1; GitHub takes
 * columns only where a finding is in one line.
 */
export function github({ diagnostics, show }: Report): string {
  return diagnostics
    .map(({ severity, file, range: { start, end }, rule, message: said }) => {
      const lines = { line: start.line + 1, endLine: end.line + 1 };
      const columns =
        start.line === end.line
          ? { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }
          : {};
      const properties = Object.entries({ file: show(file), ...lines, ...columns, title: rule });
      const values = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
      return `::${commands[severity]} ${values}::${message(said)}\n`;
    })
    .join('');
}
