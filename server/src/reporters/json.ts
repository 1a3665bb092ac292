import { type CheckedDiagnostic, shownDiagnostic } from './checked.ts';
import { jsonText } from './machine-text.ts';
import { type PlanSummary, type Summary, total } from './summary.ts';

/** The schema that describes the report. */
const SCHEMA = 'goldthread/schemas/check.schema.json';
/** Goes up when a program that reads the report would have to change. */
const VERSION = 1;

/** What the report needs besides the findings that it lists. */
export interface JsonOptions {
  /** The count of all findings, listed or not. */
  readonly summary: Summary;
  /** The path to print for a file. */
  readonly show: (path: string) => string;
}

/** The findings as JSON, for other programs, in the order in which they are given. `server/schemas/check.schema.json` describes it. */
export function json(diagnostics: readonly CheckedDiagnostic[], { summary, show }: JsonOptions): string {
  const report = {
    $schema: SCHEMA,
    version: VERSION,
    diagnostics: diagnostics.map((diagnostic) => shownDiagnostic(diagnostic, show)),
    summary: {
      files: summary.files,
      items: summary.items,
      severities: summary.counts,
      rules: Object.fromEntries([...summary.rules].map(([rule, counts]) => [rule, total(counts)])),
      plans: summary.plans.map((plan) => planOf(plan, show)),
    },
  };
  return jsonText(report);
}

function planOf({ plan, counts }: PlanSummary, show: JsonOptions['show']) {
  if (!plan) return { ref: null, id: null, kind: null, title: null, file: null, severities: counts };
  const { ref, id, kind, title, file } = plan;
  return { ref, id, kind, title, file: show(file), severities: counts };
}
