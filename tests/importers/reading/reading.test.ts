import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writePlan } from '../../../server/src/importers/draft/write.ts';
import { markdownReader } from '../../../server/src/importers/readers/markdown/reader.ts';
import { readPlan } from '../../../server/src/importers/reading/read-plan.ts';
import type { Source } from '../../../server/src/importers/source.ts';

/** Each file has cases: a document in Markdown, a line of `---`, and the plan that it becomes; `===` and a name begin a case. */
const files = ['chapters', 'lists', 'tables', 'named', 'two-languages'];

for (const file of files)
  describe(file, () => {
    const text = readFileSync(join(import.meta.dirname, `cases/${file}.txt`), 'utf8');
    for (const part of text.split(/^=== /m).slice(1)) {
      const [name = '', ...lines] = part.split('\n');
      const [document = '', plan = ''] = lines.join('\n').split(/^---$/m);
      test(name, async () => expect(await planOf(document)).toBe(plan.trim()));
    }
  });

async function planOf(document: string): Promise<string> {
  const bytes = new TextEncoder().encode(document);
  const source = (await markdownReader.read(bytes, { name: 'document.md', changes: 'taken' })) as Source;
  return writePlan(readPlan(source).draft, { id: 'it' }).text.trim();
}
