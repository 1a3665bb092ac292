import { describe, expect, test } from 'vitest';
import { documentView } from '../../server/src/documents/document/view.ts';
import type { View } from '../../server/src/documents/view.ts';
import type { Engine } from '../../server/src/engine.ts';
import type { PlanFile } from '../../server/src/workspace/plan-file.ts';
import { county, someChange } from '../helpers/changes.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';

const workspaces: Record<string, Readonly<Record<string, string>>> = {
  county,
  ...Object.fromEntries(
    ['north-wales', 'wiltshire', 'gwent', 'south-wales', 'leicestershire', 'first-plan'].map((name) => [
      name,
      filesOfSample(name),
    ]),
  ),
  evidence: {
    'plan.plan': `plan this: A plan
  status: draft
  numbering: figures, statistics, priorities

label actions: What we do
label pam: Why it matters

section: Figures
  lead-in: These are:
  statistic one: Zebras
    value: 12
  statistic: Lions
    value: [[one:value]]
  figure map: A map
    image: map.png
  table people: People
    text:
      | a | b |
      |---|---|
      | 1 | [[map:number]] |
  chart: Of [[how-many]]
    measures: how-many
  quote:
    text: Well said, [[one|one]].[^1]

      [^1]: A note, see [[two]].

priority two: Two
  kpqs: how
  group: Doing
    action: Act
      due: 2027-03
      lead: nobody
      action: Act more

kpq how: How?
  measure how-many: How many?
    baseline: 3 in 2020
    target: 9 by 2030-03
    actual 2021: 4
    actual 2022: 5

budget: Money
  total: £3m
  line: One
    amount: £1m
    line: Inner
  line: Other
    amount: £2m
    priorities: two

term: ANPR
  means: Automatic
term: ABC
  means: Letters
`,
  },
};

/** The page of a file as text that can be compared. */
const shown = (view: View, engine: Engine, path: string, language: 'en' | 'cy'): string =>
  JSON.stringify(view.page(engine.snapshot, engine.workspace.files.get(path) as PlanFile, { language, chosen: {} }));

describe.each(Object.entries(workspaces))('%s', (sample, texts) => {
  test('a page that was kept up to date is the page from scratch', () => {
    const files: Record<string, string> = { ...texts };
    const paths = Object.keys(files);
    const engine = engineFor(files);
    const views = new Map<string, View>();
    const random = randomFrom(sample.length * 104729 + Number(process.env.SEED ?? 0));
    const steps = Number(process.env.STEPS ?? (sample === 'county' || sample === 'evidence' ? 300 : 60));
    for (let step = 0; step < steps; step++) {
      if (step % 25 === 0) for (const [path, text] of Object.entries(texts)) engine.set(path, text);
      const path = paths[Math.floor(random() * paths.length)] as string;
      const text = engine.workspace.files.get(path)?.tree.text ?? '';
      const change = someChange(text, random);
      engine.change(path, change);
      const asked = paths[Math.floor(random() * paths.length)] as string;
      const language = random() < 0.1 ? 'cy' : 'en';
      const view = views.get(asked) ?? documentView();
      views.set(asked, view);
      const context = `step ${step}: ${path} ${JSON.stringify(change)}`;
      expect(shown(view, engine, asked, language), context).toBe(shown(documentView(), engine, asked, language));
    }
  });
});

test('a keystroke in a paragraph makes one block anew', () => {
  const files = filesOfSample('gwent');
  const engine = engineFor(files);
  const path = 'samples/gwent/gwent-delivery.plan';
  const view = documentView();
  const page = () =>
    view.page(engine.snapshot, engine.workspace.files.get(path) as PlanFile, { language: 'en', chosen: {} }).blocks;
  const before = page();
  const at = (engine.workspace.files.get(path)?.tree.text ?? '').indexOf('Much has changed');
  engine.change(path, { start: at, end: at, text: 'x\n    ' });
  const after = page();
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  const changed = after.filter(({ flow }, index) => flow !== before[index]?.flow);
  expect(changed.map(({ key }) => key)).toEqual(['foreword:text']);
});
