import { describe, expect, test } from 'vitest';
import { figuresIn } from '../../server/src/checks/bilingual/figures.ts';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

const settings = { profiles: ['basic', 'wales'] };

/** Checks a marked plan against one rule of the group. */
function check(rule: string, marked: string): void {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, [`bilingual/${rule}`], settings)).toEqual(expected);
}

const messages = (plan: string): string[] =>
  diagnosticsOf(plan, settings)
    .filter(({ rule }) => rule.startsWith('bilingual/'))
    .map(({ message }) => message);

/** A plan in two languages with an action of these titles. */
const action = (title: string, translated: string): string =>
  `plan p: Plan\n  title cy: Cynllun\n  translations: cy\n\naction: ${title}\n  title cy: ${translated}\n`;

test('one finding an item names all that is missing', () => {
  const plan = `plan p: Plan
  title cy: Cynllun
  translations: cy

priority homes: Warm homes
  why: Cold homes make people ill.
  why cy:
  text: More words.
  text cy: Mwy o eiriau.
`;
  expect(messages(plan)).toEqual([
    '‘Warm homes’ has no Welsh for its title and why, so readers of Welsh would get less than others. Add “title cy:” and “why cy:”.',
  ]);
  expect(found(plan, ['bilingual'], settings)).toEqual(['5:0-14 bilingual/missing-translation']);
});

test('names, sources, figures and abbreviations need no translation', () => {
  check(
    'missing-translation',
    `plan p: Plan
  title cy: Cynllun
  translations: cy
  organisation: Ashmere Borough Council

statistic: Visits
  title cy: Ymweliadau
  value: £1.24m
  source: Crime Survey for England and Wales
  tags: parks

term: EPC
  means: Energy Performance Certificate
  means cy: Tystysgrif Perfformiad Ynni

section: 2026/27
  text: ![](map.png)
`,
  );
});

test('words in the plan’s own language beside the others are one wording too many, and no missing one', () => {
  const plan = `plan p: Plan
  title cy: Cynllun
  translations: cy

priority homes: Warm homes
  title en: Secure homes
  title cy: Cartrefi diogel
  why: One
  why en: Two
  why cy: Un
`;
  expect(found(plan, ['bilingual'], settings)).toEqual([
    '6:2-10 bilingual/stray-language',
    '9:2-8 bilingual/stray-language',
  ]);
  expect(
    found(plan.replace('  why: One\n', '').replace('  title en: Secure homes\n', ''), ['bilingual'], settings),
  ).toEqual([]);
});

test('words in a language that is not printed are found, and the language can be added', () => {
  const plan =
    'plan p: Plan\n  title cy: Cynllun\n  translations: cy\n\npriority a: Homes\n  title cy: Cartrefi\n  why fr: Oui\n';
  expect(found(plan, ['bilingual'], settings)).toEqual(['7:2-8 bilingual/stray-language']);
  const [stray] = diagnosticsOf(plan, settings).filter(({ rule }) => rule === 'bilingual/stray-language');
  expect(applyFix(plan, stray!.fixes[0]!)).toMatchObject({
    'main.plan': expect.stringContaining('  translations: cy, fr\n'),
  });
  const untold = plan.replace('  translations: cy\n', '').replace('  why fr: Oui\n', '');
  const [first] = diagnosticsOf(untold, settings).filter(({ rule }) => rule === 'bilingual/stray-language');
  expect(applyFix(untold, first!.fixes[0]!)).toMatchObject({
    'main.plan': expect.stringContaining('  translations: cy\n'),
  });
});

test('nothing is asked where the plan is not translated, nor of its own language', () => {
  check('missing-translation', 'plan p: Plan\n  language: en\n  translations: en\n\npriority a: Warm homes\n');
  check('missing-translation', 'plan p: Plan\n\npriority a: Warm homes\n  title cy: Cartrefi cynnes\n  why: Cold.\n');
});

test('a Welsh plan is asked for its English', () => {
  expect(
    messages('plan p: Cynllun\n  language: cy\n  title en: Plan\n  translations: en\n\npriority a: Cartrefi cynnes\n'),
  ).toEqual([
    '‘Cartrefi cynnes’ has no English for its title, so readers of English would get less than others. Add “title en:”.',
  ]);
});

test('of several texts each needs its own translation', () => {
  const section = (...lines: string[]): string =>
    `plan p: Plan\n  title cy: Cynllun\n  translations: cy\n\nsection a: A\n  title cy: A\n${lines.map((line) => `  ${line}\n`).join('')}`;
  expect(messages(section('text: One of them', 'text cy: Un', 'text: The other', 'text cy: Y llall'))).toEqual([]);
  expect(messages(section('text: One of them', 'text cy: Un', 'text: The other'))).toHaveLength(1);
});

test('a rewritten head is followed', () => {
  const engine = engineFor('plan p: Plan\n  title cy: Cynllun\n\npriority a: Warm homes\n', settings);
  const rules = (): string[] => engine.diagnostics('main.plan').map(({ rule }) => rule);
  expect(rules()).not.toContain('bilingual/missing-translation');
  const at = 'plan p: Plan\n'.length;
  engine.change('main.plan', { start: at, end: at, text: '  translations: cy\n' });
  expect(rules()).toContain('bilingual/missing-translation');
});

describe('figures', () => {
  test('that differ are found where they stand in the translation', () => {
    check(
      'figures-differ',
      `plan p: Plan

statistic: Calls answered in 2019/20
  title cy: Galwadau a atebwyd yn 2019-2020
  value: over 12,480
  value cy: dros 12,408
#                ^^^^^^ bilingual/figures-differ
  unit: 69%
  unit cy: 69
#          ^^ bilingual/figures-differ

section a: A
  text:
    We planted 300 trees. See [[trees-2030|our 5 plans]].
  text cy:
# ^^^^^^^ bilingual/figures-differ
    Fe wnaethom blannu coed. Gweler [[trees-2031|ein 5 cynllun]].
`,
    );
  });

  test('that are written otherwise but mean the same are not', () => {
    check(
      'figures-differ',
      `plan p: Plan

action: Spend £1.24m, £2.50, 60 per cent, 1,000 and 2017-21 on 3 towns and twelve parks by the 20th
  title cy: Gwario £1.24 miliwn, £2.5, 60%, 1000 a 2017–2021 ar dair tref a 12 parc erbyn yr 20fed
action: See https://example.org/2030 and \`v2\`[^1]
  title cy: Gweler https://example.org/2031 a \`v3\`[^2]
action: 12.480,5 Menschen
  title de: 12,480.5 Menschen
`,
    );
  });

  test('are counted as often as they stand there', () => {
    expect(
      messages('plan p: Plan\n  title cy: Cynllun\n  translations: cy\n\naction: 40 by 40\n  title cy: 40\n'),
    ).toEqual([
      'The Welsh lacks 40, which the English has. A number is the same in every language, so put right whichever is wrong.',
    ]);
  });

  test('can be put right in either language', () => {
    const [differs] = diagnosticsOf(
      'plan p: Plan\n\naction: 1,200 homes\n  title cy: 1,300 o gartrefi\n',
      settings,
    ).filter(({ rule }) => rule === 'bilingual/figures-differ');
    expect(differs?.fixes.map(({ title }) => title)).toEqual([
      'Change 1,300 to 1,200 in the Welsh',
      'Change 1,200 to 1,300 in the English',
    ]);
  });

  test.each([
    ['Build 1,000 homes', 'Adeiladu mil o gartrefi'],
    ['100 homes', 'cant o gartrefi'],
    ['100 years', 'can mlynedd'],
    ['50 homes', 'hanner cant o gartrefi'],
    ['60 homes', 'Trigain o gartrefi'],
    ['40% of 200', 'deugain y cant o 200'],
    ['12 hubs', 'dwsin o hybiau'],
    ['A dozen hubs', '12 hwb'],
    ['Two dozen hubs', '24 hwb'],
    ['Meet 2 times a year', 'Cwrdd ddwywaith y flwyddyn'],
    ['Twice a year', '2 waith y flwyddyn'],
    ['The 20th century', 'Yr ugeinfed ganrif'],
    ['The 21st century', 'Yr unfed ganrif ar hugain'],
    ['By the 31st', 'Erbyn yr unfed ar ddeg ar hugain'],
    ['The thirty-first', 'Y 31ain'],
    ['1.5 million', 'Miliwn a hanner'],
    ['0.5', 'hanner'],
    ['Half of homes', '50%'],
    ['Three quarters of homes', '75% o gartrefi'],
    ['80 homes', 'pedwar ugain o gartrefi'],
    ['75 homes', 'saith deg pump o gartrefi'],
    ['13 towns', 'tair tref ar ddeg'],
    ['250,000 trees', 'chwarter miliwn o goed'],
    ['250 trees', 'dau gant a hanner o goed'],
    ['Two hundred and fifty thousand trees', '250,000 o goed'],
    ['Two and a half years', '2.5 mlynedd'],
    ['5pm', '17:00'],
    ['9.30am to 5.30pm', '09:30 i 17:30'],
    ['From 9.30am', 'O 9.30 y bore'],
  ])('that stand in words or in another way: “%s” and “%s”', (title, translated) => {
    expect(messages(action(title, translated))).toEqual([]);
  });

  test.each([
    ['One plan for every home', 'Cynllun i bob cartref'],
    ['Every second year', 'Bob blwyddyn'],
    ['Half the homes', 'Y cartrefi'],
    ['A home', 'Mil o gartrefi, cant y cant'],
  ])('that only words say are not missed: “%s” and “%s”', (title, translated) => {
    expect(messages(action(title, translated))).toEqual([]);
  });

  test.each([
    ['100 homes', '40 y cant', '40%', '100'],
    ['Spend £2.5m', 'Gwario £2.5bn', '£2.5bn', '£2.5m'],
    ['Spend £2.5 million', 'Gwario £2.6 miliwn', '£2.6 miliwn', '£2.5 million'],
    ['5pm', '18:00', '18 and 00', '5'],
    ['50 homes', 'deugain o gartrefi mewn 3 blynedd', '3', '50'],
  ])('that differ are named as written: “%s” and “%s”', (title, translated, says, where) => {
    expect(messages(action(title, translated))).toEqual([
      `The Welsh says ${says} where the English says ${where}. A number is the same in every language, so put right whichever is wrong.`,
    ]);
  });

  test.each([
    ['12,480 and 0.60', '12480 0.6'],
    ['£0.6 billion, £59M, 3k', '600000000 59000000 3000'],
    ['£1.2 miliwn, 5 mil', '1200000 5000'],
    ['69%, 69 %, 69 per cent, 69 y cant', '69% 69% 69% 69%'],
    ['2019/20 2017–21 1998-03', '2019 2020 2017 2021 1998 1903'],
    ['1st, 007, 24/7, 9.30am', '1 7 24 7 9.3'],
    ['none', ''],
  ])('of “%s”', (text, values) => {
    expect(
      figuresIn(text)
        .map(({ value }) => value)
        .join(' '),
    ).toBe(values);
  });
});
