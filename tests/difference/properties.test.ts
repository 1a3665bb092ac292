import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { match } from '../../server/src/difference/match.ts';
import { movedIn } from '../../server/src/difference/order.ts';
import { itemsOf, type Side } from '../../server/src/difference/side.ts';
import { wordsOfBoth } from '../../server/src/difference/words.ts';
import { hostile, hostileFiles } from '../documents/hostile.ts';
import { county, someChange } from '../helpers/changes.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample, sampleNames } from '../helpers/samples.ts';
import { differences, type Files, printed, stateOf } from './differences.ts';

/** Files after some changes such as writers make. */
function changed(files: Files, random: () => number, count: number): Files {
  const now: Record<string, string> = { ...files };
  const paths = Object.keys(now);
  for (let done = 0; done < count; done++) {
    const path = paths[Math.floor(random() * paths.length)] as string;
    const text = now[path] as string;
    const { start, end, text: words } = someChange(text, random);
    now[path] = text.slice(0, start) + words + text.slice(end);
  }
  return now;
}

const sidesOf = (files: Files): Side[] => {
  const { snapshot, plans } = stateOf(files);
  return plans.map((plan) => ({ snapshot, plan, fingerprint: undefined, allowed: undefined }));
};

const lists = (side: Side): Set<unknown> => new Set(itemsOf(side));

/** What is wrong in how the items of two states were put together. */
function faultsOf(before: Side, after: Side): string[] {
  const found = match(before, after);
  const faults: string[] = [];
  const [old, young] = [lists(before), lists(after)];
  for (const item of itemsOf(before)) {
    const other = found.after.get(item);
    const isGone = found.removed.includes(item);
    if (isGone === (other !== undefined)) faults.push(`${item.key} ${item.title}: neither or both`);
    if (other && (found.before.get(other) !== item || !young.has(other))) faults.push(`${item.key}: not both ways`);
  }
  for (const item of itemsOf(after)) {
    if (found.added.includes(item) === found.before.has(item))
      faults.push(`${item.key} ${item.title}: neither or both`);
    const other = found.before.get(item);
    if (other && !old.has(other)) faults.push(`${item.key}: of nowhere`);
  }
  return faults;
}

const corpus: Readonly<Record<string, Files>> = {
  ...Object.fromEntries(sampleNames.map((name) => [name, filesOfSample(name)])),
  county,
};

describe('whatever is changed', () => {
  test.each(Object.keys(corpus))('%s: nothing is said of what is the same', (name) => {
    const files = corpus[name] as Files;
    for (const plan of differences(files, files)) {
      expect(plan.changes).toEqual([]);
      expect(plan.renumbered).toEqual([]);
      expect(plan.findings).toEqual({ new: [], mended: [], allowed: [] });
      expect(plan.thread.before).toEqual(plan.thread.after);
    }
  });

  test.each(['first-plan', 'county', 'wiltshire', 'gwent'])('%s: every item is matched, new or gone', (name) => {
    const files = corpus[name] as Files;
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, count) => {
        const now = changed(files, randomFrom(seed), count);
        const [before, after] = [sidesOf(files), sidesOf(now)];
        for (const one of before)
          for (const other of after)
            if (one.plan.root.path === other.plan.root.path) expect(faultsOf(one, other)).toEqual([]);
        printed(differences(files, now));
      }),
      { numRuns: name === 'gwent' ? 4 : 12 },
    );
  });

  test.each(['first-plan', 'county', 'wiltshire'])('%s: what is new one way is gone the other way', (name) => {
    const files = corpus[name] as Files;
    const namesOf = (plans: ReturnType<typeof differences>, type: 'added' | 'removed'): string[] =>
      plans
        .flatMap(({ changes }) => changes.filter((change) => change.type === type))
        .map(({ item }) => `${item.kind} ${item.title}`)
        .sort();
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const now = changed(files, randomFrom(seed), count);
        const there = differences(files, now);
        const back = differences(now, files);
        expect(namesOf(there, 'added')).toEqual(namesOf(back, 'removed'));
        expect(namesOf(there, 'removed')).toEqual(namesOf(back, 'added'));
      }),
      { numRuns: 12 },
    );
  });

  test('what is set in below the first entry of a file stands in the plan, below a second one too', () => {
    const before = { 'a.plan': 'plan a: A\n' };
    const now = { 'a.plan': 'plan a: A\n  action: One\n\nplan b: B\n  action: Two\n' };
    for (const [one, other] of [
      [before, now],
      [now, before],
    ] as const)
      expect(differences(one, other).flatMap(({ changes }) => changes.map(({ item }) => item.title))).toEqual([
        'One',
        'Two',
      ]);
  });
});

describe('hostile plans', () => {
  const base = filesOfSample('first-plan');

  test.each(hostile)('$name: compared with itself, with nothing, with another plan', ({ plan }) => {
    const files = { ...hostileFiles, 'main.plan': plan };
    expect(differences(files, files).flatMap(({ changes }) => changes)).toEqual([]);
    for (const [one, other] of [
      [files, base],
      [base, files],
      [{ 'main.plan': base['samples/first-plan/first-plan.plan'] ?? '' }, files],
      [files, changed({ 'main.plan': plan }, randomFrom(1), 10)],
    ] as const)
      printed(differences(one, other));
  });
});

describe('words', () => {
  const text = fc.array(fc.constantFrom('homes', 'parks', 'a', ' ', '\n\n', '.', 'ŵy', '–', '  '), { maxLength: 40 });

  test('give back both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const words = wordsOfBoth(before.join(''), after.join(''));
        const without = (gone: string): string => words.map((one) => (one.is === gone ? '' : one.text)).join('');
        expect(without('added')).toBe(before.join(''));
        expect(without('removed')).toBe(after.join(''));
      }),
    );
  });
});

describe('order', () => {
  test('as few as can be were moved, and the others stand in the old order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 12 }), (places) => {
        const moved = movedIn(places);
        const stayed = places.filter((_, at) => !moved.has(at));
        expect(stayed).toEqual([...stayed].sort((a, b) => a - b));
        expect(stayed.length).toBe(longestRun(places));
      }),
    );
  });

  /** How long the longest run in rising order is: every run is tried. */
  function longestRun(places: readonly number[]): number {
    const lengths: number[] = [];
    for (const [at, place] of places.entries())
      lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => (places[before] ?? 0) < place && before < at)));
    return Math.max(0, ...lengths);
  }
});
