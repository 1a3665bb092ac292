import type { Definition } from '../vocabulary/index.ts';

/** The captures of a pattern, by the number of the group. */
export type TextMateCaptures = Readonly<Record<string, TextMateRule>>;

/** One rule of a TextMate grammar, as https://macromates.com/manual/en/language_grammars has it, with VS Code’s `while`. */
export interface TextMateRule {
  readonly include?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly captures?: TextMateCaptures;
  readonly begin?: string;
  readonly beginCaptures?: TextMateCaptures;
  readonly while?: string;
  readonly whileCaptures?: TextMateCaptures;
  readonly patterns?: readonly TextMateRule[];
}

const idWord = '[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}\\p{N}]+';
/** The shape of an id, as a pattern. */
export const id = `${idWord}(?:-${idWord})*`;

/** Any one of some words, as a pattern. */
export const anyOf = (list: readonly string[]): string => [...new Set(list)].join('|');

/** The keys of definitions in both languages: what is coloured does not depend on the first line of the file. */
export const keysOf = (list: readonly Definition[]): string => anyOf(list.flatMap(({ key, cy }) => [key, cy]));

/** A rule that stands for the one of that name in the repository. */
export const include = (name: string): TextMateRule => ({ include: `#${name}` });

/** The scope of a rule; all scopes end in the name of the language. */
export const scope = (name: string): TextMateRule => ({ name: `${name}.plan` });

/** The colon after a key. */
export const colon = scope('punctuation.separator.key-value');
