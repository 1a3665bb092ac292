import { describe, expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { matrixView } from '../../server/src/documents/matrix/index.ts';
import type { Toggle } from '../../server/src/documents/tree.ts';
import type { Engine } from '../../server/src/engine.ts';
import { linkState } from '../../server/src/features/link-state.ts';
import { toggleLink } from '../../server/src/features/toggle-link.ts';
import { Refs } from '../../server/src/model/export.ts';
import type { Item } from '../../server/src/model/item.ts';
import { linked } from '../../server/src/model/links.ts';
import { county, someChange } from '../helpers/changes.ts';
import { edited } from '../helpers/edited.ts';
import { editorFor, snapshotOf } from '../helpers/editor.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';

/** The main text after a link is made or broken; undefined where there is nothing to change. */
function toggled(example: Example, from: string, relation: string, to: string, on: boolean): string | undefined {
  const { engine, snapshot } = editorFor(example);
  const edits = toggleLink(snapshot, itemCalled(engine, from), relation, itemCalled(engine, to), on);
  if (!edits) return undefined;
  const main = edits.filter(({ file }) => file === 'main.plan');
  expect(main.length).toBe(edits.length);
  return edited(engine.workspace.files.get('main.plan')?.tree.text ?? '', main);
}

/** The first item with an id or a title. */
function itemCalled(engine: Engine, name: string): Item {
  for (const plan of engine.workspace.plans)
    for (const item of engine.model.items(plan)) if (item.id === name || item.title === name) return item;
  throw new Error(`Nothing is called ${name}`);
}

const plan = (priority: string, more = ''): string => `plan p: Plan
  uses: wfg-2015

outcome safe: Safe
outcome well: Well
outcome warm: Warm
${more}
${priority}`;

interface Case {
  readonly name: string;
  readonly before: string;
  readonly to: string;
  readonly on: boolean;
  readonly after: string;
  readonly relation?: string;
}

const cases: readonly Case[] = [
  {
    name: 'to the end of the list',
    before: 'priority a: A\n  outcomes: safe, well\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: safe, well, warm\n  why: Because.\n',
  },
  {
    name: 'as the list is written, without spaces',
    before: 'priority a: A\n  outcomes: safe,well\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: safe,well,warm\n',
  },
  {
    name: 'one on a line',
    before: 'priority a: A\n  outcomes:\n    safe,\n    well\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes:\n    safe,\n    well,\n    warm\n  why: Because.\n',
  },
  {
    name: 'one alone on a line below its key',
    before: 'priority a: A\n  outcomes:\n    safe\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes:\n    safe,\n    warm\n',
  },
  {
    name: 'behind a comma that waits for it, and before a comment',
    before: 'priority a: A\n  outcomes: safe,\n    # later\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: safe, warm,\n    # later\n  why: Because.\n',
  },
  {
    name: 'into a field that is empty',
    before: 'priority a: A\n  outcomes:\n  why: Because.\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: warm\n  why: Because.\n',
  },
  {
    name: 'into a line of its own below the head',
    before: 'priority a: A\n    why: Because.\n    action: Act\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\n    outcomes: warm\n    why: Because.\n    action: Act\n',
  },
  {
    name: 'below the links that come before it',
    before: 'priority a: A\n  title cy: A\n  outcomes: safe\n  why: Because.\n',
    to: 'wfg-2015.healthier-wales',
    relation: 'goals',
    on: true,
    after: 'priority a: A\n  title cy: A\n  outcomes: safe\n  goals: wfg-2015.healthier-wales\n  why: Because.\n',
  },
  {
    name: 'at the end of a text without a line end',
    before: 'priority a: A',
    to: 'warm',
    on: true,
    after: 'priority a: A\n  outcomes: warm',
  },
  {
    name: 'with the line ends of the text',
    before: 'priority a: A\r\n  why: Because.\r\n',
    to: 'warm',
    on: true,
    after: 'priority a: A\r\n  outcomes: warm\r\n  why: Because.\r\n',
  },
  {
    name: 'out of the middle',
    before: 'priority a: A\n  outcomes: safe, well, warm\n',
    to: 'well',
    on: false,
    after: 'priority a: A\n  outcomes: safe, warm\n',
  },
  {
    name: 'out of the beginning',
    before: 'priority a: A\n  outcomes:\n    safe,\n    well\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes:\n    well\n',
  },
  {
    name: 'the last one with its line',
    before: 'priority a: A\n  # Agreed in May.\n  outcomes: safe\n  why: Because.\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  # Agreed in May.\n  why: Because.\n',
  },
  {
    name: 'the last one with all its lines but a comment',
    before: 'priority a: A\n  outcomes:\n    # the first\n    safe\n  why: Because.\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n    # the first\n  why: Because.\n',
  },
  {
    name: 'from beside a comment',
    before: 'priority a: A\n  outcomes: safe,\n    # the second\n    well\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes: \n    # the second\n    well\n',
  },
  {
    name: 'what is written twice',
    before: 'priority a: A\n  outcomes: safe, well, safe\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes: well\n',
  },
  {
    name: 'what is written in two fields',
    before: 'priority a: A\n  outcomes: safe\n  outcomes: well, safe\n',
    to: 'safe',
    on: false,
    after: 'priority a: A\n  outcomes: well\n',
  },
];

test.each(cases)('a name goes $name', ({ before, to, on, after, relation = 'outcomes' }) => {
  const [, name = to] = to.includes('.') ? to.split('.') : [];
  const ends = before.includes('\r');
  const text = (priority: string) => (ends ? plan(priority).replaceAll(/\r?\n/g, '\r\n') : plan(priority));
  expect(toggled(text(before), 'a', relation, name, on)).toBe(text(after));
});

test('in a Welsh file the field has its Welsh key', () => {
  const text = '# language: cy\ncynllun p: Cynllun\n\ncanlyniad da: Da\n\nblaenoriaeth a: A\n  pam: Achos.\n';
  expect(toggled(text, 'a', 'outcomes', 'da', true)).toBe(text.replace('  pam', '  canlyniadau: da\n  pam'));
});

test('an item without an id is given one', () => {
  const text = plan('priority a: A\n', 'outcome: Homes are warm and dry\n');
  expect(toggled(text, 'a', 'outcomes', 'Homes are warm and dry', true)).toBe(
    plan('priority a: A\n  outcomes: homes-warm-dry\n', 'outcome homes-warm-dry: Homes are warm and dry\n'),
  );
});

test('a library that is not used yet is used', () => {
  const text = plan('priority a: A\n').replace('  uses: wfg-2015\n', '  area: Here\n');
  expect(toggled(text, 'a', 'goals', 'healthier-wales', true)).toBe(
    text.replace('  area', '  uses: wfg-2015\n  area').replace(': A\n', ': A\n  goals: wfg-2015.healthier-wales\n'),
  );
});

describe('nothing changes', () => {
  const none: readonly [string, string, string, string, boolean][] = [
    ['where the link is there', 'priority a: A\n  outcomes: safe\n', 'a', 'safe', true],
    ['where the link is not there', 'priority a: A\n', 'a', 'safe', false],
    ['where it is handed down', 'priority a: A\n  outcomes: safe\n  priority b: B\n', 'b', 'safe', false],
    [
      'where it is handed down and written too',
      'priority a: A\n  outcomes: safe\n  priority b: B\n    outcomes: safe\n',
      'b',
      'safe',
      false,
    ],
    ['where it is handed down already', 'priority a: A\n  outcomes: safe\n  priority b: B\n', 'b', 'safe', true],
    ['where one stands in the other', 'priority a: A\n  outcome mine: Mine\n', 'a', 'mine', false],
    ['where the field may not name such an item', 'priority a: A\npriority b: B\n', 'a', 'b', true],
    ['where the id is another item’s first', 'priority a: A\noutcome safe: Safe again\n', 'a', 'Safe again', true],
    ['where the id can’t be named', 'priority a: A\noutcome Not An Id: Odd\n', 'a', 'Odd', true],
    ['where there is no colon', 'priority a: A\n  outcomes\n', 'a', 'safe', true],
  ];
  test.each(none)('%s', (_, priority, from, to, on) => {
    expect(toggled(plan(priority), from, 'outcomes', to, on)).toBeUndefined();
  });

  test('in a library that comes with the program', () => {
    const { engine, snapshot } = editorFor(plan('outcome mine: Mine\n'));
    const [from, to] = [itemCalled(engine, 'healthier-wales'), itemCalled(engine, 'safe')];
    expect(toggleLink(snapshot, from, 'outcomes', to, true)).toBeUndefined();
  });
});

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
  const page = matrixView().page(snapshotOf(engine), file, { language: 'en', chosen: { columns } });
  return page.blocks
    .flatMap(({ flow }) => flow)
    .flatMap((piece) => (piece.type === 'table' ? piece.rows.flat() : []))
    .flatMap(({ toggle }) => toggle ?? []);
};

const choicesOf = (engine: Engine, path: string): string[] => {
  const file = engine.workspace.files.get(path);
  if (!file) return [];
  const page = matrixView().page(snapshotOf(engine), file, { language: 'en', chosen: {} });
  return page.controls.flatMap(({ choices }) => choices.map(({ value }) => value));
};

/** Makes the change of one toggle in an engine; false where there is none. */
function take(engine: Engine, from: Item, relation: string, to: Item, on: boolean): boolean {
  const edits = toggleLink(snapshotOf(engine), from, relation, to, on);
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
