import { expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { type Step, stepsIn, stepsOut, threadItemAt } from '../../server/src/features/call-hierarchy.ts';
import { editorFor } from '../helpers/editor.ts';

/** The steps from what stands at the mark: the item at the other end, and the words that say so. */
function steps(example: Example): { of: string; in: string[]; out: string[] } | undefined {
  const { snapshot, cursor, engine } = editorFor(example);
  const item = threadItemAt(snapshot, cursor);
  if (!item) return undefined;
  const shown = (namer: (step: Step) => string) => (step: Step) => {
    const file = engine.workspace.files.get(namer(step));
    const words = step.ranges.map(({ start, end }) => file?.tree.text.slice(file.offsetAt(start), file.offsetAt(end)));
    return `${step.item.id ?? step.item.title} (${words.join(', ')})`;
  };
  return {
    of: item.id ?? item.title,
    in: stepsIn(snapshot.model, item).map(shown(({ item: from }) => from.placed.file.path)),
    out: stepsOut(snapshot.model, item).map(shown(() => item.placed.file.path)),
  };
}

const plan = `plan p: Plan

outcome safe: Communities are safe
  goals: g

kpq how-safe: How safe are people?
  outcomes: safe

  measure asb: Incidents

measure fear: Fear of crime
  kpqs: how-safe

theme where: Where we live

  priority streets: Safer streets
    outcomes: safe
    kpqs: how-safe

    priority lights: Better lights
      action: Mend the lights
        action: Buy lamps
        milestone: First lamp

section next: Next steps
  priorities: streets
  group: With others
    action: Talk
      measures: fear

framework f: Framework
  goal g: Goal

budget: Money
  line: Lamps
    priorities: lights

duty: A duty
  requirements: g
`;

const at = (piece: string): string => plan.replace(piece.replace('‸', ''), piece);

test.each<[string, string, readonly string[], readonly string[]]>([
  ['outcome sa‸fe', 'safe', ['how-safe (safe)', 'streets (safe)'], ['g (g)']],
  ['outcomes: s‸afe', 'safe', ['how-safe (safe)', 'streets (safe)'], ['g (g)']],
  [
    'kpq how-safe: How s‸afe',
    'how-safe',
    ['asb (Incidents)', 'fear (how-safe)', 'streets (how-safe)'],
    ['safe (safe)'],
  ],
  ['measure f‸ear', 'fear', [], ['how-safe (how-safe)', 'Talk (Fear of crime)']],
  ['measure a‸sb', 'asb', [], ['how-safe (Incidents)']],
  [
    'priority str‸eets',
    'streets',
    ['lights (Better lights)', 'Talk (Talk)'],
    ['safe (safe)', 'how-safe (how-safe)', 'where (Safer streets)'],
  ],
  [
    'priority li‸ghts',
    'lights',
    ['Mend the lights (Mend the lights)', 'Lamps (lights)'],
    ['safe (Better lights)', 'how-safe (Better lights)', 'streets (Better lights)'],
  ],
  [
    'action: Me‸nd',
    'Mend the lights',
    ['Buy lamps (Buy lamps)', 'First lamp (First lamp)'],
    ['lights (Mend the lights)'],
  ],
  ['action: Tal‸k', 'Talk', ['fear (Fear of crime)'], ['streets (Talk)']],
  ['goal ‸g', 'g', ['safe (g)'], ['f (Goal)']],
  ['theme wh‸ere', 'where', ['streets (Safer streets)'], []],
])('%s', (piece, of, incoming, outgoing) => {
  expect(steps(at(piece))).toEqual({ of, in: incoming, out: outgoing });
});

test('nothing begins in prose or at a name that leads nowhere', () => {
  expect(steps('plan p: Plan\n\npriority x: X\n  why: Some ‸words\n')).toBeUndefined();
  expect(steps('plan p: Plan\n\npriority x: X\n  outcomes: no‸ne\n')).toBeUndefined();
  expect(steps('‸')).toBeUndefined();
});

test('across plans', () => {
  const files = {
    'main.plan': 'plan p: Plan\n\noutcome o: O\n\npriority x‸: X\n  outcomes: o\n',
    'delivery.plan': 'plan d: Delivery\n  delivers: p\n  uses: p\n\npriority y: Y\n  priorities: p.x\n  action: A\n',
  };
  expect(steps(files)).toEqual({ of: 'x', in: ['y (p.x)'], out: ['o (o)'] });
  const above = {
    ...files,
    'main.plan': files['main.plan'].replace('‸', ''),
    'delivery.plan': files['delivery.plan'].replace('y:', 'y‸:'),
  };
  expect(steps(above)).toEqual({ of: 'y', in: ['A (A)'], out: ['o (Y)', 'x (p.x)'] });
});

test('items that stand for each other do not go round for ever', () => {
  const text = 'plan p: Plan\n\npriority a‸: A\n  priorities: b\npriority b: B\n  priorities: a, b\n';
  expect(steps(text)).toEqual({ of: 'a', in: ['b (a)'], out: ['b (b)'] });
});
