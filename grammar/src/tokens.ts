import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Block, Entry, Stray } from './tree.ts';

const kindOfLine = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

/** The first line of a block: a line at column 0. */
export const BlockStart = kindOfLine('BlockStart');
/** A line `key name: value` that opens an item or a field, with the lines that continue its value. */
export const EntryLine = kindOfLine('EntryLine');
/** The prose below a field, as one token. */
export const Prose = kindOfLine('Prose');
/** Lines with no key. */
export const StrayText = kindOfLine('StrayText');

/** The kinds of line that the lexer hands to the parser. */
export const lineTypes: readonly TokenType[] = [BlockStart, EntryLine, Prose, StrayText];

/**
 * One logical line, cut up already. `depth` says how many entries of the block enclose it; `startOffset` counts from the
 * start of the block.
 */
export class LineToken implements IToken {
  readonly image = '';
  readonly startOffset: number;
  readonly tokenType: TokenType;
  readonly tokenTypeIdx: number;
  readonly depth: number;
  /** What the line is: a block for BlockStart, an entry for EntryLine and Prose, stray text for StrayText. */
  payload: Block | Entry | Stray | undefined;

  constructor(tokenType: TokenType, startOffset: number, depth: number, payload?: Block | Entry | Stray) {
    this.startOffset = startOffset;
    this.tokenType = tokenType;
    this.tokenTypeIdx = tokenType.tokenTypeIdx as number;
    this.depth = depth;
    this.payload = payload;
  }
}
