import { describe, expect, test } from 'vitest';
import type { Change } from '../../server/src/difference/change.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { cases, unchanged } from './cases.ts';
import { differences, type Files, told } from './differences.ts';
import { withEdits } from './edits.ts';

const saidOf = (before: Files, now: Files): string =>
  differences(before, now)
    .map(told)
    .filter((text) => text !== '')
    .join('\n');

describe('what changes nothing in the terms of a plan', () => {
  test.each(unchanged)('$name: $sample', ({ sample, given = [], edits }) => {
    const before = withEdits(filesOfSample(sample), given);
    const now = withEdits(before, edits);
    expect(now).not.toEqual(before);
    expect(saidOf(before, now)).toBe('');
    expect(saidOf(now, before)).toBe('');
  });
});

describe('what somebody did is what is said', () => {
  test.each(cases)('$name: $sample', ({ sample, given = [], edits, says }) => {
    const before = withEdits(filesOfSample(sample), given);
    expect(saidOf(before, withEdits(before, edits))).toBe(says.trim());
  });
});

describe('the other way round, what came goes and what went comes', () => {
  /** How often each type of change is there; with `back`, as it would be the other way round. */
  function countsOf(before: Files, now: Files, back: boolean): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { changes } of differences(before, now))
      for (const change of changes) {
        // A link to an item that is new is somebody’s doing, one to an item that is gone could not stay.
        if (change.type === 'link') continue;
        const name = nameOf(change, back);
        counts[name] = (counts[name] ?? 0) + 1;
      }
    return counts;
  }

  function nameOf(change: Change, back: boolean): string {
    if (change.type === 'added' || change.type === 'removed')
      return `${(change.type === 'added') !== back ? 'added' : 'removed'} ${change.item.kind}`;
    return change.type;
  }

  test.each(cases)('$name: $sample', ({ sample, given = [], edits }) => {
    const before = withEdits(filesOfSample(sample), given);
    const now = withEdits(before, edits);
    expect(countsOf(now, before, true)).toEqual(countsOf(before, now, false));
  });
});

describe('done together, what was said of each is said', () => {
  const names = [
    'a target moves',
    'a link is broken',
    'words of prose',
    'an action is new',
    'a party is called otherwise: nothing changed for its actions',
    'the cover and the headings',
  ];
  const some = names.flatMap((name) => cases.find((one) => one.name === name) ?? []);
  /** The sentences, each with what it is about. */
  const sentences = (text: string): string[] => {
    let about = '';
    return text.split('\n').flatMap((line) => {
      if (line.startsWith(' ')) return [`${about}: ${line.trim()}`];
      about = line;
      return [];
    });
  };

  test.each([
    [0, 1, 2],
    [3, 4, 5],
    [0, 2, 4],
    [1, 3, 5],
    [5, 4, 3, 2, 1, 0],
  ])('%i, %i, %i …', (...chosen) => {
    expect(some).toHaveLength(names.length);
    const before = filesOfSample('first-plan');
    const own = chosen.flatMap((index) => some[index] ?? []);
    const now = withEdits(
      before,
      own.flatMap(({ edits }) => edits),
    );
    const expected = own.flatMap(({ says }) => sentences(says.trim()));
    expect(sentences(saidOf(before, now)).sort()).toEqual(expected.sort());
  });
});
