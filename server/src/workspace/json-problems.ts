import { nearest } from '@goldthread/grammar';
import { type JsonNode, readJson } from './json.ts';

/** Something in a JSON file that can’t be used. Line and character count from 0, the character in UTF-16 units. */
export interface JsonProblem {
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

/** Notes what is wrong with a value. */
export type Report = (node: Pick<JsonNode, 'start'>, message: string) => void;

/** What a JSON text holds, what is wrong with it, and a function that notes more of that. */
export interface JsonFile {
  readonly node: JsonNode | undefined;
  readonly problems: JsonProblem[];
  readonly report: Report;
}

/** Reads the text of a JSON file in which people write; where something in it is no JSON, what stands before it counts. */
export function readJsonFile(text: string): JsonFile {
  const problems: JsonProblem[] = [];
  const { node, fault } = readJson(text);
  const position = positionsIn(text);
  const report: Report = ({ start }, message) => problems.push({ message, ...position(start) });
  if (fault) report(fault, fault.why);
  return { node, problems, report };
}

/** How many words a message lists. */
const LONGEST_LIST = 8;

/** Offers the word that was probably meant, or the words to choose from where they are few. */
export function offer(
  word: string,
  words: readonly string[],
  otherwise = 'Copy the name from the problem that you want to set, or look it up in the list of checks.',
): string {
  const meant = nearest(word, words) ?? (word.length > 2 ? words.find((other) => other.startsWith(word)) : undefined);
  if (meant !== undefined) return `Did you mean “${meant}”?`;
  return words.length <= LONGEST_LIST ? `What can stand here: ${words.join(', ')}.` : otherwise;
}

/** Gives the position of an offset in a text, counted from 0. The lines are found once. */
function positionsIn(text: string): (offset: number) => { line: number; character: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let line = 0;
    for (let above = starts.length - 1; line < above; ) {
      const middle = (line + above + 1) >> 1;
      if ((starts[middle] as number) <= offset) line = middle;
      else above = middle - 1;
    }
    return { line, character: offset - (starts[line] as number) };
  };
}
