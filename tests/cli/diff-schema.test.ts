import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { jsonDifference } from '../../server/src/difference/json.ts';
import { cases } from '../difference/cases.ts';
import { differences } from '../difference/differences.ts';
import { withEdits } from '../difference/edits.ts';
import { hostile } from '../documents/hostile.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { TestRepository } from './repository.ts';

const text = readFileSync(join(import.meta.dirname, '../../server/schemas/diff.schema.json'), 'utf8');
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(text));

/** What is wrong with JSON as the schema describes it. */
function faultsOf(json: string): unknown[] {
  validate(JSON.parse(json));
  return validate.errors ?? [];
}

test('the schema describes every kind of change', () => {
  const types = new Set<string>();
  for (const { sample, given = [], edits } of cases) {
    const before = withEdits(filesOfSample(sample), given);
    const plans = differences(before, withEdits(before, edits));
    for (const { changes } of plans) for (const { type } of changes) types.add(type);
    expect(faultsOf(jsonDifference(plans, []))).toEqual([]);
  }
  const known = JSON.parse(text).definitions;
  expect([...types].sort()).toEqual(
    [
      ...known.change.oneOf.flatMap(({ $ref }: { $ref: string }) => {
        const { type } = known[$ref.replace('#/definitions/', '')].properties;
        return type.enum ?? [type.const];
      }),
    ].sort(),
  );
});

test('the schema describes what becomes of hostile plans', () => {
  const base = filesOfSample('first-plan');
  const [first = ''] = Object.values(base);
  for (const { plan } of hostile) {
    expect(faultsOf(jsonDifference(differences({ 'main.plan': first }, { 'main.plan': plan }), []))).toEqual([]);
    expect(faultsOf(jsonDifference(differences({ 'main.plan': plan }, {}), []))).toEqual([]);
  }
});

test('the schema describes ids that were given twice', () => {
  const repository = new TestRepository({ 'a.plan': 'plan a: A\n' });
  repository.git('branch', 'other');
  repository.commit({ 'a.plan': 'plan a: A\n\nterm x: One\n' });
  repository.git('switch', '--quiet', 'other');
  repository.commit({ 'a.plan': 'plan a: A\n\npartner x: Two\n' });
  const { out } = repository.diff(['main', 'other', '--format', 'json']);
  expect(JSON.parse(out).clashes).toHaveLength(1);
  expect(faultsOf(out)).toEqual([]);
});
