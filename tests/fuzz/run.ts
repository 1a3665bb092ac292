import { randomFrom } from '../helpers/random.ts';
import { type Input, someInput } from './inputs.ts';
import { checkPromises } from './promises.ts';
import { shrink } from './shrink.ts';

/** An input that breaks a promise. */
export interface Failure {
  readonly number: number;
  readonly input: Input;
  readonly message: string;
}

/** How a run went. */
export interface Run {
  readonly inputs: number;
  readonly characters: number;
  readonly slowest: { readonly milliseconds: number; readonly number: number; readonly length: number };
  readonly failure: Failure | undefined;
}

/** The input with this number of the run that begins with this seed: always the same. */
export const inputOf = (seed: number, number: number): Input => someInput(randomFrom(seed * 1_000_003 + number));

/** What is wrong with an input; undefined where all promises are kept. */
function faultOf(input: Input): string | undefined {
  try {
    checkPromises(input);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Tries inputs until one breaks a promise; that one is made smaller. `tell` hears of each input that is done. */
export function run(seed: number, inputs: number, tell?: (done: number) => void): Run {
  let characters = 0;
  let slowest: Run['slowest'] = { milliseconds: 0, number: 0, length: 0 };
  for (let number = 0; number < inputs; number++) {
    const input = inputOf(seed, number);
    const { length } = input.text;
    characters += length;
    const started = performance.now();
    const fault = faultOf(input);
    const milliseconds = performance.now() - started;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, number, length };
    if (fault !== undefined) {
      const small = shrink(input, (candidate) => faultOf(candidate) !== undefined);
      const failure = { number, input: small, message: faultOf(small) ?? fault };
      return { inputs: number + 1, characters, slowest, failure };
    }
    tell?.(number + 1);
  }
  return { inputs, characters, slowest, failure: undefined };
}
