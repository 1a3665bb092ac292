import {
  type Block,
  type Entry,
  hasColon,
  type KeyLanguage,
  keyOf,
  nameOf,
  proseOf,
  type Stray,
  textOf,
  wordOf,
} from '@goldthread/grammar';
import type { PlacedBlock } from '../../workspace/plan-file.ts';

/** Fields that stay with the writers of a plan, with the reason. */
const kept: Readonly<Record<string, string>> = {
  include: 'What the other file says stands in its place.',
  tags: 'They are for finding items in the text, and no document prints them.',
};

/**
 * A whole plan as one text: its further files in the places where they are included, the lines as deep as they stand there. Comments are
 * not in it, nor what `kept` names: what nobody prints, nobody hands on. `blocks` are those of the plan in the printed order.
 */
export function planText(blocks: readonly PlacedBlock[]): string {
  const isWelsh = blocks.some(({ file }) => file.tree.language === 'cy');
  const writer = new PlanTextWriter(isWelsh ? 'cy' : 'en');
  const [first] = blocks;
  for (const [index, { block, file }] of blocks.entries()) {
    if (file !== blocks[index - 1]?.file) writer.hasGap = true;
    writer.block(block, file === first?.file);
  }
  return writer.text;
}

/** A line that stands in a plan: an entry, or words that nobody understands. */
type Line = Entry | Stray;

class PlanTextWriter {
  private readonly keys: KeyLanguage;
  private readonly lines: string[];
  /** True where an empty line stands behind what was written last. */
  hasGap = true;

  constructor(keys: KeyLanguage) {
    this.keys = keys;
    this.lines = keys === 'cy' ? ['# language: cy'] : [];
  }

  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  /** A block of a file; the first line of a file other than the root says only whose part it is. */
  block(block: Block, isOfRoot: boolean): void {
    const written = linesOf(block).filter((line) => !isKept(line));
    const isPart = !isOfRoot && written.some((line) => isEntry(line) && isRoot(line));
    const shown = isPart ? written.filter((line) => !(isEntry(line) && (isRoot(line) || ofRoot(line)))) : written;
    const [first] = shown;
    if (!first) return;
    const shift = isPart ? first.indent : 0;
    for (const line of shown) {
      if (hasBlank(block, line.start, line.at) || (line === first && this.hasGap)) this.blank();
      const indent = ' '.repeat(Math.max(0, line.indent - shift));
      if (isEntry(line)) this.entry(block, line, indent);
      else this.stray(block, line, indent);
    }
    this.hasGap = hasBlank(block, block.trailing, block.text.length);
  }

  private blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  private entry(block: Block, entry: Entry, indent: string): void {
    const { definition } = entry;
    const name = nameOf(block, entry);
    const word = definition ? wordOf(block, entry, this.keys) : keyOf(block, entry);
    const head = `${indent}${word}${name && ` ${name}`}${definition || hasColon(block, entry) ? ':' : ''}`;
    if (definition?.item !== false || definition.type !== 'prose') {
      this.lines.push(`${head} ${textOf(block, entry)}`.trimEnd());
      return;
    }
    const first = block.text.slice(entry.valueStart, entry.valueEnd);
    const [, ...below] = proseOf(block, entry).slice(first.length).split(lineEnds);
    if (entry.blockStart > 0 && !first) below.unshift(proseOf(block, entry).split(lineEnds)[0] ?? '');
    this.lines.push(`${head} ${first}`.trimEnd(), ...below.map((line) => (line.trim() ? `${indent}  ${line}` : '')));
  }

  private stray(block: Block, { at, end }: Stray, indent: string): void {
    for (const line of block.text.slice(at, end).split(lineEnds)) {
      const words = line.trim();
      if (words && !words.startsWith('#')) this.lines.push(indent + words);
    }
  }
}

const lineEnds = /\r\n|\r|\n/;

const isEntry = (line: Line): line is Entry => 'children' in line;

const isRoot = ({ definition }: Entry): boolean => definition?.item === true && definition.root === true;

/** True for a field of the first line of a file. */
const ofRoot = ({ definition, parent }: Entry): boolean =>
  definition?.item === false && parent !== undefined && isRoot(parent);

const isKept = (line: Line): boolean =>
  isEntry(line) && line.definition?.item === false && kept[line.definition.key] !== undefined;

/** True where an empty line stands in a stretch of a block that begins at the beginning of a line. */
const hasBlank = ({ text }: Block, start: number, end: number): boolean =>
  text
    .slice(start, end)
    .split('\n')
    .slice(0, -1)
    .some((line) => line.trim() === '');

/** All lines of a block in their order, those in prose aside. */
function linesOf(block: Block): Line[] {
  const lines: Line[] = [...block.strays];
  const waiting: Entry[] = [...block.entries];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    lines.push(entry);
    waiting.push(...entry.children);
  }
  return lines.sort((one, other) => one.at - other.at);
}
