import { Command, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '../checks/rule.ts';
import type { Settings } from '../checks/settings.ts';
import { findAsked } from '../disk/asked.ts';
import { findWithNeighbours } from '../disk/load.ts';
import { repositoryOf } from '../disk/project.ts';
import { shownFrom } from '../disk/shown-path.ts';
import type { CheckResult } from '../reporters/checked.ts';
import { names as namesOf } from '../reporters/fingerprint.ts';
import { type Format, formatNamed, formats } from '../reporters/index.ts';
import { isAtLeast, severities } from '../reporters/style.ts';
import { counted } from '../reporters/words.ts';
import { type Checked, checkAll } from './check-all.ts';
import { Baseline, type Whole } from './check-baseline.ts';
import { newsIn, reportOf } from './check-news.ts';
import { placesOf, type ReportAsked, readReport } from './check-reports.ts';
import { checkSince, type SinceChecked } from './check-since.ts';
import { Progress } from './progress.ts';
import { readProfiles, SettingsFinder } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';

interface CheckOptions {
  readonly format: string;
  readonly report?: readonly ReportAsked[];
  readonly profile?: readonly string[];
  readonly final?: boolean;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly since?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly quiet?: true;
  readonly hints?: true;
  readonly debug?: true;
}

const widest = Math.max(...formats.map(({ name }) => name.length));

const help = `
Formats:
${formats.map(({ name, meaning }) => `  ${name.padEnd(widest)}  ${meaning}`).join('\n')}

Examples:
  goldthread check                              the plans in this folder
  goldthread check our-plan.plan --final        one plan, with all that a finished plan needs
  goldthread check plans --profile wales        as a public body in Wales
  goldthread check plans --quiet                only what makes the check fail
  goldthread check --since main                 only what your branch brings
  goldthread check --baseline known.json        only what is not known yet (first: --update-baseline)
  goldthread check --format github --report sarif=goldthread.sarif
                                                on a pull request, and in a file for code scanning

Ends with 0 where nothing fails the check, with 1 where something does, and with 2 where it was used wrongly or a file
cannot be read or written.
`;

/** The command that says what is wrong in plans. */
export function checkCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('check')
    .description('Say what is wrong or missing in plans, and how to mend it.')
    .argument('[path...]', 'plan files, or folders of them; the working folder if none is named')
    .addOption(
      new Option('--format <format>', 'how to print').choices(formats.map(({ name }) => name)).default('pretty'),
    )
    .option('--report <format=file>', 'write a report to a file too; may be asked for several times', readReport)
    .option('--profile <names>', 'what sort of plan to ask for, with commas: basic, wales …', readProfiles)
    .option('--final', 'ask drafts for everything too')
    .addOption(
      new Option('--fail-on <severity>', 'what makes the check fail')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--max-warnings <number>', 'let more warnings than this make the check fail', readNumber)
    .option('--since <revision>', 'only what is new since your work parted from a branch, a tag or a commit')
    .option('--baseline <file>', 'only what is not in a file of known findings')
    .option('--update-baseline', 'write the findings that there are to that file')
    .option('--quiet', 'print only what makes the check fail')
    .option('--hints', 'print hints in full too; otherwise they are only counted')
    .addHelpText('after', help)
    .action(async (paths: string[], _, command: Command) =>
      finish(await check(paths, command.optsWithGlobals(), terminal)),
    );
}

function readNumber(written: string): number {
  if (!/^\d+$/.test(written)) throw new InvalidArgumentError('It is a whole number, such as 0 or 25.');
  return Number(written);
}

async function check(named: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const places = placesOf(options.report ?? [], options.baseline, terminal.cwd);
  const baseline = baselineOf(options, terminal.cwd);
  const { whole, before, faults, isFinal } = await lookAt(named, options, terminal);
  for (const fault of faults) terminal.err(`${fault}\n`);
  const news = newsIn(whole, {
    ...(before && options.since !== undefined ? { revision: options.since, before } : {}),
    ...(baseline ? { baseline, update: options.updateBaseline === true } : {}),
  });
  if (news.told) terminal.err(`${news.told}\n`);

  const { counts } = news.summary;
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  const isTooMany = counts.warning > maxWarnings;
  if (isTooMany)
    terminal.err(`There are ${counted(counts.warning, 'warning')}, and --max-warnings allows ${maxWarnings}.\n`);
  const fails = (severity: Severity): boolean =>
    (options.failOn !== 'never' && isAtLeast(severity, options.failOn)) || (isTooMany && severity === 'warning');
  const { hints = false, quiet = false } = options;
  const written = (format: Format, colour: boolean): string => {
    const isListed = (severity: Severity): boolean =>
      quiet ? fails(severity) : hints || format.hints === true || severity !== 'hint';
    const show = format.pathsFrom === 'folder' ? shownFrom(terminal.cwd) : whole.show;
    const look = { colour, width: terminal.width, hints, quiet, final: isFinal };
    return format.write(reportOf(news, whole, { isListed, show }), look);
  };
  for (const { format, write } of places) write(written(format, false));
  if (whole.result.files.length > 0 || before || options.format !== 'pretty')
    terminal.out(written(formatNamed(options.format) as Format, terminal.colour));

  if (faults.length > 0) return exitCodes.usage;
  return severities.some((severity) => counts[severity] > 0 && fails(severity)) ? exitCodes.problems : exitCodes.clean;
}

/** What was looked at, and found. */
interface Looked {
  readonly whole: Whole;
  /** What was found before the change that is asked about; undefined where none is. */
  readonly before: CheckResult | undefined;
  /** What could not be read, or not be finished: sentences to print. */
  readonly faults: readonly string[];
  /** True where drafts were asked for everything. */
  readonly isFinal: boolean;
}

/** Checks what somebody named. */
async function lookAt(named: readonly string[], options: CheckOptions, terminal: Terminal): Promise<Looked> {
  const { cwd } = terminal;
  const progress = new Progress(terminal);
  const show = shownFrom(cwd);
  const asked = findAsked(named, cwd);
  const found = findWithNeighbours(asked, cwd);
  const overrides = overridesOf(options);
  const settings = new SettingsFinder(found.projects, overrides, show);
  const { since: revision } = options;
  const { result, unreadable, before }: Checked & Partial<SinceChecked> =
    revision === undefined || asked.files.length === 0
      ? await checkAll(found, asked, settings, progress)
      : await checkSince({ revision, found, asked, settings, overrides, show }, progress);
  progress.end();
  const root = repositoryOf(asked.paths[0]?.folder ?? cwd) ?? cwd;
  return {
    whole: wholeOf(result, root),
    before,
    faults: [
      ...asked.faults,
      ...unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`),
      ...settings.faults,
      ...result.failures.map(
        ({ rule, stack }) =>
          `The check ${rule} could not be finished, because of a fault in Goldthread itself.${options.debug && stack ? `\n${stack}` : ''}`,
      ),
    ],
    isFinal: settings.anyFinal,
  };
}

/** What was found, seen from a folder. What findings are known by is worked out when it is first asked for. */
function wholeOf(result: CheckResult, root: string): Whole {
  const show = shownFrom(root);
  let names: Whole['names'] | undefined;
  return {
    result,
    root,
    show,
    get names() {
      names ??= namesOf(result, show);
      return names;
    },
  };
}

function baselineOf({ baseline, updateBaseline, since }: CheckOptions, cwd: string): Baseline | undefined {
  if (updateBaseline && baseline === undefined)
    throw new UsageError('--update-baseline wants to know which file: --baseline known.json --update-baseline');
  if (updateBaseline && since !== undefined)
    throw new UsageError('A baseline is written from everything that is found: leave out --since.');
  return baseline === undefined ? undefined : new Baseline(baseline, cwd, updateBaseline === true);
}

const overridesOf = ({ profile, final }: CheckOptions): Partial<Settings> => ({
  ...(profile ? { profiles: profile } : {}),
  ...(final ? { final } : {}),
});
