import { readPath } from '@goldthread/grammar';
import type { Plan } from '../../workspace/plan.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import { deletingLines } from '../fixes.ts';
import type { KeyRule, Mark, RuleContext, Words } from '../rule.ts';
import { quoted } from './words.ts';

/** A file is put into a plan where it stands already: a second time, or inside itself. */
export const includedTwice: KeyRule = {
  id: 'reference/included-twice',
  severity: 'error',
  says: 'A file is put into a plan a second time, or inside itself.',
  why: 'A part is printed once; one that leads back to itself would have no end.',
  source: 'House rule',
  breaks: {
    'main.plan': 'plan better-health: Better Health\n\ninclude: older-people.plan\n\ninclude: older-people.plan\n',
    'older-people.plan': 'part better-health: Older people\n\npriority falls: Prevent falls\n',
  },
  clean: {
    'main.plan': 'plan better-health: Better Health\n\ninclude: older-people.plan\n',
    'older-people.plan': 'part better-health: Older people\n\npriority falls: Prevent falls\n',
  },
  marks({ placed, fields, paths }, mark) {
    if (paths.length === 0) return;
    const path = placed.file.includePath(placed);
    const [entry] = fields;
    if (path === undefined || !entry) return;
    const note = placed.block.text.slice(entry.valueStart, entry.valueEnd);
    if (readPath(note).value) mark(path, { placed, start: entry.valueStart, end: entry.valueEnd, note });
  },
  key(path, marks, plan, context) {
    const file = context.model.workspace.files.get(path);
    if (!file || file.plan !== plan) return;
    for (const [index, mark] of marks.inOrder().entries()) {
      const wrong = whyNot(file, mark, plan, context) ?? (index > 0 ? again(mark) : undefined);
      if (wrong === undefined) continue;
      const { placed } = mark;
      context.report(placed, mark, {
        ...wrong,
        fixes: [deletingLines(titlesFor(placed).deleteThisLine, placed, mark)],
      });
    }
  },
};

const again = ({ note }: Mark): Words => ({
  message: `The plan has ${quoted(note)} in it already, and a part is printed once. Delete one of the two lines.`,
  messageCy: () =>
    `Mae ${quoted(note)} yn y cynllun eisoes, ac unwaith y mae rhan yn cael ei hargraffu. Dilëwch un o’r ddwy linell.`,
});

const intoItself: Words = {
  message: 'A file can’t be put into itself. Name another file, or delete this line.',
  messageCy: () => 'Ni ellir rhoi ffeil ynddi hi ei hun. Enwch ffeil arall, neu dilëwch y llinell hon.',
};

const withoutEnd = ({ note }: Mark): Words => ({
  message: `This file is itself put in by ${quoted(note)}, so the plan would have no end. Delete one of the two lines.`,
  messageCy: () =>
    `Mae ${quoted(note)} yn cynnwys y ffeil hon ei hun, felly ni fyddai diwedd i’r cynllun. Dilëwch un o’r ddwy linell.`,
});

/** Why a file can't stand at a mark; undefined where it can. */
function whyNot(file: PlanFile, mark: Mark, plan: Plan, context: RuleContext): Words | undefined {
  if (file === mark.placed.file) return intoItself;
  return isPutInBy(mark.placed.file, file, plan, context) ? withoutEnd(mark) : undefined;
}

/** True where a file is put in by another one, or by one that this puts in. */
function isPutInBy(file: PlanFile, above: PlanFile, plan: Plan, context: RuleContext): boolean {
  const root = context.model.root(plan);
  const find = (): ReadonlyMap<PlanFile, PlanFile> => parentsOf(plan);
  const parents = root ? context.model.remembered('parts', root, find) : find();
  for (let at = parents.get(file); at; at = parents.get(at)) if (at === above) return true;
  return false;
}

/** Which file puts in each part of a plan: the first that does. */
function parentsOf(plan: Plan): ReadonlyMap<PlanFile, PlanFile> {
  const parts = new Map(plan.files.map((file) => [file.path, file]));
  const parents = new Map<PlanFile, PlanFile>();
  for (const file of plan.files)
    for (const { path } of file.includes()) {
      const part = parts.get(path);
      if (part && part !== plan.root && !parents.has(part)) parents.set(part, file);
    }
  return parents;
}
