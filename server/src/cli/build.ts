import { Command, Option } from 'commander';
import { findAsked } from '../disk/asked.ts';
import { engineWith, findWithNeighbours, readNeeded } from '../disk/load.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { formats } from '../documents/formats.ts';
import { counted } from '../reporters/words.ts';
import { type BuildOptions, checkOptions, readFormats } from './build-options.ts';
import { PlanBuilder } from './build-plans.ts';
import { summary } from './build-telling.ts';
import { Progress } from './progress.ts';
import { readProfiles } from './settings.ts';
import { stopBetween } from './signals.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './usage-error.ts';
import { watch } from './watch.ts';

/** Where documents are written if nobody says otherwise. */
const OUT = 'build';

const widest = Math.max(...formats.map(({ name }) => name.length));

const examples = `
Formats:
${formats.map(({ name, meaning }) => `  ${name.padEnd(widest)}  ${meaning}`).join('\n')}

A plan with errors is not built, unless you say --force. The same plan always gives the same files, byte for byte. Files
that Goldthread did not make, or that somebody has worked on since, are not replaced, unless you say --overwrite.

Examples:
  goldthread build                              a web page of each plan in this folder, in ${OUT}
  goldthread build our-plan.plan --to html,md,csv
  goldthread build our-plan.plan --split        a web page for each chapter
  goldthread build plans --to json --out public
  goldthread build our-plan.plan --language cy  in Welsh, as far as the plan has it
  goldthread build --theme house.json           in the colours and letters of your house
  goldthread build --to docx --template house.docx
  goldthread build --watch                      again whenever something changes

Ends with 0 where everything was built, with 1 where a plan was not because of errors in it, and with 2 where it was
used wrongly or a file cannot be read or written.
`;

/** The command that publishes plans. */
export function buildCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('build')
    .description('Make documents and data of plans: web pages, PDF, Word, tables, drawings, data for other programs.')
    .argument('[path...]', 'plan files, or folders of them; the working folder if none is named')
    .addOption(
      new Option('--to <formats>', 'which formats, with commas')
        .argParser(readFormats)
        .default(formats.slice(0, 1), formats[0]?.name),
    )
    .option('--out <folder>', 'where to write them; made if need be', OUT)
    .addOption(new Option('--language <language>', 'the language of the documents').choices(['en', 'cy']))
    .option('--profile <names>', 'what sort of plan to ask for, with commas: basic, wales …', readProfiles)
    .option('--theme <file>', 'how they look: colours, letters, a logo, in a file (JSON)')
    .option('--template <file>', 'for Word: a document (.docx) whose styles they take')
    .option('--split', 'web pages: one for each chapter')
    .option('--without-plan', 'leave the plan out that documents carry, from which “goldthread import” reads them back')
    .option('--watch', 'build again whenever something changes, until Ctrl+C')
    .option('--force', 'build plans with errors too')
    .option('--overwrite', 'replace files that Goldthread did not make')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: BuildOptions) => {
      checkOptions(options, terminal.cwd);
      finish(options.watch ? await watch(paths, options, terminal) : await build(paths, options, terminal));
    });
}

async function build(named: readonly string[], options: BuildOptions, terminal: Terminal): Promise<number> {
  const progress = new Progress(terminal);
  const show = shownFrom(terminal.cwd);
  const asked = findAsked(named, terminal.cwd);
  const { projects, paths } = findWithNeighbours(asked, terminal.cwd);
  const { texts, unreadable } = readNeeded(paths, asked, progress);
  const engine = engineWith(texts, projects);
  progress.begin(`Checking ${counted(texts.length, 'file')} …`);
  engine.update();
  const faults = [...asked.faults, ...unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`)];
  const builder = new PlanBuilder(options, terminal);
  const release = stopBetween();
  const outcome = await builder
    .build({ engine, projects, paths, asked: asked.files, faults }, progress)
    .finally(() => builder.close());
  release();
  for (const fault of outcome.faults) terminal.err(`${fault}\n`);
  const { files, built, all } = outcome;
  if (all > 0)
    terminal.out(`${files.map((file) => `${file}\n`).join('')}Built ${summary(files.length, built, all)}.\n`);
  if (outcome.faults.length > 0) return exitCodes.usage;
  return built < all ? exitCodes.problems : exitCodes.clean;
}
