import type {
  AllowedProblem,
  Change,
  ComeOrGone,
  Face,
  FoundProblem,
  LinkChanged,
  LooseEnd,
  PlanDifference,
  Remark,
  ThreadState,
  Words,
} from './change.ts';
import { fold, type Piece, tellComeOrGone, tellGone, tellLinks, tellMoved, tellNew, tellReordered } from './tell.ts';
import { isInItself, tellItself } from './tell-itself.ts';
import { capital, countedKinds, kindWord, kindWords, withArticle } from './words-of-change.ts';

/** A sentence about what changed, and whether something came, went or is otherwise. */
export interface Told {
  readonly sign: '+' | '-' | '~';
  readonly pieces: readonly Piece[];
}

/** An item and what changed in it: in itself, and in what stands in it. */
export interface Group {
  readonly item: Face;
  readonly told: readonly Told[];
}

/** The changes of a plan as sentences, item by item in the printed order. What follows from another change is told with that one. */
export function groupsOf({ after, changes }: PlanDifference): Group[] {
  if (!after) return [];
  const follows = new Consequences(changes);
  const told = changes.filter((change) => change.type !== 'link' || change.because === null);
  const byItem = Map.groupBy(told, (change) => placeOf(change, after).ref);
  return [...byItem.values()].flatMap((own): Group[] => {
    const [first] = own;
    return first ? [{ item: placeOf(first, after), told: sentencesOf(own, follows) }] : [];
  });
}

/** The item below which a change is told. */
const placeOf = (change: Change, root: Face): Face => ('in' in change ? (change.in ?? root) : change.item);

/** Links that came with an item, or went with it. */
class Consequences {
  private readonly made: ReadonlyMap<Face, readonly LinkChanged[]>;
  private readonly broken: ReadonlyMap<Face, readonly LinkChanged[]>;

  constructor(changes: readonly Change[]) {
    const links = changes.filter((change) => change.type === 'link');
    this.made = Map.groupBy(
      links.filter(({ because }) => because === 'added'),
      ({ item }) => item,
    );
    this.broken = Map.groupBy(
      links.filter(({ because }) => because === 'removed'),
      ({ other }) => other,
    );
  }

  /** What follows from an item’s coming or going; a link to what it stands in is left out. */
  of({ type, item, in: place }: ComeOrGone): readonly LinkChanged[] {
    if (type === 'removed') return this.broken.get(item) ?? [];
    return (this.made.get(item) ?? []).filter(({ other }) => other.ref !== place?.ref);
  }
}

/** The sentences about changes below one item: the same that happened to several things is one sentence, where the first of them stands. */
function sentencesOf(changes: readonly Change[], follows: Consequences): Told[] {
  const told = new Map<Change, Told>();
  const isAlone = (change: ComeOrGone): boolean =>
    Object.keys(change.with).length === 0 && follows.of(change).length === 0;
  const comeOrGone = changes.filter(isComeOrGone);
  for (const group of fold(comeOrGone.filter(isAlone), ({ type, item }) => `${type} ${item.kind}`)) {
    const [{ type }] = group;
    const pieces = tellComeOrGone(
      type,
      group.map(({ item }) => item),
    );
    told.set(group[0], { sign: signOf(type), pieces });
  }
  for (const change of comeOrGone) {
    if (isAlone(change)) continue;
    const pieces = (change.type === 'added' ? tellNew : tellGone)(change, follows.of(change));
    told.set(change, { sign: signOf(change.type), pieces });
  }
  const moved = changes.filter((change) => change.type === 'moved');
  for (const group of fold(
    moved,
    ({ item, from, to, handed }) => `${item.kind} ${from?.ref} ${to?.ref} ${JSON.stringify(handed)}`,
  ))
    told.set(group[0], { sign: '~', pieces: tellMoved(group) });
  const reordered = changes.filter((change) => change.type === 'reordered');
  for (const group of fold(reordered, ({ item }) => item.kind))
    told.set(group[0], { sign: '~', pieces: tellReordered(group) });
  const links = changes.filter((change) => change.type === 'link');
  for (const group of fold(links, ({ relation, other, isMade }) => `${relation} ${other.kind} ${isMade}`))
    told.set(group[0], { sign: group[0].isMade ? '+' : '-', pieces: tellLinks(group) });
  return changes.flatMap((change): readonly Told[] => {
    const sentence = told.get(change);
    if (sentence) return [sentence];
    return isInItself(change) ? [{ sign: '~', pieces: tellItself(change) }] : [];
  });
}

const isComeOrGone = (change: Change): change is ComeOrGone => change.type === 'added' || change.type === 'removed';

const signOf = (type: ComeOrGone['type']): Told['sign'] => (type === 'added' ? '+' : '-');

/** What an item is called with its kind and number, above what changed in it: `Priority 2`. */
export const nameOfKind = ({ kind, number }: Face): string =>
  `${capital(kindWord(kind))}${number === null ? '' : ` ${number}`}`;

/** True where nothing in a plan is otherwise than before, hints aside. */
export const isSame = ({ before, after, changes, thread: { loosened, tied }, findings }: PlanDifference): boolean =>
  before !== null &&
  after !== null &&
  changes.length + loosened.length + tied.length === 0 &&
  [...findings.new, ...findings.mended, ...findings.allowed].every(({ severity }) => severity === 'hint');

/** A line of the count of a plan before and after: of a kind of item, or of loose ends. */
export interface Count {
  readonly of: string;
  readonly before: number;
  readonly after: number;
}

/** How the golden thread stood and stands where it does so otherwise: how many items of each kind, and how many of them end loose. */
export function threadCounts({ thread: { before, after } }: PlanDifference): Count[] {
  const lines = (counts: (state: ThreadState) => Readonly<Record<string, number>>, words: (key: string) => string) =>
    [...new Set([...Object.keys(counts(after)), ...Object.keys(counts(before))])].map((key) => ({
      of: words(key),
      before: counts(before)[key] ?? 0,
      after: counts(after)[key] ?? 0,
    }));
  const all = [
    ...lines(({ items }) => items, kindWords),
    ...lines(
      ({ loose }) => loose,
      (key) => {
        const [kind = '', lacked = ''] = key.split(' without ');
        return `${kindWords(kind)} without ${withArticle(kindWord(lacked))}`;
      },
    ),
  ];
  return all.filter((count) => count.before !== count.after);
}

/** What is said of a plan as a whole that is new, gone or empty now; empty for one that is there in both states. */
export function saidOfWhole({ before, after, thread, isEmptied }: PlanDifference): string {
  if (before && after) return '';
  const count = countedKinds((after ? thread.after : thread.before).items);
  if (after) return `This plan is new${count && `, with ${count}`}.`;
  return isEmptied
    ? `The file of this plan is empty now${count && `; it had ${count}`}.`
    : `This plan is gone${count && `, with ${count}`}.`;
}

/** What is said of things besides the plans, in words around their paths. */
const remarksSaid: Readonly<Record<Remark['type'], readonly [before: string, after: string]>> = {
  settings: ['The settings in ', ' have changed: what the checks find may be otherwise for that alone.'],
  submodule: ['', ' is a repository inside this one (a submodule) and has changed. What is in it is not compared.'],
  unreadable: ['', ' could not be read, so that nothing is said of its plan.'],
};

/** What is said of something besides the plans, in words around its path. */
export const saidOfRemark = ({ type }: Remark): readonly [before: string, after: string] => remarksSaid[type];

/** What is said where no plan is otherwise than before. */
export const saidOfNothing = (remarks: readonly Remark[]): string =>
  remarks.some(({ type }) => type === 'unreadable')
    ? 'Nothing has changed in the plans that could be read.'
    : 'Nothing in the plans has changed.';

/** What comments allow now, to show: hints are for the writer. */
export const shownAllowed = ({ findings }: PlanDifference): readonly AllowedProblem[] =>
  findings.allowed.filter(({ severity }) => severity !== 'hint');

/** What the checks find now and did not before, to show. Of a plan that is new or gone no ends of the thread are told. */
export const shownNew = (plan: PlanDifference): readonly FoundProblem[] =>
  shownFindings(plan.findings.new, plan.before && plan.after ? plan.thread.loosened : []);

/** What the checks do not find any more, to show. */
export const shownMended = (plan: PlanDifference): readonly FoundProblem[] =>
  shownFindings(plan.findings.mended, plan.before && plan.after ? plan.thread.tied : []);

/** Findings to show: hints are for the writer, and what the thread says already is not said again. */
function shownFindings(findings: readonly FoundProblem[], ends: readonly LooseEnd[]): readonly FoundProblem[] {
  const known = new Set(ends.map(({ item, without }) => `thread/${item.kind}-without-${without} ${item.ref}`));
  return findings.filter(({ rule, severity, item }) => severity !== 'hint' && !known.has(`${rule} ${item?.ref}`));
}

/** So much of what stayed is shown on either side of what changed, in UTF-16 units. */
const AROUND = 40;
/** So much is shown of words that came or went in one piece. */
const MOST = 300;

/** A text that was changed, with long stretches that stayed cut down to what stands next to the changes. */
export function excerpts(words: readonly Words[]): Words[] {
  return words.map(({ text, is }, index): Words => {
    if (is !== 'same') return { text: text.length <= MOST ? text : `${startOf(text, MOST)} …`, is };
    if (text.length <= 2 * AROUND + 10) return { text, is };
    const start = index === 0 ? '' : startOf(text, AROUND);
    const end = index === words.length - 1 ? '' : text.slice(-AROUND).replace(/^\S*\s+/, '');
    return { text: `${start}${start && ' '}…${end && ' '}${end}`, is };
  });
}

/** A text in one line, with a sign where a paragraph ends; the line below the head of a table is left out. */
export const inSentence = (text: string): string =>
  text
    .replace(/\n\|[ :|-]*-[ :|-]*\|(?=\n)/g, '')
    .replace(/\n\s*\n/g, ' ¶ ')
    .replace(/\s+/g, ' ');

/** The start of a text, as far as whole words go. */
const startOf = (text: string, most: number): string => text.slice(0, most).replace(/\s+\S*$/, '');
