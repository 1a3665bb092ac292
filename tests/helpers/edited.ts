import type { TextEdit } from 'vscode-languageserver-types';
import { offsetAt } from './apply.ts';

/** A text after edits that do not overlap; those that insert at one place stand in their order. */
export function edited(text: string, edits: readonly Pick<TextEdit, 'range' | 'newText'>[]): string {
  const changes = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    newText,
  }));
  changes.sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let result = '';
  for (const { start, end, newText } of changes) {
    if (start < at) throw new Error(`Edits overlap at ${start}`);
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
