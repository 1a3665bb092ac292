import { expect, test } from 'vitest';
import { carriedPlan } from '../../../server/src/importers/carried/carried.ts';
import { merged } from '../../../server/src/importers/carried/merge.ts';
import { readerFor } from '../../../server/src/importers/readers/index.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { bytesOf, published } from './round-trip.ts';

async function sourceOf(text: string): Promise<Source> {
  const bytes = new TextEncoder().encode(text);
  const read = await readerFor(bytes, 'plan.md', 'markdown').reader.read(bytes, { name: 'plan.md', changes: 'taken' });
  if ('draft' in read) throw new Error('Markdown is no plan.');
  return read;
}

/** Lines of prose: sentences that say something, not what the plan prints of itself. */
const isProse = (line: string): boolean => /^[A-Z][^[\]*|<]{60,}\.$/.test(line);

const samples = published.filter(({ name }) => ['leicestershire', 'south-wales', 'wiltshire'].includes(name));

test.each(samples)(
  'a word that is edited in the prose of $name is edited in the plan, and nothing else',
  async (one) => {
    const text = new TextDecoder().decode(await bytesOf(one.edition, 'md'));
    const made = await sourceOf(text);
    const lines = text.split('\n');
    const prose = lines
      .flatMap((line, at) => (isProse(line) && !/\d\.\d/.test(line) ? [at] : []))
      .filter((_, at) => at % 12 === 0);
    expect(prose.length).toBeGreaterThan(0);
    for (const at of prose) {
      const edited = lines.with(at, (lines[at] ?? '').replace(/ [a-z]+ /, ' zebra ')).join('\n');
      const carried = carriedPlan(edited);
      const found = carried && (await merged(carried, await sourceOf(edited), async () => made));
      expect(found?.edits.map(({ what }) => what)).toEqual(['changed']);
      const before = (carried?.text ?? '').split(/\s+/);
      const changed = (found?.text ?? '').split(/\s+/).filter((word, index) => word !== before[index]);
      expect(changed).toEqual(['zebra']);
    }
  },
);
