import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readText, withoutMark } from '../disk/read-text.ts';
import { type BaselineEntry, baselineEntries, baselineText, readBaseline } from '../reporters/baseline.ts';
import type { CheckedDiagnostic, CheckResult } from '../reporters/checked.ts';
import { type Sorted, sorted } from '../reporters/known.ts';
import { counted } from '../reporters/words.ts';
import { faultIn, writeTo } from './check-reports.ts';
import { UsageError } from './usage-error.ts';

/** What was found, and what each finding is known by. */
export interface Whole {
  readonly result: CheckResult;
  readonly names: ReadonlyMap<CheckedDiagnostic, string>;
  /** The folder that paths are seen from. */
  readonly root: string;
  show(path: string): string;
}

/** The file with the findings that plans started with. */
export class Baseline {
  private readonly file: string;
  private readonly path: string;
  private entries: readonly BaselineEntry[];

  /** Reads the file. With `update` it need not be there yet. */
  constructor(file: string, cwd: string, update: boolean) {
    this.file = file;
    this.path = resolve(cwd, file);
    this.entries = this.read(update);
  }

  /** The findings that are known. */
  knownAmong(whole: Whole): ReadonlySet<CheckedDiagnostic> {
    return new Set(this.compared(whole).again.map(([diagnostic]) => diagnostic));
  }

  /** What is to be said of findings that are in the file and no longer in the plans; nothing where there are none. */
  telling(whole: Whole): string | undefined {
    const { length } = this.goneIn(whole);
    if (length === 0) return undefined;
    const [are, them] = length === 1 ? ['is', 'it'] : ['are', 'them'];
    return `${counted(length, 'finding')} in ${this.file} ${are} no longer found. To take ${them} out: --update-baseline`;
  }

  /** Writes the findings that there are, which are known from then on. Those in files that were not checked stay. Says what was done. */
  update(whole: Whole): string {
    const gone = new Set(this.goneIn(whole));
    const others = this.compared(whole).gone.filter((entry) => !gone.has(entry));
    this.entries = [...baselineEntries(whole.result, whole.names, whole.show), ...others];
    writeTo(this.path, this.file, baselineText(this.entries));
    const taken = gone.size > 0 ? ` ${counted(gone.size, 'finding')} no longer there: taken out.` : '';
    return `${this.file} now has ${counted(this.entries.length, 'finding')}.${taken}`;
  }

  /** The entries that are found no longer: those of files that were checked, or that are gone. */
  private goneIn(whole: Whole): readonly BaselineEntry[] {
    const { result, root, show } = whole;
    const checked = new Set(result.files.map(({ path }) => show(path)));
    return this.compared(whole).gone.filter(({ file }) => checked.has(file) || !existsSync(join(root, file)));
  }

  private compared({ result, names }: Whole): Sorted<BaselineEntry> {
    const diagnostics = result.files.flatMap((file) => file.diagnostics.filter(({ severity }) => severity !== 'hint'));
    return sorted(diagnostics, this.entries, names);
  }

  /** The entries of the file. */
  private read(update: boolean): readonly BaselineEntry[] {
    const fault = faultIn(this.path, () => true);
    if (fault) throw new UsageError(`${this.file} ${fault}, so it can be no baseline. Name another file.`);
    if (!existsSync(this.path)) {
      if (update) return [];
      throw new UsageError(
        `${this.file} is not there. To write it with the findings that there are now: --update-baseline`,
      );
    }
    const { text = '' } = readText(this.path);
    if (update && text.trim() === '') return [];
    const read = readBaseline(withoutMark(text));
    if (typeof read === 'string') throw new UsageError(`${this.file} ${read}.`);
    return read;
  }
}
