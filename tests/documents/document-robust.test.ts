import { describe, expect, test } from 'vitest';
import { documentView } from '../../server/src/documents/document/view.ts';
import type { PlanFile } from '../../server/src/workspace/plan-file.ts';
import { engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { samples } from '../helpers/samples.ts';
import { inWelsh } from '../helpers/welsh.ts';
import { pageOf, wordsOn } from './page.ts';

const nested = (count: number, line: (depth: number) => string): string =>
  Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}${line(depth)}`).join('\n');

const odd: Record<string, { text: string; words: readonly string[] }> = {
  nothing: { text: '', words: [] },
  'a comment': { text: '# nothing here\n', words: [] },
  'words alone': { text: 'Just some words,\nand some more.\n', words: ['Just some words,', 'and some more.'] },
  'a plan with no title': { text: 'plan x:\n\nsection: One\n', words: ['One'] },
  'a plan with nothing': { text: 'plan', words: [] },
  'no root': { text: 'priority p: Loose\n  why: Because\n  action: Act\n', words: ['Loose', 'Because', 'Act'] },
  'a part of nothing': {
    text: 'part gone: A part\n\npriority p: Loose\n  outcomes: o\n',
    words: ['A part', 'Loose', 'o'],
  },
  'a library': {
    text: 'library l: Shared\n  version: 2\n\npartner a: Aye\nframework f: Frame\n  goal g: Goal\n    requirement: Ask\n',
    words: ['Shared', '2', 'Aye', 'Frame', 'Goal', 'Ask'],
  },
  'two plans': { text: 'plan a: One\n\nplan b: Two\n  area: Here\n', words: ['One', 'Two', 'Here'] },
  'the same id often': {
    text: `plan a: A\n\n${'section same: Same\n  text: See [[same]].\n'.repeat(5)}`,
    words: ['See Same'],
  },
  'a cycle': {
    text: 'plan a: A\n\nsection x: See [[y]]\nsection y: See [[x]]\n\npriority p: P\n  priorities: p\n  outcomes: p\n',
    words: ['See See [[x]]', 'P'],
  },
  'deep sections': { text: `plan a: A\n${nested(1000, (depth) => `section: Deep ${depth}.`)}`, words: ['Deep 999.'] },
  'deep actions': {
    text: `plan a: A\npriority: P\n${nested(1001, (depth) => (depth === 0 ? '#' : `action: Deep ${depth}.`))}`,
    words: ['Deep 1000.'],
  },
  'deep lines of money': {
    text: `plan a: A\nbudget: B\n${nested(1001, (depth) => (depth === 0 ? '#' : `line: Deep ${depth}.`))}`,
    words: ['Deep 1000.'],
  },
  'deep nonsense': {
    text: `plan a: A\n${nested(1000, (depth) => `qqq${depth}: Deep ${depth}.`)}`,
    words: ['Deep 999.'],
  },
  'many lines with no key': {
    text: `plan a: A\nsection: S\n${'  lost words\n  action: A\n'.repeat(2000)}`,
    words: ['lost words'],
  },
  'fields in the wrong place': {
    text: 'plan a: A\ndue: 2031-05\nvalue: zebra\n\nsection: S\n  holder: Mr Lion\n  cost: £3m\n  kpq: What?\n',
    words: ['due: 2031-05', 'zebra', 'Mr Lion', '£3m', 'What?'],
  },
  'items in the plan’s own block': {
    text: 'plan a: A\n  area: Here\n  priority p: Inside\n    action: Act\n  lost\n',
    words: ['Here', 'Inside', 'Act', 'lost'],
  },
  'a line with no key between points': {
    text: 'plan a: A\npriority: P\n  action: One\n    due: 2030\n  half a thought\n  action: Two\n',
    words: ['One', 'half a thought', 'Two'],
  },
  'unknown keys': {
    text: 'plan a: A\npriority: P\n  zzzqqq lion: roars\n    action: Inside\n      due: 2031\nqqqzzz: At the margin\n',
    words: ['zzzqqq lion: roars', 'Inside', '2031', 'qqqzzz: At the margin'],
  },
  'a table with no table': {
    text: 'plan a: A\ntable: T\n  data: gone.csv\nchart: C\n  data: ../../out.csv\n  measures: nobody\nfigure: F\n  image: ../../x.png\n',
    words: ['T', 'gone.csv', 'C', 'F'],
  },
};

describe('any text has a page', () => {
  test.each(Object.entries(odd))('%s', (_, { text, words }) => {
    for (const language of ['en', 'cy'] as const) {
      const page = pageOf(text, 'main.plan', language);
      const shown = wordsOn(page);
      for (const word of words) expect(shown).toContain(word);
      expect(new Set(page.blocks.map(({ key }) => key)).size).toBe(page.blocks.length);
      expect(page.title).not.toBe('');
    }
  });

  test('pieces of samples, cut anywhere', () => {
    const random = randomFrom(Number(process.env.SEED ?? 11));
    const texts = Object.values(samples);
    for (let time = 0; time < 150; time++) {
      const text = texts[Math.floor(random() * texts.length)] as string;
      const from = Math.floor(random() * text.length);
      const other = texts[Math.floor(random() * texts.length)] as string;
      pageOf(text.slice(from, from + 2500) + other.slice(Math.floor(random() * other.length)).slice(0, 900));
    }
  });
});

test('a thousand levels take no long time', () => {
  const start = performance.now();
  pageOf((odd['deep sections'] as { text: string }).text);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('the keys of a file may be in Welsh, the words stay', () => {
  for (const [path, text] of Object.entries(samples)) {
    if (path.includes('gwent')) continue;
    const own = text.includes('  language:') ? text : text.replace(/\n {2}area:/, '\n  language: en\n  area:');
    const english = pageOf(own);
    const welsh = pageOf(inWelsh(own));
    expect(welsh.blocks.map(({ flow }) => flow)).toEqual(english.blocks.map(({ flow }) => flow));
  }
});

test('a file that came later is shown', () => {
  const engine = engineFor({ 'main.plan': 'plan a: A\n\ninclude: b.plan\n\nsection: After\n' });
  const view = documentView();
  const show = (): string => {
    const snapshot = engine.snapshot;
    return wordsOn(
      view.page(snapshot, engine.workspace.files.get('main.plan') as PlanFile, { language: 'en', chosen: {} }),
    );
  };
  expect(show()).not.toContain('Inside');
  engine.set('b.plan', 'part a: B\n\nsection: Inside\n');
  const shown = show();
  expect(shown.indexOf('Inside')).toBeGreaterThan(0);
  expect(shown.indexOf('Inside')).toBeLessThan(shown.indexOf('After'));
});
