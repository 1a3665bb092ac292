import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanDifference } from '../../server/src/difference/change.ts';
import { compare } from '../../server/src/difference/compare.ts';
import { differencePage, htmlDifference, type PageLook } from '../../server/src/difference/document/page.ts';
import { reshaped } from '../../server/src/difference/document/reshape.ts';
import { saidIn } from '../../server/src/difference/document/said-in.ts';
import { documentView } from '../../server/src/documents/document/view.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import type { Block } from '../../server/src/documents/view.ts';
import { hostile, hostileFiles } from '../documents/hostile.ts';
import { faultsOf } from '../documents/sound-html.ts';
import { county, someChange } from '../helpers/changes.ts';
import { randomFrom } from '../helpers/random.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { cases, unchanged } from './cases.ts';
import { type Files, stateOf } from './differences.ts';
import { withEdits } from './edits.ts';

const look: PageLook = {
  style: readFileSync(join(import.meta.dirname, '../../server/templates/document.css'), 'utf8'),
  picture: () => undefined,
};

function told(files: Files, now: Files) {
  const [before, after] = [stateOf(files), stateOf(now)];
  return { before, after, plans: compare(before, after), clashes: [] };
}

const pageOf = (files: Files, now: Files): string => htmlDifference(told(files, now), look);

/** A page without its head, and without what is only said to those who don’t see it. */
const seen = (html: string): string =>
  html.slice(html.indexOf('<main')).replace(/<span class="unseen">[^<]*<\/span>/g, '');

/** A document in which the changes were taken (`removed` is left out), or refused (`inserted` is). */
const without = (left: 'removed' | 'inserted', flow: readonly Flow[]): Flow[] =>
  reshaped(flow, {
    anchor: (anchor) => anchor,
    inline: (inline) =>
      inline.type === left ? [] : inline.type === 'removed' || inline.type === 'inserted' ? inline.children : [inline],
    flow(one) {
      if (one.type !== 'group') return [one];
      if (one.role === left || one.role === 'changes') return [];
      const isMarked = one.role === 'removed' || one.role === 'inserted';
      return isMarked ? one.flow.filter((inner) => inner.type !== 'paragraph' || inner.role !== 'change') : [one];
    },
  });

const words = (blocks: readonly Block[]): string =>
  blocks
    .filter(({ key }) => !key.endsWith('_contents'))
    .map(({ flow }) => saidIn(flow))
    .join(' ')
    .replace(/(?<!\S)\d+(?:\.\d+)*\. /g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a document with its changes taken or refused, and of the document itself. */
function wordsOfBoth(files: Files, now: Files, left: 'removed' | 'inserted'): readonly [marked: string, real: string] {
  const compared = told(files, now);
  const page = differencePage(compared, look);
  const marked = page.blocks
    .slice(1)
    .map((block) => ({ ...block, flow: without(left, block.flow) }))
    .filter(({ flow }) => flow.length > 0);
  const state = left === 'removed' ? compared.after : compared.before;
  const changed = compared.plans.flatMap((plan, index) => (isShown(plan) ? [index] : []));
  const real = changed.flatMap((index) => {
    const plan = state.plans[index];
    return plan
      ? documentView().page(state.snapshot, plan.root, { language: languageOf(page), chosen: {}, isStill: true }).blocks
      : [];
  });
  return [words(marked), words(real)];
}

const languageOf = (page: { readonly language: string }): 'en' | 'cy' => (page.language === 'cy' ? 'cy' : 'en');

const isShown = ({ before, after, changes, findings, thread }: PlanDifference): boolean =>
  !before || !after || changes.length + findings.new.length + findings.mended.length + thread.loosened.length > 0;

const first = filesOfSample('first-plan');
const path = Object.keys(first)[0] as string;

/** The first plan with some words put in the place of others. */
function edited(...edits: readonly (readonly [from: string, to: string])[]): Files {
  let text = first[path] as string;
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return { [path]: text };
}

const parksAction =
  '  action: Plant a small park in each ward that has none\n    lead: head-of-parks\n    due: 2029-03\n';

describe('what changed stands marked at its place', () => {
  test('a target', () => {
    const page = seen(pageOf(first, edited(['target: 7,000', 'target: 8,000'])));
    expect(page).toContain('<del>7,000</del><ins>8,000</ins> by March 2030');
    expect(page.match(/<(?:ins|del)>/g)).toHaveLength(2);
  });

  test('words of prose, with the ways in them', () => {
    const page = seen(pageOf(first, edited(['people in flats', 'people without a garden'])));
    expect(page).toContain('people <del>in flats</del><ins>without a garden</ins>. See also <a class="mention"');
  });

  test('an action that was dropped, where it stood', () => {
    const page = seen(pageOf(first, edited([parksAction, ''])));
    const list = page.slice(page.indexOf('id="_parks:actions:heading"'));
    expect(list.indexOf('Plant a small park')).toBeLessThan(list.indexOf('Open school gardens'));
    expect(list).toMatch(/<del class="group removed"><p class="change"[^>]*>Dropped<\/p><p>Plant a small park/);
  });

  test('a priority that is new, once', () => {
    const page = seen(
      pageOf(
        first,
        edited(['role chief-executive', 'priority quiet: Quiet streets\n  why: Noise.\n\nrole chief-executive']),
      ),
    );
    expect(page.match(/<p class="change"[^>]*>New<\/p>/g)).toHaveLength(1);
    expect(page).toMatch(/<ins class="group inserted">.*<h2 id="quiet"/s);
  });

  test('an action that was moved is neither new nor dropped', () => {
    const page = seen(pageOf(first, edited([parksAction, ''], ['priority parks', `${parksAction}\npriority parks`])));
    expect(page).not.toMatch(/Plant a small park[^<]*<\/(ins|del)>|>(New|Dropped)</);
    expect(page).toMatch(/moved (here from|to) priority/);
  });

  test('another number is no change', () => {
    const page = seen(
      pageOf(
        first,
        edited(['priority good-homes', 'priority quiet: Quiet streets\n  why: Noise.\n\npriority good-homes']),
      ),
    );
    expect(page).toContain('2. Make every home a good home');
    expect(page).not.toMatch(/<(?:ins|del)>[^<]*<a[^>]*>[123]\. (?:Make every|Bring parks)/);
  });

  test('sentences begin with a capital, and names in them are titles', () => {
    const page = seen(pageOf(first, edited(['  outcomes: green-space\n', ''], ['people in flats', 'people'])));
    expect(page).toContain('<li>No longer works towards outcome');
    const sentences = [...page.matchAll(/<ul class="sentences">([\s\S]*?)<\/ul>/g)].map(([, list]) => list);
    expect(sentences.length).toBeGreaterThan(1);
    for (const list of sentences) expect(list).not.toMatch(/<li>(?:<p>)?\p{Ll}/u);
    expect(page).not.toContain('[[');
  });

  test('what a comment allows now stands in the summary, with its reason', () => {
    const closed = edited(['How warm are the homes that people rent?', 'Are the homes that people rent warm?']);
    const text = closed[path] as string;
    const now = { [path]: text.replace('  kpq how-warm', '  # allow kpq/closed-question: agreed <b>\n  kpq how-warm') };
    expect(seen(pageOf(closed, now))).toMatch(
      /<h2[^>]*>Allowed<\/h2>[\s\S]*kpq\/closed-question[^<]* – was allowed: “agreed &lt;b(?:&gt;|>)”/,
    );
  });

  test('the summary comes first, with ways to the places', () => {
    const page = seen(pageOf(first, edited(['target: 7,000', 'target: 8,000'], ['  outcomes: green-space\n', ''])));
    expect(page.indexOf('Target moved from 7,000 to 8,000')).toBeLessThan(page.indexOf('class="block cover'));
    expect(page).toContain('href="#rented-homes"');
    expect(page).toContain('The golden thread before and after');
    expect(page).toContain(
      '<tr><th scope="row">Outcomes without a priority</th><td class="right">0</td><td class="right">1</td></tr>',
    );
  });

  test('what is gone has no way to it, even where something else is called like it now', () => {
    const page = seen(pageOf(first, edited([parksAction, ''])));
    expect(page).toContain('Action <em>Plant a small park in each ward that has none</em> was dropped');
  });
});

test('nothing that changed is nothing that is shown', () => {
  for (const { sample, given = [], edits } of unchanged) {
    const before = withEdits(filesOfSample(sample), given);
    const page = seen(pageOf(before, withEdits(before, edits)));
    expect(page).toContain('Nothing in the plans has changed.');
    expect(page).not.toMatch(/<(?:ins|del)/);
  }
});

describe('with the changes taken, the document is that after', () => {
  test.each(cases)('$name: $sample', ({ sample, given = [], edits }) => {
    const before = withEdits(filesOfSample(sample), given);
    const [marked, real] = wordsOfBoth(before, withEdits(before, edits), 'removed');
    expect(marked).toBe(real);
  });
});

describe('with the changes refused, it is that before', () => {
  const some: readonly (readonly [string, Files])[] = [
    ['a target', edited(['target: 7,000', 'target: 8,000'])],
    ['prose', edited(['people in flats', 'people without a garden'])],
    ['an action dropped', edited([parksAction, ''])],
    ['an action more', edited([parksAction, `${parksAction}  action: Sing in the streets\n    due: 2028-01\n`])],
    ['a link broken', edited(['  outcomes: green-space\n', ''])],
    [
      'a priority more',
      edited(['role chief-executive', 'priority quiet: Quiet streets\n  why: Noise.\n\nrole chief-executive']),
    ],
  ];
  test.each(some)('%s', (_, now) => {
    const [marked, real] = wordsOfBoth(first, now, 'inserted');
    expect(marked).toBe(real);
  });
});

describe('pages are sound', () => {
  const idsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);

  test.each(cases)('$name: $sample', ({ sample, given = [], edits }) => {
    const before = withEdits(filesOfSample(sample), given);
    const page = pageOf(before, withEdits(before, edits));
    expect(faultsOf(page)).toEqual([]);
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to = ''] of page.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(to);
  });

  test('two plans that have the same ids stand on one page', () => {
    const other = (files: Files): Files => ({
      ...files,
      'other.plan': (files[path] as string).replace('plan first-plan', 'plan second-plan'),
    });
    const now = edited(['target: 7,000', 'target: 8,000']);
    const page = pageOf(other(first), other(now));
    expect(faultsOf(page)).toEqual([]);
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    expect(seen(page).match(/<del>7,000<\/del>/g)).toHaveLength(2);
  });

  test('plans that are new, and plans that are gone', () => {
    expect(seen(pageOf({}, first))).toContain('This plan is new');
    expect(seen(pageOf(first, {}))).toContain('This plan is gone');
  });

  test.each(hostile)('$name', ({ plan }) => {
    const files = { ...hostileFiles, 'hostile.plan': plan };
    for (const [before, now] of [
      [files, { ...hostileFiles, ...first }],
      [{ ...hostileFiles, 'hostile.plan': first[path] as string }, files],
      [files, { ...hostileFiles, 'hostile.plan': plan.replace(/[aeiou](?=\w)/g, 'x') }],
    ] as const)
      expect(faultsOf(pageOf(before, now))).toEqual([]);
  });

  test('whatever is changed', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 40; round++) {
      const now: Record<string, string> = { ...county };
      const paths = Object.keys(now);
      for (let done = 0; done < 5; done++) {
        const name = paths[Math.floor(random() * paths.length)] as string;
        const text = now[name] as string;
        const { start, end, text: put } = someChange(text, random);
        now[name] = text.slice(0, start) + put + text.slice(end);
      }
      expect(faultsOf(pageOf(county, now))).toEqual([]);
    }
  });
});
