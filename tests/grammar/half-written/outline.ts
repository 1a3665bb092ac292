import {
  type Block,
  type Entry,
  entriesOf,
  keyOf,
  nameOf,
  type Problem,
  parse,
  proseOf,
  type Stray,
  textOf,
  validate,
} from '@goldthread/grammar';

/**
 * What was understood of a plan and what was found wrong with it, for people to read. First the tree: an item as
 * `kind id: title`, a field as `.key name = value`, `?` before a key that means nothing, text that is no entry after
 * `|`; line ends in prose as `⏎`. Then each fault as `line:from-to code`, columns as an editor counts them, from 1.
 */
export function outlineOf(text: string): string {
  const tree = parse(text);
  const head = `read as ${tree.root ?? 'plan, with no first line'}, keys in ${tree.language}`;
  const faults = faultsIn(text);
  return `${[head, '', ...treeOf(text), '', ...(faults.length > 0 ? faults : ['no faults'])].join('\n')}\n`;
}

/** What was understood, line by line. */
export const treeOf = (text: string): string[] => parse(text).blocks.flatMap((block) => linesOf(block));

/** What is wrong, in the order of the text. */
export function faultsIn(text: string): string[] {
  const tree = parse(text);
  return tree.blocks.flatMap((block, index) =>
    [...block.problems, ...validate(block, tree.language)]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((problem) => fault(block, tree.lines[index] ?? 0, problem)),
  );
}

function linesOf(block: Block): string[] {
  const pieces: (Entry | Stray)[] = [...entriesOf(block), ...block.strays];
  return pieces
    .sort((a, b) => a.at - b.at)
    .map((piece) => ('children' in piece ? `${margin(piece)}${entryLine(block, piece)}` : strayLine(block, piece)));
}

function margin(entry: Entry): string {
  let spaces = '';
  for (let above = entry.parent; above; above = above.parent) spaces += '  ';
  return spaces;
}

function entryLine(block: Block, entry: Entry): string {
  const { definition } = entry;
  const head = [definition?.key ?? `? ${keyOf(block, entry)}`, nameOf(block, entry)].filter(Boolean).join(' ');
  if (!definition || definition.item) return `${head}: ${textOf(block, entry)}`.trimEnd();
  const value = definition.type === 'prose' ? proseOf(block, entry) : textOf(block, entry);
  return `.${head} = ${value.replaceAll('\n', ' ⏎ ')}`.trimEnd();
}

const strayLine = (block: Block, stray: Stray): string =>
  `${' '.repeat(stray.indent)}| ${block.text
    .slice(stray.at, stray.end)
    .trimEnd()
    .replaceAll(/\s*(\r\n|\r|\n)\s*/g, ' ⏎ ')}`;

function fault(block: Block, firstLine: number, problem: Problem): string {
  const { code, start, end, found, meant } = problem;
  const line = block.lineAt(start);
  const column = (offset: number) => offset - (block.lines[line] ?? 0) + 1;
  const mend = meant === undefined ? '' : ` → ‘${meant}’`;
  return `${firstLine + line + 1}:${column(start)}-${column(end)} ${code} ‘${found}’${mend}`;
}
