import { randomFrom } from '../../helpers/random.ts';

/** A keystroke: text that is put in the place of what stands between two characters of a line. */
export interface Keystroke {
  readonly line: number;
  readonly from: number;
  /** Where the end is: in the same line, or at the start of the next one. */
  readonly to: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** Lines at whose ends is typed: titles and prose. */
const typed = /^(?:\s*(?:priority|action|outcome|kpq|measure|section)\b.*|\s+[A-Z][^:]*)[\p{L}\p{N}.?)]$/u;

/** Every so many letters a line is begun, and joined again. */
const LINES = 16;

/** What a writer does who types at random places: a letter and a step back, now and then a line. After each pair the text is as before. */
export function keystrokes(text: string, pairs: number): Keystroke[] {
  const random = randomFrom(7);
  const lines = text.split('\n');
  const places = lines.flatMap((line, number) => (typed.test(line) ? [number] : []));
  return Array.from({ length: pairs }, (_, pair) => {
    const line = places[Math.floor(random() * places.length)] ?? 0;
    const from = lines[line]?.length ?? 0;
    const here = { line, character: from };
    const isLine = pair % LINES === LINES - 1;
    const typed = { line, from, to: here, text: isLine ? '\n' : 'x' };
    const back = {
      line,
      from,
      to: isLine ? { line: line + 1, character: 0 } : { line, character: from + 1 },
      text: '',
    };
    return [typed, back];
  }).flat();
}

/** The value below which a share of the values lie. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
