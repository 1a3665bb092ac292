import type { Severity } from '../checks/rule.ts';
import { jsonText } from './machine-text.ts';
import type { Report } from './report.ts';

/** The words that GitLab has for severities. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** Findings as a report of code quality for GitLab: one list of JSON. Lines from 1. */
export function gitlab({ diagnostics, show, fingerprint }: Report): string {
  const issues = diagnostics.map((diagnostic) => ({
    description: diagnostic.message,
    check_name: diagnostic.rule,
    fingerprint: fingerprint(diagnostic),
    severity: severities[diagnostic.severity],
    location: {
      path: show(diagnostic.file),
      lines: { begin: diagnostic.range.start.line + 1, end: diagnostic.range.end.line + 1 },
    },
  }));
  return jsonText(issues);
}
