import { describe, expect, test } from 'vitest';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

/** Expects the marked findings of this group, and no others of it. */
function expectMarked(marked: string): void {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, ['coverage'], { final: true })).toEqual(expected);
}

const messages = (plan: string): string[] =>
  diagnosticsOf(plan, { final: true })
    .filter(({ rule }) => rule.startsWith('coverage/'))
    .map(({ message }) => message);

describe('requirement-not-met', () => {
  test('each requirement of a framework, wherever it is met', () => {
    expectMarked(`
plan p: Police and Crime Plan
  uses: prsra-2011
  covers: prsra-2011.plan-contents
#         ^^^^^^^^^^^^^^^^^^^^^^^^ coverage/requirement-not-met

outcome safe: Communities are safe
  requirements: prsra-2011.objectives

measure calls: Calls answered
  requirements: prsra-2011.measuring

section money: Money
  budget: Revenue budget
    requirements: prsra-2011.resources
  group: Grants
    requirements: prsra-2011.grants
    action: Open the fund

priority streets: Safer streets
  action: Put more officers on the beat
    requirements: prsra-2011.policing-provided

duty: To report
  requirements: prsra-2011.reporting
`);
  });

  test('cites the law, and never speaks of compliance', () => {
    const all = messages('plan p: Plan\n  uses: prsra-2011\n  covers: prsra-2011.plan-contents\n');
    expect(all).toHaveLength(6);
    expect(all).toContain(
      "Nothing in this plan is marked as meeting ‘The commissioner's police and crime objectives’, s.7(1)(a) (‘What a police and crime plan must set out’). Where the plan does this, write “requirements: prsra-2011.objectives”; where it does not, add what is missing.",
    );
    expect(all.join(' ')).not.toMatch(/compl[iy]/i);
  });

  test('a framework named twice is asked for once; a library as a whole and what is unknown are left to others', () => {
    expect(messages('plan p: Plan\n  covers: f, f\n\nframework f: F\n  requirement a: A\n')).toHaveLength(1);
    expect(messages('plan p: Plan\n  uses: prsra-2011\n  covers: prsra-2011, nothing, prsra-2011.\n')).toEqual([]);
    expect(messages('plan p: Plan\n  covers: a\n\nframework f: F\n  requirement a: A\n')).toEqual([]);
    expect(messages('plan p: Plan\n  covers: f\n\nframework f: F\n')).toEqual([]);
    expect(messages('plan p: Plan\n  covers:\n')).toEqual([]);
  });

  test('says what to do about a requirement that has no id', () => {
    expect(messages('plan p: Plan\n  covers: f\n\nframework f: F\n  requirement: A\n')).toEqual([
      'Nothing in this plan is marked as meeting ‘A’ (‘F’). It has no id that could be named: write one behind its “requirement”.',
    ]);
  });
});

describe('goal-not-served', () => {
  test('each outermost goal; one that holds goals is served by any of them', () => {
    expectMarked(`
plan p: Well in Northshire
  covers: vision
#         ^^^^^^ coverage/goal-not-served,coverage/requirement-not-met

framework vision: Our county in 2040
  goal green: A green county
    goal clean: Clean air
    goal quiet: Quiet streets
  goal fair: A fair county
    goal equal: Equal pay
  goal safe: A safe county
  goal open: An open county
    requirement papers: Publish all papers
    requirement meetings: Open all meetings

priority air: Cleaner air
  goals: clean, safe

section papers-online: Our papers
  requirements: papers
`);
  });

  test('where any will do, one of them is enough', () => {
    const plan = (line: string) =>
      `plan p: Plan\n  uses: national-priorities-2021\n  covers: national-priorities-2021.national-priorities\n\npriority streets: Safer streets\n  ${line}\n`;
    expect(messages(plan('goals: national-priorities-2021.serious-violence'))).toEqual([]);
    expect(messages(plan('why: They are dark.'))).toEqual([
      'Nothing in this plan is marked as serving any of the goals of ‘Key national priorities for policing’. Name one where the plan does: “goals: national-priorities-2021.homicide”.',
    ]);
    const mixed = 'plan p: Plan\n  covers: f\n\nframework f: F\n  coverage: any\n  goal a: A\n  requirement b: B\n';
    expect(messages(mixed)).toHaveLength(1);
    expect(messages(`${mixed}\npriority x: X\n  goals: a\n`)).toEqual([]);
    expect(
      messages(
        '# language: cy\ncynllun p: C\n  cwmpasu: f\n\nfframwaith f: F\n  cwmpas: unrhyw\n  amcan a: A\n  amcan b: B\n\nblaenoriaeth x: X\n  amcanion: b\n',
      ),
    ).toEqual([]);
  });

  test('parts count, and every edit does', () => {
    const main = 'plan p: Plan\n  subtitle: One\n  covers: f\n\ninclude: one.plan\n\nframework f: F\n  goal a: A\n';
    const engine = engineFor({ 'main.plan': main, 'one.plan': 'part p: One\n\npriority x: X\n' });
    const places = () =>
      engine
        .diagnostics('main.plan')
        .filter(({ rule }) => rule === 'coverage/goal-not-served')
        .map(({ range }) => range.start.line);
    expect(places()).toEqual([2]);
    engine.set('one.plan', 'part p: One\n\npriority x: X\n  goals: a\n');
    expect(places()).toEqual([]);
    engine.set('main.plan', main.replace('goal a: A\n', 'goal a: A\n  goal b: B\n'));
    expect(places()).toEqual([2]);
    engine.set('main.plan', main.replace('  subtitle: One\n', '').replace('goal a: A\n', 'goal a: A\n  goal b: B\n'));
    expect(places()).toEqual([1]);
    engine.set('one.plan', 'part p: One\n\npriority x: X\n  goals: a, b\n');
    expect(places()).toEqual([]);
  });

  test('another plan’s items serve that plan only', () => {
    const engine = engineFor({
      'main.plan': 'plan p: Plan\n  uses: f\n  covers: f.vision\n',
      'other.plan': 'plan q: Other\n  uses: f\n  covers: f.vision\n\npriority x: X\n  goals: f.a\n',
      'f.plan': 'library f: F\n\nframework vision: Vision\n  goal a: A\n',
    });
    const count = (path: string) =>
      engine.diagnostics(path).filter(({ rule }) => rule === 'coverage/goal-not-served').length;
    expect([count('main.plan'), count('other.plan')]).toEqual([1, 0]);
  });
});
