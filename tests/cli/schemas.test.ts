import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { folderWith, goldthread } from './goldthread.ts';
import { broken } from './plans.ts';

const root = join(import.meta.dirname, '../..');

/** A function that says whether JSON is as a schema of the package describes it. */
function schema(name: string): ValidateFunction {
  const text = readFileSync(join(root, `server/schemas/${name}.schema.json`), 'utf8');
  return new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(text));
}

test.each([
  ['check', ['check', '--format', 'json']],
  ['model', ['model']],
  ['model', ['model', '--pretty']],
])('%s describes what the program prints', (name, args) => {
  const validate = schema(name);
  const outputs = [
    goldthread([...args, 'samples'], { cwd: root }).out,
    goldthread(args, {
      cwd: folderWith({ 'a.plan': broken, 'b.plan': '', 'c.plan': 'part nobody: A part\n\naction: x\n' }),
    }).out,
  ];
  for (const output of outputs) {
    validate(JSON.parse(output));
    expect(validate.errors ?? []).toEqual([]);
  }
});
