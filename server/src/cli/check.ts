import { Command, Option } from 'commander';
import type { Severity } from '../checks/rule.ts';
import type { Settings } from '../checks/settings.ts';
import type { CheckedDiagnostic, CheckResult } from '../reporters/checked.ts';
import { json } from '../reporters/json.ts';
import { pretty } from '../reporters/pretty.ts';
import { prettySummary } from '../reporters/pretty-summary.ts';
import { isAtLeast } from '../reporters/style.ts';
import { summarise } from '../reporters/summary.ts';
import { findAsked } from './asked.ts';
import { checkAll } from './check-all.ts';
import { findWithNeighbours } from './load.ts';
import { Progress } from './progress.ts';
import { readProfiles, SettingsFinder } from './settings.ts';
import { shownFrom } from './shown-path.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './usage-error.ts';

interface CheckOptions {
  readonly format: 'pretty' | 'json';
  readonly profile?: readonly string[];
  readonly final?: boolean;
  readonly failOn: Severity | 'never';
  readonly quiet?: true;
  readonly hints?: true;
  readonly debug?: true;
}

const examples = `
Examples:
  goldthread check                              the plans in this folder
  goldthread check our-plan.plan --final        one plan, with all that a finished plan needs
  goldthread check plans --profile wales        as a public body in Wales
  goldthread check plans --quiet                only what makes the check fail
  goldthread check plans --format json          for another program

Ends with 0 where nothing fails the check, with 1 where something does, and with 2 where it was used wrongly or a file
cannot be read.
`;

/** The command that says what is wrong in plans. */
export function checkCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('check')
    .description('Say what is wrong or missing in plans, and how to mend it.')
    .argument('[path...]', 'plan files, or folders of them; the working folder if none is named')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .option('--profile <names>', 'what sort of plan to ask for, with commas: basic, wales …', readProfiles)
    .option('--final', 'ask drafts for everything too')
    .addOption(
      new Option('--fail-on <severity>', 'what makes the check fail')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--quiet', 'print only what makes the check fail')
    .option('--hints', 'print hints in full too; otherwise they are only counted')
    .addHelpText('after', examples)
    .action(async (paths: string[], _, command: Command) =>
      finish(await check(paths, command.optsWithGlobals(), terminal)),
    );
}

async function check(named: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const progress = new Progress(terminal);
  const show = shownFrom(terminal.cwd);
  const asked = findAsked(named, terminal.cwd);
  const found = findWithNeighbours(asked, terminal.cwd);
  const finder = new SettingsFinder(found.projects, overridesOf(options), show);
  const { result, unreadable } = await checkAll(found, asked, finder, progress);
  progress.end();

  const faults = [...asked.faults, ...unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`), ...finder.faults];
  for (const fault of faults) terminal.err(`${fault}\n`);
  for (const { rule, stack } of result.failures) {
    terminal.err(`The check ${rule} could not be finished, because of a fault in Goldthread itself.\n`);
    if (options.debug && stack) terminal.err(`${stack}\n`);
  }
  const inOrder = [...result.files].sort((a, b) => (show(a.path) < show(b.path) ? -1 : 1));
  const diagnostics = inOrder.flatMap((file) => file.diagnostics);
  if (result.files.length > 0 || options.format === 'json')
    terminal.out(report(diagnostics, result, { ...options, final: finder.anyFinal }, terminal, show));

  if (faults.length > 0 || result.failures.length > 0) return exitCodes.usage;
  return diagnostics.some(({ severity }) => fails(severity, options)) ? exitCodes.problems : exitCodes.clean;
}

const overridesOf = ({ profile, final }: CheckOptions): Partial<Settings> => ({
  ...(profile ? { profiles: profile } : {}),
  ...(final ? { final } : {}),
});

const fails = (severity: Severity, { failOn }: CheckOptions): boolean =>
  failOn !== 'never' && isAtLeast(severity, failOn);

/** What to print: as JSON, or for a reader. */
function report(
  diagnostics: readonly CheckedDiagnostic[],
  result: CheckResult,
  options: CheckOptions,
  terminal: Terminal,
  show: (path: string) => string,
): string {
  const summary = summarise(result);
  const { quiet = false, hints = false, final = false } = options;
  const { colour, width } = terminal;
  if (options.format === 'json') {
    const listed = quiet ? diagnostics.filter(({ severity }) => fails(severity, options)) : diagnostics;
    return json(listed, { summary, show });
  }
  const listed = diagnostics.filter(({ severity }) =>
    quiet ? fails(severity, options) : hints || severity !== 'hint',
  );
  const lines = new Map(result.files.map((file) => [file.path, file.lines]));
  const line = (file: string, number: number): string => lines.get(file)?.get(number) ?? '';
  const findings = pretty(listed, { colour, width, show, line });
  if (quiet) return findings;
  return `${findings}${findings && '\n'}${prettySummary(summary, { colour, width, show, hints, final })}`;
}
