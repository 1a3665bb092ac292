import type { FileEdit } from '../../server/src/checks/diagnose.ts';
import type { Range } from '../../server/src/workspace/plan-file.ts';
import { offsetAt } from './apply.ts';
import type { Editor } from './editor.ts';

const textOf = ({ snapshot }: Editor, path: string): string => snapshot.workspace.files.get(path)?.tree.text ?? '';

/** The text in a range of a file, the main one unless another is given. */
export function textIn(editor: Editor, range: Range, path = editor.file.path): string {
  const text = textOf(editor, path);
  return text.slice(offsetAt(text, range.start), offsetAt(text, range.end));
}

/** A place as `line:column text`, both from 0, with the file before it where it is not the one with the mark. */
export function seenAt(editor: Editor, { path, range }: { readonly path?: string; readonly range: Range }): string {
  const { line, character } = range.start;
  const file = path === undefined || path === editor.file.path ? '' : `${path} `;
  return `${file}${line}:${character} ${textIn(editor, range, path)}`;
}

/** The texts of the files that some edits change, after them. */
export const afterEdits = (editor: Editor, edits: readonly FileEdit[]): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(edits, ({ file }) => file)].map(([path, own]) => [path, edited(textOf(editor, path), own)]),
  );

/** A text after some edits that do not overlap. */
export function edited(text: string, edits: readonly Pick<FileEdit, 'range' | 'newText'>[]): string {
  const placed = edits.map(({ range, newText }) => {
    return { start: offsetAt(text, range.start), end: offsetAt(text, range.end), newText };
  });
  placed.sort((a, b) => b.start - a.start);
  let result = text;
  for (const { start, end, newText } of placed) result = result.slice(0, start) + newText + result.slice(end);
  return result;
}
