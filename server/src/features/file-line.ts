import type { PlacedBlock, PlanFile } from '../workspace/plan-file.ts';

/** One line of a plan file. */
export interface FileLine {
  readonly number: number;
  readonly placed: PlacedBlock;
  /** Where it starts, in UTF-16 units from the start of its block. */
  readonly start: number;
  /** Its text, without its line end. */
  readonly text: string;
  /** How deep its words stand, in columns: a tab goes to the next even one. */
  readonly depth: number;
  /** Its text without the spaces around it. */
  readonly words: string;
}

/** A line of a file, counted from 0; undefined where the file has none such. */
export function fileLine(file: PlanFile, number: number): FileLine | undefined {
  const at = number < 0 ? undefined : file.locate({ line: number, character: 0 });
  if (!at) return undefined;
  const { placed, offset: start } = at;
  if (placed.position(start).line !== number) return undefined;
  const { text: block } = placed.block;
  let end = start;
  while (end < block.length && block[end] !== '\n' && block[end] !== '\r') end++;
  const text = block.slice(start, end);
  return { number, placed, start, text, depth: depthOf(text), words: text.trim() };
}

const TAB = 9;

/** How deep the words of a line stand, in columns. */
export function depthOf(line: string): number {
  let column = 0;
  for (let at = 0; at < line.length && line.charAt(at).trim() === ''; at++)
    column += line.charCodeAt(at) === TAB ? 2 - (column % 2) : 1;
  return column;
}

/** The nearest line with words on it, from one on downwards (`step` 1) or upwards (`step` -1). */
export function nearestWords(file: PlanFile, from: number, step: 1 | -1): FileLine | undefined {
  for (let line = fileLine(file, from); line; line = fileLine(file, line.number + step)) if (line.words) return line;
  return undefined;
}
