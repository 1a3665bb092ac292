import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { nearest } from '@goldthread/grammar';
import { Command, Option } from 'commander';
import type { Diagnostic } from '../checks/diagnose.ts';
import { pictureReader } from '../disk/read-picture.ts';
import { documentStyle } from '../disk/shipped.ts';
import { Builder } from '../documents/edition/builder.ts';
import { Pictures } from '../documents/edition/pictures.ts';
import { namesOf } from '../documents/edition/plan-names.ts';
import { type Format, formatNamed, formats } from '../documents/formats.ts';
import type { Engine } from '../engine.ts';
import { labelsOf } from '../profiles/index.ts';
import { pretty } from '../reporters/pretty.ts';
import { counted, number } from '../reporters/words.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findAsked } from './asked.ts';
import { lineOf } from './line-of.ts';
import { engineWith, findWithNeighbours, readPlans } from './load.ts';
import { OutFolder } from './out-folder.ts';
import { Progress } from './progress.ts';
import { readProfiles, SettingsFinder } from './settings.ts';
import { shownFrom } from './shown-path.ts';
import { stopBetween } from './signals.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';

interface BuildOptions {
  readonly to: readonly Format[];
  readonly out: string;
  readonly language?: 'en' | 'cy';
  readonly profile?: readonly string[];
  readonly split?: true;
  readonly force?: true;
}

/** Where documents are written if nobody says otherwise. */
const OUT = 'build';

const widest = Math.max(...formats.map(({ name }) => name.length));

const examples = `
Formats:
${formats.map(({ name, meaning }) => `  ${name.padEnd(widest)}  ${meaning}`).join('\n')}

A plan with errors is not built, unless you say --force. The same plan always gives the same files, byte for byte.

Examples:
  goldthread build                              a web page of each plan in this folder, in ${OUT}
  goldthread build our-plan.plan --to html,md,csv
  goldthread build our-plan.plan --split        a web page for each chapter
  goldthread build plans --to json --out public
  goldthread build our-plan.plan --language cy  in Welsh, as far as the plan has it

Ends with 0 where everything was built, with 1 where a plan was not because of errors in it, and with 2 where it was
used wrongly or a file cannot be read or written.
`;

/** The command that publishes plans. */
export function buildCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('build')
    .description('Make documents and data of plans: web pages, Markdown, JSON, CSV, drawings.')
    .argument('[path...]', 'plan files, or folders of them; the working folder if none is named')
    .option('--to <formats>', 'which formats, with commas', readFormats, formats.slice(0, 1))
    .option('--out <folder>', 'where to write them; made if need be', OUT)
    .addOption(new Option('--language <language>', 'the language of the documents').choices(['en', 'cy']))
    .option('--profile <names>', 'what sort of plan to ask for, with commas: basic, wales …', readProfiles)
    .option('--split', 'web pages: one for each chapter')
    .option('--force', 'build plans with errors too')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: BuildOptions) => finish(await build(paths, options, terminal)));
}

function readFormats(named: string): Format[] {
  const names = new Set(named.split(',').map((name) => name.trim().toLowerCase()));
  return [...names].map((name) => {
    const format = formatNamed(name);
    if (format) return format;
    const known = formats.map((one) => one.name);
    const meant = nearest(name, known);
    throw new UsageError(
      `There is no format called ‘${name}’.${meant ? ` Did you mean ‘${meant}’?` : ''} There are: ${known.join(', ')}.`,
    );
  });
}

async function build(named: readonly string[], options: BuildOptions, terminal: Terminal): Promise<number> {
  const progress = new Progress(terminal);
  const show = shownFrom(terminal.cwd);
  const asked = findAsked(named, terminal.cwd);
  const { projects, paths } = findWithNeighbours(asked, terminal.cwd);
  const { texts, unreadable } = readPlans(paths, asked, progress);
  const finder = new SettingsFinder(projects, options.profile ? { profiles: options.profile } : {}, show);
  const engine = engineWith(texts, projects);
  progress.begin(`Checking ${counted(paths.length, 'file')} …`);
  engine.update();
  const { plans, orphans } = plansIn(asked.files, engine.workspace);
  const faults = [
    ...asked.faults,
    ...unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`),
    ...orphans.map((path) => `${show(path)} is a part that no plan includes. Name it in its plan: “include: …”.`),
  ];

  const out = new OutFolder(resolve(terminal.cwd, options.out), show);
  const pictures = new Pictures(pictureReader(projects), show);
  const { to, language, split, force } = options;
  const builder = new Builder(engine.snapshot, { to, language, split, force, style: documentStyle(), paths, pictures });
  const names = namesOf(plans, engine.model);
  let built = 0;
  const release = stopBetween();
  for (const [index, plan] of plans.entries()) {
    await setImmediate();
    progress.tell(`Building: ${number(index)} of ${counted(plans.length, 'plan')} …`);
    const settings = finder.for(plan.root.path);
    const { errors, wrong, files, sources } = await builder.build({
      plan,
      name: names.get(plan) ?? '',
      labels: labelsOf(settings.profiles),
      diagnostics: (path) => engine.diagnostics(path, settings),
    });
    if (errors.length + wrong.length > 0) {
      progress.end();
      terminal.err(complaint(show(plan.root.path), errors, wrong, { ...options, engine, terminal, show }));
    }
    if (files && out.write(files, sources)) {
      built++;
      const remarks = files.flatMap((file) => file.remarks ?? []);
      if (remarks.length > 0) progress.end();
      for (const remark of remarks) terminal.err(`${show(plan.root.path)}: ${remark}\n`);
    }
  }
  release();
  progress.end();
  faults.push(...finder.faults, ...out.faults);
  for (const fault of faults) terminal.err(`${fault}\n`);
  if (plans.length > 0) terminal.out(told(out.written.map(show), built, plans.length));
  if (faults.length > 0) return exitCodes.usage;
  return built < plans.length ? exitCodes.problems : exitCodes.clean;
}

/** The plans that files belong to, libraries only where there is nothing else; and the files that belong to none. */
function plansIn(
  files: readonly string[],
  workspace: Workspace,
): { readonly plans: readonly Plan[]; readonly orphans: readonly string[] } {
  const orphans: string[] = [];
  const found = new Set<Plan>();
  for (const path of files) {
    const file = workspace.files.get(path);
    if (file?.plan) found.add(file.plan);
    else if (file) orphans.push(path);
  }
  const plans = [...found].filter(({ kind }) => kind === 'plan');
  return { plans: plans.length > 0 ? plans : [...found], orphans };
}

interface Complaining {
  readonly engine: Engine;
  readonly terminal: Terminal;
  readonly force?: true;
  readonly show: (path: string) => string;
}

/** What is wrong with a plan, and what that means for its documents. */
function complaint(
  plan: string,
  errors: readonly Diagnostic[],
  wrong: readonly string[],
  { engine, terminal, force, show }: Complaining,
): string {
  const { colour, width } = terminal;
  const line = (path: string, at: number): string => lineOf(engine.workspace.files.get(path), at);
  const findings = errors.length > 0 ? `${pretty(errors, { colour, width, show, line })}\n` : '';
  const others = wrong.map((sentence) => `${sentence}\n`).join('');
  const what = [
    ...(errors.length > 0 ? [counted(errors.length, 'error')] : []),
    ...(wrong.length > 0 ? [counted(wrong.length, 'picture that can’t be shown', 'pictures that can’t be shown')] : []),
  ].join(' and ');
  const end = force
    ? `is built all the same, with ${what}`
    : `has ${what}, and is not built. Mend that first, or build it as it is: --force`;
  return `${findings}${others}${plan} ${end}.\n\n`;
}

/** Which files were written, and of how many plans. */
function told(files: readonly string[], built: number, all: number): string {
  const plans = built === all ? counted(all, 'plan') : `${number(built)} of ${counted(all, 'plan')}`;
  return `${files.map((file) => `${file}\n`).join('')}Built ${plans}: ${counted(files.length, 'file')}.\n`;
}
