import { nearest } from '@goldthread/grammar';
import type { Edit, Plan, Workspace } from '../index.ts';
import { Publisher } from './build.ts';
import { GoldthreadError } from './error.ts';
import type { Held } from './held.ts';
import { planAt } from './plan.ts';

/** What somebody holds, as others see it. */
export function workspaceOf(held: Held): Workspace {
  const { engine, shelf } = held;
  const publisher = new Publisher(held);
  const known = new Map<string, Plan>();
  const windowOn = (path: string): Plan => {
    const plan = known.get(path) ?? planAt(path, held, publisher);
    known.set(path, plan);
    return plan;
  };
  const pathOf = (name: string): string => shelf.ground.path(name);
  return {
    get plans() {
      return held.plans.map(({ root }) => windowOn(root.path));
    },
    get files() {
      return held.files.map(held.show);
    },
    get faults() {
      return held.faults;
    },
    plan: (id) => {
      const found = held.plans.find((plan) => plan.id === id || held.refs.ofPlan(plan) === id);
      if (found) return windowOn(found.root.path);
      const ids = held.plans.map((plan) => held.refs.ofPlan(plan));
      const meant = nearest(id, ids);
      throw new GoldthreadError(`There is no plan called ‘${id}’.${meant ? ` Did you mean ‘${meant}’?` : ''}`);
    },
    text: (file) => engine.workspace.files.get(pathOf(file))?.tree.text,
    model: () => held.model(),
    diagnostics: () => held.files.flatMap((path) => held.diagnostics(path)),
    set: (file, content) => held.set(pathOf(file), content),
    delete: (file) => held.delete(pathOf(file)),
    apply: (edits) => applyEdits(edits, held),
    build: async (options) => publisher.build(held.plans, options),
    close: async () => publisher.close(),
  };
}

/** Makes changes of text, all of them or none. The places are those before the first change. */
function applyEdits(edits: readonly Edit[], held: Held): void {
  const changed = new Map<string, string>();
  for (const [name, own] of Map.groupBy(edits, ({ file }) => file)) {
    const path = held.shelf.ground.path(name);
    const file = held.engine.workspace.files.get(path);
    if (!file) throw new GoldthreadError(`There is no file ${name} to change.`);
    let { text } = file.tree;
    const placed = own.map(({ range, newText }) => ({
      start: file.offsetAt(range.start),
      end: file.offsetAt(range.end),
      newText,
    }));
    // From the end, so that no place moves; the later of two at one place stands behind the earlier.
    for (const { start, end, newText } of placed.toReversed().sort((a, b) => b.start - a.start || b.end - a.end))
      text = text.slice(0, start) + newText + text.slice(end);
    changed.set(path, text);
  }
  for (const [path, text] of changed) held.set(path, text);
}
