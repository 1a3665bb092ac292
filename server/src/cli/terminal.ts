import process from 'node:process';
import { withSlashes } from '../disk/slashes.ts';
import { withoutCommands } from '../reporters/display-width.ts';

/** The world outside as the commands see it: where they stand, and where they write. */
export interface Terminal {
  /** The working folder, with forward slashes. */
  readonly cwd: string;
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard error. */
  err(text: string): void;
  /** True where the standard output may be coloured. */
  readonly colour: boolean;
  /** How many columns the standard output has. */
  readonly width: number;
  /** True where somebody watches the standard error, so that a line of it may be rewritten. */
  readonly watched: boolean;
}

/** The columns of a file or a pipe, and the most that text is run across: longer lines are hard to read. */
const COLUMNS = 100;
const MOST_COLUMNS = 120;
const FEWEST_COLUMNS = 50;

/** The terminal that the program was started in. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const columns = stdout.columns || Number.parseInt(env.COLUMNS ?? '', 10) || COLUMNS;
  return {
    cwd: withSlashes(process.cwd()),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(withoutCommands(text)),
    colour: mayColour(stdout.isTTY === true, env),
    width: Math.max(FEWEST_COLUMNS, Math.min(columns, MOST_COLUMNS)),
    watched: stderr.isTTY === true && env.TERM !== 'dumb',
  };
}

/** Colour is for terminals; `FORCE_COLOR` asks for it anywhere, `NO_COLOR` turns it off (https://no-color.org). */
export function mayColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && !NO_COLOR && TERM !== 'dumb';
}
