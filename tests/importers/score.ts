import { ALIKE, alike, atEdge, compact, figuresIn, hasPhrase, wordsIn } from './alike.ts';
import type { Claim, Claims } from './claims.ts';
import type { Expectations, Expected, ExpectedField } from './expectation.ts';
import { type Fate, likenessTo, type Match, type Matches, match } from './match.ts';

/** More words than a thing of its own has: what is longer is a piece of text that was taken for one. */
const LONG = 60;

/** How a kind of thing came out. Kinds of fields and links have names like `field` and `priority → outcomes`. */
export interface Tally {
  readonly kind: string;
  readonly expected: number;
  readonly found: number;
  /** What is claimed of this kind; not counted where not all of the kind is written down. */
  readonly claimed: number | undefined;
  readonly wrong: number;
  /** What to look at: sentences. */
  readonly remarks: readonly string[];
}

/** The part that was found of what is expected, from 0 to 1; 1 where nothing is. */
export const recall = ({ expected, found }: Pick<Tally, 'expected' | 'found'>): number =>
  expected === 0 ? 1 : found / expected;

/** The part that is right of what is claimed, from 0 to 1; 1 where nothing is. */
export const precision = ({ claimed, wrong }: Pick<Tally, 'claimed' | 'wrong'>): number =>
  claimed ? 1 - wrong / claimed : 1;

/** How much of what is expected an imported plan has, and how much that it has is wrong: by kind. */
export function score(expectations: Expectations, claims: Claims): Tally[] {
  const matches = match(expectations, claims);
  const asked = expectations.items.filter(({ isAsked }) => isAsked);
  const tallies: Tally[] = [];
  const rows = Map.groupBy(asked, ({ kinds }) => kinds[0] ?? '');
  for (const kind of expectations.complete) if (!rows.has(kind)) rows.set(kind, []);
  for (const [kind, items] of rows) tallies.push(tallyOf(kind, items, expectations, claims, matches));
  return [
    planTally(expectations.plan, claims.plan),
    ...tallies,
    ...linkTallies(expectations, matches),
    fieldTally(asked, matches),
  ].filter(({ expected, claimed }) => expected > 0 || (claimed ?? 0) > 0);
}

function tallyOf(
  kind: string,
  items: readonly Expected[],
  { items: all, complete, right }: Expectations,
  claims: Claims,
  matches: Matches,
): Tally {
  const fateOf = (item: Expected): Fate => matches.get(item)?.fate ?? 'missing';
  const remarks = items.flatMap((item) => (fateOf(item) === 'found' ? [] : [remarkOn(item, matches.get(item))]));
  const found = items.filter((item) => fateOf(item) === 'found').length;
  if (!complete.has(kind)) return { kind, expected: items.length, found, claimed: undefined, wrong: 0, remarks };
  const matched = new Map(all.flatMap((item) => matches.get(item)?.claim ?? []).map((claim) => [claim, true]));
  const misplaced = new Set([...matches.values()].filter(({ fate }) => fate === 'misplaced').map(({ claim }) => claim));
  const phrases = right.get(kind) ?? [];
  const claimed = claims.items.filter((claim) => claim.kind === kind);
  const isRight = ({ title }: Claim) =>
    wordsIn(title).length <= LONG && phrases.some((phrase) => hasPhrase(title, phrase));
  const wrong = claimed.filter((claim) => misplaced.has(claim) || (!matched.has(claim) && !isRight(claim)));
  const unfounded = wrong
    .filter((claim) => !misplaced.has(claim))
    .map((claim) => `wrong: ${briefly(claim.title || claim.all)}${under(claim)}`);
  return {
    kind,
    expected: items.length,
    found,
    claimed: claimed.length,
    wrong: wrong.length,
    remarks: [...remarks, ...unfounded],
  };
}

function remarkOn(item: Expected, found: Match | undefined): string {
  const words = item.wordings[0];
  const name = words ? [words.open, words.close].filter(Boolean).join(' … ') : '';
  const figure = item.also[0] === undefined ? '' : ` = ${item.also[0]}`;
  if (!found) return `missing: ${name}${figure}${item.parent ? ` (under ${item.parent.wordings[0]?.open})` : ''}`;
  if (found.fate === 'ragged') return `ragged: ${name} ⇒ … ${briefly(found.claim.all.slice(-80))}`;
  return `misplaced: ${name}${under(found.claim)}, not under ${item.parent?.wordings[0]?.open ?? 'the plan itself'}`;
}

const briefly = (words: string): string => {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};

const under = (claim: Claim): string =>
  claim.within[0] === undefined ? ' (in the plan itself)' : ` (under ${briefly(claim.within[0])})`;

// Fields and links.

function hasValue(claim: Claim, { key, wordings }: ExpectedField): boolean {
  const value = claim.fields.get(key);
  if (value === undefined) return false;
  return value.split('\n').some((one) =>
    wordings.some(({ open, close, isWhole }) => {
      if (!isWhole)
        return atEdge(open, value, 'start') >= ALIKE && (close === undefined || atEdge(close, value, 'end') >= ALIKE);
      return compact(one) === compact(open) || (figuresIn(one) === figuresIn(open) && alike(open, one) >= ALIKE);
    }),
  );
}

function fieldRemarks(fields: readonly ExpectedField[], claim: Claim, where: string): string[] {
  return fields.flatMap((field) => {
    if (!field.isAsked || hasValue(claim, field)) return [];
    return [
      `${where}${field.key} should be “${field.wordings[0]?.open}”, and is ${claim.fields.get(field.key) ?? 'not there'}`,
    ];
  });
}

function planTally(plan: Expected, claim: Claim): Tally {
  const hasTitle = likenessTo(plan.wordings, claim).opening >= ALIKE;
  const title = hasTitle ? [] : [`the title should be “${plan.wordings[0]?.open}”, and is “${claim.title}”`];
  const remarks = [...title, ...fieldRemarks(plan.fields, claim, '')];
  const expected = 1 + plan.fields.filter(({ isAsked }) => isAsked).length;
  return { kind: 'plan', expected, found: expected - remarks.length, claimed: undefined, wrong: 0, remarks };
}

/** Fields of items that were found, with the numbers, the speakers and the times of figures. */
function fieldTally(asked: readonly Expected[], matches: Matches): Tally {
  let expected = 0;
  const remarks = asked.flatMap((item) => {
    const claim = matches.get(item)?.claim;
    if (!claim) return [];
    const where = `${briefly(claim.title || claim.all)}: `;
    const { fields, number, also, when } = item;
    const isQuote = item.kinds.includes('quote');
    expected +=
      fields.filter(({ isAsked }) => isAsked).length +
      Number(number !== undefined) +
      Number(isQuote && also.length > 0) +
      Number(when !== undefined);
    const said = claim.fields.get('by') ?? '';
    const times = [claim.fields.get('when'), claim.fields.get('period'), claim.all].join('\n');
    return [
      ...fieldRemarks(fields, claim, where),
      ...(number !== undefined && !claim.number?.endsWith(number)
        ? [`${where}the number should be ${number}, and is ${claim.number}`]
        : []),
      ...(isQuote && also.length > 0 && !also.some((name) => hasPhrase(said, name))
        ? [`${where}said by ${also[0]}, not “${briefly(said)}”`]
        : []),
      ...(when !== undefined && !compact(times).includes(compact(when)) ? [`${where}the time should be ${when}`] : []),
    ];
  });
  return { kind: 'field', expected, found: expected - remarks.length, claimed: undefined, wrong: 0, remarks };
}

function linkTallies({ items }: Expectations, matches: Matches): Tally[] {
  const refOf = (name: string) => {
    const item = items.find((one) => one.name === name);
    if (!item) throw new Error(`No item is called ${name}.`);
    return matches.get(item)?.claim.ref;
  };
  const named = new Map(
    items.flatMap((item) => (item.name === undefined ? [] : [[matches.get(item)?.claim.ref, item.name]])),
  );
  const linked = items.filter(({ links }) => links.length > 0);
  const relations = new Set(
    linked.flatMap(({ kinds, links }) => links.map(({ relation }) => `${kinds[0]} → ${relation}`)),
  );
  return [...relations].map((kind) => {
    const [from, relation = ''] = kind.split(' → ');
    let [expected, found, claimed, wrong] = [0, 0, 0, 0];
    const remarks: string[] = [];
    for (const item of items.filter(({ kinds }) => kinds[0] === from)) {
      const own = item.links.filter((links) => links.relation === relation);
      const claim = matches.get(item)?.claim;
      const to = claim?.links.get(relation) ?? [];
      const asked = own.filter(({ isAsked }) => isAsked).flatMap((links) => links.to);
      const missing = asked.filter((name) => !to.includes(refOf(name) ?? ''));
      const right = new Set(own.flatMap((links) => links.to).map(refOf));
      const unfounded = to.filter((ref) => !right.has(ref));
      expected += asked.length;
      found += asked.length - missing.length;
      claimed += to.length;
      wrong += unfounded.length;
      const where = briefly(item.wordings[0]?.open ?? '');
      remarks.push(
        ...missing.map((name) => `missing: ${where} → ${name}`),
        ...unfounded.map((ref) => `wrong: ${where} → ${named.get(ref) ?? ref}`),
      );
    }
    return { kind, expected, found, claimed, wrong, remarks };
  });
}
