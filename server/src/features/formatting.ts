import { format } from '@goldthread/grammar';
import type { TextEdit } from 'vscode-languageserver-types';
import type { PlanFile, Range } from '../workspace/plan-file.ts';

/**
 * The edits that lay a file out, or the lines of it that a range touches: two spaces a level, `key name: value`, and no more than one
 * blank line in a row. They are as small as can be, so that the cursor and what is folded stay; a block with a fault of structure is
 * left alone.
 */
export function formattingEdits(file: PlanFile, range?: Range): TextEdit[] {
  const part = range && { start: file.offsetAt(range.start), end: file.offsetAt(range.end) };
  return format(file.tree, part).map(({ start, end, text }) => ({
    range: { start: file.positionAt(start), end: file.positionAt(end) },
    newText: text,
  }));
}
