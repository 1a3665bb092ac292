import type { Diagnostic } from '../checks/diagnose.ts';
import type { Refs } from '../model/export.ts';

/** A plan or library that was checked, as plain data. */
export interface CheckedPlan {
  /** The name by which other programs know it. */
  readonly ref: string;
  readonly id: string | null;
  readonly kind: 'plan' | 'library';
  readonly title: string;
  /** The path of its first file. */
  readonly file: string;
  /** The area and the status as its head has them; empty where it does not say. */
  readonly area: string;
  readonly status: string;
}

/** The item that a finding is about, as plain data. */
export interface CheckedItem {
  /** The name by which other programs know it; null where it belongs to no plan. */
  readonly ref: string | null;
  readonly id: string | null;
  readonly kind: string;
  readonly title: string;
}

/** A finding as plain data. */
export interface CheckedDiagnostic extends Omit<Diagnostic, 'item'> {
  readonly item: CheckedItem | null;
}

/** A finding that a comment in the plan allows, and the reason that stands there. */
export interface AllowedDiagnostic {
  readonly diagnostic: CheckedDiagnostic;
  readonly reason: string;
}

/** A file that was checked, as plain data. */
export interface CheckedFile {
  readonly path: string;
  /** The first file of the plan that it belongs to; null for a part that no plan includes. */
  readonly plan: string | null;
  /** How many items stand in it, the first line of the file left out. */
  readonly items: number;
  /** What is wrong in it, in the order of its text. */
  readonly diagnostics: readonly CheckedDiagnostic[];
  /** What would be, if nobody had a reason to leave it. */
  readonly allowed: readonly AllowedDiagnostic[];
  /** The lines on which their ranges start, by number from 0, without line ends. */
  readonly lines: ReadonlyMap<number, string>;
}

/** A rule that could not be finished, and what it threw. */
export interface Failure {
  readonly rule: string;
  readonly stack: string;
}

/** What a check gives. It holds nothing of the engine, so that it can go from one thread to another. */
export interface CheckResult {
  /** The plans of the files, each once. */
  readonly plans: readonly CheckedPlan[];
  readonly files: readonly CheckedFile[];
  readonly failures: readonly Failure[];
}

/** A finding as plain data, with the names by which other programs know items. */
export const checkedDiagnostic = ({ item, ...rest }: Diagnostic, refs: Refs): CheckedDiagnostic => ({
  ...rest,
  item: item ? { ref: refs.of(item) ?? null, id: item.id ?? null, kind: item.key, title: item.title } : null,
});

/** A finding as other programs are given it: with the paths that `show` makes of those of its files. */
export const shownDiagnostic = (
  { rule, severity, message, file, range, item, related, fixes }: CheckedDiagnostic,
  show: (path: string) => string,
): CheckedDiagnostic => ({
  rule,
  severity,
  message,
  file: show(file),
  range,
  item,
  related: related.map((place) => ({ message: place.message, file: show(place.file), range: place.range })),
  fixes: fixes.map(({ title, edits }) => ({
    title,
    edits: edits.map((edit) => ({ file: show(edit.file), range: edit.range, newText: edit.newText })),
  })),
});
