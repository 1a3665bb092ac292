import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../../server/src/importers/draft/draft.ts';
import { placeDoubts } from '../../../server/src/importers/report/place-doubts.ts';
import { countWords } from '../../../server/src/importers/report/word-counts.ts';
import type { Block, Spot } from '../../../server/src/importers/source.ts';
import { item, townAccount, townDraft } from './account.ts';

describe('words are counted', () => {
  const paragraphs = (...texts: string[]): Block[] =>
    texts.map((text, index) => ({ type: 'paragraph', text, spot: { paragraph: index + 1 } }));
  const draft = {
    plan: item('plan', 'Our Plan', { parts: [{ type: 'field', key: 'synopsis', value: 'The *river* is\n\nhigh.' }] }),
    labels: new Map([['actions', 'What will we do?']]),
    links: [],
  };

  test('wherever they stand in the plan, in capitals or not', () => {
    const blocks = paragraphs('OUR PLAN', 'The river is high.', '**What** will we do?');
    expect(countWords(blocks, draft, [], [])).toEqual({ source: 10, kept: 10, accounted: 10, missing: [] });
  });

  test('without the numbers of lists', () => {
    const blocks: Block[] = [{ type: 'point', mark: '4.', depth: 0, text: 'Our Plan', spot: {} }];
    expect(countWords(blocks, draft, [], [])).toEqual({ source: 2, kept: 2, accounted: 2, missing: [] });
  });

  test('as often as they stand there, or are told of', () => {
    const blocks = paragraphs('Our Plan', 'Our Plan', 'Our Plan', 'Page 3');
    const removed = [{ why: 'running head', words: 'Our Plan', spot: {}, times: 1 }] as const;
    const repeats = [{ became: 'once', words: 'page', spot: {}, times: 1 }] as const;
    expect(countWords(blocks, draft, removed, repeats)).toEqual({
      ...{ source: 8, kept: 2, accounted: 5 },
      missing: [
        { words: 'Our Plan', spot: { paragraph: 3 } },
        { words: '3', spot: { paragraph: 4 } },
      ],
    });
  });

  test('but not where a key, an id or a note says the same', () => {
    const noted = item('priority', 'A', { doubts: [{ kind: 'lost', message: 'glacier', spot: {} }] });
    const plan = { ...draft, plan: item('plan', 'P', { parts: [{ ...noted, id: 'glacier' }] }) };
    expect(countWords(paragraphs('The priority: a glacier'), plan, [], []).missing).toEqual([
      { words: 'The priority', spot: { paragraph: 1 } },
      { words: 'glacier', spot: { paragraph: 1 } },
    ]);
  });
});

describe('a doubt about a place of the document is noted over what stands there', () => {
  const titleAt = (spot: Spot): string | undefined => {
    const draft = townDraft();
    draft.plan.parts.push(item('partner', 'Somebody who is mentioned', { spot: { page: 5 } }));
    placeDoubts(draft, [{ kind: 'glued', message: 'here', spot }]);
    return [...itemsOf(draft.plan)].find(({ doubts }) => doubts.some(({ message }) => message === 'here'))?.title;
  };

  test.each<[Spot, string]>([
    [{ page: 2 }, 'People feel safe'],
    [{ page: 3 }, 'People feel safe'],
    [{ page: 4, line: 12 }, 'Put new lamps along the main walking routes'],
    [{ page: 5 }, 'Ask people which ways they take'],
    [{ page: 900 }, 'Open the parks'],
    [{ page: 1 }, 'Our Town Plan 2026–2030'],
    [{}, 'Our Town Plan 2026–2030'],
  ])('%j', (spot, title) => expect(titleAt(spot)).toBe(title));
});

test('a doubt that is noted in the plan is told of once, with its line', () => {
  const doubt = { kind: 'glued', message: 'here', spot: { page: 4 } } as const;
  const draft = townDraft();
  placeDoubts(draft, [doubt]);
  const { doubts } = townAccount({ draft, doubts: [doubt, { ...doubt, message: 'elsewhere' }] });
  expect(doubts.map(({ message, line }) => [message, line])).toEqual([
    ['elsewhere', undefined],
    ['here', 10],
    ['Cut from the sentence before it.', 13],
  ]);
});
