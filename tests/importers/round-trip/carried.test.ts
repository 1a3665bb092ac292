import { expect, test } from 'vitest';
import { carriedPlan } from '../../../server/src/importers/carried/carried.ts';
import { hostile, hostileFiles } from '../../documents/hostile.ts';
import { built, bytesOf, changedBy, type Published, published, publishedIn, unchanged } from './round-trip.ts';

/** What changes where a plan is brought in again from its Markdown, by the plan that it carries. */
async function changedByMarkdown(one: Published): Promise<string> {
  const carried = carriedPlan(await bytesOf(one.edition, 'md'));
  expect(carried?.isUntouched).toBe(true);
  return changedBy(one, carried?.text ?? '');
}

test.each(published)('$name is the same after Markdown', async (one) =>
  expect(await changedByMarkdown(one)).toBe(unchanged),
);

test.each(published)('$name is the same in Word, as a page and in both parts of StratML', async ({ edition }) => {
  const carried = carriedPlan(await bytesOf(edition, 'md'));
  for (const format of ['html', 'docx', 'stratml'])
    for (const bytes of (await built(edition, format)).values()) expect(carriedPlan(bytes)).toEqual(carried);
});

/** Plans in which lines are at odd places, or hold what has a meaning elsewhere. */
const odd =
  /^(?:code|contact|control-|cycles|entities|footnotes|half-|headings|ids-|keys-|label-|language|library|links-broken|lists|mentions$|part-|quotes|table-cells|templates|title-comment|welsh|control-characters$)/;

test.each(hostile.filter(({ name }) => odd.test(name)))('$name is the same after Markdown', async ({ plan }) => {
  for (const one of publishedIn({ ...hostileFiles, 'main.plan': plan }))
    expect(await changedByMarkdown(one)).toBe(unchanged);
});
