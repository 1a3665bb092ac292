import type { Diagnostic } from '../checks/diagnose.ts';
import type { Engine } from '../engine.ts';
import { pretty } from '../reporters/pretty.ts';
import { counted, number } from '../reporters/words.ts';
import { lineOf } from './line-of.ts';
import type { Terminal } from './terminal.ts';

/** What is needed to say what is wrong with plans. */
export interface Telling {
  readonly engine: Engine;
  readonly terminal: Terminal;
  readonly force?: boolean | undefined;
  readonly show: (path: string) => string;
}

/** What is wrong with a plan, and what that means for its documents. */
export function complaint(
  plan: string,
  errors: readonly Diagnostic[],
  wrong: readonly string[],
  { engine, terminal, force, show }: Telling,
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

/** What it means for documents that something is wrong with their theme. */
export const themeFault = (theme: string, force: boolean | undefined): string =>
  force
    ? `What is right of the theme ${theme} is used all the same.`
    : `Nothing is built with the theme ${theme} as long as this is wrong. Mend it, or build with what is right of it: --force.`;

/** Of how many plans how many files were written. */
export function summary(files: number, built: number, all: number): string {
  const plans = built === all ? counted(all, 'plan') : `${number(built)} of ${counted(all, 'plan')}`;
  return `${plans}: ${counted(files, 'file')}`;
}
