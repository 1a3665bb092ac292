import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { CheckResult } from '../reporters/checked.ts';
import { type Job, type Read, type Task, work } from './jobs.ts';

/** More threads than this gain little: the main one shares the work out and prints all findings. */
const MOST_THREADS = 4;
/**
 * Room for what is young, in megabytes: for more than a batch, since all of a batch is dropped at once, and moving it to the old is work for
 * nothing; for not much more, since a processor's own memory holds no more.
 */
const YOUNG = 48;
/**
 * How V8 is to run the threads. There are as many as processors, so that helpers which collect garbage or compile only get in the way of
 * the others; and what outlives one round of a batch is not to be made among the old at once: the batch is dropped soon.
 */
const off = ['parallel-scavenge', 'concurrent-recompilation', 'allocation-site-pretenuring'];
/** So many files are read at a time. */
const READ = 100;

/** Threads that wait for work. */
export class Crew {
  private readonly threads: Worker[];

  constructor() {
    for (const flag of off) setFlagsFromString(`--no-${flag}`);
    const count = Math.min(MOST_THREADS, availableParallelism());
    this.threads = Array.from({ length: count }, () => {
      const thread = new Worker(new URL('./member-start.cjs', import.meta.url), {
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
    const running = this.threads.filter(({ threadId }) => threadId >= 0);
    await Promise.all(
      running.map((thread) => {
        thread.postMessage('end');
        return new Promise((resolve) => thread.once('exit', resolve));
      }),
    );
    // What the program has compiled is kept for its next start, which begins with them on, and would refuse what was kept with them off.
    for (const flag of off) setFlagsFromString(`--${flag}`);
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
