import { expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import { rules } from '../../server/src/checks/index.ts';
import type { Example, Rule } from '../../server/src/checks/rule.ts';
import { filesOf } from '../../server/src/examples.ts';
import type { Action } from '../../server/src/features/code-actions/action.ts';
import { actionsAt } from '../../server/src/features/code-actions/index.ts';
import type { PlanFile } from '../../server/src/workspace/plan-file.ts';
import { doing } from '../helpers/actions.ts';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { randomFrom } from '../helpers/random.ts';
import { samples } from '../helpers/samples.ts';

const can = { createsFiles: true, snippets: false, explains: false };
const settingsOf = (rule: Rule) => ({ profiles: ['basic', rule.profile ?? 'basic'], final: true });

/** What is found in the main file of an example, and what can be done at each of these. */
function lookAt(example: Example, settings = {}, only?: readonly string[]) {
  const engine = engineFor(example, settings);
  const snapshot = engine.snapshot;
  const file = engine.workspace.files.get('main.plan') as PlanFile;
  const found = snapshot.diagnostics(file);
  const actions = (at: Diagnostic): Action[] => actionsAt(snapshot, file, at.range, can, only);
  return { found, actions };
}

const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  a.rule === b.rule && JSON.stringify(a.range) === JSON.stringify(b.range);

/** How many mistakes there are in how a plan is written; a field that a mend leaves to be filled in is none. */
const syntaxErrors = (found: readonly Diagnostic[]): number =>
  found.filter(({ rule, severity }) => /^syntax\/(?!empty-field)/.test(rule) && severity === 'error').length;

const applied = (example: Example, action: Action): Example => {
  const edits = action.edits ?? [];
  return doing(filesOf(example), { ...action, edits });
};

test.each(rules.map((rule) => [rule.id, rule] as const))('what is offered against %s mends it', (id, rule) => {
  const settings = settingsOf(rule);
  const { found, actions } = lookAt(rule.breaks, settings, ['quickfix']);
  const before = syntaxErrors(found);
  for (const fault of found.filter((one) => one.rule === id)) {
    const own = actions(fault).filter(({ mends }) => mends?.some((one) => isSame(one, fault)));
    expect(own.map(({ title }) => title)).toEqual(expect.arrayContaining(fault.fixes.map(({ title }) => title)));
    for (const action of own) {
      const after = diagnosticsOf(applied(rule.breaks, action), settings);
      expect(syntaxErrors(after), action.title).toBeLessThanOrEqual(before);
      const left = after.filter((one) => one.rule === id);
      expect(left.length, action.title).toBeLessThan(found.filter((one) => one.rule === id).length);
    }
  }
});

/** Applies what can be mended without a look until there is nothing more; gives how often that took. */
function mendAll(text: string): { text: string; rounds: number } {
  let mended = text;
  for (let rounds = 0; ; rounds++) {
    const { found, actions } = lookAt(mended, {}, ['source.fixAll']);
    const [action] = found.slice(0, 1).flatMap(actions);
    if (!action || rounds > 20) return { text: mended, rounds };
    mended = doing(mended, action)['main.plan'] ?? '';
  }
}

test.each(rules.map((rule) => [rule.id, rule] as const))('mending all in what breaks %s comes to an end', (_, rule) => {
  const { text, rounds } = mendAll(filesOf(rule.breaks)['main.plan'] ?? '');
  expect(rounds).toBeLessThan(4);
  expect(mendAll(text)).toEqual({ text, rounds: 0 });
});

test.each(Object.entries(samples))('mending all in %s, badly typed, comes to an end', (_, sample) => {
  const random = randomFrom(sample.length);
  const spoilt = sample
    .split('\n')
    .map((line) => {
      const choice = random();
      if (choice < 0.05) return line.replace(/^ {2}/, '\t');
      if (choice < 0.1) return line.replace(/^( *)([a-z])/, (_match, spaces, letter) => spaces + letter.toUpperCase());
      if (choice < 0.15) return line.replace(/^ {2}/, '\u00a0 ');
      if (choice < 0.2) return line.replace(/^( +)/, '$1  ');
      return line;
    })
    .join('\n');
  const { rounds } = mendAll(spoilt);
  expect(rounds).toBeGreaterThan(0);
  expect(rounds).toBeLessThan(10);
});
