import { textOf } from '@goldthread/grammar';
import type { Settings } from '../checks/settings.ts';
import type { State } from '../difference/compare.ts';
import { Engine } from '../engine.ts';
import { SettingsFinder } from '../settings-finder.ts';
import { Catalogue, summaryOf } from '../workspace/catalogue.ts';
import { isPlanName, settingsName } from '../workspace/file-names.ts';
import { isWithin, resolvePath } from '../workspace/host.ts';
import type { PlanText } from '../workspace/naming.ts';
import type { Plan } from '../workspace/plan.ts';
import type { PlanTree } from './plan-tree.ts';
import { shippedLibraries } from './shipped.ts';

/** What is asked of states that are read. */
export interface Asking {
  /** The names of the files that are not the same in all states. */
  readonly changed: ReadonlySet<string>;
  /** True for the name of a file that is asked for. */
  isAsked(name: string): boolean;
  /** The names of the settings among them that ask for something else than before. */
  readonly settings?: readonly string[];
  /** True for the name of a file that is there to be named by what is compared, and is not compared itself. */
  isGuest?(name: string): boolean;
  /** Turns the name of a file into what it is called in what is printed. */
  show(name: string): string;
}

/** A state that was read, and what is wrong with it: sentences to print. */
export interface StateRead {
  readonly state: State;
  readonly faults: readonly string[];
  /** The names of the files that changed and cannot be read. */
  readonly unreadable: readonly string[];
  /** The settings that hold for a file of it. */
  settings(path: string): Settings;
}

/**
 * Reads what changed between some trees: the plans with files that are not the same in all of them, and those that name such plans or
 * files. Of each tree that is read on which its findings depend; the plans that are compared are the same in all. In the order of the trees; none
 * where nothing changed.
 */
export function readStates(trees: readonly PlanTree[], asking: Asking, overrides: Partial<Settings> = {}): StateRead[] {
  const { changed, isAsked } = asking;
  if (changed.size === 0) return [];
  const readings = trees.map((tree) => new Reading(tree, asking, overrides));
  const names = new Set(readings.flatMap((reading) => reading.related(changed)));
  for (const reading of readings) reading.load(names);
  // Of a plan with a file that cannot be read nobody knows what became of it.
  const unreadable = new Set(readings.flatMap((reading) => [...reading.unreadable]));
  const ids = new Set(readings.flatMap((reading) => reading.plansWith(changed).map(({ id }) => id)));
  ids.delete('');
  // A plan that is compared in one state is compared in all.
  const wanted = new Set(
    readings.flatMap((reading) =>
      reading
        .concerned(changed, ids)
        .filter((plan) => reading.namesOf(plan).some(isAsked))
        .filter((plan) => !reading.namesOf(plan).some((name) => unreadable.has(name)))
        .flatMap((plan) => reading.keysOf(plan)),
    ),
  );
  return readings.map((reading) => ({
    state: reading.state(wanted),
    faults: reading.faults,
    unreadable: [...reading.unreadable],
    settings: (path) => reading.settings(path),
  }));
}

/** One tree that is being read. */
class Reading {
  private readonly tree: PlanTree;
  private readonly asking: Asking;
  private readonly finder: SettingsFinder;
  private readonly texts: readonly PlanText[];
  private readonly engine: Engine;
  private readonly faulty = new Map<string, string>();

  constructor(tree: PlanTree, asking: Asking, overrides: Partial<Settings>) {
    this.tree = tree;
    this.asking = asking;
    this.finder = new SettingsFinder(tree.settings, overrides, (path) => asking.show(tree.name(path)));
    this.engine = new Engine(tree);
    this.texts = tree.plans.flatMap((path): PlanText[] => {
      const { text, fault } = tree.text(path);
      if (text !== undefined) return [{ path, text }];
      const name = tree.name(path);
      if (asking.changed.has(name)) this.faulty.set(name, `${asking.show(name)} ${fault}.`);
      return [];
    });
  }

  settings(path: string): Settings {
    return this.finder.for(path);
  }

  get faults(): readonly string[] {
    return [...this.faulty.values(), ...this.finder.faults];
  }

  /** The names of the files that changed and cannot be read here. */
  get unreadable(): Iterable<string> {
    return this.faulty.keys();
  }

  /** The names of the files on which those depend that changed, and of the libraries of the program. */
  related(changed: ReadonlySet<string>): string[] {
    const catalogue = new Catalogue(shippedLibraries());
    for (const text of this.texts) catalogue.set(summaryOf(text));
    // Plans name other files than plans by their paths.
    const ends = [...changed]
      .map((name) => name.slice(name.lastIndexOf('/') + 1))
      .filter((end) => !isPlanName(end) && end !== settingsName);
    const namesOne = (text: string): boolean => ends.some((end) => text.includes(end));
    const seeds = this.texts.filter(({ path, text }) => {
      const name = this.tree.name(path);
      return changed.has(name) || this.hasOtherSettings(name) || namesOne(text);
    });
    const found = catalogue.isComplete
      ? catalogue.related(
          seeds.map(({ path }) => path),
          true,
        )
      : catalogue.paths();
    return [...found].map((path) => this.tree.name(path));
  }

  /** Takes in the files with some names. */
  load(names: ReadonlySet<string>): void {
    for (const { path, text } of shippedLibraries()) if (names.has(path)) this.engine.ship(path, text);
    for (const { path, text } of this.texts) if (names.has(this.tree.name(path))) this.engine.set(path, text);
    this.engine.update();
  }

  /** The plans that have a file among some. */
  plansWith(changed: ReadonlySet<string>): Plan[] {
    return this.plans.filter((plan) => this.namesOf(plan).some((name) => changed.has(name)));
  }

  /** The plans that have a file among some, name one, or name a plan among some; and those whose settings changed. */
  concerned(changed: ReadonlySet<string>, ids: ReadonlySet<string>): Plan[] {
    const found = new Set(this.plansWith(changed));
    for (const id of ids) for (const { from } of this.engine.model.namingPlan(id)) if (from.plan) found.add(from.plan);
    for (const plan of this.plans) if (this.namesOf(plan).some((name) => this.hasOtherSettings(name))) found.add(plan);
    for (const plan of this.plans) if (this.filesNamedBy(plan).some((name) => changed.has(name))) found.add(plan);
    return this.plans.filter((plan) => found.has(plan));
  }

  /** What a plan is known by in all states: its id, the name of its first file. */
  keysOf({ kind, id, root }: Plan): string[] {
    return [...(id === '' ? [] : [`${kind} ${id}`]), `file ${this.tree.name(root.path)}`];
  }

  /** The names of the files that a plan is made of. */
  namesOf = ({ files }: Plan): string[] => files.map(({ path }) => this.tree.name(path));

  /** What was read, with those plans that are known by some keys. */
  state(keys: ReadonlySet<string>): State {
    const { engine, finder, tree, asking } = this;
    const { snapshot } = engine;
    const plans = this.plans.filter((plan) => this.keysOf(plan).some((key) => keys.has(key)));
    // What is wrong with settings is known once they were asked for.
    for (const { files } of plans) for (const { path } of files) finder.for(path);
    return {
      snapshot: { ...snapshot, diagnostics: ({ path }) => engine.diagnostics(path, finder.for(path)) },
      plans,
      show: (path) => asking.show(tree.name(path)),
      fingerprint: (path) => tree.fingerprint(path),
      isBlank: (name) => {
        const path = tree.plans.find((one) => asking.show(tree.name(one)) === name);
        return path !== undefined && tree.text(path).text?.trim() === '';
      },
      allowed: (path) => engine.diagnosis(path, finder.for(path)).allowed,
    };
  }

  private get plans(): readonly Plan[] {
    const { isGuest } = this.asking;
    return this.engine.workspace.plans.filter(
      ({ shipped, root }) => !shipped && isGuest?.(this.tree.name(root.path)) !== true,
    );
  }

  /** True for the name of a file for which settings may hold that changed: those of a folder that it stands in. */
  private hasOtherSettings(name: string): boolean {
    return (this.asking.settings ?? []).some((settings) => isWithin(name, settings.slice(0, -settingsName.length - 1)));
  }

  /** The names of the files that a plan names: tables of figures, pictures. */
  private filesNamedBy({ files }: Plan): string[] {
    const { model } = this.engine;
    return files.flatMap((file) =>
      file.blocks.flatMap((placed) =>
        (model.content(placed)?.paths ?? []).map(({ entry }) =>
          this.tree.name(resolvePath(file.path, textOf(placed.block, entry))),
        ),
      ),
    );
  }
}
