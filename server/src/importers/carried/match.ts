import { diffArrays } from 'diff';
import { likeness } from '../words.ts';
import type { Unit } from './units.ts';

/** What became of the lines of a document, in the order of the document as it is now; what is gone stands where it stood. */
export type Step =
  | { readonly what: 'same' | 'changed'; readonly before: Unit; readonly after: Unit }
  | { readonly what: 'new'; readonly after: Unit }
  | { readonly what: 'gone'; readonly before: Unit };

/** Lines that have less than this in common are not the same line with other words. */
const ALIKE = 0.35;

/** So far ahead a line is looked for among those that went. */
const WINDOW = 30;

/** More of the words than this changed: it is another document. */
const MOST_CHANGED = 0.4;

/** Follows the lines of a document from one state to the next; undefined where so much has changed that it is another document. */
export function steps(before: readonly Unit[], after: readonly Unit[]): readonly Step[] | undefined {
  const all = before.length + after.length;
  const changes = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    { maxEditLength: Math.ceil(all * 0.6) + 20 },
  );
  if (!changes) return undefined;
  const found: Step[] = [];
  let gone: Unit[] = [];
  let came: Unit[] = [];
  let [one, other] = [0, 0];
  for (const { added, removed, value } of changes) {
    if (removed) gone.push(...before.slice(one, one + value.length));
    else if (added) came.push(...after.slice(other, other + value.length));
    else {
      found.push(...paired(gone, came));
      [gone, came] = [[], []];
      for (let at = 0; at < value.length; at++)
        found.push({ what: 'same', before: before[one + at] as Unit, after: after[other + at] as Unit });
    }
    if (!added) one += value.length;
    if (!removed) other += value.length;
  }
  found.push(...paired(gone, came));
  return changedShare(found) > MOST_CHANGED ? undefined : found;
}

/** The lines of one place that went and came: those that are alike are the same with other words. */
function paired(gone: readonly Unit[], came: readonly Unit[]): Step[] {
  const found: Step[] = [];
  let next = 0;
  for (const after of came) {
    const at = partnerOf(after, gone, next, gone.length === came.length);
    if (at < 0) {
      found.push({ what: 'new', after });
      continue;
    }
    for (const before of gone.slice(next, at)) found.push({ what: 'gone', before });
    found.push({ what: 'changed', before: gone[at] as Unit, after });
    next = at + 1;
  }
  for (const before of gone.slice(next)) found.push({ what: 'gone', before });
  return found;
}

/** Which of the lines that went is the one that came: the likest; one of few words where as many came as went. */
function partnerOf(after: Unit, gone: readonly Unit[], from: number, areAsMany: boolean): number {
  const first = gone[from];
  const isShort = first !== undefined && Math.max(first.words.length, after.words.length) < 40;
  let best = areAsMany && isShort && first.block.type === after.block.type ? from : -1;
  let most = best < 0 ? ALIKE : 0.01;
  for (let at = from; at < Math.min(gone.length, from + WINDOW); at++) {
    const alike = likeness((gone[at] as Unit).words, after.words);
    if (alike <= most) continue;
    best = at;
    most = alike;
  }
  return best;
}

/** How much of the words has changed, from 0 to 1. */
function changedShare(found: readonly Step[]): number {
  let all = 0;
  let changed = 0;
  for (const step of found) {
    const length = ('after' in step ? step.after.words.length : 0) + ('before' in step ? step.before.words.length : 0);
    all += length;
    if (step.what === 'same') continue;
    changed += step.what === 'changed' ? length * (1 - likeness(step.before.words, step.after.words)) : length;
  }
  return all === 0 ? 0 : changed / all;
}
