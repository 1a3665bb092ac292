import { EmbeddedActionsParser } from 'chevrotain';
import { lex } from './lexer.ts';
import { BlockStart, EntryLine, type LineToken, lineTypes, Prose, StrayText } from './tokens.ts';
import type { Block, Entry, Stray } from './tree.ts';
import type { Context } from './vocabulary/index.ts';

/**
 * The grammar of a plan file:
 *
 *     text   = block*
 *     block  = BlockStart (EntryLine | Prose | StrayText)*
 *
 * It is total: whatever the lexer hands over has a place, so that Chevrotain's recovery is never entered. Entries
 * nest by a stack and not by a rule that calls itself, so that depth costs nothing and overflows nothing.
 */
export class PlanParser extends EmbeddedActionsParser {
  /** What stands outermost in the block that is being read. */
  private entries: Entry[] = [];
  private strays: Stray[] = [];
  private readonly above: Entry[] = [];

  /** Whether the grammar itself is sound is for a test to ask: it takes time, at every start of a program. */
  constructor(validates = false) {
    super([...lineTypes], { maxLookahead: 1, recoveryEnabled: false, skipValidations: !validates });
    this.performSelfAnalysis();
  }

  /** The lines of a block. Made once: one list for every line of a text would take longer than reading it. */
  private readonly lineOfBlock = [
    { ALT: () => this.nest(this.CONSUME(EntryLine) as LineToken) },
    { ALT: () => this.CONSUME(Prose) },
    { ALT: () => this.keepStray(this.CONSUME(StrayText) as LineToken) },
  ];

  readonly text = this.RULE('text', (): Block[] => {
    const blocks: Block[] = [];
    this.MANY(() => blocks.push(this.SUBRULE(this.blockRule)));
    return blocks;
  });

  private readonly blockRule = this.RULE('block', (): Block => {
    const start = this.CONSUME(BlockStart) as LineToken;
    this.MANY(() => this.OR(this.lineOfBlock));
    this.ACTION(() => this.closeBlock(start.payload as Block));
    return start.payload as Block;
  });

  private closeBlock(block: Block): void {
    this.closeFrom(0);
    if (this.entries.length > 0) block.entries = this.entries.splice(0);
    if (this.strays.length > 0) block.strays = this.strays.splice(0);
  }

  private keepStray(line: LineToken): void {
    if (!this.RECORDING_PHASE) this.strays.push(line.payload as Stray);
  }

  /** Puts an entry below the one that encloses it. */
  private nest(line: LineToken): void {
    if (this.RECORDING_PHASE) return;
    const { above } = this;
    const { depth } = line;
    const entry = line.payload as Entry;
    this.closeFrom(depth);
    const parent = above[depth - 1];
    if (parent) {
      entry.parent = parent;
      if (parent.children.length === 0) parent.children = [entry];
      else parent.children.push(entry);
    } else this.entries.push(entry);
    above.push(entry);
  }

  /** Ends the entries this deep and deeper. Lists that grew one by one keep room for more: a copy has none. */
  private closeFrom(depth: number): void {
    const { above } = this;
    for (let entry = above[depth] && above.pop(); entry; entry = above[depth] && above.pop())
      if (entry.children.length > 1) entry.children = entry.children.slice();
  }
}

const parser = new PlanParser();

/** The blocks of a text from one line start to another, read with what may stand at column 0. */
export function parseBlocks(text: string, start: number, end: number, content: Context): Block[] {
  const blocks: Block[] = [];
  for (const tokens of lex(text, start, end, content)) {
    parser.input = tokens;
    for (const block of parser.text()) blocks.push(block);
    const [error] = parser.errors;
    parser.input = [];
    if (error) throw new Error(`The grammar has no answer for a line: ${error.message}`);
  }
  return blocks;
}
