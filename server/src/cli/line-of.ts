import type { PlanFile } from '../workspace/plan-file.ts';

/** A line of a file, counted from 0, without its line end; empty where there is none. */
export function lineOf(file: PlanFile | undefined, line: number): string {
  const start = file?.locate({ line, character: 0 });
  const end = file?.locate({ line, character: Number.MAX_SAFE_INTEGER });
  return start && end ? start.placed.block.text.slice(start.offset, end.offset) : '';
}
