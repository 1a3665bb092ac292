import { expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

/** The lenses as “key id → title”. */
function lenses(example: Example): string[] {
  const { snapshot, file } = editorFor(example);
  return codeLenses(snapshot, file).map(({ range, title }) => {
    const of = file.tree.text.slice(file.offsetAt(range.start), file.offsetAt(range.end));
    return `${of} → ${title}`;
  });
}

const head = 'plan p: Plan\n\n';

test.each<[string, string, readonly string[]]>([
  ['an outcome alone', 'outcome o: O\n', ['outcome o → no priority yet · no KPQ yet']],
  ['a priority alone', 'priority x: X\n', ['priority x → no outcome yet · no KPQ yet · no action yet']],
  ['a question alone', 'kpq k: K?\n', ['kpq k → no outcome yet · no priority yet · no measure yet']],
  ['a measure alone', 'measure m: M\n', ['measure m → no KPQ yet']],
  [
    'a whole thread',
    'outcome o: O\nkpq k: K?\n  outcomes: o\n  measure m: M\npriority x: X\n  outcomes: o\n  kpqs: k\n  action: A\n  action: B\n',
    [
      'outcome o → 1 priority · 1 KPQ · 1 measure',
      'kpq k → 1 priority · 1 measure',
      'measure m → 1 KPQ',
      'priority x → 2 actions',
    ],
  ],
  [
    'an outcome with questions and no measure',
    'outcome o: O\nkpq k: K?\n  outcomes: o\nkpq l: L?\n  outcomes: o\npriority x: X\n  outcomes: o\n',
    [
      'outcome o → 1 priority · 2 KPQs · no measure yet',
      'kpq k → no priority yet · no measure yet',
      'kpq l → no priority yet · no measure yet',
      'priority x → no KPQ yet · no action yet',
    ],
  ],
  [
    'what is handed down is not missing',
    'outcome o: O\nkpq k: K?\n  outcomes: o\n  measure m: M\npriority x: X\n  outcomes: o\n  kpqs: k\n  priority y: Y\n    action: A\n',
    [
      'outcome o → 1 priority · 1 KPQ · 1 measure',
      'kpq k → 1 priority · 1 measure',
      'measure m → 1 KPQ',
      'priority x → 1 priority · 1 action',
      'priority y → 1 action',
    ],
  ],
  [
    'a name that leads nowhere is a mistake of its own',
    'priority x: X\n  outcomes: gone\n  kpqs: gone\n  action: A\n',
    ['priority x → 1 action'],
  ],
  [
    'actions in a section of their own',
    'priority x: X\n  outcomes: gone\n  kpqs: gone\nsection s: Next\n  priorities: x\n  group: G\n    action: A\n  action: B\n',
    ['priority x → 2 actions'],
  ],
  ['a local outcome', 'priority x: X\n  kpqs: gone\n  action: A\n  outcome o: O\n', ['priority x → 1 action']],
  ['nothing for other kinds', 'section s: S\n  text: T\nrole r: R\nterm: T\n', []],
])('%s', (_, text, expected) => {
  expect(lenses(head + text)).toEqual(expected);
});

test('in Welsh', () => {
  const text =
    '# language: cy\ncynllun p: C\n\ncanlyniad o: O\nblaenoriaeth a: A\n  canlyniadau: o\nblaenoriaeth b: B\n  canlyniadau: o\n';
  expect(lenses(text)[0]).toBe('canlyniad o → blaenoriaethau: 2 · dim CPA eto');
});

test('a library lacks nothing, and counts those that name it', () => {
  const files = {
    'lib.plan': 'library lib: L\n\noutcome o: O‸\noutcome other: P\n',
    'main.plan': 'plan p: Plan\n  uses: lib\n\npriority x: X\n  outcomes: lib.o\n',
  };
  expect(lenses(files)).toEqual(['outcome o → 1 priority']);
});

test('the places are those of what is counted', () => {
  const { snapshot, file } = editorFor({
    'main.plan': 'plan p: Plan\n\noutcome o: O\n\ninclude: part.plan\n\npriority x: X\n  outcomes: o\n‸',
    'part.plan': 'part p: Part\n\npriority y: Y\n  outcomes: o\n',
  });
  const [lens] = codeLenses(snapshot, file);
  expect(lens?.title).toBe('2 priorities · no KPQ yet');
  expect(lens?.places.map(({ path, range }) => `${path} ${range.start.line}:${range.start.character}`)).toEqual([
    'main.plan 6:12',
    'part.plan 2:12',
  ]);
});

test('samples and empty files', () => {
  for (const text of ['', '\n', '# only a comment', ...Object.values(samples)]) lenses(text);
});
