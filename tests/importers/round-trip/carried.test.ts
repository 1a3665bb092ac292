import { describe, expect, test } from 'vitest';
import { carriedPlan } from '../../../server/src/importers/carried/carried.ts';
import { hostile, hostileFiles } from '../../documents/hostile.ts';
import { built, changedBy, type Published, published, publishedIn, unchanged } from './round-trip.ts';

/** What changes where a plan is brought in again from each document of a format, by the plan that it carries. */
const roundTrip = async (one: Published, format: string): Promise<string[]> =>
  [...(await built(one.edition, format))]
    .filter(([name]) => /\.(?:md|html|docx|xml)$/.test(name))
    .map(([, bytes]) => {
      const carried = carriedPlan(bytes);
      return carried?.isUntouched ? changedBy(one, carried.text) : String(carried?.isUntouched);
    });

describe.each(published)('$name is the same', (one) => {
  test.each(['md', 'html', 'docx'])('after %s', async (format) => {
    expect(await roundTrip(one, format)).toEqual([unchanged]);
  });

  test('after StratML', async () => expect(await roundTrip(one, 'stratml')).toEqual([unchanged, unchanged]));
});

/** Plans with tags, which are not handed on; a text that begins with no plan; letters that no file can hold. */
const others =
  /^(?:tags-and-texts|every-field|no-root|lone-surrogates|nested-(?:sections|priorities|marks|lists)|signs)/;

test.each(hostile.filter(({ name }) => !others.test(name)))('$name is the same after Markdown', async ({ plan }) => {
  for (const one of publishedIn({ ...hostileFiles, 'main.plan': plan }))
    expect(await roundTrip(one, 'md')).toEqual([unchanged]);
});
