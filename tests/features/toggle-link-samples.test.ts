import { describe, expect, test } from 'vitest';
import { matrixView } from '../../server/src/documents/matrix/view.ts';
import type { Toggle } from '../../server/src/documents/tree.ts';
import type { Engine } from '../../server/src/engine.ts';
import { linkState } from '../../server/src/features/link-state.ts';
import { toggleLink } from '../../server/src/features/toggle-link.ts';
import { Refs } from '../../server/src/model/export.ts';
import type { Item } from '../../server/src/model/item.ts';
import { linked } from '../../server/src/model/links.ts';
import { county, someChange } from '../helpers/changes.ts';
import { edited } from '../helpers/edited.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';

/** All that plans say, with items by their place in their plan, so that an id that one is given makes no difference. */
function sayings(engine: Engine): Map<string, string> {
  const { model, workspace } = engine;
  const places = new Map<Item, string>();
  for (const one of workspace.plans) {
    let count = 0;
    for (const item of model.items(one)) places.set(item, `${one.root.path} ${count++}`);
  }
  const said = new Map<string, string>();
  const links = ['outcomes', 'kpqs', 'goals', 'requirements', 'uses'];
  for (const [item, place] of places) {
    if (item.plan?.shipped) continue;
    const { block } = item.placed;
    const fields = item.fields
      .filter(({ definition }) => !links.includes(definition?.key ?? ''))
      .map((entry) => block.text.slice(entry.at, entry.valueEnd) + item.proseOf(entry));
    said.set(place, JSON.stringify([item.key, item.title, item.parent && places.get(item.parent), fields]));
    for (const relation of links)
      for (const { item: target, origin } of linked(model, item, relation))
        said.set(`${place} ${relation} ${places.get(target)}`, origin);
  }
  return said;
}

/** What is in one reading and not, or otherwise, in another. */
const differences = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));

const togglesIn = (engine: Engine, path: string, columns: string): Toggle[] => {
  const file = engine.workspace.files.get(path);
  if (!file) return [];
  const page = matrixView().page(engine.snapshot, file, { language: 'en', chosen: { columns } });
  return page.blocks
    .flatMap(({ flow }) => flow)
    .flatMap((piece) => (piece.type === 'table' ? piece.rows.flat() : []))
    .flatMap(({ toggle }) => toggle ?? []);
};

const choicesOf = (engine: Engine, path: string): string[] => {
  const file = engine.workspace.files.get(path);
  if (!file) return [];
  const page = matrixView().page(engine.snapshot, file, { language: 'en', chosen: {} });
  return page.controls.flatMap(({ choices }) => choices.map(({ value }) => value));
};

/** Makes the change of one toggle in an engine; false where there is none. */
function take(engine: Engine, from: Item, relation: string, to: Item, on: boolean): boolean {
  const edits = toggleLink(engine.snapshot, from, relation, to, on);
  for (const path of new Set(edits?.map(({ file }) => file))) {
    const text = engine.workspace.files.get(path)?.tree.text ?? '';
    engine.set(path, edited(text, edits?.filter(({ file }) => file === path) ?? []));
  }
  engine.update();
  return edits !== undefined;
}

interface ItemPlace {
  readonly path: string;
  readonly index: number;
}

/** Where items stand among those of their plan. */
function placesByRef({ model, workspace }: Engine): Map<string, ItemPlace> {
  const refs = new Refs(model);
  const places = new Map<string, ItemPlace>();
  for (const one of workspace.plans) {
    let index = 0;
    for (const item of model.items(one)) places.set(refs.of(item) ?? '', { path: one.root.path, index: index++ });
  }
  return places;
}

const at = (engine: Engine, path: string, index: number): Item =>
  [...engine.model.items(engine.workspace.files.get(path)?.plan as never)][index] as Item;

/** So many cells of a plan are tried; all of them where the environment has `ALL`. */
const MOST_CELLS = 40;

describe.each(['north-wales', 'wiltshire', 'gwent', 'south-wales', 'leicestershire', 'first-plan'])('%s', (sample) => {
  const texts = filesOfSample(sample);
  const roots = Object.keys(texts).filter((path) => /^plan /m.test(texts[path] ?? ''));
  test.each(roots)(
    'every cell of every matrix of %s makes its link and breaks it, and changes nothing else',
    (path) => {
      const engine = engineFor(texts);
      const cells = choicesOf(engine, path).reduce((sum, one) => sum + togglesIn(engine, path, one).length, 0);
      const every = Math.ceil(cells / MOST_CELLS);
      let step = 0;
      for (const columns of choicesOf(engine, path)) {
        const places = placesByRef(engine);
        for (const { from, relation, to, on, canChange } of togglesIn(engine, path, columns)) {
          if (step++ % every !== 0 && !process.env.ALL) continue;
          const [fromPlace, toPlace] = [from, to].map((ref) => places.get(ref)) as [ItemPlace, ItemPlace];
          const here = (): [Item, Item] => [
            at(engine, fromPlace.path, fromPlace.index),
            at(engine, toPlace.path, toPlace.index),
          ];
          const before = sayings(engine);
          const [a, b] = here();
          const cell = `${from} ${relation} ${to}`;
          expect(take(engine, a, relation, b, !on), cell).toBe(canChange);
          if (!canChange) continue;
          const after = sayings(engine);
          const link = `${fromPlace.path} ${fromPlace.index} ${relation} ${toPlace.path} ${toPlace.index}`;
          expect(after.get(link), cell).toBe(on ? undefined : 'written');
          const changed = differences(before, after);
          const below = changed.filter((key) => key !== link);
          for (const key of below) expect([before.get(key), after.get(key)], `${cell}: ${key}`).toContain('inherited');
          const [c, d] = here();
          expect(take(engine, c, relation, d, on), cell).toBe(true);
          expect(differences(before, sayings(engine)), cell).toEqual([]);
        }
        for (const [name, text] of Object.entries(texts)) engine.set(name, text);
        engine.update();
      }
    },
  );
});

test.each(['north-wales', 'first-plan', 'gwent', 'county'])(
  'in half-written text of %s a link is there afterwards, or gone',
  (sample) => {
    const texts = sample === 'county' ? county : filesOfSample(sample);
    const engine = engineFor(texts);
    const random = randomFrom(sample.length * 77 + Number(process.env.SEED ?? 0));
    const paths = Object.keys(texts);
    for (let step = 0; step < 60; step++) {
      if (step % 12 === 0) for (const [path, text] of Object.entries(texts)) engine.set(path, text);
      const path = paths[Math.floor(random() * paths.length)] as string;
      const change = someChange(engine.workspace.files.get(path)?.tree.text ?? '', random);
      engine.change(path, change);
      engine.update();
      const choices = choicesOf(engine, path);
      const toggles = togglesIn(engine, path, choices[Math.floor(random() * choices.length)] ?? '');
      const toggle = toggles[Math.floor(random() * toggles.length)];
      if (!toggle) continue;
      const places = placesByRef(engine);
      const [from, to] = [places.get(toggle.from), places.get(toggle.to)] as [ItemPlace, ItemPlace];
      const ends = (): [Item, Item] => [at(engine, from.path, from.index), at(engine, to.path, to.index)];
      const said = `step ${step}: ${path} ${JSON.stringify(change)} ${JSON.stringify(toggle)}`;
      const before = sayings(engine);
      const [a, b] = ends();
      const written = new Map([...engine.workspace.files].map(([name, { tree }]) => [name, tree.text]));
      if (!take(engine, a, toggle.relation, b, !toggle.on)) continue;
      const [c, d] = ends();
      const changed = differences(before, sayings(engine)).filter(
        (key) => !key.includes(` ${toggle.relation} `) && !key.includes(' uses '),
      );
      expect(linkState(engine.model, c, toggle.relation, d).on, said).toBe(!toggle.on);
      expect(
        changed.map((key) => [before.get(key), sayings(engine).get(key)]),
        said,
      ).toEqual([]);
      for (const [name, text] of written) if (name in texts) engine.set(name, text);
    }
  },
  60_000,
);
