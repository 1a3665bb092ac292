import { rules } from '../checks/index.ts';
import type { Rule, Severity } from '../checks/rule.ts';
import { rulePage } from '../features/rule-page.ts';
import { isOnDisk } from '../workspace/file-names.ts';
import type { Range } from '../workspace/plan-file.ts';
import type { CheckedDiagnostic } from './checked.ts';
import { jsonText } from './machine-text.ts';
import type { Report } from './report.ts';
import { severities } from './style.ts';

/** The schema of SARIF 2.1.0 (OASIS), which says what stands where. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The folder that paths are seen from, by the name that GitHub gives it. */
const ROOT = '%SRCROOT%';

/**
 * GitHub takes a run with so many findings, and a finding with so many places; with more, it takes none (“SARIF results exceed one or more
 * limits”, GitHub Docs).
 */
const MOST = 25_000;
const MOST_PLACES = 100;

/** So many characters of what a rule says GitHub shows. */
const MOST_WORDS = 1_024;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** A finding, and why it may stay where somebody has a reason. */
interface Listed {
  readonly diagnostic: CheckedDiagnostic;
  readonly reason?: string;
}

/**
 * Findings in SARIF 2.1.0, for code scanning: rules with their pages, places, mends, what each finding is known by from one
 * check to the next, and those that a comment allows as suppressed. The gravest come first.
 */
export function sarif(report: Report): string {
  const listed: Listed[] = [
    ...report.diagnostics.map((diagnostic) => ({ diagnostic })).sort(byGravity),
    ...report.allowed.toSorted(byGravity),
  ];
  const shown = listed.slice(0, MOST);
  const used = new Set(shown.map(({ diagnostic }) => diagnostic.rule));
  const known = rules.filter(({ id }) => used.has(id));
  const indexes = new Map(known.map(({ id }, index) => [id, index]));
  const left = listed.length - shown.length;
  const told = left > 0 ? `${left} more findings are left out: a run has ${MOST} at most.` : '';
  return jsonText({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Goldthread', semanticVersion: report.version, rules: known.map(ruleOf) } },
        ...(told
          ? {
              invocations: [
                {
                  executionSuccessful: true,
                  toolExecutionNotifications: [{ level: 'warning', message: { text: told } }],
                },
              ],
            }
          : {}),
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [ROOT]: {
            description: {
              text: 'The folder of the repository; where there is none, that in which the check was run.',
            },
          },
        },
        results: shown.map((one) => resultOf(one, indexes, report)),
      },
    ],
  });
}

const byGravity = (a: Listed, b: Listed): number =>
  severities.indexOf(a.diagnostic.severity) - severities.indexOf(b.diagnostic.severity);

function resultOf({ diagnostic, reason }: Listed, indexes: ReadonlyMap<string, number>, report: Report): object {
  const { rule, severity, message, file, range, related, fixes } = diagnostic;
  const places = related.filter((place) => isOnDisk(place.file)).slice(0, MOST_PLACES);
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical(file, range, report) }],
    partialFingerprints: { primaryLocationLineHash: report.fingerprint(diagnostic) },
    ...(places.length > 0
      ? {
          relatedLocations: places.map((place, id) => ({
            id,
            message: { text: place.message },
            physicalLocation: physical(place.file, place.range, report),
          })),
        }
      : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(fix, report)) } : {}),
    ...(reason === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }] }),
  };
}

/** Lines and columns from 1; columns are UTF-16 units, and the end is the one behind the last. */
const region = ({ start, end }: Range): object => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const physical = (file: string, range: Range, report: Report): object => ({
  artifactLocation: artifact(file, report),
  region: region(range),
});

/** Where a file is: from the folder of the repository; one outside it by its whole path. */
function artifact(file: string, { show }: Report): object {
  const shown = show(file);
  if (!shown.startsWith('../') && !isWhole(shown)) return { uri: addressOf(shown), uriBaseId: ROOT };
  return { uri: `file://${file.startsWith('/') ? '' : '/'}${addressOf(file)}` };
}

const isWhole = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/.test(path);

const addressOf = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/');

/** A mend, as what it takes out and puts in, file by file. */
const fixOf = ({ title, edits }: CheckedDiagnostic['fixes'][number], report: Report): object => ({
  description: { text: title },
  artifactChanges: [...Map.groupBy(edits, ({ file }) => file)].map(([file, changes]) => ({
    artifactLocation: artifact(file, report),
    replacements: changes.map(({ range, newText }) => ({
      deletedRegion: region(range),
      insertedContent: { text: newText },
    })),
  })),
});

/** What is said of a rule, once for all its findings. */
const ruleOf = ({ id, says, why, source, severity }: Rule): object => ({
  id,
  name: nameOf(id),
  shortDescription: { text: says.slice(0, MOST_WORDS) },
  fullDescription: { text: `${why} Source: ${source.replace(/\.$/, '')}.`.slice(0, MOST_WORDS) },
  help: { text: `${says} ${why}`, markdown: rulePage(id) ?? says },
  defaultConfiguration: { level: levels[severity] },
  properties: { tags: [id.slice(0, id.indexOf('/'))] },
});

/** The name of a rule as SARIF asks for it, in one word: `OutcomeWithoutPriority`. */
const nameOf = (id: string): string =>
  id
    .slice(id.indexOf('/') + 1)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
