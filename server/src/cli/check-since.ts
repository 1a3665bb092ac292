import type { Settings } from '../checks/settings.ts';
import type { Asked } from '../disk/asked.ts';
import { GitFault } from '../disk/git.ts';
import { type Found, readPlans } from '../disk/load.ts';
import { isSettings, type Past, type PastFiles, pastSettings, pastSince, pastTexts } from '../disk/past.ts';
import { shippedLibraries } from '../disk/shipped.ts';
import type { CheckResult } from '../reporters/checked.ts';
import { counted } from '../reporters/words.ts';
import { SettingsFinder } from '../settings-finder.ts';
import { Catalogue, type Summary, summaryOf } from '../workspace/catalogue.ts';
import { isPlanName } from '../workspace/file-names.ts';
import { isWithin } from '../workspace/host.ts';
import { Mentions } from '../workspace/mentions.ts';
import type { PlanText } from '../workspace/naming.ts';
import { batchesOf } from './batches.ts';
import { type Checked, jobsOf, MANY, together } from './check-all.ts';
import { Crew } from './crew.ts';
import { checkTexts } from './jobs.ts';
import type { Progress } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** What was found now in the files that were asked for, as far as a change can have touched them, and what was found there before. */
export interface SinceChecked extends Checked {
  readonly before: CheckResult;
}

/** What a check since a revision is asked. */
export interface SinceAsking {
  readonly revision: string;
  readonly found: Found;
  readonly asked: Asked;
  /** The settings as they are now. */
  readonly settings: { for(path: string): Settings };
  /** What the command line asks for whatever the settings say, now and before. */
  readonly overrides: Partial<Settings>;
  show(path: string): string;
}

/** Plan files in one of two states. */
interface Side {
  readonly texts: readonly PlanText[];
  readonly summaries: ReadonlyMap<string, Summary>;
  readonly catalogue: Catalogue;
  readonly settings: { for(path: string): Settings };
  readonly past?: PastFiles;
}

const nothing: CheckResult = { plans: [], files: [], failures: [] };

/**
 * Checks what a change may have touched, as it is now and as it was: the plans that changed files belong to or that name them, and those
 * whose findings depend on these. Where settings have changed, that is everything.
 */
export async function checkSince(asking: SinceAsking, progress: Progress): Promise<SinceChecked> {
  try {
    return await checkBoth(asking, progress);
  } catch (error) {
    if (error instanceof GitFault) throw new UsageError(error.message);
    throw error;
  }
}

async function checkBoth(asking: SinceAsking, progress: Progress): Promise<SinceChecked> {
  const { found, asked, settings, overrides } = asking;
  const { projects } = found;
  const past = pastOf(asking);
  const changed = past.changed.filter((path) => projects.some((project) => isWithin(path, project)));
  const plans = new Set(changed.filter(isPlanName));
  const { texts, unreadable } = readPlans(
    found.paths,
    { ...asked, files: asked.files.filter((path) => plans.has(path)) },
    progress,
  );
  const named = namesAmong(changed, [...texts, ...pastTexts([], past.files(plans), projects)]);
  const files = past.files(changed.filter((path) => plans.has(path) || isSettings(path) || named.has(nameOf(path))));
  const earlier = pastTexts(texts, files, projects);
  const mentions = new Mentions(named);
  const seeds = [...texts, ...earlier].filter(({ path, text }) => plans.has(path) || !mentions.in(text).next().done);
  const isAll = changed.some(isSettings);
  if (seeds.length === 0 && !isAll) return { result: nothing, before: nothing, unreadable };
  const now = sideOf(texts, settings);
  const before = sideOf(earlier, new SettingsFinder(pastSettings(files, projects), overrides, asking.show), {
    past: files,
    others: now,
  });
  const touched = isAll ? undefined : touchedBy(seeds, now.catalogue, before.catalogue);
  const wanted = new Set(asked.files);
  const [result, old] = await check(
    [
      { side: now, reports: (path) => wanted.has(path) },
      { side: before, reports: () => true },
    ],
    touched,
    projects,
    progress,
  );
  return { result: result ?? nothing, before: old ?? nothing, unreadable };
}

function pastOf({ revision, found, asked, show }: SinceAsking): Past {
  const inside = asked.paths[0]?.folder ?? found.projects[0];
  if (inside === undefined) throw new UsageError(asked.faults.join('\n'));
  const past = pastSince(revision, inside);
  for (const { folder } of asked.paths)
    if (!isWithin(folder, past.folder))
      throw new UsageError(
        `${show(folder)} is not in the same git repository as ${show(inside)}: --since looks at one.`,
      );
  return past;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The names of changed files other than plans and settings that stand in any of some texts: tables of figures, pictures. */
function namesAmong(changed: readonly string[], texts: readonly PlanText[]): ReadonlySet<string> {
  const names = new Set(changed.filter((path) => !isPlanName(path) && !isSettings(path)).map(nameOf));
  const named = new Set<string>();
  if (names.size === 0) return named;
  const mentions = new Mentions(names);
  for (const { text } of texts) for (const name of mentions.in(text)) named.add(name);
  return named;
}

/** What there is to know of the files of a side; of files that are the same on another side it is taken from there. */
function sideOf(
  texts: readonly PlanText[],
  settings: Side['settings'],
  earlier?: { readonly past: PastFiles; readonly others: Side },
): Side {
  const catalogue = new Catalogue(shippedLibraries());
  const summaries = new Map<string, Summary>();
  for (const text of texts) {
    const same = earlier?.past.has(text.path) ? undefined : earlier?.others.summaries.get(text.path);
    const summary = same ?? summaryOf(text);
    summaries.set(text.path, summary);
    catalogue.set(summary);
  }
  return { texts, summaries, catalogue, settings, ...(earlier ? { past: earlier.past } : {}) };
}

/**
 * The paths of the files whose findings may be others on either side, and of all that these depend on; undefined for all. What one side
 * joins may join more on the other.
 */
function touchedBy(seeds: readonly PlanText[], now: Catalogue, before: Catalogue): ReadonlySet<string> | undefined {
  const first = seeds.map(({ path }) => path);
  let touched = new Set([...now.related(first, true), ...before.related(first, true)]);
  for (let size = 0; size < touched.size; ) {
    size = touched.size;
    touched = new Set([...touched, ...now.related(touched), ...before.related(touched)]);
  }
  return now.isComplete && before.isComplete ? touched : undefined;
}

/** A side, and of which of its files the findings are wanted. */
interface Task {
  readonly side: Side;
  reports(path: string): boolean;
}

/** Checks the files of two sides that were touched: at once where there are few, else in batches, by several threads. */
async function check(
  tasks: readonly Task[],
  touched: ReadonlySet<string> | undefined,
  projects: readonly string[],
  progress: Progress,
): Promise<CheckResult[]> {
  const shares = tasks.map(({ side, reports }) => {
    const texts = side.texts.filter(({ path }) => touched?.has(path) ?? true);
    const settings = new Map(
      texts.flatMap(({ path }) => (reports(path) ? [[path, side.settings.for(path)] as const] : [])),
    );
    return { side, texts, settings };
  });
  progress.begin(`Checking ${counted(shares[0]?.texts.length ?? 0, 'file')} …`);
  if (shares.every(({ texts }) => texts.length < MANY))
    return shares.map(({ side, texts, settings }) => checkTexts(texts, settings, projects, touched, side.past));
  const crew = new Crew();
  try {
    const jobs = shares.map(({ side, texts, settings }) =>
      jobsOf(batchesOf(texts.flatMap(({ path }) => side.summaries.get(path) ?? [])), settings, projects, side.past),
    );
    const all = jobs.flat();
    const results = await crew.check(all, (done) =>
      progress.tell(`Checking: ${done} of ${counted(all.length, 'batch', 'batches')} …`),
    );
    const first = jobs[0]?.length ?? 0;
    return [together(results.slice(0, first)), together(results.slice(first))];
  } finally {
    await crew.dismiss();
  }
}
