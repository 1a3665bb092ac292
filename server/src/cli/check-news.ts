import about from '../../package.json' with { type: 'json' };
import type { Severity } from '../checks/rule.ts';
import { readText, withoutMark } from '../disk/read-text.ts';
import type { CheckedDiagnostic, CheckResult } from '../reporters/checked.ts';
import { fingerprints, names as namesOf, nameWithoutIds } from '../reporters/fingerprint.ts';
import { sorted } from '../reporters/known.ts';
import type { LeftOut, Report } from '../reporters/report.ts';
import { type Summary, summarise } from '../reporters/summary.ts';
import { counted, listed } from '../reporters/words.ts';
import { isOnDisk } from '../workspace/file-names.ts';
import type { Baseline, Whole } from './check-baseline.ts';

/** What the findings are held against: what there was before a change, and a file of known ones. */
export interface Known {
  /** The revision that the change is seen from, and what was found before it. */
  readonly revision?: string;
  readonly before?: CheckResult;
  readonly baseline?: Baseline;
  /** True where the file is to have what is found now. */
  readonly update?: boolean;
}

/** What is new among the findings. */
export interface News {
  /** What was checked, with the new findings alone. */
  readonly result: CheckResult;
  readonly summary: Summary;
  /** What readers of a report are to know: sentences. */
  readonly notes: readonly string[];
  /** What was left out, where nothing that is new is more than a hint. */
  readonly left: LeftOut | undefined;
  /** What is to be said to whoever runs the check; undefined for nothing. */
  readonly told: string | undefined;
}

/** Finds out which findings are new, in the order of the paths of their files. */
export function newsIn(whole: Whole, { revision, before, baseline, update = false }: Known): News {
  const { result, show } = whole;
  const notes: string[] = [];
  const left = new Set<CheckedDiagnostic>();
  /** What is said of what was left out, where something is new. */
  const later: string[] = [];
  const leftOut: string[] = [];
  const leaveOut = (known: Iterable<CheckedDiagnostic>, what: string, before = ''): void => {
    const counts = [...known].filter((one) => {
      const isLeft = left.has(one);
      left.add(one);
      return !isLeft && one.severity !== 'hint';
    });
    if (counts.length === 0) return;
    leftOut.push(counted(counts.length, `${what} finding`));
    later.push(`${before}${counted(counts.length, `${what} finding`)} left out.`);
  };
  let told: string | undefined;
  if (before) {
    const gone = before.plans.filter((plan) => !result.plans.some(({ ref }) => ref === plan.ref)).length;
    if (result.files.length === 0)
      notes.push(
        gone > 0
          ? `${counted(gone, 'plan')} gone since ${revision}; no other plan that is checked here has changed.`
          : `No plan that is checked here has changed since ${revision}.`,
      );
    const earlier = namesOf(before, show);
    const known = everythingIn(before).map((one) => ({
      name: earlier.get(one) ?? '',
      message: one.message,
      severity: one.severity,
      nameWithoutIds: nameWithoutIds(one),
    }));
    const byId = sorted(everythingIn(result), known, whole.names);
    // An id that has changed makes nothing new of what is found.
    const byTitle = sorted(
      byId.fresh,
      byId.gone.map((one) => ({ ...one, name: one.nameWithoutIds })),
      new Map(byId.fresh.map((one) => [one, nameWithoutIds(one)])),
    );
    leaveOut(
      [...byId.again, ...byTitle.again].map(([one]) => one),
      'earlier',
      `Only what is new since ${revision}: `,
    );
  }
  if (baseline) {
    told = update ? baseline.update(whole) : before ? undefined : baseline.telling(whole);
    leaveOut(baseline.knownAmong(whole), 'known');
  }
  const files = result.files
    .map((file) => ({ ...file, diagnostics: file.diagnostics.filter((one) => !left.has(one)) }))
    .map((file) => ({ file, shown: show(file.path) }))
    .sort((a, b) => (a.shown < b.shown ? -1 : 1))
    .map(({ file }) => file);
  const kept = { ...result, files };
  const summary = summarise(kept);
  if (leftOut.length === 0 || listed(summary.counts, 'info') !== '')
    return { result: kept, summary, notes: [...notes, ...later], left: undefined, told };
  return { result: kept, summary, notes, left: { since: before && revision, words: leftOut.join(' and ') }, told };
}

const everythingIn = ({ files }: CheckResult): CheckedDiagnostic[] => files.flatMap(({ diagnostics }) => diagnostics);

/** What a report is to have. */
export interface ReportOptions {
  isListed(severity: Severity): boolean;
  show(path: string): string;
}

/** What is new, as formats are given it. */
export function reportOf(
  { result, summary, notes, left }: News,
  whole: Whole,
  { isListed, show }: ReportOptions,
): Report {
  let known: ReadonlyMap<CheckedDiagnostic, string> | undefined;
  return {
    diagnostics: everythingIn(result).filter(({ severity }) => isListed(severity)),
    allowed: result.files.flatMap(({ allowed }) => allowed.filter(({ diagnostic }) => isListed(diagnostic.severity))),
    files: result.files.map(({ path }) => path),
    summary,
    notes,
    left,
    version: about.version,
    show,
    line: linesOf(result),
    fingerprint: (diagnostic) => {
      known ??= fingerprints(whole.names);
      return known.get(diagnostic) ?? '';
    },
  };
}

/** Finds lines of files: those with findings as they were checked, others where they stand. */
function linesOf({ files }: CheckResult): Report['line'] {
  const checked = new Map(files.map(({ path, lines }) => [path, lines]));
  const read = new Map<string, readonly string[]>();
  return (file, number) => {
    const known = checked.get(file)?.get(number);
    if (known !== undefined) return known;
    const lines = read.get(file) ?? (isOnDisk(file) ? readLines(file) : []);
    read.set(file, lines);
    return lines[number] ?? '';
  };
}

const readLines = (path: string): string[] => withoutMark(readText(path).text ?? '').split(/\r\n|\r|\n/);
