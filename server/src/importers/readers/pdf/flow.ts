import type { Line, Run } from './lines.ts';

/** How wide a gap is that is between words, and how far letters may stand above or below others of their line, in their size. */
const gap = 0.12;
const height = 0.7;

/**
 * Lines that come in pieces, one for each change of tag, as the lines that they are: pieces that stand beside each other are one. Small
 * letters that stand higher than what they touch are raised.
 */
export function flowing(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && isBeside(last, line)) found[found.length - 1] = together(last, line);
    else found.push(line);
  }
  return found;
}

function isBeside(last: Line, line: Line): boolean {
  const size = Math.max(last.size, line.size);
  return (
    last.page === line.page &&
    last.angle === line.angle &&
    Math.abs(last.y - line.y) < height * size &&
    line.x0 > last.x1 - 0.4 * size
  );
}

function together(last: Line, line: Line): Line {
  const size = Math.max(last.size, line.size);
  const isApart = line.x0 - last.x1 > gap * size;
  const above = last.y - line.y;
  const isSmaller = line.size < 0.82 * last.size;
  const isLarger = last.size < 0.82 * line.size;
  const runs =
    isSmaller && above > 0.15 * last.size ? line.runs.map((run) => raised(run, above / last.size)) : line.runs;
  const before =
    isLarger && -above > 0.15 * line.size ? last.runs.map((run) => raised(run, -above / line.size)) : last.runs;
  const end = before.at(-1);
  const spaced = end && isApart ? [...before.slice(0, -1), { ...end, text: `${end.text} ` }] : before;
  const main = isSmaller ? last : line;
  return { ...last, y: main.y, size: main.size, x1: Math.max(last.x1, line.x1), runs: [...spaced, ...runs] };
}

const raised = (run: Run, above: number): Run => ({ ...run, raised: Math.round(above * 10) / 10 });
