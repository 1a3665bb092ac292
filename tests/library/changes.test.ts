import { expect, test } from 'vitest';
import { open, type Workspace } from '../../server/src/index.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';

/** Pieces that change much: heads, links, line ends, names of other files. */
const pieces = [
  '\n',
  '\r\n',
  '\r',
  '  ',
  '\t',
  ':',
  'plan a: A\n',
  'part a: A\n',
  'part of a\n',
  'include: b.plan\n',
  'delivers: a\n',
  'ŵ',
  '👍',
  '"',
  '[[x]]',
];
const lines = [
  'outcome x: X\n',
  'outcome y: Y\n  kpq z: Z?\n    measure m: M\n      data: figures.csv\n      unit: %\n',
  'priority p: P\n  outcomes: x, y\n',
  'priority q: Q\n  priorities: a.p\n  action: Do it\n    lead: r\n    due: 2027-03\n',
  'role r: R\n',
  'figure f: F\n  image: map.svg\n  alt: A map\n',
  'period: 2026 to 2030\n',
];
const settings = ['{}', '{ "final": true }', '{ "rules": { "thread/*": "off" } }', '{ "profile": "wales" }', '{ no'];
const figures = ['', 'period,value\n2025/26,40\n', 'value\n', '\u0000'];

/** All that is said of a workspace. */
const everything = (workspace: Workspace) => ({
  files: workspace.files,
  faults: workspace.faults,
  diagnostics: workspace.diagnostics(),
  model: workspace.model(),
  plans: workspace.plans.map((plan) => ({
    of: JSON.stringify(plan),
    measures: plan.measures(),
    coverage: plan.coverage(),
    tables: plan.tables(),
  })),
});

test.each([1, 2, 3, 4])(
  'what is said after many changes is what is said of the files opened anew (%i)',
  async (seed) => {
    const random = randomFrom(seed * 104729 + Number(process.env.SEED ?? 0));
    const upTo = (end: number): number => Math.floor(random() * end);
    const one = <T>(all: readonly T[]): T => all[upTo(all.length)] as T;
    const files: Record<string, string> =
      seed === 4
        ? { ...filesOfSample('first-plan') }
        : { 'a.plan': 'plan a: A\n\n', 'b.plan': 'part a: A\n\n', 'c.plan': 'plan c: C\n' };
    const workspace = await open({ files });
    const plans = Object.keys(files);
    for (let step = 0; step < 40; step++) {
      const path = random() < 0.8 ? one(plans) : one(['goldthread.json', 'figures.csv', 'map.svg']);
      const text = files[path] ?? '';
      if (random() < 0.08) {
        delete files[path];
        workspace.delete(path);
      } else {
        const at = upTo(text.length + 1);
        const gone = random() < 0.3 ? upTo(12) : 0;
        const put =
          path === 'goldthread.json'
            ? one(settings)
            : path === 'figures.csv'
              ? one(figures)
              : random() < 0.4
                ? one(pieces)
                : one(lines);
        files[path] = path.endsWith('.plan') ? text.slice(0, at) + put + text.slice(at + gone) : put;
        workspace.set(path, files[path]);
      }
      if (random() < 0.7) expect(everything(workspace), `step ${step}`).toEqual(everything(await open({ files })));
    }
  },
);
