import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import type { Example } from '../../server/src/checks/rule.ts';
import type { Position } from '../../server/src/workspace/plan-file.ts';

/** The offset of a position in a text, with LF, CRLF or CR as line ends. */
export function offsetAt(text: string, { line, character }: Position): number {
  const lineEnds = /\r\n|\r|\n/g;
  for (let passed = 0; passed < line; passed++) lineEnds.exec(text);
  return Math.min(text.length, lineEnds.lastIndex + character);
}

/** An example with a mend applied. */
export function applyFix(example: Example, fix: Diagnostic['fixes'][number]): Example {
  const files: Record<string, string> = typeof example === 'string' ? { 'main.plan': example } : { ...example };
  for (const { file, range, newText } of [...fix.edits].reverse()) {
    const text = files[file] ?? '';
    files[file] = text.slice(0, offsetAt(text, range.start)) + newText + text.slice(offsetAt(text, range.end));
  }
  return files;
}
