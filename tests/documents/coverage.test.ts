import { expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { coverageOf } from '../../server/src/documents/coverage/coverage.ts';
import { coverageView } from '../../server/src/documents/coverage/view.ts';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import type { Inline } from '../../server/src/documents/tree.ts';
import type { Page } from '../../server/src/documents/view.ts';
import { editorFor } from '../helpers/editor.ts';

function pageOf(example: Example, language: 'en' | 'cy' = 'en'): Page {
  const { snapshot, engine } = editorFor(example);
  const file = engine.workspace.files.get('main.plan');
  if (!file) throw new Error('There is no main.plan');
  return coverageView().page(snapshot, file, { language, chosen: {} });
}

/** Words with a stroke for each new line. */
const told = (line: readonly Inline[]): string =>
  line.map((one) => (one.type === 'break' ? ' / ' : 'text' in one ? one.text : wordsOf([one]))).join('');

const shown = ({ blocks }: Page): string[] =>
  blocks.flatMap(({ flow }) =>
    flow.flatMap((one) => {
      if (one.type === 'heading') return [`${'#'.repeat(one.level)} ${wordsOf(one.children)}`];
      if (one.type === 'table')
        return one.rows.map((cells) =>
          cells.map(({ children, depth = 0 }) => '  '.repeat(depth) + told(children)).join(' | '),
        );
      return 'children' in one ? [wordsOf(one.children)] : [];
    }),
  );

const plan = `plan p: Plan
  covers: county, law

framework county: County vision
  goal green: A green county
    goal trees: More trees
    goal rivers: Clean rivers
  goal fair: A fair county

framework law: The Act
  coverage: any
  requirement listen: Listen to people
    cites: s.3
  requirement publish: Publish the plan

duty d: We must listen
  requirements: listen

priority parks: Parks
  goals: trees
  action: Plant
    goals: trees, fair
    requirements: publish
`;

test('each goal and requirement is shown with what is marked as serving or meeting it, and the totals in words', () => {
  expect(shown(pageOf(plan))).toEqual([
    '# Coverage',
    'What the frameworks ask, and what in this plan is marked as serving or meeting it. Whether it does so in fact is for people to judge.',
    '## County vision',
    '2 of 2 goals have something that says it serves them. The plan says that it covers this framework.',
    'A green county | Through what is in it',
    '  More trees | Parks (priority) / Plant (action)',
    '  Clean rivers | Nothing is marked as serving this',
    'A fair county | Plant (action)',
    '## The Act',
    '1 of 2 requirements have something that says it meets them. One of these is enough. The plan says that it covers this framework.',
    'Listen to people (s.3) | Nothing is marked as meeting this / Stated by: We must listen',
    'Publish the plan | Plant (action)',
  ]);
});

test('the frameworks of a library that is used are shown, and that the plan does not say that it covers them', () => {
  const words = shown(pageOf('plan p: P\n  uses: wfg-2015\n\npriority a: A\n  goals: wfg-2015.resilient-wales\n'));
  expect(words).toContain('## The well-being goals');
  expect(words).toContain(
    '1 of 7 goals have something that says it serves them. The plan uses this framework, and does not say that it covers it.',
  );
  expect(words).toContain('A resilient Wales (s.4, Table 1) | A (priority)');
});

test('in Welsh the frameworks have their Welsh names', () => {
  const words = shown(pageOf('plan p: P\n  uses: wfg-2015\n', 'cy'));
  expect(words).toContain('## Y nodau llesiant');
  expect(words).toContain('Cymru gydnerth (s.4, Table 1) | Nid oes dim wedi’i nodi fel rhywbeth sy’n gwasanaethu hwn');
});

test.each([
  ['no frameworks', 'plan p: P\n', 'This plan names no framework that asks for anything.'],
  ['a file of no plan', 'part gone: P\n', 'This file belongs to no plan.'],
  ['a framework that asks nothing', 'plan p: P\n\nframework f: F\n', 'This plan names no framework'],
])('%s', (_, example, words) => {
  expect(shown(pageOf(example)).join('\n')).toContain(words);
});

test('it never says that anything is complied with', () => {
  expect(shown(pageOf(plan)).join('\n')).not.toMatch(/compl(?:y|ian|ie)/i);
});

test('what it says is not served is what the checks report', () => {
  const { snapshot, engine } = editorFor(`${plan.replace('  coverage: any\n', '')}\ngoal lost: Lost\n`);
  const file = engine.workspace.files.get('main.plan');
  if (!file?.plan) throw new Error('There is no plan');
  const unserved = coverageOf(snapshot.model, file.plan)
    .filter(({ isCovered }) => isCovered)
    .flatMap(({ points }) => points)
    .filter(({ item, depth, isServed }) => !isServed && (item.key === 'requirement' || depth === 0));
  const reported = snapshot.diagnostics(file).filter(({ rule }) => rule.startsWith('coverage/'));
  expect(unserved.map(({ item }) => item.id)).toEqual(['listen']);
  expect(reported.length).toBe(1);
  expect(reported[0]?.message).toContain('Listen to people');
});
