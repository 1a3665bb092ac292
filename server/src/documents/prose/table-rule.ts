import type { StateBlock } from 'markdown-it';

/** How a column is set, by where the colons stand in the line of hyphens. */
export type Align = 'left' | 'right' | 'centre' | undefined;

/**
 * Tables as GitHub’s Markdown has them, so that nothing written in one is lost: a row keeps the cells that it has beyond those of
 * the first row, and the upright stroke of a reference with words, `[[id|words]]`, parts no cells. Rows that are too short stay short.
 */
export function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine + 2 > endLine || !isRow(state, startLine) || !isRow(state, startLine + 1)) return false;
  const aligns = alignsOf(lineOf(state, startLine + 1));
  if (!aligns) return false;
  const first = lineOf(state, startLine);
  if (!first.includes('|')) return false;
  const head = cellsOf(first);
  if (head.length === 0 || head.length !== aligns.length) return false;
  if (silent) return true;

  const parent = state.parentType;
  state.parentType = 'table';
  const open = state.push('table_open', 'table', 1);
  open.meta = { aligns };
  writeRow(state, startLine, head, 'th');
  let line = startLine + 2;
  for (; line < endLine && isRow(state, line) && !endsTable(state, line, endLine); line++) {
    const text = lineOf(state, line);
    if (!text) break;
    writeRow(state, line, cellsOf(text), 'td');
  }
  state.push('table_close', 'table', -1);
  open.map = [startLine, line];
  state.parentType = parent;
  state.line = line;
  return true;
}

/** False for a line that stands outside of what the table stands in, or so far in that it is code. */
const isRow = (state: StateBlock, line: number): boolean => {
  const indent = (state.sCount[line] as number) - state.blkIndent;
  return indent >= 0 && indent < 4;
};

const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line]).trim();

const endsTable = (state: StateBlock, line: number, endLine: number): boolean =>
  state.md.block.ruler.getRules('blockquote').some((rule) => rule(state, line, endLine, true));

/** How the columns are set, from the line of hyphens; undefined where a line is not one. */
function alignsOf(line: string): Align[] | undefined {
  if (!/^[|:-][|:\s-]+$/.test(line) || /^-\s/.test(line)) return undefined;
  const cells = cellsOf(line);
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return undefined;
  return cells.map((cell) =>
    cell.endsWith(':') ? (cell.startsWith(':') ? 'centre' : 'right') : cell.startsWith(':') ? 'left' : undefined,
  );
}

const stroke = /\\\||\[\[[^[\]|\r\n]*\|[^[\]\r\n]*\]\]|\|/g;

/** The cells of a row. A stroke behind a backslash is a stroke in a cell. */
function cellsOf(row: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let from = 0;
  for (const { 0: mark, index } of row.matchAll(stroke)) {
    cell += row.slice(from, index);
    from = index + mark.length;
    if (mark === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += mark === '\\|' ? '|' : mark;
  }
  cells.push((cell + row.slice(from)).trim());
  if (cells[0] === '') cells.shift();
  if (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

function writeRow(state: StateBlock, line: number, cells: readonly string[], tag: 'th' | 'td'): void {
  state.push('tr_open', 'tr', 1).map = [line, line + 1];
  for (const cell of cells) {
    state.push(`${tag}_open`, tag, 1);
    const words = state.push('inline', '', 0);
    words.content = cell;
    words.children = [];
    state.push(`${tag}_close`, tag, -1);
  }
  state.push('tr_close', 'tr', -1);
}
