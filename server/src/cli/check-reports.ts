import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { faultOf, readText } from '../disk/read-text.ts';
import { type Format, formatNamed, formats } from '../reporters/index.ts';
import { isPlanName, settingsName } from '../workspace/file-names.ts';
import { UsageError } from './usage-error.ts';
import { putFile } from './write-file.ts';

/** A report that goes to a file. */
export interface ReportAsked {
  readonly format: Format;
  /** The file, as it was named. */
  readonly file: string;
}

/** The formats that are for files. */
const forFiles = formats.filter(({ mark }) => mark);

/** Reads `--report sarif=goldthread.sarif`, which may be asked for several times. */
export function readReport(asked: string, others: readonly ReportAsked[] = []): ReportAsked[] {
  const [, name = '', file = ''] = /^([^=]*)=(.+)$/s.exec(asked) ?? [];
  const format = formatNamed(name);
  if (!format?.mark || file === '')
    throw new UsageError(
      `--report wants a format and a file, as in --report sarif=goldthread.sarif. The formats for files are ${forFiles.map((one) => one.name).join(', ')}.`,
    );
  return [...others, { format, file }];
}

/** A place that a report goes to. */
export interface ReportPlace {
  readonly format: Format;
  write(text: string): void;
}

/** The places that reports go to. Throws where one must not be written over: a report takes the place of an earlier one, and of nothing else; `baseline` is the file of known findings, if there is one. */
export function placesOf(asked: readonly ReportAsked[], baseline: string | undefined, cwd: string): ReportPlace[] {
  const taken = new Set(baseline === undefined ? [] : [resolve(cwd, baseline)]);
  return asked.map(({ format, file }) => {
    const path = resolve(cwd, file);
    if (taken.has(path)) throw new UsageError(`A file can hold one report, and no baseline besides: ${file}.`);
    taken.add(path);
    const fault = faultIn(path, ({ text = '' }) => text.trim() === '' || format.mark?.test(text) === true);
    if (fault) throw new UsageError(`${file} ${fault}, so no report is written there. Name another file.`);
    return { format, write: (text) => writeTo(path, file, text) };
  });
}

/**
 * Why a file must not be written over: the rest of a sentence that begins with its name; undefined where it may be. `isOwn` is true for what
 * was written there before.
 */
export function faultIn(
  path: string,
  isOwn: (found: { readonly text?: string | undefined }) => boolean,
): string | undefined {
  if (isPlanName(path)) return 'has the name of a plan';
  if (basename(path) === settingsName) return 'has the name of settings';
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isFile()) return 'is no file';
  const found = readText(path);
  return found.text === undefined || !isOwn(found) ? 'holds something else' : undefined;
}

/** Writes a file, all of it or nothing, and the folder that it is to stand in. `shown` is what the file is called. */
export function writeTo(path: string, shown: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    putFile(path, text);
  } catch (error) {
    throw new UsageError(`${shown} ${faultOf(error)}.`);
  }
}
