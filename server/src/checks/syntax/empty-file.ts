import { titlesFor } from '../fix-titles.ts';
import { lineEndOf } from '../fixes.ts';
import type { BlockRule } from '../rule.ts';
import { headOfPart } from './no-root.ts';
import { wordIn } from './words.ts';

/** There is nothing in a file, or nothing but comments. */
export const emptyFile: BlockRule = {
  id: 'syntax/empty-file',
  severity: 'info',
  says: 'There is nothing in a file.',
  why: 'An empty file looks like a plan in which nothing is wrong. More often it was not saved, or something went wrong as it was copied.',
  source: 'House rule',
  breaks: '# The plan is to come.\n',
  clean: 'plan health: Our Health Plan\n',
  block({ placed }, context) {
    const { block, file } = placed;
    if (block.entries.length > 0 || block.strays.length > 0 || file.blocks.length > 1) return;
    const { text } = block;
    const line = `${wordIn('plan', file.tree.language)} our-plan: Our Plan`;
    context.report(
      placed,
      { start: text.length, end: text.length },
      {
        message: `There is nothing in this file, so there is nothing to check. A plan begins with a line such as “${line}”.`,
        messageCy: () =>
          `Nid oes dim yn y ffeil hon, felly nid oes dim i’w wirio. Mae cynllun yn dechrau â llinell fel “${line}”.`,
        fixes: () => {
          const begin = headOfPart(file, context.model.workspace) ?? line;
          const lineEnd = lineEndOf(text);
          const gap = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd;
          const edit = { placed, start: text.length, end: text.length, text: `${gap}${begin}${lineEnd}` };
          return [{ title: titlesFor(placed).beginWith(begin), edits: [edit] }];
        },
      },
    );
  },
};
