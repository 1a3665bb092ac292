import { fields, kinds, type TextChange } from '@goldthread/grammar';
import { accidents, junks, mutate } from '../grammar/mutated.ts';
import { seeds } from './seeds.ts';

/** Numbers from 0 to 1. */
export type Random = () => number;

/** A text and changes that are made to it, one after the other. */
export interface Input {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

const upTo = (random: Random, limit: number): number => Math.floor(random() * limit);

const oneOf = <Item>(random: Random, items: readonly Item[]): Item => items[upTo(random, items.length)] as Item;

const keys = [...kinds, ...fields].flatMap(({ key, cy }) => [key, cy]);
const lineEnds = ['\n', '\n', '\n', '\n', '\r\n', '\r\n', '\r'] as const;
const seedLines = seeds.map((seed) => seed.split(/\r\n|\r|\n/));

/** Characters and words that a text may meet with, common ones and very rare ones. */
const intruders: readonly string[] = [
  ...junks,
  ...'\t\n\r\0 :#,-.|[]{}“”‘’–•aZ9é',
  ...['\u00A0', '\u3000', '\u2028', '\u2029', '\u0085', '\u200B', '\u2003', '\uFEFF', '\u0301', '\u202E'],
  ...['😀', '\uD83D', '\uDE00', '👩‍👩‍👧', '# language: cy', '\r\n\r\n', '\n\r', '[[', ']]', '  \n', '\n  ', '\n# x\n'],
];

/** A text made from a seed: an excerpt, rarely the whole, after some accidents. Now and then two seeds are joined. */
function someText(random: Random): string {
  let lines = excerpt(random);
  if (random() < 0.1) lines.push(...excerpt(random));
  if (random() < 0.3) {
    const scale = oneOf(random, [0, 1, 2, 3]);
    lines = lines.map((line) => line.replace(/^ +/, (spaces) => ' '.repeat((spaces.length * scale) / 2)));
  }
  for (let count = upTo(random, 5); count > 0; count--)
    mutate(lines, oneOf(random, accidents), upTo(random, 1e6), upTo(random, 1e6), oneOf(random, junks));
  let text = random() < 0.05 ? '\uFEFF' : '';
  const end = oneOf(random, lineEnds);
  const areMixed = random() < 0.05;
  for (const line of lines) text += line + (areMixed ? oneOf(random, lineEnds) : end);
  for (let count = upTo(random, 6); count > 0; count--) text = damaged(random, text);
  return random() < 0.02 ? text.normalize('NFD') : text;
}

function excerpt(random: Random): string[] {
  const lines = oneOf(random, seedLines);
  const whole = random() < 0.01;
  const most = random() < 0.15 ? 120 : 20;
  const from = whole ? 0 : upTo(random, lines.length);
  return lines.slice(from, whole ? undefined : from + 1 + upTo(random, most));
}

/** A text after an accident to its characters or words. */
function damaged(random: Random, text: string): string {
  const start = upTo(random, text.length + 1);
  const end = Math.min(text.length, start + upTo(random, oneOf(random, [2, 10, 60])));
  const cut = text.slice(start, end);
  const put = (words: string): string => text.slice(0, start) + words + text.slice(end);
  const at = (words: string): string => text.slice(0, start) + words + text.slice(start);
  switch (upTo(random, 10)) {
    case 0:
      return put('');
    case 1:
      return at(cut);
    case 2:
      return put(cut.toUpperCase());
    case 3:
      return at(oneOf(random, keys));
    case 4:
      return at(`\n${' '.repeat(upTo(random, 7))}${oneOf(random, keys)}: `);
    case 5:
      return put(String.fromCharCode(upTo(random, 0x10000)));
    case 6:
      return put([...cut].reverse().join(''));
    case 7:
      return random() < 0.05
        ? at(oneOf(random, intruders).repeat(upTo(random, 3000)))
        : at(' '.repeat(upTo(random, 90)));
    default:
      return at(oneOf(random, intruders));
  }
}

/** A change such as a writer or a tool makes: typing, deleting (across blocks too), pasting, replacing all. */
export function someChange(random: Random, length: number): TextChange {
  const start = upTo(random, length + 1);
  const end = Math.min(length, start + (random() < 0.5 ? 0 : upTo(random, oneOf(random, [3, 30, 300]))));
  switch (upTo(random, 12)) {
    case 0:
      return { start, end, text: '' };
    case 1:
      return { start, end, text: '\n' };
    case 2:
      return { start, end, text: excerpt(random).join('\n') };
    case 3:
      return { start, end, text: `${excerpt(random).join('\n')}\n` };
    case 4:
      return { start, end: start, text: oneOf(random, keys) };
    case 5:
      return { start, end: start, text: `\n${' '.repeat(upTo(random, 5))}` };
    case 6:
      return random() < 0.1 ? { start: 0, end: length, text: excerpt(random).join('\n') } : { start, end, text: ' ' };
    default:
      return { start, end, text: oneOf(random, intruders) };
  }
}

/** An input and the changes to make to it. */
export function someInput(random: Random): Input {
  const text = someText(random);
  const changes: TextChange[] = [];
  let { length } = text;
  for (let count = text.length > 5_000 ? 1 : 4; count > 0; count--) {
    const change = someChange(random, length);
    changes.push(change);
    length += change.text.length - (change.end - change.start);
  }
  return { text, changes };
}
