import { basename, extname, resolve } from 'node:path';
import { idFrom, nearest } from '@goldthread/grammar';
import type { Reader } from '../importers/readers/reader.ts';
import { UsageError } from './usage-error.ts';

/** What is asked of the command. */
export interface CommandOptions {
  /** A plan file, or a folder for plans; the working folder if none is named. */
  readonly out?: string;
  readonly as?: string;
  readonly language?: 'en' | 'cy';
  readonly changes: 'taken' | 'refused';
  /** True for a report beside each plan. */
  readonly report?: string | true;
  readonly format: 'text' | 'json';
  readonly dryRun?: true;
  readonly force?: true;
}

/** A format as the command speaks of it. */
export type NamedFormat = Pick<Reader, 'name' | 'endings' | 'meaning'>;

/** The standard input among the documents. */
export const STDIN = '-';
/** The ending of plan files. */
export const PLAN = '.plan';

/** Reads the name of a format; says which one was probably meant where there is none of it. */
export function readFormat(named: string, formats: readonly NamedFormat[]): string {
  const word = named.trim().toLowerCase().replace(/^\./, '');
  const format = formats.find(({ name }) => name === word) ?? formats.find(({ endings }) => endings.includes(word));
  if (format) return format.name;
  const known = formats.map(({ name }) => name);
  const meant = nearest(word, known);
  throw new UsageError(
    `There is no format called ‘${named}’ to import.${meant ? ` Did you mean ‘${meant}’?` : ''} There are: ${known.join(', ')}.`,
  );
}

/** Says what cannot be done, before anything is read. */
export function checkOptions(named: readonly string[], { as, out, report }: CommandOptions): void {
  if (named.includes(STDIN) && as === undefined)
    throw new UsageError('The standard input has no name to know it by. Say what it holds: --as docx.');
  if (named.length > 1 && out !== undefined && isPlanFile(out))
    throw new UsageError(
      `${named.length} documents become as many plans. Name a folder for them, without ${PLAN}: --out plans.`,
    );
  if (out === STDIN) throw new UsageError('To have the plan printed, and nothing written, say --dry-run.');
  if (typeof report === 'string' && !['.txt', '.json'].includes(extname(report).toLowerCase()))
    throw new UsageError(
      `A report is text or JSON: ‘${report}’ is to end with .txt or .json. With no name of its own, --report stands behind the documents.`,
    );
}

/** Whether --out names a plan, not a folder for plans. */
export const isPlanFile = (out: string): boolean => out.toLowerCase().endsWith(PLAN);

/** The id that a plan gets from the name of the file that it is asked to be written to; undefined where none is named. */
export const idFor = (out: string | undefined): string | undefined =>
  out !== undefined && isPlanFile(out) ? idFrom(basename(out).slice(0, -PLAN.length)) || undefined : undefined;

/** The documents that are named, each once. */
export const eachOnce = (named: readonly string[], cwd: string): string[] => [
  ...new Map(named.map((name) => [name === STDIN ? STDIN : resolve(cwd, name), name])).values(),
];
