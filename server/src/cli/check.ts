import { Command, Option } from 'commander';
import type { Diagnostic } from '../checks/diagnose.ts';
import type { Severity } from '../checks/rule.ts';
import type { Settings } from '../checks/settings.ts';
import { json } from '../reporters/json.ts';
import { pretty } from '../reporters/pretty.ts';
import { prettySummary } from '../reporters/pretty-summary.ts';
import { isAtLeast } from '../reporters/style.ts';
import { type CheckedFile, summarise } from '../reporters/summary.ts';
import { counted } from '../reporters/words.ts';
import type { PlanFile } from '../workspace/plan-file.ts';
import { findAsked } from './asked.ts';
import { lineOf } from './line-of.ts';
import { type Loaded, load } from './load.ts';
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
    .action((paths: string[], _, command: Command) => finish(check(paths, command.optsWithGlobals(), terminal)));
}

function check(named: readonly string[], options: CheckOptions, terminal: Terminal): number {
  const progress = new Progress(terminal);
  const show = shownFrom(terminal.cwd);
  const asked = findAsked(named, terminal.cwd);
  const loaded = load(asked, terminal.cwd, progress);
  const finder = new SettingsFinder(loaded.projects, overridesOf(options), show);
  const diagnostics = diagnosticsOf(loaded, finder, show, progress);
  progress.end();

  const faults = [
    ...asked.faults,
    ...loaded.unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`),
    ...finder.faults,
  ];
  for (const fault of faults) terminal.err(`${fault}\n`);
  const { failures } = loaded.engine.checker;
  for (const [rule, error] of failures) {
    terminal.err(`The check ${rule} could not be finished, because of a fault in Goldthread itself.\n`);
    if (options.debug && error instanceof Error) terminal.err(`${error.stack}\n`);
  }
  if (loaded.files.length > 0 || options.format === 'json')
    terminal.out(report(diagnostics, loaded, { ...options, final: finder.anyFinal }, terminal, show));

  if (faults.length > 0 || failures.size > 0) return exitCodes.usage;
  return diagnostics.some(({ severity }) => fails(severity, options)) ? exitCodes.problems : exitCodes.clean;
}

const overridesOf = ({ profile, final }: CheckOptions): Partial<Settings> => ({
  ...(profile ? { profiles: profile } : {}),
  ...(final ? { final } : {}),
});

const fails = (severity: Severity, { failOn }: CheckOptions): boolean =>
  failOn !== 'never' && isAtLeast(severity, failOn);

/** What is wrong in the files, in the order of the paths that are printed. */
function diagnosticsOf(
  { engine, files }: Loaded,
  finder: SettingsFinder,
  show: (path: string) => string,
  progress: Progress,
): Diagnostic[] {
  progress.begin(`Checking ${counted(files.length, 'file')} …`);
  engine.update();
  const found = new Map<PlanFile, readonly Diagnostic[]>();
  const bySettings = Map.groupBy(files, ({ path }) => finder.for(path));
  for (const [settings, group] of bySettings) {
    engine.configure(settings);
    for (const file of group) found.set(file, engine.diagnostics(file.path));
  }
  return [...files].sort((a, b) => (show(a.path) < show(b.path) ? -1 : 1)).flatMap((file) => found.get(file) ?? []);
}

/** What to print: as JSON, or for a reader. */
function report(
  diagnostics: readonly Diagnostic[],
  loaded: Loaded,
  options: CheckOptions,
  terminal: Terminal,
  show: (path: string) => string,
): string {
  const { engine, files } = loaded;
  const { model } = engine;
  const summary = summarise(
    files.map((file) => checkedFile(file, loaded)),
    diagnostics,
  );
  const { quiet = false, hints = false, final = false } = options;
  const { colour, width } = terminal;
  if (options.format === 'json') {
    const listed = quiet ? diagnostics.filter(({ severity }) => fails(severity, options)) : diagnostics;
    return json(listed, { summary, model, show });
  }
  const listed = diagnostics.filter(({ severity }) =>
    quiet ? fails(severity, options) : hints || severity !== 'hint',
  );
  const line = (file: string, number: number): string => lineOf(engine.workspace.files.get(file), number);
  const findings = pretty(listed, { colour, width, show, line });
  if (quiet) return findings;
  return `${findings}${findings && '\n'}${prettySummary(summary, { colour, width, model, show, hints, final })}`;
}

function checkedFile(file: PlanFile, { engine }: Loaded): CheckedFile {
  let items = 0;
  for (const placed of file.blocks)
    for (const item of engine.model.content(placed)?.items ?? []) if (!item.kind.root) items++;
  return { file, items };
}
