import { createHash } from 'node:crypto';
import type { CheckedDiagnostic, CheckResult } from './checked.ts';

/** How many hexadecimal digits a name has: enough for no two to be the same by chance. */
const LENGTH = 32;

/**
 * What findings are known by from one check to the next: the rule, the plan by its id, and the item by its id. Where the plan has no id,
 * its first file; where the item has none, its kind, its title and the words of the line. Neither the number of the line is part of it nor
 * the message nor the file, so that findings stay known where lines come and go, words change, and blocks move to another file. Findings
 * of a rule on the same item have the same name.
 */
export function names(
  { files, plans }: Pick<CheckResult, 'files' | 'plans'>,
  show: (path: string) => string,
): ReadonlyMap<CheckedDiagnostic, string> {
  const ids = new Map(plans.map(({ file, kind, id }) => [file, id ? `${kind} ${id}` : show(file)]));
  const found = new Map<CheckedDiagnostic, string>();
  for (const { path, plan, diagnostics, allowed, lines } of files)
    for (const diagnostic of [...diagnostics, ...allowed.map((one) => one.diagnostic)]) {
      const { rule, item, range } = diagnostic;
      const line = (lines.get(range.start.line) ?? '').replace(/\s+/g, ' ').trim();
      const about = item?.id ? [item.kind, item.id] : [item?.kind ?? '', item?.title ?? '', line];
      const whole = JSON.stringify([rule, plan === null ? show(path) : (ids.get(plan) ?? show(plan)), ...about]);
      found.set(diagnostic, createHash('sha256').update(whole).digest('hex').slice(0, LENGTH));
    }
  return found;
}

/**
 * What a finding is known by beside its name, where an id has changed: the rule, and the kind and the title of the item; where there is
 * no item or it has no title, the file and the message.
 */
export const nameWithoutIds = ({ rule, item, file, message }: CheckedDiagnostic): string =>
  JSON.stringify(item?.title ? [rule, item.kind, item.title] : [rule, file, message]);

/** The names of findings with a number behind each, so that no two are the same: `0f…:1`. */
export function fingerprints(names: ReadonlyMap<CheckedDiagnostic, string>): ReadonlyMap<CheckedDiagnostic, string> {
  const counts = new Map<string, number>();
  const found = new Map<CheckedDiagnostic, string>();
  for (const [diagnostic, name] of names) {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    found.set(diagnostic, `${name}:${count}`);
  }
  return found;
}
