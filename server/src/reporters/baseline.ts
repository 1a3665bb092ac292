import type { CheckedDiagnostic, CheckResult } from './checked.ts';
import type { KnownFinding } from './known.ts';
import { jsonText } from './machine-text.ts';

/** The schema that describes the file. */
const SCHEMA = 'goldthread/schemas/baseline.schema.json';
/** Goes up when older programs can no longer read the file. */
const VERSION = 1;

/** A finding that a plan started with. */
export interface BaselineEntry extends KnownFinding {
  readonly rule: string;
  /** The id of its plan; the path of its first file where it has none. */
  readonly plan: string;
  /** The path of the file in which it was found, from the folder of the repository. */
  readonly file: string;
}

/** What of a finding is kept, so that it is known again and people can read what it was. */
export function baselineEntries(
  { files, plans }: CheckResult,
  names: ReadonlyMap<CheckedDiagnostic, string>,
  show: (path: string) => string,
): BaselineEntry[] {
  const ids = new Map(plans.map(({ file, id }) => [file, id]));
  return files.flatMap(({ path, plan, diagnostics }) =>
    diagnostics.flatMap((diagnostic) => {
      const { rule, severity, message } = diagnostic;
      // Hints fail no check; what only hints in a draft is new when the plan is published.
      if (severity === 'hint') return [];
      const own = (plan !== null && ids.get(plan)) || show(plan ?? path);
      return [{ name: names.get(diagnostic) ?? '', rule, plan: own, file: show(path), message }];
    }),
  );
}

/** The text of the file with some entries: always the same for the same ones, so that versions can be compared. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const keyOf = ({ plan, file, rule, message, name }: BaselineEntry): string =>
    [plan, file, rule, message, name].join('\n');
  const inOrder = entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return jsonText({
    $schema: SCHEMA,
    version: VERSION,
    findings: inOrder.map(({ entry: { plan, file, rule, message, name } }) => ({
      plan,
      file,
      rule,
      message,
      fingerprint: name,
    })),
  });
}

/** The entries in the text of such a file; a string says why it is none: the rest of a sentence that begins with its name. */
export function readBaseline(text: string): readonly BaselineEntry[] | string {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'is no JSON, so it is no file that --update-baseline wrote';
  }
  if (!isRecord(read) || read.$schema !== SCHEMA || !Array.isArray(read.findings))
    return 'is no file that --update-baseline wrote';
  if (read.version !== VERSION) return 'was written by a later Goldthread than this one';
  return read.findings.filter(isRecord).map((entry) => ({
    plan: wordOf(entry.plan),
    file: wordOf(entry.file),
    rule: wordOf(entry.rule),
    message: wordOf(entry.message),
    name: wordOf(entry.fingerprint),
  }));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
