import type { Severity } from '../checks/rule.ts';
import { element } from '../documents/xml.ts';
import { oneLine } from './display-width.ts';
import { xmlText } from './machine-text.ts';
import type { Report } from './report.ts';

/** The words that Checkstyle has for severities. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

/** Findings as Checkstyle writes them: XML, a file each that was checked. Lines and columns from 1. */
export function checkstyle({ diagnostics, files, show }: Report): string {
  const byFile = Map.groupBy(diagnostics, ({ file }) => file);
  const written = files.map((path) => {
    const errors = (byFile.get(path) ?? []).map(({ range: { start }, severity, message, rule }) =>
      element('error', '', {
        line: String(start.line + 1),
        column: String(start.character + 1),
        severity: severities[severity],
        message: oneLine(message),
        source: `goldthread.${rule.replace('/', '.')}`,
      }),
    );
    return element('file', errors, { name: show(path) });
  });
  return xmlText(element('checkstyle', written, { version: '4.3' }));
}
