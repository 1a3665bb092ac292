import type { DoubtKind, Spot } from '../source.ts';
import type { Account, AccountLink } from './account.ts';
import { wordsOfDoubt } from './doubts.ts';

/** Something that a person should look at. */
export interface ToLookAt {
  /** What it comes from: a doubt, a link by likeness, an item that was guessed, words that are missing. */
  readonly of: 'doubt' | 'link' | 'item' | 'words';
  readonly kind: DoubtKind;
  readonly message: string;
  readonly spot: Spot;
  /** The line in the plan, from 1, where it is about one. */
  readonly line?: number | undefined;
}

interface Weighed extends ToLookAt {
  readonly weight: number;
}

/** A link or an item that is less sure than this is told of one by one. */
export const SURE = 0.9;
/** What an item weighs that nothing in the golden thread hangs on: a partner, a term. */
const LEAST = 3;
const threadKinds: ReadonlySet<string> = new Set([
  'theme',
  'priority',
  'group',
  'action',
  'milestone',
  'outcome',
  'kpq',
  'measure',
]);
/** How many of one kind are named while there are others. */
const MOST_OF_A_KIND = 3;

/** The links that were made of words which are not quite those of what they lead to, the least sure first. */
export const looseLinks = ({ links }: Account): AccountLink[] =>
  links.filter(({ confidence }) => confidence < SURE).sort((a, b) => a.confidence - b.confidence);

/** All that a person should look at, what matters most first. */
export const toLookAt = (account: Account): ToLookAt[] =>
  [...missing(account), ...doubtful(account), ...loose(account), ...guessed(account)]
    .sort((a, b) => b.weight - a.weight || (a.line ?? 0) - (b.line ?? 0))
    .map(({ weight: _, ...one }) => one);

/** What a person should look at and the plan has no note of, what matters most first. */
export const looksWithoutNote = (account: Account): ToLookAt[] =>
  toLookAt(account).filter(({ of, line }) => of !== 'doubt' || line === undefined);

/** The first of what a person should look at: so many things at most, and not all of one kind. */
export function lookFirst(all: readonly ToLookAt[], most: number): ToLookAt[] {
  const chosen = new Set<ToLookAt>();
  const counts = new Map<DoubtKind, number>();
  for (const one of all) {
    const count = counts.get(one.kind) ?? 0;
    if (chosen.size === most || count === MOST_OF_A_KIND) continue;
    counts.set(one.kind, count + 1);
    chosen.add(one);
  }
  for (const one of all) if (chosen.size < most) chosen.add(one);
  return all.filter((one) => chosen.has(one));
}

/** Words that nobody can say what became of. */
function missing({ words: { source, accounted } }: Account): Weighed[] {
  const count = source - accounted;
  if (count <= 0) return [];
  const message = `${count} ${count === 1 ? 'word' : 'words'} of the document did not get into the plan. Compare the two.`;
  return [{ of: 'words', kind: 'lost', message, spot: {}, weight: Number.POSITIVE_INFINITY }];
}

const doubtful = ({ doubts }: Account): Weighed[] =>
  doubts.map(({ kind, message, spot, line }) => ({
    of: 'doubt',
    kind,
    message,
    spot,
    line,
    weight: wordsOfDoubt(kind).weight,
  }));

/** Links by likeness about which the plan has no note. */
function loose(account: Account): Weighed[] {
  const noted = linesWith(account, 'link');
  return looseLinks(account)
    .filter(({ from }) => !noted.has(from.line))
    .map(({ from, to, words, spot, confidence }) => ({
      of: 'link',
      kind: 'link',
      message: `“${words}” was taken for a link to ‘${to.title}’.`,
      spot,
      line: from.line,
      weight: wordsOfDoubt('link').weight + 1 - confidence,
    }));
}

/** Items that were taken for what they are without being sure, and about which the plan has no note. */
function guessed(account: Account): Weighed[] {
  const noted = linesWith(account, 'structure');
  return account.items
    .filter(({ confidence, line }) => confidence < SURE && !noted.has(line))
    .map(({ kind, title, spot, line, confidence }) => ({
      of: 'item',
      kind: 'structure',
      message: `‘${title}’ was taken for ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}.`,
      spot,
      line,
      weight: (threadKinds.has(kind) ? wordsOfDoubt('structure').weight : LEAST) - confidence,
    }));
}

/** The lines of the plan that have a doubt of a kind. */
const linesWith = ({ doubts }: Account, kind: DoubtKind): Set<number | undefined> =>
  new Set(doubts.filter((doubt) => doubt.kind === kind).map(({ line }) => line));
