import type { Settings } from '../checks/settings.ts';
import type { CheckedPlan, CheckResult, Failure } from '../reporters/checked.ts';
import { counted, number } from '../reporters/words.ts';
import type { Asked } from './asked.ts';
import { type Batch, batchesOf } from './batches.ts';
import { Crew, checkTexts, type Job } from './crew.ts';
import { type Found, type PlanTexts, readPlans } from './load.ts';
import type { Progress } from './progress.ts';
import type { SettingsFinder } from './settings.ts';

/** What was found in the files that were asked for, and which of them could not be read. */
export interface Checked extends Pick<PlanTexts, 'unreadable'> {
  readonly result: CheckResult;
}

/** Fewer files than this are checked at once: threads would take longer to start than they save. */
const MANY = 250;

/** Reads files and checks those that were asked for: at once where there are few, else in batches, by several threads. */
export async function checkAll(
  { paths, projects }: Found,
  asked: Asked,
  finder: SettingsFinder,
  progress: Progress,
): Promise<Checked> {
  const crew = paths.length >= MANY ? new Crew() : undefined;
  try {
    const { texts, unreadable } = readPlans(paths, asked, progress);
    const wanted = new Set(asked.files);
    const settings = new Map(
      texts.flatMap(({ path }) => (wanted.has(path) ? [[path, finder.for(path)] as const] : [])),
    );
    progress.begin(`Checking ${counted(settings.size, 'file')} …`);
    if (!crew) return { result: checkTexts(texts, settings, projects), unreadable };
    const jobs = jobsOf(batchesOf(texts), settings, projects);
    texts.length = 0;
    const results = await crew.workOff(jobs, (done) =>
      progress.begin(`Checking: ${number(done)} of ${counted(jobs.length, 'batch', 'batches')} …`),
    );
    return { result: together(results), unreadable };
  } finally {
    await crew?.dismiss();
  }
}

/** The jobs for a crew. They name files, which are read again where they are checked, so that no thread holds all texts. */
const jobsOf = (
  batches: readonly Batch[],
  settings: ReadonlyMap<string, Settings>,
  projects: readonly string[],
): Job[] =>
  batches.flatMap(({ texts, reported, libraries }): Job[] => {
    const own = [...reported].flatMap((path) => {
      const found = settings.get(path);
      return found ? [[path, found] as const] : [];
    });
    return own.length > 0 ? [{ paths: texts.map(({ path }) => path), asked: new Map(own), projects, libraries }] : [];
  });

/** The results of several batches as one, in the order of the files. */
export function together(results: readonly CheckResult[]): CheckResult {
  const plans = new Map<string, CheckedPlan>();
  for (const plan of results.flatMap((result) => result.plans)) plans.set(plan.file, plan);
  const failures = new Map<string, Failure>();
  for (const failure of results.flatMap((result) => result.failures)) failures.set(failure.rule, failure);
  const files = results.flatMap((result) => result.files).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { plans: [...plans.values()], files, failures: [...failures.values()] };
}
