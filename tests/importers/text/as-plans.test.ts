import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importDocument } from '../../../server/src/importers/import.ts';

/** Texts as tools leave them, a line of `---`, and the plans that they become; `===` and a name begin a case. */
const cases = readFileSync(join(import.meta.dirname, 'as-plans.txt'), 'utf8')
  .split(/^=== /m)
  .slice(1);

test.each(cases.map((one) => [one.slice(0, one.indexOf('\n')), one.slice(one.indexOf('\n') + 1)]))(
  '%s',
  async (_, one) => {
    const [text = '', plan = ''] = one.split(/^---$/m);
    const imported = await importDocument(new TextEncoder().encode(text), { name: 'text.txt', id: 'it' });
    expect(imported.plan.trim()).toBe(plan.trim());
    expect(imported.account.words.accounted).toBe(imported.account.words.source);
  },
);
