import type { PlanFile } from '../workspace/plan-file.ts';

const lineEnd = /[\r\n]+$/;

/** A line of a file, counted from 0, without its line end; empty where there is none. */
export function lineOf(file: PlanFile | undefined, line: number): string {
  if (!file) return '';
  const { lines } = file.tree;
  let low = 0;
  let high = file.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as number) <= line) low = middle;
    else high = middle - 1;
  }
  const block = file.blocks[low]?.block;
  if (!block) return '';
  const within = line - (lines[low] as number);
  return block.text.slice(block.lines[within] ?? block.text.length, block.lines[within + 1]).replace(lineEnd, '');
}
