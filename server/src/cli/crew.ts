import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
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

/** More threads than this gain little: the main one shares the work out and prints all findings. */
const MOST_THREADS = 4;
/** Room for what is young, in megabytes. All of a batch is dropped at once, so that moving it to the old is work for nothing. */
const YOUNG = 32;
/** What a thread is told that is to do jobs. */
const MEMBER = 'goldthread: checks batches';

/** True in a thread that does jobs for another one. */
export const isMember = !isMainThread && workerData === MEMBER;

/** What a thread is asked: what there is to know of files, or what is wrong in them. */
type Task = { readonly read: readonly string[] } | { readonly check: Job };

/** What there is to know of files, and which of them could not be read. */
export interface Read {
  readonly summaries: readonly Summary[];
  readonly unreadable: readonly { readonly path: string; readonly fault: string }[];
}

/** So many files are read at a time. */
const READ = 100;

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

const work = (task: Task): Read | CheckResult => ('read' in task ? readAll(task.read) : check(task.check));

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

/** Threads that wait for work. */
export class Crew {
  private readonly threads: Worker[];

  constructor() {
    // With as many threads as there are processors, helpers that collect garbage would only get in the way of the others.
    setFlagsFromString('--single-threaded-gc');
    const count = Math.min(MOST_THREADS, availableParallelism());
    this.threads = Array.from({ length: count }, () => {
      const thread = new Worker(new URL(import.meta.url), {
        workerData: MEMBER,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      });
      // A thread that dies is noticed by its end; without a listener its error would end the program.
      thread.on('error', () => {});
      return thread;
    });
  }

  /** Reads files; `tell` is told how many have been read. In the order of the paths. */
  async read(paths: readonly string[], tell: (done: number) => void): Promise<Read> {
    const tasks: Task[] = [];
    for (let at = 0; at < paths.length; at += READ) tasks.push({ read: paths.slice(at, at + READ) });
    const read = (await this.workOff(tasks, (done) => tell(Math.min(done * READ, paths.length)))) as Read[];
    return {
      summaries: read.flatMap(({ summaries }) => summaries),
      unreadable: read.flatMap(({ unreadable }) => unreadable),
    };
  }

  /** Does jobs; `tell` is told how many are done. The results come in the order of the jobs. */
  async check(jobs: readonly Job[], tell: (done: number) => void): Promise<CheckResult[]> {
    return (await this.workOff(
      jobs.map((job) => ({ check: job })),
      tell,
    )) as CheckResult[];
  }

  /** Does tasks, each in the first thread that is free. A task whose thread dies is done here. */
  private async workOff(tasks: readonly Task[], tell: (done: number) => void): Promise<(Read | CheckResult)[]> {
    const results: (Read | CheckResult)[] = [];
    const waiting = tasks.entries();
    let done = 0;
    const serve = async (thread: Worker): Promise<void> => {
      for (const [index, task] of waiting) {
        results[index] = (await askThread(thread, task)) ?? work(task);
        tell(++done);
      }
    };
    await Promise.all(this.threads.map(serve));
    return results;
  }

  /** Ends the threads; until then they keep the program from ending. */
  async dismiss(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}

/** The result of a task from a thread; undefined where the thread is dead, or dies of it. */
function askThread(thread: Worker, task: Task): Promise<Read | CheckResult | undefined> {
  if (thread.threadId < 0) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const end = (result?: Read | CheckResult): void => {
      thread.off('message', end);
      thread.off('exit', onExit);
      resolve(result);
    };
    const onExit = (): void => end();
    thread.on('message', end);
    thread.on('exit', onExit);
    thread.postMessage(task);
  });
}

if (isMember) parentPort?.on('message', (task: Task) => parentPort?.postMessage(work(task)));
