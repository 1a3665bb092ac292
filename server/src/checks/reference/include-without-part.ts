import { readPath } from '@goldthread/grammar';
import type { Plan } from '../../workspace/plan.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import type { KeyRule, Mark, RuleContext } from '../rule.ts';
import { quoted, seenFrom } from './words.ts';

/** An `include` puts nothing in. */
export const includeWithoutPart: KeyRule = {
  id: 'reference/include-without-part',
  severity: 'error',
  says: 'An “include” puts nothing in: the file is not there, is no part, or stands in a plan already.',
  why: 'A chapter would be missing from the document without anybody noticing.',
  source: 'House rule',
  breaks: 'plan better-health: Better Health\n\ninclude: older-people.plan\n',
  clean: {
    'main.plan': 'plan better-health: Better Health\n\ninclude: older-people.plan\n',
    'older-people.plan': 'part better-health: Older people\n\npriority falls: Prevent falls\n',
  },
  marks({ placed, fields }, mark) {
    const path = placed.file.includePath(placed);
    const [entry] = fields;
    if (path === undefined || !entry || placed.file.tree.root === 'library') return;
    const written = placed.block.text.slice(entry.valueStart, entry.valueEnd);
    if (readPath(written).fault) return;
    mark(path, { placed, start: entry.valueStart, end: entry.valueEnd, note: written });
  },
  key(path, marks, plan, context) {
    const file = context.model.workspace.files.get(path);
    for (const [index, mark] of marks.inOrder().entries()) {
      const message = whyNothing(path, file, mark, plan, context) ?? (index > 0 ? again(mark) : undefined);
      if (message !== undefined) context.report(mark.placed, mark, { message });
    }
  },
};

const again = ({ note }: Mark): string =>
  `The plan includes ${quoted(note)} already, and a part is printed once. Take one of the two out.`;

/** Why nothing is put in at a mark; undefined where the file could stand there. */
function whyNothing(
  path: string,
  file: PlanFile | undefined,
  { placed, note }: Mark,
  plan: Plan,
  context: RuleContext,
): string | undefined {
  const { host } = context.model.workspace;
  if (file === placed.file) return 'A file can’t put itself in. Name another file, or delete this line.';
  if (file?.plan === plan && leadsBackTo(placed.file, file, plan, context))
    return `This file is itself put in by ${quoted(note)}, so the plan would never end. Take one of the two “include” lines out.`;
  if (file?.tree.root === 'part') {
    if (file.plan === plan || !file.plan) return undefined;
    const other = quoted(seenFrom(file.plan.root.path, placed.file.path));
    return `The file ${quoted(note)} stands in the plan of ${other} already, and a part belongs to one plan. Take one of the two “include” lines out.`;
  }
  if (!file && path.endsWith('.plan') && host.exists(path)) return undefined;
  return `Nothing is put in here: there is no file ${quoted(note)}, or it does not begin with “part ${plan.id || 'id'}: …”. Correct the path, or add that file.`;
}

/** True where a file is put in by another one, or by one that this puts in. */
function leadsBackTo(file: PlanFile, above: PlanFile, plan: Plan, context: RuleContext): boolean {
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
