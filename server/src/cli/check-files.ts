import type { Diagnosis } from '../checks/diagnose.ts';
import type { Settings } from '../checks/settings.ts';
import type { Engine } from '../engine.ts';
import { Refs } from '../model/export.ts';
import { type CheckedFile, type CheckedPlan, type CheckResult, checkedDiagnostic } from '../reporters/checked.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import { lineOf } from './line-of.ts';

/** What is wrong in some files that an engine knows, each with the settings that hold for it; in the order of the files. */
export function checkFiles(
  engine: Engine,
  files: readonly PlanFile[],
  settingsFor: (path: string) => Settings,
): CheckResult {
  engine.update();
  const found = new Map<PlanFile, Diagnosis>();
  for (const [settings, group] of Map.groupBy(files, ({ path }) => settingsFor(path))) {
    engine.configure(settings);
    for (const file of group) found.set(file, engine.diagnosis(file.path));
  }
  const refs = new Refs(engine.model);
  const plans = new Set(files.flatMap(({ plan }) => plan ?? []));
  return {
    plans: [...plans].map((plan) => checkedPlan(plan, engine, refs)),
    files: files.map((file) => checkedFile(file, found.get(file), engine, refs)),
    failures: [...engine.checker.failures].map(([rule, error]) => ({
      rule,
      stack: error instanceof Error ? (error.stack ?? error.message) : '',
    })),
  };
}

function checkedPlan(plan: Plan, { model }: Engine, refs: Refs): CheckedPlan {
  const root = model.root(plan);
  return {
    ref: refs.ofPlan(plan),
    id: plan.id || null,
    kind: plan.kind,
    title: root?.title ?? '',
    file: plan.root.path,
    area: root?.value('area') ?? '',
    status: root?.value('status') ?? '',
  };
}

function checkedFile(file: PlanFile, found: Diagnosis | undefined, { model }: Engine, refs: Refs): CheckedFile {
  let items = 0;
  for (const placed of file.blocks) for (const item of model.content(placed)?.items ?? []) if (!item.kind.root) items++;
  const diagnostics = (found?.diagnostics ?? []).map((diagnostic) => checkedDiagnostic(diagnostic, refs));
  const allowed = (found?.allowed ?? []).map(({ diagnostic, reason }) => ({
    diagnostic: checkedDiagnostic(diagnostic, refs),
    reason,
  }));
  const lines = new Map<number, string>();
  for (const { range } of [...diagnostics, ...allowed.map(({ diagnostic }) => diagnostic)])
    if (!lines.has(range.start.line)) lines.set(range.start.line, lineOf(file, range.start.line));
  return { path: file.path, plan: file.plan?.root.path ?? null, items, diagnostics, allowed, lines };
}
