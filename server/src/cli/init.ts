import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { faultOf } from '../disk/read-text.ts';
import { firstPlan, firstPlanName } from '../disk/shipped.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { withSlashes } from '../disk/slashes.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';

const examples = `
Writes one file, ${firstPlanName}: a small plan with notes, to write your own words over. Nothing that is there is ever
written over.

Examples:
  goldthread init                               here
  goldthread init our-plans                     in a folder, which is made if need be
`;

/** The command that starts a plan. */
export function initCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('init')
    .description('Start a plan: write a small one with notes, to write your own words over.')
    .argument('[folder]', 'where to write it; the working folder if none is named')
    .addHelpText('after', examples)
    .action((folder: string | undefined) => finish(init(folder ?? '.', terminal)));
}

function init(folder: string, { cwd, out }: Terminal): number {
  const path = withSlashes(resolve(cwd, folder, firstPlanName));
  const shown = shownFrom(cwd)(path);
  attempt(folder, 'is a file, not a folder', () => mkdirSync(resolve(cwd, folder), { recursive: true }));
  attempt(shown, 'is there already, and stays as it is. Name another folder: goldthread init our-plans', () =>
    writeFileSync(path, firstPlan(), { flag: 'wx' }),
  );
  out(`Your first plan is in ${shown}.

1. Open it in an editor and write your own words over the examples.
2. See what is missing:    goldthread check ${quotedPath(shown)}
3. Tidy how it is laid out: goldthread format ${quotedPath(shown)}
`);
  return exitCodes.clean;
}

/** Does something that makes a file or a folder; `ifThere` says what is wrong where its name is taken. */
function attempt(name: string, ifThere: string, make: () => void): void {
  try {
    make();
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UsageError(`${name} ${isThere ? ifThere : faultOf(error)}.`);
  }
}

/** A path as it can be typed: in quotation marks where it has spaces. */
export const quotedPath = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);
