import { diffArrays } from 'diff';
import { wordsOf } from '../../documents/plain-words.ts';
import type { Inline } from '../../documents/tree.ts';
import { past } from './past.ts';
import { spoken } from './said-in.ts';

/** Marks that may stand around words. */
type Marked = Extract<Inline, { type: 'strong' | 'emphasis' | 'deleted' }>;

/** A word, the space between two, or what cannot be taken apart: a link, a picture. */
interface Token {
  readonly said: string;
  readonly inline: Inline;
  readonly around: readonly Marked[];
}

/** So much of two lines must be the same for them to be told apart word by word. */
const LEAST = 0.4;

/** So many words may come and go before a line is taken for another one. */
const MOST = 1000;

/** A line with the words that went from it and those that came; as it is where its words are the same. */
export function markedLine(before: readonly Inline[], after: readonly Inline[]): readonly Inline[] {
  const [old, young] = [tokensOf(before), tokensOf(after)];
  const runs = diffArrays(
    old.map(({ said }) => said),
    young.map(({ said }) => said),
    { maxEditLength: MOST },
  );
  if (!runs) return replaced(before, after);
  if (runs.every(({ added, removed }) => !added && !removed)) return after;
  const length = (tokens: readonly Token[]): number => tokens.reduce((sum, { said }) => sum + said.length, 0);
  let same = 0;
  let [at, from] = [0, 0];
  const pieces = runs.map(({ value, added, removed }): Piece => {
    const tokens = removed ? old.slice(at, at + value.length) : young.slice(from, from + value.length);
    if (!added) at += value.length;
    if (!removed) from += value.length;
    if (!added && !removed) same += length(tokens);
    return { tokens, is: added ? 'inserted' : removed ? 'removed' : 'same' };
  });
  if (same < LEAST * Math.min(length(old), length(young))) return replaced(before, after);
  return joinedAcross(pieces).flatMap(({ tokens, is }) => {
    const words = inlinesOf(tokens);
    return is === 'same' ? words : markedWhole(is, words);
  });
}

/** A line that came or went as a whole; nothing where it says nothing. */
export const markedWhole = (is: 'inserted' | 'removed', line: readonly Inline[]): Inline[] => {
  const children = is === 'removed' ? past(line) : [...line];
  return wordsOf(children) === '' ? children : [{ type: is, children }];
};

function replaced(before: readonly Inline[], after: readonly Inline[]): Inline[] {
  const [went, came] = [markedWhole('removed', before), markedWhole('inserted', after)];
  return went.length > 0 && came.length > 0 ? [...went, { type: 'text', text: ' ' }, ...came] : [...went, ...came];
}

interface Piece {
  readonly tokens: readonly Token[];
  readonly is: 'same' | 'inserted' | 'removed';
}

/** No longer than this is a word that stayed by chance, in UTF-16 units. */
const SHORT = 3;

/** Words that changed as one piece, where no more than a space or a short word stayed between them. */
function joinedAcross(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  let went: Token[] = [];
  let came: Token[] = [];
  const end = (): void => {
    if (went.length > 0) found.push({ tokens: went, is: 'removed' });
    if (came.length > 0) found.push({ tokens: came, is: 'inserted' });
    [went, came] = [[], []];
  };
  for (const [index, { tokens, is }] of pieces.entries()) {
    const said = tokens.reduce((text, token) => text + token.said, '').trim();
    if (is === 'removed') went.push(...tokens);
    else if (is === 'inserted') came.push(...tokens);
    else if (went.length > 0 && came.length > 0 && index < pieces.length - 1 && said.length <= SHORT) {
      went.push(...tokens);
      came.push(...tokens);
    } else {
      end();
      found.push({ tokens, is });
    }
  }
  end();
  return found;
}

/** Words, figures with their signs, spaces, and single signs. */
const parts = /\s+|[\p{L}\p{N}\p{M}]+(?:[’'.,:/-][\p{L}\p{N}\p{M}]+)*|./gsu;

function tokensOf(line: readonly Inline[], around: readonly Marked[] = []): Token[] {
  return line.flatMap((inline): Token[] => {
    switch (inline.type) {
      case 'text':
        return (inline.text.match(parts) ?? []).map((text) => ({
          said: /^\s/.test(text) ? ' ' : text,
          inline: { ...inline, text },
          around,
        }));
      case 'strong':
      case 'emphasis':
      case 'deleted':
        return tokensOf(inline.children, [...around, inline]);
      default:
        return [{ said: spoken([inline]), inline, around }];
    }
  });
}

/** Tokens as words again, in the marks that stood around them. */
function inlinesOf(tokens: readonly Token[], depth = 0): Inline[] {
  const found: Inline[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { inline, around } = tokens[at] as Token;
    const mark = around[depth];
    if (mark) {
      const rest = tokens.slice(at).findIndex((token) => token.around[depth] !== mark);
      const end = rest < 0 ? tokens.length : at + rest;
      found.push({ ...mark, children: inlinesOf(tokens.slice(at, end), depth + 1) });
      at = end;
      continue;
    }
    const last = found.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && last.lang === inline.lang)
      found[found.length - 1] = { ...last, text: last.text + inline.text };
    else found.push(inline);
    at++;
  }
  return found;
}
