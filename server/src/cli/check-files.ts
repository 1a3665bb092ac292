import type { Diagnostic } from '../checks/diagnose.ts';
import type { Settings } from '../checks/settings.ts';
import type { Engine } from '../engine.ts';
import { Refs } from '../model/export.ts';
import type { CheckedDiagnostic, CheckedFile, CheckedPlan, CheckResult } from '../reporters/checked.ts';
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
  const found = new Map<PlanFile, readonly Diagnostic[]>();
  for (const [settings, group] of Map.groupBy(files, ({ path }) => settingsFor(path))) {
    engine.configure(settings);
    for (const file of group) found.set(file, engine.diagnostics(file.path));
  }
  const refs = new Refs(engine.model);
  const plans = new Set(files.flatMap(({ plan }) => plan ?? []));
  return {
    plans: [...plans].map((plan) => checkedPlan(plan, engine, refs)),
    files: files.map((file) => checkedFile(file, found.get(file) ?? [], engine, refs)),
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

function checkedFile(file: PlanFile, found: readonly Diagnostic[], { model }: Engine, refs: Refs): CheckedFile {
  let items = 0;
  for (const placed of file.blocks) for (const item of model.content(placed)?.items ?? []) if (!item.kind.root) items++;
  const diagnostics = found.map((diagnostic) => checkedDiagnostic(diagnostic, refs));
  const lines = new Map(found.map(({ range: { start } }) => [start.line, lineOf(file, start.line)]));
  return { path: file.path, plan: file.plan?.root.path ?? null, items, diagnostics, lines };
}

function checkedDiagnostic({ item, ...rest }: Diagnostic, refs: Refs): CheckedDiagnostic {
  return {
    ...rest,
    item: item ? { ref: refs.of(item) ?? null, id: item.id ?? null, kind: item.key, title: item.title } : null,
  };
}
