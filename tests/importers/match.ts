import { ALIKE, alike, atEdge, compact, hasPhrase, wordsIn } from './alike.ts';
import type { Claim, Claims } from './claims.ts';
import type { Expectations, Expected, Wording } from './expectation.ts';

/** So many of the words of a figure's caption have to stand with it. */
const CAPTION = 0.6;

/** What became of something that is expected. */
export type Fate =
  /** It is there. */
  | 'found'
  /** It begins as it should, and ends somewhere else. */
  | 'ragged'
  /** It is there, in a place that is wrong. */
  | 'misplaced'
  | 'missing';

/** A claim that is something expected. */
export interface Match {
  readonly claim: Claim;
  readonly fate: Fate;
}

/** What is expected, with the claim that it is; nothing where it is missing. */
export type Matches = ReadonlyMap<Expected, Match>;

/** Finds for each thing that is expected the claim that is it: the surest pairs first, each claim once. */
export function match({ items }: Expectations, claims: Claims): Matches {
  const pairs = items.flatMap((expected) =>
    claims.items.flatMap((claim) => {
      if (!expected.kinds.includes(claim.kind) || !isBeside(expected, claim)) return [];
      const like = expected.kinds.includes('statistic')
        ? captionLikeness(expected, claim)
        : likenessTo(expected.wordings, claim);
      if (like.opening < ALIKE) return [];
      const isPlaced = standsRight(expected, claim);
      const fate: Fate = isPlaced ? (like.isEnded ? 'found' : 'ragged') : 'misplaced';
      const rank = (isPlaced ? 4 : 0) + (like.isEnded ? 2 : 0) + like.opening + (expected.isAsked ? 0.5 : 0);
      return [{ expected, claim, fate, rank }];
    }),
  );
  const matches = new Map<Expected, Match>();
  const taken = new Set<Claim>();
  for (const { expected, claim, fate } of pairs.sort((a, b) => b.rank - a.rank)) {
    if (matches.has(expected) || taken.has(claim)) continue;
    matches.set(expected, { claim, fate });
    taken.add(claim);
  }
  return matches;
}

/** How alike the words of a claim are to what is expected at their beginning, and whether they end as they should. */
export function likenessTo(wordings: readonly Wording[], { title, all }: Claim): { opening: number; isEnded: boolean } {
  const texts = title === all ? [all] : [title, all];
  let best = { opening: 0, isEnded: false };
  for (const { open, close, isWhole } of wordings)
    for (const text of texts) {
      const opening = isWhole ? alike(open, text) : atEdge(open, text, 'start');
      const isEnded = close === undefined || atEdge(close, text, 'end') >= ALIKE;
      if (opening < ALIKE && best.opening >= opening) continue;
      if (Number(isEnded) + opening > Number(best.isEnded) + best.opening || best.opening < ALIKE)
        best = { opening, isEnded };
    }
  return best;
}

/** A figure is known by its value: its caption may be put in other words, as long as most of those expected stand with it. */
function captionLikeness({ wordings }: Expected, claim: Claim): { opening: number; isEnded: boolean } {
  const said = new Set(wordsIn([claim.all, ...claim.fields.values()].join(' ')));
  const part = ({ open }: Wording) => {
    const words = wordsIn(open);
    return words.filter((word) => said.has(word)).length / Math.max(1, words.length);
  };
  return { opening: Math.max(...wordings.map(part)) >= CAPTION ? 1 : 0, isEnded: true };
}

/** Whether what an expectation says besides the words fits: a figure, a holder. A speaker is looked at apart. */
function isBeside({ kinds, also, wordings }: Expected, claim: Claim): boolean {
  if (also.length === 0) return true;
  if (kinds.includes('statistic')) {
    const figure = claim.fields.get('value') ?? '';
    return also.some(
      (value) => compact(figure).includes(compact(value)) || compact(claim.all).includes(compact(value)),
    );
  }
  if (kinds.includes('role')) {
    const holder = claim.fields.get('holder') ?? '';
    return also.some((name) => alike(name, holder) >= ALIKE || hasPhrase(holder, name)) && wordings.length > 0;
  }
  return true;
}

/** The titles of what an item should stand in, as far as that is looked at; none where it stands in the plan itself. */
function placeOf({ parent }: Expected): readonly Wording[] {
  if (!parent) return [];
  const said = parent.fields.find(({ key }) => key === 'under');
  if (said) return said.wordings;
  const counts = parent.isAsked && parent.kinds.some((kind) => places.has(kind));
  return counts ? parent.wordings : placeOf(parent);
}

/** A group may be there or not. */
const places = new Set(['theme', 'priority', 'section', 'outcome']);

function standsRight(expected: Expected, claim: Claim): boolean {
  if (!expected.isAsked) return true;
  const place = placeOf(expected);
  if (place.length === 0) return expected.kinds[0] !== 'priority' || !claim.kindsAbove.includes('priority');
  return claim.within.some((title) => place.some(({ open }) => alike(open, title) >= ALIKE));
}
