import { contextOf, type Entry, type Problem, trimEnd, trimStart } from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import type { Fix, ProblemRule } from '../rule.ts';
import { keyCy } from '../welsh.ts';
import { entryUpTo, movingLines, movingToSiblings, those } from './lines.ts';
import { oneOfKind } from './words.ts';

/** How many lines of the text are looked at for a mend. */
const MOST_LINES = 40;
const headShape = /^([\p{L}\p{M}\p{N}-]+)(?:[^\S\r\n]+\S+)?[^\S\r\n]*:/u;

/** A line in a text looks like an item that is indented too far. */
export const itemInProse: ProblemRule = {
  id: 'syntax/item-in-prose',
  severity: 'warning',
  says: 'A line in a text looks like an item that is indented too far.',
  why: 'As part of a text it is printed as it stands, and is no link of the golden thread.',
  source: 'Language reference, “When the text is wrong”',
  breaks:
    'plan p: Road Safety Plan\n\npriority speed: Slower traffic in villages\n  why:\n    Three in four people asked for it.\n    action: Put up thirty signs\n',
  clean:
    'plan p: Road Safety Plan\n\npriority speed: Slower traffic in villages\n  why:\n    Three in four people asked for it.\n  action: Put up thirty signs\n',
  problem: 'item-in-prose',
  describe(problem, { placed }) {
    const { found, definition } = problem;
    const entry = entryUpTo(placed.block, problem.start);
    const one = oneOfKind(definition?.key ?? found);
    const kind = (): string => keyCy(definition?.key ?? found);
    if (!entry)
      return {
        message: `This line looks like ${one}, and stands in a text.`,
        messageCy: () => `Mae’r llinell hon yn edrych fel eitem o’r math ${kind()}, ac mewn testun y mae.`,
      };
    if (entry.at === problem.start) {
      return {
        message: `This is read as ${one}, although it is indented like the text above. Move it to the left, so that nobody takes it for text.`,
        messageCy: () =>
          `Mae hyn yn cael ei ddarllen fel eitem o’r math ${kind()}, er ei fod wedi’i fewnoli fel y testun uwchben. Symudwch y llinell i’r chwith, rhag i neb ei chymryd am destun.`,
        fixes: those(movingToSiblings(placed, entry)),
      };
    }
    return {
      message: `This line begins like ${one}, but it stands in a text and will be printed as it is. If it is ${one}, move it to the left; if it is text, begin the line with another word.`,
      messageCy: () =>
        `Mae’r llinell hon yn dechrau fel eitem o’r math ${kind()}, ond mewn testun y mae, ac felly y caiff ei hargraffu fel y mae. Os eitem yw hi, symudwch hi i’r chwith; os testun yw hi, dechreuwch y llinell â gair arall.`,
      fixes: those(leavingText(placed, entry, problem)),
    };
  },
};

/** A mend that takes the lines from one to the end of its text out of it, where they are all lines of items. */
function leavingText(placed: PlacedBlock, prose: Entry, { start, definition }: Problem): Fix | undefined {
  const { block, file } = placed;
  const first = block.lineAt(start);
  const last = block.lineAt(trimEnd(block.text, start, prose.end) - 1);
  const place = prose.parent ? prose.parent.definition?.key : file.tree.content.place;
  if (last - first >= MOST_LINES || !definition || place === undefined) return undefined;
  const column = start - (block.lines[first] as number);
  const { language } = file.tree;
  let kind = definition.key;
  for (let line = first; line <= last; line++) {
    const lineStart = block.lines[line] as number;
    const lineEnd = block.lines[line + 1] ?? block.text.length;
    const at = trimStart(block.text, lineStart, lineEnd);
    if (at === lineEnd) continue;
    const word = headShape.exec(block.text.slice(at, lineEnd))?.[1] ?? '';
    const depth = at - lineStart;
    const meaning = depth < column ? undefined : contextOf(depth === column ? place : kind, language).words.get(word);
    if (!meaning) return undefined;
    if (depth === column) kind = meaning.item ? meaning.key : '';
    if (kind === '') return undefined;
  }
  return movingLines(titlesFor(placed).moveLeft, placed, first, last, prose.indent - column);
}
