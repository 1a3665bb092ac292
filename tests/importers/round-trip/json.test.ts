import { expect, test } from 'vitest';
import { readJsonPlan } from '../../../server/src/importers/readers/json/reader.ts';
import { hostile, hostileFiles } from '../../documents/hostile.ts';
import { bytesOf, changedBy, type Published, published, publishedIn, textOf, unchanged } from './round-trip.ts';

const roundTrip = async (one: Published): Promise<string> =>
  changedBy(one, textOf(readJsonPlan(await bytesOf(one.edition, 'json')).draft));

test.each(published)('$name is the same after JSON', async (one) => expect(await roundTrip(one)).toBe(unchanged));

/** Plans in which everything is at its place, whatever its words are. */
const sound =
  /^(?:budget|contact|data-cells|entities|footnotes$|frameworks|glossary|label-html|language|links-broken|mentions$|prose-script|quotes|tags|title-mention|welsh|table-cells)/;

test.each(hostile.filter(({ name }) => sound.test(name)))('$name is the same after JSON', async ({ plan }) => {
  for (const one of publishedIn({ ...hostileFiles, 'main.plan': plan })) expect(await roundTrip(one)).toBe(unchanged);
});

test('what stands between items stays there', async () => {
  const [one] = publishedIn({
    'main.plan': `plan p: Plan
  numbering: priorities

label actions: What we do

section s: Words
  text: First
  statistic: Homes
    value: 7
  text: Second
  text: Third
  statistic: Parks
    value: 8
  text: Last
    lines
`,
  });
  const text = textOf(readJsonPlan(await bytesOf((one as Published).edition, 'json')).draft);
  expect(text.match(/text: .*|statistic: .*|label .*|numbering: .*/g)).toEqual([
    'numbering: priorities',
    'label actions: What we do',
    'text: First',
    'statistic: Homes',
    'text: Second',
    'text: Third',
    'statistic: Parks',
  ]);
  expect(text).toMatch(/Parks\n {4}value: 8\n\n? {2}text:\n {4}Last\n {4}lines\n/);
});
