import { describe, expect, test } from 'vitest';
import { writePlan } from '../../../server/src/importers/draft/write.ts';
import { ImportFault } from '../../../server/src/importers/fault.ts';
import { jsonReader, readJsonPlan } from '../../../server/src/importers/readers/json/reader.ts';
import { modelGraph } from '../../../server/src/model/graph.ts';
import { engineFor } from '../../helpers/engine.ts';

const plan = { ref: 'p', id: 'p', kind: 'plan', title: 'Our Plan', fields: {} };
const item = { ref: 'p.safe', id: 'safe', kind: 'outcome', title: 'Safe', parent: null, fields: {} };
const file = { $schema: 'goldthread/schemas/document.schema.json', version: 1, plan, items: [item] };

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

function faultOf(value: unknown): string {
  try {
    readJsonPlan(bytesOf(value));
  } catch (error) {
    if (error instanceof ImportFault) return error.message;
    throw error;
  }
  return '';
}

const faults: readonly (readonly [name: string, value: unknown, message: RegExp])[] = [
  ['nothing', '', /^This is not JSON\. /],
  ['half a file', JSON.stringify(file, undefined, 2).slice(0, 200), /^This is not JSON/],
  ['a list', [], /The file is no object/],
  ['JSON of others', { name: 'x' }, /not written by Goldthread/],
  ['a later version', { ...file, version: 2 }, /is of version 2, .* A newer Goldthread reads it\./],
  ['no version', { ...file, version: undefined }, /of version no number/],
  ['no plan', { ...file, plan: undefined }, /: “plan” is missing\./],
  ['no items', { ...file, items: {} }, /: “items” is no list/],
  ['an item that is none', { ...file, items: [item, 7] }, /: “items”, number 2 is no object/],
  ['no title', { ...file, items: [{ ...item, title: undefined }] }, /: “items”, number 1, “title” is missing/],
  ['an unknown kind', { ...file, items: [{ ...item, kind: 'outcom' }] }, /number 1, “kind” is ‘outcom’/],
  ['an unknown field', { ...file, items: [{ ...item, fields: { whyy: '' } }] }, /“fields”, “whyy” is no field/],
  [
    'a value that is no text',
    { ...file, items: [{ ...item, fields: { text: ['a', 1] } }] },
    /“text”, number 2 is not a/,
  ],
  ['a parent that is not there', { ...file, items: [{ ...item, parent: 'p.x' }] }, /“parent” names an item/],
  ['an item in itself', { ...file, items: [{ ...item, parent: 'p.safe' }] }, /“parent” names an item/],
  ['two plans', { $schema: 'goldthread/schemas/model.schema.json', version: 1, plans: [plan, plan] }, /holds 2 plans/],
  ['no plans', { $schema: 'goldthread/schemas/model.schema.json', version: 1, plans: [] }, /“plans” holds no plan/],
];

describe('what is no such file is said, with its place', () => {
  test.each(faults)('%s', (_, value, message) => expect(faultOf(value)).toMatch(message));
});

test('it is known by its first signs', () => {
  expect(jsonReader.recognises(bytesOf(file))).toBe(true);
  expect(jsonReader.recognises(bytesOf('\uFEFF\n { "a": 1'))).toBe(true);
  for (const other of ['', '{\\rtf1', '[1]', '# { "a"', '<a>'])
    expect(jsonReader.recognises(bytesOf(other))).toBe(false);
});

test('names that objects have by themselves are no names here', () => {
  const items = [
    { ...item, ref: '__proto__', id: 'constructor' },
    { ...item, ref: 'b', id: 'b', parent: '__proto__', kind: 'kpq' },
  ];
  const text = JSON.stringify({ ...file, items: [] }).replace('[]', JSON.stringify(items));
  expect(writePlan(readJsonPlan(bytesOf(text)).draft).text).toContain('outcome constructor: Safe\n  kpq b: Safe');
});

test('lines that a title and a value have no room for are put in one', () => {
  const fields = { tags: 'a\n  outcome x: y', text: 'One\r\n\r\nTwo' };
  const { draft } = readJsonPlan(bytesOf({ ...file, items: [{ ...item, title: 'Safe\nplan q: X', fields }] }));
  expect(writePlan(draft).text).toBe(`plan p: Our Plan

outcome safe: Safe plan q: X
  tags: a outcome x: y
  text:
    One

    Two
`);
});

test('the graph of one plan is read too', () => {
  const { model, workspace } = engineFor('plan p: Plan\n\noutcome safe: Safe\n  kpq: How safe?\n').snapshot;
  const plans = workspace.plans.filter(({ id }) => id === 'p');
  const graph = JSON.stringify(modelGraph(model, plans, (path) => path));
  expect(writePlan(readJsonPlan(bytesOf(graph)).draft).text).toBe(
    'plan p: Plan\n\noutcome safe: Safe\n  kpq: How safe?\n',
  );
});

test('values of a Welsh plan are those of an English one', () => {
  const fields = { period: '2021-05 i 2024', target: '7 erbyn 2024', direction: 'gostwng' };
  const measure = { ...item, kind: 'measure', fields };
  const { draft } = readJsonPlan(bytesOf({ ...file, plan: { ...plan, keys: 'cy' }, items: [measure] }));
  expect(writePlan(draft).text).toContain('target: 7 by 2024');
});
