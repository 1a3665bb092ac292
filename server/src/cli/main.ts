import process from 'node:process';
import { CommanderError } from 'commander';
import { faultOf } from '../disk/read-text.ts';
import { program } from './program.ts';
import { processTerminal } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';

/** Ends quietly where whoever reads the output has had enough, as `head` has; says why where it cannot be written otherwise. */
function endWhenOutputEnds(): void {
  process.stderr.on('error', () => process.exit());
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`The output ${faultOf(error)}.\n`);
    process.exit(exitCodes.usage);
  });
}

/** What the program ends with after an error; says what went wrong where that has not been said. */
function codeFor(error: unknown, say: (text: string) => void): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  if (error instanceof UsageError) {
    say(`${error.message}\n`);
    return exitCodes.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(`Goldthread stopped because of a fault of its own: ${message.replace(/\s+/g, ' ')}\n`);
  if (process.argv.includes('--debug')) say(`${error instanceof Error ? error.stack : message}\n`);
  else say('Please report it to the makers of Goldthread, with what it prints when you add --debug.\n');
  return exitCodes.usage;
}

async function run(): Promise<void> {
  endWhenOutputEnds();
  try {
    await program(processTerminal(), (code) => {
      process.exitCode = code;
    }).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = codeFor(error, (text) => process.stderr.write(text));
  }
}

void run();
