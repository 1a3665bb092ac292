import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Remark } from '../difference/change.ts';
import { clashes } from '../difference/clashes.ts';
import { compare } from '../difference/compare.ts';
import { jsonDifference } from '../difference/json.ts';
import { markdownDifference } from '../difference/markdown.ts';
import { isSame } from '../difference/outline.ts';
import { prettyDifference } from '../difference/pretty.ts';
import { readStates } from '../disk/plan-states.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { isWithin } from '../workspace/host.ts';
import type { Plan } from '../workspace/plan.ts';
import { faultIn, writeTo } from './check-reports.ts';
import { htmlOf, type Told } from './diff-html.ts';
import { type Compared, compared, type Wanted } from './diff-sides.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';

type DiffFormat = 'pretty' | 'markdown' | 'json' | 'html';

interface DiffOptions extends Wanted {
  readonly format: DiffFormat;
  readonly out?: string;
  readonly exitCode?: true;
}

const examples = `
A revision is whatever git knows: a branch, a tag, a commit, HEAD~2. Two revisions are compared as on a pull request:
what the second one brought since it parted from the first.

Examples:
  goldthread diff                               what you have changed since the last commit
  goldthread diff plans/our-plan.plan           the same, of one plan
  goldthread diff HEAD~3                        what has changed since three commits ago
  goldthread diff main our-branch               what a branch brings
  goldthread diff v1.0 v1.1 --exact             two revisions as they are
  goldthread diff old/ new/                     two folders, or two files
  goldthread diff main HEAD --format markdown   for a comment on a pull request
  goldthread diff main --format html --out changes.html
                                                the plan as a web page, with the changes marked

Ends with 0; with --exit-code with 1 where anything changed; with 2 where it was used wrongly or something cannot be read.
`;

/** The command that says what changed in plans, in the plans’ own terms. */
export function diffCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('diff')
    .description('Say what changed in plans: items, links, targets, dates, words, and what that broke.')
    .argument(
      '[base-or-path]',
      'what to compare with: a revision, a folder or a plan file; the last commit if none is named',
    )
    .argument('[head-or-path]', 'what to look at: likewise; the files as they are now if none is named')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['pretty', 'markdown', 'json', 'html']).default('pretty'),
    )
    .option('--plan <path>', 'only this plan, or those in this folder; may be said more than once', together)
    .option('--exact', 'compare two revisions as they are, not since they parted')
    .option('--out <file>', 'write to a file')
    .option('--exit-code', 'end with 1 where anything changed')
    .addHelpText('after', examples)
    .action((base: string | undefined, head: string | undefined, options: DiffOptions) =>
      finish(
        diff(
          [base, head].filter((name) => name !== undefined),
          options,
          terminal,
        ),
      ),
    );
}

const together = (path: string, paths: readonly string[] = []): string[] => [...paths, path];

/** How plans differ between two states, and those states as they were read; none where nothing changed. */
export interface Differing extends Told {
  /** What could not be read, of the state after: sentences to print. */
  readonly faults: readonly string[];
  /** The same of the state before, where it is not wrong any more. */
  readonly past: readonly string[];
  readonly folders: readonly string[];
}

/** Compares what somebody named: as `compared` finds it. */
export function differing(named: readonly string[], wanted: Wanted, terminal: Terminal): Differing {
  const progress = new Progress(terminal);
  const sides = compared(named, wanted, terminal.cwd);
  const { before, after, other, folders } = sides;
  progress.begin('Reading …');
  const show = shownFrom(terminal.cwd);
  const read = readStates([before, after, ...(other ? [other] : [])], { ...sides, show });
  const [one, two, theirs] = read;
  progress.begin('Comparing …');
  const plans = one && two ? compare(one.state, two.state) : [];
  const taken = one && two && theirs ? clashes(one.state, theirs.state, two.state) : [];
  progress.end();
  const faults = two?.faults ?? [];
  const past = (one?.faults ?? []).filter((fault) => !faults.includes(fault));
  const unreadable = [...new Set(read.slice(0, 2).flatMap((state) => state.unreadable))].filter(sides.isAsked);
  const remarks = [
    ...unreadable.map((name): Remark => ({ type: 'unreadable', file: show(name) })),
    ...remarksOf(sides, [...(one?.state.plans ?? []), ...(two?.state.plans ?? [])], terminal.cwd),
  ];
  return { plans, clashes: taken, remarks, before: one, after: two, faults, past, folders };
}

/** What is otherwise besides the plans: settings that hold for one that is compared, and repositories in which plans may be. */
function remarksOf(
  { settings, submodules, before, after, isAsked }: Compared,
  plans: readonly Plan[],
  cwd: string,
): Remark[] {
  const show = shownFrom(cwd);
  const holds = (path: string): boolean =>
    plans.some(({ files }) =>
      files.some((file) =>
        [before, after].some((tree) => isWithin(tree.name(file.path), path.slice(0, path.lastIndexOf('/')))),
      ),
    );
  return [
    ...settings.filter(holds).map((path): Remark => ({ type: 'settings', file: show(path) })),
    ...submodules.filter(isAsked).map((path): Remark => ({ type: 'submodule', file: show(path) })),
  ];
}

/** True where anything in the plans is otherwise than before. */
export const hasChanged = ({ plans, clashes: taken }: Pick<Differing, 'plans' | 'clashes'>): boolean =>
  taken.length > 0 || plans.some((plan) => !isSame(plan));

function diff(named: readonly string[], options: DiffOptions, terminal: Terminal): number {
  checkOut(options, terminal);
  const found = differing(named, options, terminal);
  for (const fault of found.past) terminal.err(`Before: ${fault}\n`);
  for (const fault of found.faults) terminal.err(`${fault}\n`);
  write(printed(found, options, terminal), options, terminal);
  // What was wrong before is no fault of what is looked at.
  if (found.faults.length > 0) return exitCodes.usage;
  return options.exitCode && hasChanged(found) ? exitCodes.problems : exitCodes.clean;
}

function printed(found: Differing, { format, out }: DiffOptions, terminal: Terminal): string {
  const { plans, clashes: taken, remarks } = found;
  const { colour, width } = terminal;
  if (format === 'json') return jsonDifference(plans, taken, remarks);
  if (format === 'markdown') return markdownDifference(plans, taken, remarks);
  if (format === 'html') return htmlOf(found, found.folders, terminal);
  return prettyDifference(plans, taken, { colour: colour && out === undefined, width, remarks });
}

function write(text: string, { out }: DiffOptions, { cwd, out: print }: Terminal): void {
  if (out === undefined) print(text);
  else writeTo(resolve(cwd, out), out, text);
}

/** What the files begin with that this command writes. No other line of a file says whose it is. */
const beginnings =
  /^(?:### |- ❌ In |× In |Nothing (?:in the plans has|has changed in)|The settings in |\S+ (?:could not be read, so|is a repository inside)|\S[^\n]* {2}\S+\.plan\n|<!DOCTYPE html>[\s\S]{0,1000}content="Goldthread"|\{\s*"\$schema": "goldthread\/schemas\/diff)/;

/** Looks whether a file may be written, before anything else is done: a difference takes the place of an earlier one, and of nothing else. */
function checkOut({ out }: DiffOptions, { cwd }: Terminal): void {
  const fault =
    out === undefined
      ? undefined
      : faultIn(resolve(cwd, out), ({ text = '' }) => text.trim() === '' || beginnings.test(text));
  if (fault !== undefined)
    throw new UsageError(`${out} ${fault}, so no difference is written there. Name another file.`);
}
