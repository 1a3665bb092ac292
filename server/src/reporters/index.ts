import { checkstyle } from './checkstyle.ts';
import { withoutCommands } from './display-width.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown, markdownMark } from './markdown.ts';
import { pretty } from './pretty.ts';
import { prettySummary } from './pretty-summary.ts';
import { rdjson } from './rdjson.ts';
import type { Look, Report } from './report.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';

/** A way to write down what a check found. */
export interface Format {
  /** How it is asked for. */
  readonly name: string;
  /** What it is for, in a few words. */
  readonly meaning: string;
  /** The folder that paths are seen from: the working folder, or that of the repository, as code hosts want it. */
  readonly pathsFrom: 'folder' | 'repository';
  /** True where hints are always listed, and readers leave them out. */
  readonly hints?: true;
  /** What every report in this format has, by which it is known again; none for one that is made for a terminal alone, and not for a file. */
  readonly mark?: RegExp;
  write(report: Report, look: Look): string;
}

/** What is printed as it is: no line of it is a command to a build service. */
const safe =
  (write: Format['write']): Format['write'] =>
  (report, look) =>
    withoutCommands(write(report, look));

/** The formats of `goldthread check`. */
export const formats: readonly Format[] = [
  {
    name: 'pretty',
    meaning: 'for a reader, with the lines of the plan',
    pathsFrom: 'folder',
    write: safe(prettyReport),
  },
  { name: 'stylish', meaning: 'for a reader, a line each', pathsFrom: 'folder', write: safe(stylish) },
  {
    name: 'json',
    meaning: 'for another program',
    pathsFrom: 'folder',
    hints: true,
    mark: /"\$schema": "goldthread\/schemas\/check\.schema\.json"/,
    write: (report) => json(report.diagnostics, report),
  },
  {
    name: 'sarif',
    meaning: 'SARIF 2.1.0: code scanning on GitHub, editors',
    pathsFrom: 'repository',
    mark: /"name": "Goldthread"/,
    write: sarif,
  },
  {
    name: 'github',
    meaning: 'on the lines of a pull request, in GitHub Actions',
    pathsFrom: 'repository',
    write: github,
  },
  {
    name: 'gitlab',
    meaning: 'on the lines of a merge request: code quality of GitLab',
    pathsFrom: 'repository',
    mark: /^\[(?:\]|\s*\{\s*"description": [\s\S]*"fingerprint": )/,
    write: gitlab,
  },
  {
    name: 'junit',
    meaning: 'as results of tests: Jenkins, Azure and most others',
    pathsFrom: 'folder',
    mark: /<testsuites name="goldthread"/,
    write: junit,
  },
  {
    name: 'checkstyle',
    meaning: 'Checkstyle’s XML: Jenkins and many others',
    pathsFrom: 'folder',
    mark: /<checkstyle version="4\.3"/,
    write: checkstyle,
  },
  {
    name: 'rdjson',
    meaning: 'for reviewdog, with mends to apply',
    pathsFrom: 'folder',
    mark: /"source": \{\s*"name": "goldthread"/,
    write: rdjson,
  },
  {
    name: 'markdown',
    meaning: 'for a comment, or the summary of a job',
    pathsFrom: 'repository',
    mark: new RegExp(`^${markdownMark}`),
    write: markdown,
  },
];

/** The format with a name; undefined where there is none. */
export const formatNamed = (name: string): Format | undefined => formats.find((format) => format.name === name);

function prettyReport(report: Report, look: Look): string {
  const { diagnostics, summary, notes, left, show, line } = report;
  const findings = pretty(diagnostics, { ...look, show, line });
  if (look.quiet) return findings;
  return `${findings}${findings && '\n'}${prettySummary(summary, { ...look, show, notes, left })}`;
}
