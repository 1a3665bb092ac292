import type { Diagnostic, FileEdit } from '../../checks/diagnose.ts';
import type { Range } from '../../workspace/plan-file.ts';
import { wordsFor } from '../words.ts';
import type { Action, Asking } from './action.ts';

type Fix = Diagnostic['fixes'][number];

/** The rules whose mends change how a line is written and nothing of what it says: they can be done without being looked at. */
export const safeRules: ReadonlySet<string> = new Set([
  'kpq/not-a-question',
  'syntax/bad-id',
  'syntax/capital-key',
  'syntax/indented-too-far',
  'syntax/missing-colon',
  'syntax/odd-space',
  'syntax/tab',
]);

const table = {
  en: {
    like: (count: number) => `Mend all ${count} faults of this kind in this file`,
    safe: 'Mend all that can be mended without a look',
  },
  cy: {
    like: (count: number) => `Trwsio pob nam o’r math hwn yn y ffeil hon (${count})`,
    safe: 'Trwsio popeth y gellir ei drwsio heb edrych',
  },
};

/**
 * Mends all faults of a rule in a file in one go, as the first mend of the one at the cursor does.
 *
 *     Outcome safe: Communities are safe
 *     Outcome warm: Homes are warm
 *
 * becomes
 *
 *     outcome safe: Communities are safe
 *     outcome warm: Homes are warm
 */
export function mendAllAlike({ found, all, language }: Asking): Action[] {
  const words = wordsFor(table, language);
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return rules.flatMap((rule): Action[] => {
    const title = found.find((one) => one.rule === rule && one.fixes.length > 0)?.fixes[0]?.title;
    if (title === undefined) return [];
    const alike = all.flatMap((diagnostic) => {
      const fix = diagnostic.rule === rule ? fixAs(diagnostic, title) : undefined;
      return fix ? [{ diagnostic, fix }] : [];
    });
    const { done, edits } = together(alike);
    return done.length < 2 ? [] : [{ title: words.like(done.length), kind: 'quickfix', mends: done, edits }];
  });
}

/** The mend of a finding that does the same as another one: it is called the same, or is the only one. */
const fixAs = ({ fixes }: Diagnostic, title: string): Fix | undefined =>
  fixes.find((fix) => fix.title === title) ?? (fixes.length === 1 ? fixes[0] : undefined);

/** Does all mends in a file that can be done without being looked at. */
export function mendAllSafe({ all, language }: Asking): Action[] {
  const safe = all.flatMap((diagnostic) => {
    const [fix, other] = diagnostic.fixes;
    return fix && !other && safeRules.has(diagnostic.rule) ? [{ diagnostic, fix }] : [];
  });
  const { edits } = together(safe);
  if (edits.length === 0) return [];
  return [{ title: wordsFor(table, language).safe, kind: 'source.fixAll.goldthread', edits }];
}

/**
 * As many mends as can be done together, from the first on: one that would change what another one changes is left out, and comes
 * when it is asked for again. Mends that say the same are done once.
 */
export function together(mends: readonly { readonly diagnostic: Diagnostic; readonly fix: Fix }[]): {
  readonly done: readonly Diagnostic[];
  readonly edits: readonly FileEdit[];
} {
  const done: Diagnostic[] = [];
  const taken = new Map<string, FileEdit[]>();
  for (const { diagnostic, fix } of mends) {
    const fresh: FileEdit[] = [];
    const fits = fix.edits.every((edit) => {
      const others = near(taken.get(edit.file), edit.range);
      if (others.some((other) => isSame(other, edit)) && hasLineEnd(edit)) return true;
      fresh.push(edit);
      return others.every((other) => !collide(other, edit));
    });
    if (!fits) continue;
    done.push(diagnostic);
    for (const edit of fresh) {
      const edits = taken.get(edit.file) ?? [];
      taken.set(edit.file, edits);
      edits.splice(indexAfter(edits, edit.range), 0, edit);
    }
  }
  return { done, edits: [...taken.values()].flat() };
}

/** Those of some edits in order that a range may touch. */
function near(edits: readonly FileEdit[] = [], range: Range): readonly FileEdit[] {
  let from = indexAfter(edits, range);
  let to = from;
  while (from > 0 && compare((edits[from - 1] as FileEdit).range.end, range.start) >= 0) from--;
  while (to < edits.length && compare((edits[to] as FileEdit).range.start, range.end) <= 0) to++;
  return edits.slice(from, to);
}

/** Where an edit of a range goes in a list that is in order: behind all that begin where it does or before. */
function indexAfter(edits: readonly FileEdit[], { start }: Range): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare((edits[middle] as FileEdit).range.start, start) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: Range['start'], b: Range['start']): number => a.line - b.line || a.character - b.character;

const hasLineEnd = ({ newText }: FileEdit): boolean => /[\r\n]/.test(newText);

const isSame = (a: FileEdit, b: FileEdit): boolean =>
  a.newText === b.newText && compare(a.range.start, b.range.start) === 0 && compare(a.range.end, b.range.end) === 0;

/** True where two edits touch; lines that are put in at the same place can stand one below the other. */
function collide(a: FileEdit, b: FileEdit): boolean {
  const [first, second] = compare(a.range.start, b.range.start) <= 0 ? [a, b] : [b, a];
  const gap = compare(first.range.end, second.range.start);
  if (gap !== 0) return gap > 0;
  const areInserts = [a, b].every(({ range }) => compare(range.start, range.end) === 0);
  return !(areInserts && hasLineEnd(a) && hasLineEnd(b));
}
