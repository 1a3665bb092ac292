import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { shownFrom } from '../disk/shown-path.ts';
import { counted } from '../reporters/words.ts';
import { Bell } from './bell.ts';
import type { BuildOptions } from './build-options.ts';
import { type Outcome, PlanBuilder } from './build-plans.ts';
import { summary } from './build-telling.ts';
import { Progress } from './progress.ts';
import { Signatures } from './signatures.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './usage-error.ts';
import { WatchedFolders } from './watch-folders.ts';
import { WatchedPlans } from './watch-plans.ts';

/** How long a file may be gone before it counts as gone, in milliseconds: some editors take the old one away first. */
const GONE = 150;

/** The signals that end the watching. */
const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Builds plans, and again whenever something that they are made of changes, until somebody ends it. */
export async function watch(named: readonly string[], options: BuildOptions, terminal: Terminal): Promise<number> {
  const plans = new WatchedPlans(named, terminal.cwd);
  const builder = new PlanBuilder(options, terminal);
  if (plans.projects.length === 0) {
    for (const fault of plans.plans.faults) terminal.err(`${fault}\n`);
    return exitCodes.usage;
  }
  const bell = new Bell();
  const folders = new WatchedFolders(() => bell.ring());
  const stop = (): void => {
    builder.stop();
    bell.stop();
  };
  for (const signal of ends) process.once(signal, stop);
  try {
    for (const folder of plans.projects) folders.watch(folder, true);
    await new Watch(plans, builder, folders, terminal).go(bell);
  } finally {
    for (const signal of ends) process.off(signal, stop);
    folders.close();
    builder.close();
  }
  return exitCodes.clean;
}

class Watch {
  private readonly plans: WatchedPlans;
  private readonly builder: PlanBuilder;
  private readonly folders: WatchedFolders;
  private readonly terminal: Terminal;
  private readonly show: (path: string) => string;
  private readonly signatures = new Signatures();

  constructor(plans: WatchedPlans, builder: PlanBuilder, folders: WatchedFolders, terminal: Terminal) {
    this.plans = plans;
    this.builder = builder;
    this.folders = folders;
    this.terminal = terminal;
    this.show = shownFrom(terminal.cwd);
  }

  /** Builds all, then what changes, as long as the bell is heard. */
  async go(bell: Bell): Promise<void> {
    const { out } = this.terminal;
    const first = performance.now();
    const outcome = await this.build(this.look());
    out(outcome.files.map((file) => `${file}\n`).join(''));
    out(`Built ${summary(outcome.files.length, outcome.built, outcome.all)}, in ${since(first)}.\n`);
    out('Watching for changes. Ctrl+C ends it.\n');
    while (await bell.hears()) {
      if (this.signatures.anyGone()) await wait(GONE);
      const began = performance.now();
      const changed = this.look();
      if (changed.size === 0) continue;
      const { built, all, files } = await this.build(changed);
      const what = all === 0 ? 'nothing to build' : `built ${summary(files.length, built, all)}, in ${since(began)}`;
      out(`${new Date().toLocaleTimeString('en-GB')} ${this.named(changed)}: ${what}.\n`);
    }
  }

  /** The files that changed since it last looked. */
  private look(): Set<string> {
    const came = this.plans.find();
    const changed = this.signatures.changed();
    this.signatures.note(came);
    for (const path of came) changed.add(path);
    return changed;
  }

  private async build(changed: ReadonlySet<string>): Promise<Outcome> {
    const began = Date.now();
    const progress = new Progress(this.terminal);
    this.builder.forget(changed);
    const affected = this.plans.read(changed, progress);
    const outcome = await this.builder.build(this.plans.plans, progress, affected);
    for (const fault of outcome.faults) this.terminal.err(`${fault}\n`);
    const inputs = new Set(this.builder.inputs());
    this.signatures.note(inputs, began);
    for (const input of inputs) this.folders.watch(folderOf(input), false);
    return outcome;
  }

  /** What changed, in a few words. */
  private named(changed: ReadonlySet<string>): string {
    const [first = '', ...others] = [...changed].sort();
    return others.length > 0 ? `${this.show(first)} and ${counted(others.length, 'other file')}` : this.show(first);
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** How long something took, in words. */
const since = (began: number): string => `${((performance.now() - began) / 1000).toFixed(2)} s`;
