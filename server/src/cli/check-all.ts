import type { Settings } from '../checks/settings.ts';
import type { Asked } from '../disk/asked.ts';
import { type Found, type PlanTexts, readNeeded } from '../disk/load.ts';
import type { PastFiles } from '../disk/past.ts';
import type { CheckedPlan, CheckResult, Failure } from '../reporters/checked.ts';
import { counted, number } from '../reporters/words.ts';
import type { Summary } from '../workspace/catalogue.ts';
import { isPlanName } from '../workspace/file-names.ts';
import { type Batch, batchesOf } from './batches.ts';
import { Crew } from './crew.ts';
import { checkTexts, type Job } from './jobs.ts';
import type { Progress } from './progress.ts';
import type { SettingsFinder } from './settings.ts';

/** What was found in the files that were asked for, and which of them could not be read. */
export interface Checked extends Pick<PlanTexts, 'unreadable'> {
  readonly result: CheckResult;
}

/** Fewer files than this are checked at once: threads would take longer to start than they save. */
export const MANY = 250;

/** Reads files and checks those that were asked for: at once where there are few, else in batches, by several threads. */
export async function checkAll(
  found: Found,
  asked: Asked,
  finder: SettingsFinder,
  progress: Progress,
): Promise<Checked> {
  const wanted = new Set(asked.files);
  const settingsOf = (files: readonly { readonly path: string }[]): Map<string, Settings> =>
    new Map(files.flatMap(({ path }) => (wanted.has(path) ? [[path, finder.for(path)] as const] : [])));
  if (found.paths.length >= MANY) return checkMany(found, wanted, settingsOf, progress);
  const { texts, unreadable } = readNeeded(found.paths, asked, progress);
  const settings = settingsOf(texts);
  progress.begin(`Checking ${counted(settings.size, 'file')} …`);
  return { result: checkTexts(texts, settings, found.projects), unreadable };
}

/** Threads read the files once to find out which depend on one another, and once more to check them, so that nobody holds all texts. */
async function checkMany(
  { paths, projects }: Found,
  wanted: ReadonlySet<string>,
  settingsOf: (files: readonly Summary[]) => ReadonlyMap<string, Settings>,
  progress: Progress,
): Promise<Checked> {
  const crew = new Crew();
  try {
    const { summaries, unreadable } = await crew.read(paths, (done) =>
      progress.tell(`Reading: ${number(done)} of ${counted(paths.length, 'file')} …`),
    );
    const jobs = jobsOf(batchesOf(summaries), settingsOf(summaries), projects);
    const results = await crew.check(jobs, (done) =>
      progress.begin(`Checking: ${number(done)} of ${counted(jobs.length, 'batch', 'batches')} …`),
    );
    return { result: together(results), unreadable: unreadable.filter(({ path }) => wanted.has(path)) };
  } finally {
    await crew.dismiss();
  }
}

/** The jobs for a crew. `past` has files that are looked at as they were. */
export const jobsOf = (
  batches: readonly Batch[],
  settings: ReadonlyMap<string, Settings>,
  projects: readonly string[],
  past?: PastFiles,
): Job[] =>
  batches.flatMap(({ paths, reported, libraries }): Job[] => {
    const own = [...reported].flatMap((path) => {
      const found = settings.get(path);
      return found ? [[path, found] as const] : [];
    });
    return own.length > 0
      ? [{ paths, asked: new Map(own), projects, libraries, past: past && pastOf(past, paths) }]
      : [];
  });

/** Of files as they were those that a batch may look at: its own, and all that are no plans. */
const pastOf = (past: PastFiles, paths: readonly string[]): PastFiles => {
  const own = new Set(paths);
  return new Map([...past].filter(([path]) => own.has(path) || !isPlanName(path)));
};

/** The results of several batches as one, in the order of the files. */
export function together(results: readonly CheckResult[]): CheckResult {
  const plans = new Map<string, CheckedPlan>();
  for (const plan of results.flatMap((result) => result.plans)) plans.set(plan.file, plan);
  const failures = new Map<string, Failure>();
  for (const failure of results.flatMap((result) => result.failures)) failures.set(failure.rule, failure);
  const files = results.flatMap((result) => result.files).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { plans: [...plans.values()], files, failures: [...failures.values()] };
}
