import type { AllowedFinding, Diagnostic } from '../checks/diagnose.ts';
import type { Item } from '../model/item.ts';
import type { FoundProblem, PlanDifference } from './change.ts';
import type { Faces } from './faces.ts';
import type { Known } from './known.ts';
import type { Side } from './side.ts';

/** What the checks find of a plan in one state that they do not find in the other, where there is one. */
export function findingChanges(
  before: Side | undefined,
  after: Side | undefined,
  known: Known,
): PlanDifference['findings'] {
  const old = before ? findingsIn(before) : [];
  const young = after ? findingsIn(after) : [];
  const numbers = new Map<Item, number>();
  // An item before is known by the one after that it became.
  const nameOf = ({ rule, item }: Diagnostic): string => {
    const one = item && (known.after(item) ?? item);
    if (one && !numbers.has(one)) numbers.set(one, numbers.size);
    return `${rule} ${one ? numbers.get(one) : ''}`;
  };
  const isStill = ({ item }: Diagnostic): boolean => after !== undefined && (!item || known.after(item) !== undefined);
  const [wasAllowed, isAllowed] = [before ? allowedIn(before) : [], after ? allowedIn(after) : []];
  const reasons = new Map(isAllowed.map(({ diagnostic, reason }) => [diagnostic, reason]));
  const told =
    (faces: Faces) =>
    (finding: Diagnostic): FoundProblem =>
      toProblem(finding, faces);
  return {
    new: beyond(young, old, nameOf).map(told(known.faces.after)),
    // What somebody allows is still there.
    mended: beyond(old, [...young, ...reasons.keys()], nameOf)
      .filter(isStill)
      .map(told(known.faces.before)),
    allowed: beyond([...reasons.keys()], diagnosticsOf(wasAllowed), nameOf).map((finding) => ({
      ...toProblem(finding, known.faces.after),
      reason: reasons.get(finding) ?? '',
    })),
  };
}

const toProblem = ({ rule, severity, message, file, range, item }: Diagnostic, faces: Faces): FoundProblem => ({
  rule,
  severity,
  message,
  file: faces.show(file),
  range,
  item: item ? faces.of(item) : null,
});

/** Everything that is wrong in the files of a plan. */
const findingsIn = ({ snapshot, plan }: Side): Diagnostic[] =>
  plan.files.flatMap((file) => [...snapshot.diagnostics(file)]);

/** What would be found in the files of a plan, did no comment allow it. */
const allowedIn = ({ allowed, plan }: Side): AllowedFinding[] =>
  plan.files.flatMap(({ path }) => [...(allowed?.(path) ?? [])]);

const diagnosticsOf = (allowed: readonly AllowedFinding[]): Diagnostic[] => allowed.map(({ diagnostic }) => diagnostic);

/** The findings that are not among others: those of a rule on an item beyond as many as there were of it there. `nameOf` says what an item is known by in both states. */
function beyond(
  findings: readonly Diagnostic[],
  others: readonly Diagnostic[],
  nameOf: (finding: Diagnostic) => string,
): Diagnostic[] {
  const known = new Map<string, Map<string, number>>();
  for (const other of others) {
    const key = nameOf(other);
    const messages = known.get(key) ?? new Map<string, number>();
    known.set(key, messages);
    messages.set(other.message, (messages.get(other.message) ?? 0) + 1);
  }
  // Those that say the very same first, so that of two the new one is left.
  const unmatched = findings.filter((finding) => !take(known.get(nameOf(finding)), finding.message));
  return unmatched.filter((finding) => {
    const messages = known.get(nameOf(finding));
    const [any] = messages?.keys() ?? [];
    return any === undefined || !take(messages, any);
  });
}

/** Takes one of a name out of a count; false where there is none. */
function take(counts: Map<string, number> | undefined, name: string): boolean {
  const count = counts?.get(name);
  if (!counts || count === undefined) return false;
  if (count > 1) counts.set(name, count - 1);
  else counts.delete(name);
  return true;
}
