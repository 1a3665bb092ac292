import type { Diagnostic } from '../checks/diagnose.ts';
import { Refs } from '../model/export.ts';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import { type PlanSummary, type Summary, total } from './summary.ts';

/** The schema that describes the report. */
const SCHEMA = 'goldthread/schemas/check.schema.json';
/** Goes up when a program that reads the report would have to change. */
const VERSION = 1;

/** What the report needs besides the findings that it lists. */
export interface JsonOptions {
  /** The count of all findings, listed or not. */
  readonly summary: Summary;
  /** The graph that the findings are about. */
  readonly model: Model;
  /** The path to print for a file. */
  readonly show: (path: string) => string;
}

/** The findings as JSON, for other programs, in the order in which they are given. `server/schemas/check.schema.json` describes it. */
export function json(diagnostics: readonly Diagnostic[], { summary, model, show }: JsonOptions): string {
  const refs = new Refs(model);
  const report = {
    $schema: SCHEMA,
    version: VERSION,
    diagnostics: diagnostics.map(({ rule, severity, message, file, range, item, related, fixes }) => ({
      rule,
      severity,
      message,
      file: show(file),
      range,
      item: item ? itemOf(item, refs) : null,
      related: related.map((place) => ({ message: place.message, file: show(place.file), range: place.range })),
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ file: show(edit.file), range: edit.range, newText: edit.newText })),
      })),
    })),
    summary: {
      files: summary.files,
      items: summary.items,
      severities: summary.counts,
      rules: Object.fromEntries([...summary.rules].map(([rule, counts]) => [rule, total(counts)])),
      plans: summary.plans.map((plan) => planOf(plan, model, refs, show)),
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

const itemOf = (item: Item, refs: Refs) => ({
  ref: refs.of(item) ?? null,
  id: item.id ?? null,
  kind: item.key,
  title: item.title,
});

function planOf({ plan, counts }: PlanSummary, model: Model, refs: Refs, show: JsonOptions['show']) {
  if (!plan) return { ref: null, id: null, kind: null, title: null, file: null, severities: counts };
  return {
    ref: refs.ofPlan(plan),
    id: plan.id || null,
    kind: plan.kind,
    title: model.root(plan)?.title ?? '',
    file: show(plan.root.path),
    severities: counts,
  };
}
