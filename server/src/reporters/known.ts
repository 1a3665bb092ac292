import type { Severity } from '../checks/rule.ts';
import type { CheckedDiagnostic } from './checked.ts';
import { isAtLeast } from './style.ts';

/** A finding of an earlier check. */
export interface KnownFinding {
  /** What it is known by: see `names`. */
  readonly name: string;
  readonly message: string;
  /** How grave it was; undefined where that does not matter. One that has become graver since is no longer the same. */
  readonly severity?: Severity;
}

/** Findings told apart by whether an earlier check had them. */
export interface Sorted<K extends KnownFinding> {
  /** Those that are new. */
  readonly fresh: readonly CheckedDiagnostic[];
  /** What the earlier check had, and is found again. */
  readonly again: readonly (readonly [CheckedDiagnostic, K])[];
  /** What the earlier check had, and is no longer found. */
  readonly gone: readonly K[];
}

/**
 * Tells findings that an earlier check had from those that are new: of a name as many are known as there were. Those that say the very
 * same come first, so that of two the new one is left.
 */
export function sorted<K extends KnownFinding>(
  diagnostics: readonly CheckedDiagnostic[],
  known: readonly K[],
  names: ReadonlyMap<CheckedDiagnostic, string>,
): Sorted<K> {
  const again: (readonly [CheckedDiagnostic, K])[] = [];
  const without = (
    some: readonly CheckedDiagnostic[],
    waiting: ReadonlyMap<string, K[]>,
    keyOf: (name: string, message: string) => string,
  ): CheckedDiagnostic[] =>
    some.filter((diagnostic) => {
      const one = taken(waiting.get(keyOf(names.get(diagnostic) ?? '', diagnostic.message)), diagnostic);
      if (one) again.push([diagnostic, one]);
      return !one;
    });
  const byWords = (name: string, message: string): string => `${name} ${message}`;
  const said = Map.groupBy(known, ({ name, message }) => byWords(name, message));
  const others = without(diagnostics, said, byWords);
  const left = Map.groupBy([...said.values()].flat(), ({ name }) => name);
  const fresh = without(others, left, (name) => name);
  return { fresh, again, gone: [...left.values()].flat() };
}

/** Takes a finding out of those that wait which a later one may be; undefined where there is none. */
function taken<K extends KnownFinding>(waiting: K[] | undefined, { severity }: CheckedDiagnostic): K | undefined {
  const at = waiting?.findLastIndex((one) => one.severity === undefined || isAtLeast(one.severity, severity)) ?? -1;
  return at < 0 ? undefined : waiting?.splice(at, 1)[0];
}
