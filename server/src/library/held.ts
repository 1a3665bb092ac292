import type { TextChange } from '@goldthread/grammar';
import type { Settings } from '../checks/settings.ts';
import { namesOf } from '../documents/edition/plan-names.ts';
import { Engine } from '../engine.ts';
import type { Diagnostic, Model } from '../index.ts';
import { Refs } from '../model/export.ts';
import { modelGraph } from '../model/graph.ts';
import { checkedDiagnostic, shownDiagnostic } from '../reporters/checked.ts';
import { SettingsFinder } from '../settings-finder.ts';
import { askedPlans, orphanFault, publishedPlans } from '../workspace/asked-plans.ts';
import { isPlanName } from '../workspace/file-names.ts';
import type { PlanText } from '../workspace/naming.ts';
import type { Plan } from '../workspace/plan.ts';
import { GoldthreadError } from './error.ts';
import type { Ground } from './ground.ts';
import { isSettings, Shelf, textOf } from './shelf.ts';

/** What was worked out of the plans as they are until something changes. */
interface Known {
  readonly asked: ReturnType<typeof askedPlans>;
  readonly refs: Refs;
  readonly names: ReadonlyMap<Plan, string>;
  readonly models: Map<string, Model>;
}

/** What a workspace holds: an engine, the files beside its plans, and which of them were asked for. */
export class Held {
  readonly shelf: Shelf;
  readonly engine: Engine;
  /** How many builds are under way: nothing may change meanwhile. */
  building = 0;
  private readonly asked: Set<string>;
  private readonly overrides: Partial<Settings>;
  private finder: SettingsFinder;
  private known: { readonly at: number; readonly what: Known } | undefined;

  /** `libraries` are those that come with the program; `overrides` hold over what projects ask. */
  constructor(ground: Ground, libraries: readonly PlanText[], overrides: Partial<Settings>) {
    this.shelf = new Shelf(ground);
    this.engine = new Engine(this.shelf);
    this.asked = new Set(ground.asked);
    this.overrides = overrides;
    for (const { path, text } of libraries) this.engine.ship(path, text);
    for (const { path, text } of ground.texts) this.engine.set(path, text);
    this.finder = this.newFinder();
  }

  /** How a file is called outside. */
  readonly show = (path: string): string => this.shelf.ground.show(path);

  /** The paths of the plan files that were asked for, in order. */
  get files(): string[] {
    return [...this.asked].sort();
  }

  /** The plans that are published. */
  get plans(): readonly Plan[] {
    return publishedPlans(this.now.asked.plans);
  }

  get refs(): Refs {
    return this.now.refs;
  }

  /** How the files of a plan are called, without ending. */
  nameOf(plan: Plan): string {
    return this.now.names.get(plan) ?? '';
  }

  /** The settings that hold for a file. */
  settings(path: string): Settings {
    return this.finder.for(path);
  }

  /** The graph of a plan, or of all that were asked for. */
  model(plan?: Plan): Model {
    const { models, asked } = this.now;
    const key = plan?.root.path ?? '';
    let model = models.get(key);
    if (!model) {
      model = modelGraph(this.engine.model, plan ? [plan] : asked.plans, this.show);
      models.set(key, model);
    }
    return model;
  }

  /** What is wrong in a file. */
  diagnostics(path: string): Diagnostic[] {
    const found = this.engine.diagnostics(path, this.settings(path));
    return found.map((diagnostic) => shownDiagnostic(checkedDiagnostic(diagnostic, this.refs), this.show));
  }

  /** What is to be said besides: sentences. */
  get faults(): string[] {
    this.engine.update();
    // The settings of the files that are there now: those of files that are gone are not told of.
    const finder = this.newFinder();
    for (const path of this.asked) finder.for(path);
    const unfinished = [...this.engine.checker.failures.keys()];
    return [
      ...this.shelf.ground.faults,
      ...finder.faults,
      ...this.now.asked.orphans.map((path) => orphanFault(this.show(path))),
      ...unfinished.map((rule) => `The check ${rule} could not be finished, because of a fault in Goldthread itself.`),
    ];
  }

  /** Adds a file, or gives it another content. A plan file that was read beside others stays one of those. */
  set(path: string, content: string | Uint8Array): void {
    this.mayChange();
    if (typeof content !== 'string' && !(content instanceof Uint8Array))
      throw new GoldthreadError(`The content of ${this.show(path)} is neither a text nor bytes (Uint8Array).`);
    const isNew = !this.shelf.exists(path);
    this.shelf.put(path, content);
    if (!isPlanName(path)) this.refresh(path);
    else {
      if (!this.engine.workspace.files.has(path)) this.asked.add(path);
      this.write(path, textOf(content));
      if (isNew) this.refresh(path);
    }
  }

  /** Gives a plan file another text: where it is known, only what differs is read again. */
  private write(path: string, text: string): void {
    const before = this.engine.workspace.files.get(path)?.tree.text;
    if (before === undefined) this.engine.set(path, text);
    else if (before !== text) this.engine.change(path, differenceOf(before, text));
  }

  /** Takes a file out. */
  delete(path: string): void {
    this.mayChange();
    this.shelf.put(path, null);
    this.asked.delete(path);
    if (isPlanName(path)) this.engine.delete(path);
    this.refresh(path);
  }

  /** Lets those look again that name a file. */
  private refresh(path: string): void {
    if (isSettings(path)) this.finder = this.newFinder();
    this.engine.refresh(path);
  }

  private newFinder(): SettingsFinder {
    return new SettingsFinder(this.shelf.settings, this.overrides, this.show);
  }

  private mayChange(): void {
    if (this.building > 0)
      throw new GoldthreadError('Documents are being made. Wait for them before you change what they are made of.');
  }

  private get now(): Known {
    const { changes: at, model } = this.engine;
    if (this.known?.at === at) return this.known.what;
    // Not the model alone: it hands out once what has changed, and the checks must hear of it.
    this.engine.update();
    const asked = askedPlans(this.files, this.engine.workspace);
    const names = namesOf(publishedPlans(asked.plans), model);
    const what = { asked, refs: new Refs(model), names, models: new Map() };
    this.known = { at, what };
    return what;
  }
}

/** The least piece of a text that another takes the place of to make a second one. */
function differenceOf(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let [end, endAfter] = [before.length, after.length];
  while (Math.min(end, endAfter) > start && before.charCodeAt(end - 1) === after.charCodeAt(endAfter - 1)) {
    end--;
    endAfter--;
  }
  return { start, end, text: after.slice(start, endAfter) };
}
