import type { Settings } from '../checks/settings.ts';
import { diskHost } from '../disk/disk-host.ts';
import { engineWith } from '../disk/load.ts';
import { type PastFiles, pastHost } from '../disk/past.ts';
import { readText, withoutMark } from '../disk/read-text.ts';
import type { CheckResult } from '../reporters/checked.ts';
import { type Summary, summaryOf } from '../workspace/catalogue.ts';
import type { PlanText } from '../workspace/naming.ts';
import { checkFiles } from './check-files.ts';

/** Files that are checked together, without regard to any others. */
export interface Job {
  readonly paths: readonly string[];
  /** Those of the files that are reported on, with the settings that hold for each. */
  readonly asked: ReadonlyMap<string, Settings>;
  /** The folders outside which no file is looked at. */
  readonly projects: readonly string[];
  /** The libraries that come with the program and that the files name. */
  readonly libraries?: ReadonlySet<string> | undefined;
  /** Files that are looked at as they were. */
  readonly past?: PastFiles | undefined;
}

/** What a thread is asked: what there is to know of files, or what is wrong in them. */
export type Task = { readonly read: readonly string[] } | { readonly check: Job };

/** What there is to know of files, and which of them could not be read. */
export interface Read {
  readonly summaries: readonly Summary[];
  readonly unreadable: readonly { readonly path: string; readonly fault: string }[];
}

function readAll(paths: readonly string[]): Read {
  const summaries: Summary[] = [];
  const unreadable: { path: string; fault: string }[] = [];
  for (const path of paths) {
    const { text, fault } = readText(path);
    if (text === undefined) unreadable.push({ path, fault });
    else summaries.push(summaryOf({ path, text: withoutMark(text) }));
  }
  return { summaries, unreadable };
}

/** Does a task. */
export const work = (task: Task): Read | CheckResult => ('read' in task ? readAll(task.read) : check(task.check));

/** Reads the files of a job and checks them. */
function check({ paths, asked, projects, libraries, past }: Job): CheckResult {
  const texts = paths.flatMap((path): PlanText[] => {
    const { text } = past?.get(path) ?? readText(path);
    return text === undefined ? [] : [{ path, text: withoutMark(text) }];
  });
  return checkTexts(texts, asked, projects, libraries, past);
}

/** Checks files, with an engine that is gone afterwards. */
export function checkTexts(
  texts: readonly PlanText[],
  asked: ReadonlyMap<string, Settings>,
  projects: readonly string[],
  libraries?: ReadonlySet<string>,
  past?: PastFiles,
): CheckResult {
  const now = diskHost(projects);
  const engine = engineWith(texts, projects, libraries, past ? pastHost(past, now) : now);
  const files = texts.flatMap(({ path }) => (asked.has(path) ? (engine.workspace.files.get(path) ?? []) : []));
  return checkFiles(engine, files, (path) => asked.get(path) as Settings);
}
