import type { PlanFile } from '../../workspace/plan-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { titlesFor } from '../fix-titles.ts';
import { lineEndOf } from '../fixes.ts';
import type { ProblemRule } from '../rule.ts';
import { wordIn } from './words.ts';

/** A file does not say what it is. */
export const noRoot: ProblemRule = {
  id: 'syntax/no-root',
  severity: 'error',
  says: 'A file does not say what it is: a plan, a part of one, or a library.',
  why: 'Without that nobody can name the plan, and what is on its cover is missing.',
  source: 'Language reference, “Vocabulary”',
  breaks: 'outcome active: More people are active\n',
  clean: 'plan health: Our Health Plan\n\noutcome active: More people are active\n',
  problem: 'no-root',
  describe(problem, { placed }, { model }) {
    const { block, file } = placed;
    const word = wordIn('plan', file.tree.language);
    const line = `${word} our-plan: Our Plan`;
    const start = block.lines[block.lineAt(problem.start)] ?? 0;
    return {
      message: `The first line of a file says what it is: “${line}” for a plan, “part …” for a further file of one, “library …” for items that plans share. Put that above this line.`,
      messageCy: () =>
        `Mae llinell gyntaf ffeil yn dweud beth yw hi: “${line}” ar gyfer cynllun, “rhan …” ar gyfer ffeil arall ohono, “llyfrgell …” ar gyfer eitemau y mae cynlluniau’n eu rhannu. Rhowch hynny uwchben y llinell hon.`,
      fixes: () => {
        if (!problem.definition) return [];
        const begin = headOfPart(file, model.workspace) ?? line;
        const text = begin + lineEndOf(block.text).repeat(2);
        return [{ title: titlesFor(placed).beginWith(begin), edits: [{ placed, start, end: start, text }] }];
      },
    };
  },
};

/** The first line of a part, for a file that a plan includes; undefined where none does. */
export function headOfPart(file: PlanFile, { files }: Workspace): string | undefined {
  for (const other of files.values()) {
    if (other.rootId === '') continue;
    for (const { path } of other.includes())
      if (path === file.path) {
        const { language } = file.tree;
        return `${wordIn('part', language)} ${other.rootId}: ${language === 'cy' ? 'Teitl y rhan hon' : 'Title of this part'}`;
      }
  }
  return undefined;
}
