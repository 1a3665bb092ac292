import { defaultSettings, type Settings } from '../../server/src/checks/settings.ts';
import { newsIn, reportOf } from '../../server/src/cli/check-news.ts';
import { checkTexts } from '../../server/src/cli/jobs.ts';
import type { CheckedDiagnostic, CheckResult } from '../../server/src/reporters/checked.ts';
import { names } from '../../server/src/reporters/fingerprint.ts';
import { formatNamed } from '../../server/src/reporters/index.ts';
import type { Report } from '../../server/src/reporters/report.ts';
import { isPlanName } from '../../server/src/workspace/file-names.ts';

/** Files by path from the folder that is checked. */
export type Files = Readonly<Record<string, string>>;

const FOLDER = '/w';

const shown = (path: string): string => (path.startsWith(`${FOLDER}/`) ? path.slice(FOLDER.length + 1) : path);

/** What is found in some files. */
export function found(files: Files, settings: Settings = defaultSettings): CheckResult {
  const texts = Object.entries(files)
    .filter(([path]) => isPlanName(path))
    .map(([path, text]) => ({ path: `${FOLDER}/${path}`, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return checkTexts(texts, new Map(texts.map(({ path }) => [path, settings])), [FOLDER]);
}

/** What each finding in some files is known by, in the order of the files. */
export const namesIn = (files: Files): ReadonlyMap<CheckedDiagnostic, string> => names(found(files), shown);

/** What a format is given of some files, hints included. */
export function reportOn(files: Files, settings?: Settings): Report {
  const result = found(files, settings);
  const whole = { result, names: names(result, shown), root: FOLDER, show: shown };
  const report = reportOf(newsIn(whole, {}), whole, { isListed: () => true, show: shown });
  const lines = new Map(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text.split(/\r\n|\r|\n/)]));
  return { ...report, line: (file, line) => lines.get(file)?.[line] ?? '' };
}

/** What a format writes of a report. */
export function written(name: string, report: Report, colour = false): string {
  const format = formatNamed(name);
  if (!format) throw new Error(`There is no format ${name}.`);
  return format.write(report, { colour, width: 100, hints: true, final: false, quiet: false });
}
