import { coverageOf } from '../documents/coverage/coverage.ts';
import { dataTables } from '../documents/data/tables.ts';
import { Edition } from '../documents/edition/edition.ts';
import { languagesOf } from '../documents/languages.ts';
import type { Coverage, Language, Plan, Table } from '../index.ts';
import type { Plan as KnownPlan } from '../workspace/plan.ts';
import type { Publisher } from './build.ts';
import { GoldthreadError } from './error.ts';
import type { Held } from './held.ts';
import { measuresIn } from './measures.ts';
import { platform } from './platform.ts';

/** The plan whose first file has a path, as others see it. */
export function planAt(path: string, held: Held, publisher: Publisher): Plan {
  const { engine } = held;
  const now = (): KnownPlan => {
    engine.update();
    const plan = engine.workspace.files.get(path)?.plan;
    if (plan?.root.path === path) return plan;
    throw new GoldthreadError(`There is no plan any longer that begins in ${held.show(path)}.`);
  };
  const model = () => held.model(now());
  return {
    get ref() {
      return held.refs.ofPlan(now());
    },
    get id() {
      return now().id || null;
    },
    get title() {
      return engine.model.root(now())?.title ?? '';
    },
    get kind() {
      return now().kind;
    },
    get files() {
      return now().files.map((file) => held.show(file.path));
    },
    get languages() {
      return languagesOf(engine.model.root(now()));
    },
    items: (kind) => model().items.filter((item) => kind === undefined || item.kind === kind),
    item: (id) => {
      const { items } = model();
      return items.find((item) => item.ref === id) ?? items.find((item) => item.id === id);
    },
    links: () => {
      const { plans, items } = model();
      return [...plans, ...items].flatMap(({ ref, links }) => links.map((link) => ({ from: ref, ...link })));
    },
    model,
    measures: () => measuresIn(engine.model, now(), held.refs),
    coverage: () => coverageIn(held, now()),
    tables: ({ language } = {}) => tablesIn(held, now(), language),
    diagnostics: () => now().files.flatMap((file) => held.diagnostics(file.path)),
    build: async (options) => publisher.build([now()], options),
  };
}

function coverageIn({ engine, refs }: Held, plan: KnownPlan): Coverage[] {
  return coverageOf(engine.model, plan).map(({ framework, isCovered, points }) => ({
    ref: refs.of(framework) ?? '',
    title: framework.title,
    isCovered,
    points: points.map(({ item, isServed, by }) => ({
      ref: refs.of(item) ?? '',
      title: item.title,
      isServed,
      by: by.map((one) => refs.of(one) ?? ''),
    })),
  }));
}

function tablesIn(held: Held, plan: KnownPlan, language: Language | undefined): Table[] {
  const edition = new Edition({
    snapshot: held.engine.snapshot,
    plan,
    name: held.nameOf(plan),
    language,
    style: platform.style(),
    show: held.show,
    picture: () => undefined,
  });
  return dataTables(edition).map(({ name, columns, rows }) => ({
    name,
    columns: columns.map((column) => column.name),
    rows,
  }));
}
