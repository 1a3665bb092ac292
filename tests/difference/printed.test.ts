import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { clashes } from '../../server/src/difference/clashes.ts';
import { compare } from '../../server/src/difference/compare.ts';
import { markdownDifference } from '../../server/src/difference/markdown.ts';
import { prettyDifference } from '../../server/src/difference/pretty.ts';
import { hostile, hostileFiles } from '../documents/hostile.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample, samples } from '../helpers/samples.ts';
import { differences, type Files, printed, stateOf } from './differences.ts';
import { addBehind, drop, type Edit, move, put, putAll, withEdits } from './edits.ts';

const base = filesOfSample('first-plan');

/** What is printed of some edits of the small plan, from where it speaks of what came of them. */
function cameOf(...edits: readonly Edit[]): string {
  const text = printed(differences(base, withEdits(base, edits)));
  return text.slice(text.search(/^ {2}(?:\d+ items? printed|Golden thread|Checks)/m)).trim();
}

describe('what came of the changes', () => {
  test('ends of the golden thread that came loose, not said again by the checks', () => {
    expect(cameOf(drop('outcomes: green-space'))).toBe(`\
Golden thread
    outcomes without a priority: 0 → 1 · priorities without an outcome: 0 → 1
    × outcome ‘Everyone has a park within a short walk’ is without a priority
    × priority ‘Bring parks closer to people’ is without an outcome`);
  });

  test('ends that were tied', () => {
    const loose = withEdits(base, [drop('outcomes: green-space')]);
    expect(printed(differences(loose, base))).toContain(`
  Golden thread
    outcomes without a priority: 1 → 0 · priorities without an outcome: 1 → 0
    ✓ outcome ‘Everyone has a park within a short walk’ is no longer without a priority
    ✓ priority ‘Bring parks closer to people’ is no longer without an outcome
`);
  });

  test('an end that went with its item was not tied', () => {
    const loose = withEdits(base, [addBehind('outcome green-space', 'outcome calm: Everyone is calm\n')]);
    const text = printed(differences(loose, base));
    expect(text).toContain('- Outcome ‘Everyone is calm’ was dropped');
    expect(text).not.toContain('no longer without');
    expect(text).not.toContain('mended');
  });

  test('problems that are new, and those that were mended', () => {
    const target = put('target: 7,000 by 2030-03', 'target: 5,000 by 2030-03');
    expect(cameOf(target)).toMatch(
      /^Checks {2}1 new problem, 0 mended\n {4}× samples\/first-plan\/first-plan\.plan:35 .*\(measure\/target-against-direction\)$/,
    );
    const text = printed(differences(withEdits(base, [target]), base));
    expect(text).toMatch(/Checks {2}0 new problems, 1 mended\n {4}✓ .*\(measure\/target-against-direction\)/);
  });

  test('a problem that somebody allows is not mended: it was allowed, and why', () => {
    const closed = put('How warm are the homes that people rent?', 'Are the homes that people rent warm?');
    const allow = put('  kpq how-warm', '  # allow kpq/closed-question: the panel chose these words\n  kpq how-warm');
    const before = withEdits(base, [closed]);
    const now = withEdits(before, [allow]);
    const text = printed(differences(before, now));
    expect(text).toMatch(
      /^ {2}Checks {2}0 new problems, 0 mended, 1 allowed\n {4}• .*:31 .* \(kpq\/closed-question\) – was allowed: ‘the panel chose these words’$/m,
    );
    expect(text).not.toContain('new problem,');
    expect(markdownDifference(differences(before, now), [])).toMatch(
      /^#### Allowed\n\n- ☑️ .*, samples\\?\/.* – was allowed: “the panel chose these words”$/m,
    );
    // Allowed before is allowed still; taken out of the plan, the comment brings the problem back.
    const other = withEdits(now, [put('the panel chose these words', 'so the panel wished')]);
    expect(printed(differences(now, other))).toBe('Nothing in the plans has changed.\n');
    expect(printed(differences(now, before))).toContain('Checks  1 new problem, 0 mended\n');
  });

  test('a problem that was there is not new where its lines moved', () => {
    const before = withEdits(base, [put('target: 7,000', 'target: 5,000')]);
    const now = withEdits(before, [addBehind('vision: Everyone', '\nvision: Everyone can walk to school\n')]);
    expect(printed(differences(before, now))).not.toContain('Checks');
  });

  test('other numbers are counted, and are no change', () => {
    expect(cameOf(drop('priority good-homes'))).toContain('1 item printed with another number.');
  });

  test('a plan that is new, and one that is gone', () => {
    expect(printed(differences({}, base))).toBe(`\
Our Borough Plan 2026–2030  samples/first-plan/first-plan.plan
  This plan is new, with 2 outcomes, 2 KPQs, 2 measures, 2 priorities and 4 actions.
`);
    expect(printed(differences(base, {}))).toBe(`\
Our Borough Plan 2026–2030  samples/first-plan/first-plan.plan
  This plan is gone, with 2 outcomes, 2 KPQs, 2 measures, 2 priorities and 4 actions.
`);
  });

  test('hints alone are nothing to tell', () => {
    const now = withEdits(base, [put('target: 7,000', 'target: 5,000')]);
    const found = differences(base, now).map((plan) => ({ ...plan, changes: [] }));
    const hinted = found.map(({ findings, ...plan }) => ({
      ...plan,
      findings: { ...findings, new: findings.new.map((one) => ({ ...one, severity: 'hint' as const })) },
    }));
    expect(printed(found)).toContain('measure/target-against-direction');
    expect(printed(hinted)).toBe('Nothing in the plans has changed.\n');
  });

  test('Markdown stays within what a comment holds', () => {
    const lines = (words: string): string =>
      Array.from({ length: 3000 }, (_, n) => `outcome o${n}: ${words} ${n}\n`).join('');
    const plan = (id: string, words: string): Files => ({ [`${id}.plan`]: `plan ${id}: ${id}\n\n${lines(words)}` });
    const before = { ...plan('a', 'Good'), ...plan('b', 'Good'), ...plan('c', 'Good'), ...plan('d', 'Good') };
    const now = { ...plan('a', 'Better'), ...plan('b', 'Better'), ...plan('c', 'Better'), ...plan('d', 'Better') };
    const text = markdownDifference(differences(before, now), []);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/- … and \d+ more/);
    expect(text).toMatch(/… and 1 more plan with changes\.\n$/);
  });

  test('nothing', () => {
    expect(printed(differences(base, base))).toBe('Nothing in the plans has changed.\n');
    expect(markdownDifference(differences(base, base), [])).toBe('Nothing in the plans has changed.\n');
  });
});

test('the page about it shows what is printed', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/diff.md'), 'utf8').replaceAll('\r\n', '\n');
  const [text = ''] = Object.values(base);
  const before = { 'our-plan.plan': text };
  const now = withEdits(before, [
    put('7,000 by 2030-03', '8,000 by 2030-03'),
    drop('outcomes: green-space'),
    move('action: Build new homes', 'behind', 'action: Open school gardens'),
    drop('action: Plant a small park'),
    put('due: 2028-10', 'due: 2029-03'),
    put('They matter most to people in flats.', 'They matter most to people without a garden.'),
    addBehind(
      'priority parks',
      '\npriority streets: Quiet streets\n  outcomes: warm-homes\n  kpqs: how-warm\n  action: Slow the traffic\n    lead: head-of-parks\n    due: 2028\n',
    ),
  ]);
  const printedSo = prettyDifference(differences(before, now), [], { colour: false, width: 100 });
  expect(/```text\n([\s\S]*?)```/.exec(page)?.[1]).toBe(printedSo);
});

describe('an id that was given twice', () => {
  const taken = (theirs: string, ours: string): string =>
    printed(
      [],
      clashes(
        stateOf(base),
        stateOf(withEdits(base, [addBehind('priority parks', theirs)])),
        stateOf(withEdits(base, [addBehind('priority good-homes', ours)])),
      ),
    );

  test('to two different items, on two branches', () => {
    expect(taken('priority streets: Quiet streets\n', 'priority streets: Streets for cycling\n')).toBe(
      '× In plan ‘Our Borough Plan 2026–2030’ the id ‘streets’ was given twice: to priority ‘Streets for cycling’ here, and to priority ‘Quiet streets’ on the other branch. Give one of them another id.\n',
    );
  });

  test('to items of two kinds', () => {
    expect(taken('priority streets: Streets\n', 'theme streets: Streets\n')).toContain('to theme ‘Streets’ here');
  });

  test('not where both branches took over the same item', () => {
    expect(taken('priority streets: Quiet streets\n', 'priority streets: Quiet streets\n')).toBe(
      'Nothing in the plans has changed.\n',
    );
  });
});

/** Two states of a hostile plan between which everything changes in one way or another. */
function statesOf(plan: string): readonly (readonly [Files, Files])[] {
  const files = { ...hostileFiles, 'main.plan': plan };
  const lines = plan.split('\n');
  const shuffled = [lines[0], ...lines.slice(1).map((line, index) => (index % 3 === 1 ? `${line} more` : line))];
  const halved = lines.filter((_, index) => index % 4 !== 2);
  return [
    [files, { ...files, 'main.plan': shuffled.join('\n') }],
    [
      { ...files, 'main.plan': shuffled.join('\n') },
      { ...files, 'main.plan': halved.join('\n') },
    ],
    [{ ...files, 'main.plan': `${lines[0]}\n` }, files],
    [files, { ...files, 'main.plan': `${lines[0]}\n` }],
    [{}, files],
  ];
}

const renderer = new MarkdownIt({ html: true, linkify: true });
const ours =
  /^<\/?(?:h3|h4|ul|li|strong|em|p|ins|del|table|thead|tbody|tr|details|summary)>$|^<\/?t[hd](?: style="text-align:right")?>$|^<!-- -->$/;

describe('nothing in a plan gets out of its words', () => {
  test.each(hostile)('$name', ({ plan }) => {
    for (const [before, after] of statesOf(plan)) {
      const found = differences(before, after);
      const markdown = markdownDifference(found, []);
      const html = renderer.render(markdown);
      const tags = html.match(/<(?:!--[\s\S]*?-->|[^>]*>?)/g) ?? [];
      expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
      // Nobody is called, and nothing is pointed to: no such sign stands right before a word in what is shown.
      expect(html.replace(/&#?\w+;/g, ' ')).not.toMatch(/@[\p{L}\p{N}]|[#!]\d|GH-\d/iu);
      for (const colour of [false, true]) {
        const text = prettyDifference(found, [], { colour, width: 100 });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get to a terminal
        expect(text.replace(/\u001B\[(?:[012]|3[1236])m/g, '')).not.toMatch(
          /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u,
        );
      }
    }
  });

  test.each([
    ['@everyone look', /@[a-z]/],
    ['fixes #12 and org/repo#3', /#\d/],
    ['GH-12 !34 %5', /GH-\d|!\d|%\d/],
    ['https://example.org www.example.org', /href/],
    ['<img src=x onerror=alert(1)> </details>', /<img|<\/details/],
    ['**bold** [x](javascript:alert(1)) `code` | a | b |', /<strong>bold|href|<code>/],
  ])('%s', (words, never) => {
    const now = withEdits(base, [
      put('Bring parks closer to people', words),
      put('Cold homes make people ill.', words),
      put('source: Council map of parks', `source: ${words}`),
    ]);
    const html = renderer.render(markdownDifference(differences(base, now), []));
    expect(html).not.toMatch(never);
  });
});

describe('time', () => {
  /** The quickest of some comparisons, in milliseconds. */
  const quickest = (before: Files, now: Files, times: number): number => {
    const all = Array.from({ length: times }, () => {
      const [one, other] = [stateOf(before), stateOf(now)];
      const began = performance.now();
      compare(one, other);
      return performance.now() - began;
    });
    return Math.min(...all);
  };

  test('a plan of seven files takes less than 300 ms', () => {
    const files = filesOfSample('gwent');
    expect(quickest(files, withEdits(files, [putAll('Police', 'Constabulary')]), 5)).toBeLessThan(300);
  });

  test('a plan of 10,000 lines of which half is written anew takes less than 3 s', { timeout: 60_000 }, () => {
    const random = randomFrom(7);
    const known =
      Object.values(samples)
        .join(' ')
        .match(/[a-z]{3,}/g) ?? [];
    const words = (count: number): string =>
      Array.from({ length: count }, () => known[Math.floor(random() * known.length)]).join(' ');
    const priorities = Array.from({ length: 200 }, () => [
      `priority: ${words(6)}`,
      ...Array.from({ length: 16 }, () => [
        `  action: ${words(10)}`,
        '    due: 2028-03',
        `    text: ${words(20)}`,
      ]).flat(),
    ]);
    const plan = (blocks: readonly (readonly string[])[]): Files => ({
      'a.plan': `plan a: A\n\n${blocks.flat().join('\n')}\n`,
    });
    const rewritten = priorities.map((lines) =>
      lines.map((line) =>
        random() < 0.5 ? line.replace(/ [a-z]+/g, (word) => (random() < 0.4 ? ` ${words(1)}` : word)) : line,
      ),
    );
    expect(quickest(plan(priorities), plan(rewritten.toReversed()), 2)).toBeLessThan(3000);
  });
});
