import type { Diagnostic } from '../../checks/diagnose.ts';
import type { Severity } from '../../checks/rule.ts';
import { wordsFor } from '../../features/words.ts';
import type { PlanFile, Range } from '../../workspace/plan-file.ts';
import type { PreviewPlace, PreviewProblem } from '../protocol.ts';

const severityWords: Readonly<Record<'en' | 'cy', Readonly<Record<Severity, string>>>> = {
  en: { error: 'Error', warning: 'Warning', info: 'Note', hint: 'Hint' },
  cy: { error: 'Gwall', warning: 'Rhybudd', info: 'Nodyn', hint: 'Awgrym' },
};

/** What is wrong in some files, for the margin of a page on which their blocks stand in these places; in the order of the page. */
export function problemsOf(
  files: readonly PlanFile[],
  diagnostics: (file: PlanFile) => readonly Diagnostic[],
  places: readonly (PreviewPlace | null)[],
): PreviewProblem[] {
  const found = files.map((file, number) => {
    const words = wordsFor(severityWords, file.tree.language);
    return diagnostics(file).map(
      ({ range, severity, message, rule, fixes }): PreviewProblem => ({
        file: number,
        range,
        severity,
        severityWord: words[severity],
        message,
        rule,
        mends: fixes.map(({ title }) => title),
      }),
    );
  });
  const [only = []] = found;
  return found.length > 1 ? inOrder(found, places) : only;
}

/** The problems of several files, each at the block that begins last before it in its file: a part stands amidst the blocks of the root. */
function inOrder(
  found: readonly (readonly PreviewProblem[])[],
  places: readonly (PreviewPlace | null)[],
): PreviewProblem[] {
  const starts = found.map((): { line: number; rank: number }[] => []);
  for (const [rank, place] of places.entries()) if (place) starts[place[0]]?.push({ line: place[1], rank });
  const ranked = found.flatMap((problems, file) => {
    const own = (starts[file] ?? []).sort((a, b) => a.line - b.line || a.rank - b.rank);
    let next = 0;
    let rank = -1;
    return problems.map((problem) => {
      for (; (own[next]?.line ?? Number.POSITIVE_INFINITY) <= problem.range.start.line; next++)
        rank = own[next]?.rank ?? rank;
      return { problem, rank };
    });
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ problem }) => problem);
}

/** True where two lists say the same. */
export const sameProblems = (a: readonly PreviewProblem[], b: readonly PreviewProblem[]): boolean =>
  a.length === b.length && a.every((one, index) => isSame(one, b[index] as PreviewProblem));

const isSame = (a: PreviewProblem, b: PreviewProblem): boolean =>
  sameRange(a.range, b.range) &&
  a.file === b.file &&
  a.rule === b.rule &&
  a.severity === b.severity &&
  a.severityWord === b.severityWord &&
  a.message === b.message &&
  a.mends.length === b.mends.length &&
  a.mends.every((mend, index) => mend === b.mends[index]);

/** True for two ranges that are one. */
export const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
