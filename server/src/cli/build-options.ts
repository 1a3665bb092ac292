import { resolve } from 'node:path';
import { templateOnDisk } from '../disk/read-template.ts';
import { type Format, formatFault, formatNamed } from '../documents/formats.ts';
import { UsageError } from './usage-error.ts';

/** What is asked of the command. */
export interface BuildOptions {
  readonly to: readonly Format[];
  readonly out: string;
  readonly language?: 'en' | 'cy';
  readonly profile?: readonly string[];
  /** The file of a theme, as it was named. */
  readonly theme?: string;
  /** A document of Word, as it was named. */
  readonly template?: string;
  readonly split?: true;
  readonly withoutPlan?: true;
  readonly watch?: true;
  readonly force?: true;
  readonly overwrite?: true;
}

/** The formats that somebody names, with commas between them. */
export function readFormats(named: string): Format[] {
  const names = new Set(named.split(',').map((name) => name.trim().toLowerCase()));
  return [...names].map((name) => {
    const format = formatNamed(name);
    if (format) return format;
    throw new UsageError(formatFault(name) ?? name);
  });
}

/** The formats that take the styles of a document of Word. */
const forWord: ReadonlySet<string> = new Set(['docx', 'report', 'report-docx']);

/** True where pages are set: `report` is written as PDF too. */
export const needsTypesetter = (to: readonly Format[]): boolean =>
  to.some(({ name }) => name === 'report' || name.endsWith('pdf'));

/** Says what is asked for in vain, before anything is read. */
export function checkOptions({ to, template }: BuildOptions, cwd: string): void {
  if (template === undefined) return;
  if (!to.some(({ name }) => forWord.has(name)))
    throw new UsageError('--template gives documents for Word their styles. Ask for one: --to docx.');
  readTemplate(template, cwd);
}

/** The bytes of a document of Word whose styles are to be taken. */
export function readTemplate(named: string, cwd: string): Uint8Array {
  const bytes = templateOnDisk(resolve(cwd, named));
  if (bytes instanceof Uint8Array) return bytes;
  throw new UsageError(`The template ${named} ${bytes.fault}.`);
}
