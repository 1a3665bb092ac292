import { type Block, entriesOf } from '@goldthread/grammar';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { PlacedBlock, PlanFile } from '../workspace/plan-file.ts';
import { depthOf } from './file-line.ts';
import { endOf } from './places.ts';

/** The folds of each block, with lines counted from its first; a block never changes. */
const known = new WeakMap<Block, readonly FoldingRange[]>();

/**
 * What can be folded in a file: items with what stands in them, fields with prose or further lines below, tables in prose, and
 * comments of several lines. In the order of the text.
 */
export function foldingRanges(file: PlanFile): FoldingRange[] {
  const folds: FoldingRange[] = [];
  for (const placed of file.blocks) {
    const first = file.tree.lines[placed.index] as number;
    for (const fold of foldsOf(placed))
      folds.push({ ...fold, startLine: first + fold.startLine, endLine: first + fold.endLine });
  }
  return folds;
}

function foldsOf(placed: PlacedBlock): readonly FoldingRange[] {
  const { block } = placed;
  const found = known.get(block);
  if (found) return found;
  const folds: FoldingRange[] = [];
  for (const entry of entriesOf(block)) {
    const endLine = block.lineAt(endOf(placed, entry));
    if (endLine > entry.line) folds.push({ startLine: entry.line, endLine });
  }
  if (block.text.includes('#') || block.text.includes('|')) folds.push(...runsOf(block));
  folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  known.set(block, folds);
  return folds;
}

/** Lines that follow each other and begin with the same sign: comments, and in prose the rows of a table. */
function* runsOf(block: Block): Generator<FoldingRange> {
  const proseDepth = proseDepths(block);
  let sign = '';
  let start = 0;
  for (let line = 0; line <= block.lines.length; line++) {
    const next = line < block.lines.length ? signOf(block, line, proseDepth[line] ?? 0) : '';
    if (next === sign) continue;
    if (sign !== '' && line - start > 1)
      yield { startLine: start, endLine: line - 1, ...(sign === '#' ? { kind: FoldingRangeKind.Comment } : {}) };
    sign = next;
    start = line;
  }
}

/** `#` for a comment, `|` for a row of a table; else nothing. Lines of prose are at least so deep; 0 where there is none. */
function signOf({ text, lines }: Block, line: number, proseDepth: number): string {
  const words = text.slice(lines[line], lines[line + 1]);
  const first = words.trimStart().charAt(0);
  const isProse = proseDepth > 0 && depthOf(words) >= proseDepth;
  return (first === '#' && !isProse) || (first === '|' && isProse) ? first : '';
}

/** How deep the prose is that each line may be part of. */
function proseDepths(block: Block): readonly number[] {
  const depths: number[] = [];
  for (const entry of entriesOf(block)) {
    if (entry.proseIndent === 0) continue;
    for (let line = block.lineAt(entry.blockStart); (block.lines[line] ?? entry.end) < entry.end; line++)
      depths[line] = entry.proseIndent;
  }
  return depths;
}
