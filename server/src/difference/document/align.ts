import { diffArrays } from 'diff';

/** A thing as it was and as it is; one of them where it came or went. */
export interface Pair<Thing> {
  readonly before: Thing | undefined;
  readonly after: Thing | undefined;
}

/** How things of two states are told apart. */
export interface Telling<Thing> {
  /** What a thing before and a thing after are known by: the same for the same thing. */
  before(thing: Thing): string;
  after(thing: Thing): string;
  /** Of things that stand in the same place and are known by other names, those of one sort are one that was changed; undefined for those that are not. */
  sort(thing: Thing): string | undefined;
}

/** So many things may come and go before the order of what stayed is left out of account. */
const MOST = 2000;

/** Two rows of things as one, in the order of the row after; what went stands where it stood. */
export function aligned<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  telling: Telling<Thing>,
): Pair<Thing>[] {
  const names = [before.map((one) => telling.before(one)), after.map((one) => telling.after(one))] as const;
  const runs = diffArrays(names[0], names[1], { maxEditLength: MOST }) ?? [
    { value: names[0], removed: true, added: false },
    { value: names[1], removed: false, added: true },
  ];
  const pairs: Pair<Thing>[] = [];
  let [old, young] = [0, 0];
  let went: Thing[] = [];
  let came: Thing[] = [];
  const end = (): void => {
    pairs.push(...joined(went, came, telling));
    [went, came] = [[], []];
  };
  for (const { value, removed, added } of runs) {
    const { length } = value;
    if (removed) went.push(...before.slice(old, old + length));
    else if (added) came.push(...after.slice(young, young + length));
    else {
      end();
      for (let index = 0; index < length; index++)
        pairs.push({ before: before[old + index], after: after[young + index] });
    }
    if (!added) old += length;
    if (!removed) young += length;
  }
  end();
  return pairs;
}

/** What went from a place and what came there: things of one sort in their order are one that was changed. */
function joined<Thing>(
  went: readonly Thing[],
  came: readonly Thing[],
  { sort }: Pick<Telling<Thing>, 'sort'>,
): Pair<Thing>[] {
  const pairs: Pair<Thing>[] = [];
  let at = 0;
  for (const after of came) {
    const wanted = sort(after);
    const found = wanted === undefined ? -1 : went.findIndex((one, index) => index >= at && sort(one) === wanted);
    if (found < 0) {
      pairs.push({ before: undefined, after });
      continue;
    }
    for (const before of went.slice(at, found)) pairs.push({ before, after: undefined });
    pairs.push({ before: went[found], after });
    at = found + 1;
  }
  for (const before of went.slice(at)) pairs.push({ before, after: undefined });
  return pairs;
}
