import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { baselineEntries, baselineText, readBaseline } from '../../server/src/reporters/baseline.ts';
import { names } from '../../server/src/reporters/fingerprint.ts';
import { broken, draft, misspelt } from '../cli/plans.ts';
import { samples } from '../helpers/samples.ts';
import { type Files, found } from './reports.ts';

const root = join(import.meta.dirname, '../..');
const validate = new Ajv({ strict: true }).compile(
  JSON.parse(readFileSync(join(root, 'server/schemas/baseline.schema.json'), 'utf8')),
);

const entriesOf = (files: Files) => {
  const result = found(files);
  return baselineEntries(
    result,
    names(result, (path) => path),
    (path) => path,
  );
};

test('a baseline is as its schema says, and read as it was written', () => {
  for (const files of [samples, { 'a.plan': broken, 'b.plan': misspelt }, {}]) {
    const entries = entriesOf(files);
    const text = baselineText(entries);
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
    const read = readBaseline(text);
    expect(read).toHaveLength(entries.length);
    expect(typeof read === 'string' ? read : baselineText(read)).toBe(text);
    expect(baselineText(entries.toReversed())).toBe(text);
  }
});

test('a baseline says nothing of lines, so that it changes only where findings do', () => {
  const moved = baselineText(entriesOf({ 'a.plan': misspelt.replace('\n\n', '\n\n# More\n\n') }));
  expect(moved).toBe(baselineText(entriesOf({ 'a.plan': misspelt })));
});

test('hints are no part of it', () => {
  expect(entriesOf({ 'a.plan': draft })).toEqual([]);
});

test.each([
  ['', 'is no JSON, so it is no file that --update-baseline wrote'],
  ['[]', 'is no file that --update-baseline wrote'],
  ['{"$schema": "x", "findings": []}', 'is no file that --update-baseline wrote'],
  [
    '{"$schema": "goldthread/schemas/baseline.schema.json", "version": 2, "findings": []}',
    'was written by a later Goldthread than this one',
  ],
])('%s %s', (text, fault) => {
  expect(readBaseline(text)).toBe(fault);
});
