import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { formatted } from '@goldthread/grammar';
import { Command, Option } from 'commander';
import { findAsked } from '../disk/asked.ts';
import { decode, faultOf, readText } from '../disk/read-text.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { counted, number } from '../reporters/words.ts';
import { Progress } from './progress.ts';
import { stopBetween } from './signals.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';
import { replaceFile } from './write-file.ts';

interface FormatOptions {
  readonly check?: true;
  readonly stdout?: true;
}

const examples = `
Only the layout changes: indentation, spaces, blank lines. No word does, and a piece of a plan in which lines are out
of place stays as it is.

Examples:
  goldthread format                             the plans in this folder
  goldthread format our-plan.plan               one plan
  goldthread format plans --check               only say which would change; ends with 1 if any would
  goldthread format our-plan.plan --stdout      print it; the file stays as it is
  goldthread format - < our-plan.plan           from the standard input to the standard output
`;

/** The standard input among the paths. */
const STDIN = '-';

/** The command that lays plans out. */
export function formatCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('format')
    .description('Lay plans out: indentation, spaces and blank lines. No word changes.')
    .argument(
      '[path...]',
      'plan files, or folders of them; the working folder if none is named; - for the standard input',
    )
    .addOption(new Option('--check', 'change nothing; list the files that would change').conflicts('stdout'))
    .option('--stdout', 'print one file instead of changing it')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: FormatOptions) => {
      const isPrinted = options.stdout || paths.includes(STDIN);
      finish(isPrinted ? print(paths, options, terminal) : await formatFiles(paths, options, terminal));
    });
}

/** Prints one file, or the standard input, laid out. */
function print(named: readonly string[], { check }: FormatOptions, terminal: Terminal): number {
  const [name, ...others] = named;
  if (name === undefined || others.length > 0)
    throw new UsageError('Name one file to print, or - for the standard input.');
  const isStdin = name === STDIN;
  const text = isStdin ? readStdin() : readOne(name, terminal);
  const tidy = formatted(text);
  if (check) {
    if (tidy === text) return exitCodes.clean;
    terminal.out('The standard input would change.\n');
    return exitCodes.problems;
  }
  terminal.out(tidy);
  return exitCodes.clean;
}

function readOne(name: string, { cwd }: Terminal): string {
  const { files, faults } = findAsked([name], cwd);
  const [path, ...others] = files;
  if (path === undefined) throw new UsageError(faults.join('\n'));
  if (others.length > 0)
    throw new UsageError(`${name} is a folder with ${files.length} plans. Name one file to print.`);
  const { text, fault } = readText(path);
  if (text === undefined) throw new UsageError(`${name} ${fault}.`);
  return text;
}

function readStdin(): string {
  const { text, fault } = decode(readFileSync(0));
  if (text === undefined) throw new UsageError(`The standard input ${fault}.`);
  return text;
}

/** Lays files out, or says which would change. Stops between two files where it is told to. */
async function formatFiles(named: readonly string[], { check }: FormatOptions, terminal: Terminal): Promise<number> {
  const progress = new Progress(terminal);
  const show = shownFrom(terminal.cwd);
  const { files, faults } = findAsked(named, terminal.cwd);
  const changed: string[] = [];
  const wrong = [...faults];
  const release = stopBetween();
  for (const [index, path] of files.entries()) {
    await setImmediate();
    progress.tell(`Laying out: ${number(index)} of ${counted(files.length, 'file')} …`);
    try {
      const { text, fault } = readText(path);
      if (text === undefined) {
        wrong.push(`${show(path)} ${fault}.`);
        continue;
      }
      const tidy = formatted(text);
      if (tidy === text) continue;
      if (!check) replaceFile(path, tidy);
      changed.push(show(path));
    } catch (error) {
      wrong.push(`${show(path)} ${faultOf(error)}.`);
    }
  }
  release();
  progress.end();
  for (const fault of wrong) terminal.err(`${fault}\n`);
  if (files.length > 0) terminal.out(told(changed, files.length, check === true));
  if (wrong.length > 0) return exitCodes.usage;
  return check && changed.length > 0 ? exitCodes.problems : exitCodes.clean;
}

/** Which files have changed or would, and how many have not. */
function told(changed: readonly string[], all: number, check: boolean): string {
  if (changed.length === 0) return `${counted(all, 'file')} ${all === 1 ? 'is' : 'are'} laid out well.\n`;
  const what = check ? 'would change' : 'laid out';
  return `${changed.map((path) => `${path}\n`).join('')}${counted(changed.length, 'file')} of ${number(all)} ${what}.\n`;
}
