import { Command } from 'commander';
import about from '../../package.json' with { type: 'json' };
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { ciCommand } from './ci/ci.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { formatCommand } from './format.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { lspCommand } from './lsp.ts';
import { modelCommand } from './model.ts';
import type { Terminal } from './terminal.ts';

const introduction =
  'Goldthread checks strategic plans that are written as text: that every outcome, question, measure and action hangs together.';

const examples = `
Examples:
  goldthread init our-plans                     start a plan
  goldthread import our-plan.docx               make a plan of a document that exists
  goldthread check our-plans                    say what is wrong or missing in it
  goldthread explain                            what the checks ask for, and why
  goldthread format our-plans                   lay it out
  goldthread diff                               say what has changed since the last commit
  goldthread build our-plans                    make documents of it: a web page, Markdown, data
  goldthread model our-plans                    give it to other programs, as JSON

More about a command: goldthread check --help
`;

/** The command line. `finish` is told what the program is to end with. */
export function program(terminal: Terminal, finish: (code: number) => void): Command {
  const root = new Command('goldthread')
    .description(introduction)
    .version(about.version, '-V, --version', 'print the version')
    .option('--debug', 'print where in the program an unexpected fault arose')
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [command]', 'print how a command is used')
    .addHelpText('after', examples)
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      outputError: (text, write) => write(sentence(text)),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .exitOverride();
  for (const make of [
    checkCommand,
    diffCommand,
    formatCommand,
    buildCommand,
    modelCommand,
    explainCommand,
    importCommand,
    initCommand,
    ciCommand,
    lspCommand,
  ])
    root.addCommand(make(terminal, finish).copyInheritedSettings(root));
  return root;
}

/** An error of the command line without “error:” before it, and with a capital. */
const sentence = (text: string): string => text.replace(/^error: (.)/, (_, first: string) => first.toUpperCase());
