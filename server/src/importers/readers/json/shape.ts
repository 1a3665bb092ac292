import { ImportFault } from '../../fault.ts';

/** Where something stands in a file of JSON, as words: `items, number 3, fields`. */
export class Place {
  private readonly steps: readonly string[];

  constructor(steps: readonly string[] = []) {
    this.steps = steps;
  }

  /** A place in this one: a name, or which one of a list, from 0. */
  at(step: string | number): Place {
    return new Place([...this.steps, typeof step === 'number' ? `number ${step + 1}` : `“${step.slice(0, 60)}”`]);
  }

  /** What is wrong at this place. `why` is the rest of a sentence that begins with the place. */
  fault(why: string): ImportFault {
    const where = this.steps.length > 0 ? this.steps.join(', ') : 'The file';
    return new ImportFault(
      `This is not a file as Goldthread writes them: ${where} ${why}. Build it again from the plan, or import another format.`,
    );
  }
}

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that must be an object. */
export function objectAt(value: unknown, place: Place): JsonObject {
  if (!isObject(value)) throw place.fault(value === undefined ? 'is missing' : 'is no object in curly brackets');
  return value;
}

/** A value that must be a list. */
export function listAt(value: unknown, place: Place): readonly unknown[] {
  if (!Array.isArray(value)) throw place.fault(value === undefined ? 'is missing' : 'is no list in square brackets');
  return value;
}

/** A value that must be words. */
export function wordsAt(value: unknown, place: Place): string {
  if (typeof value !== 'string') throw place.fault(value === undefined ? 'is missing' : 'is not a text');
  return value;
}

/** A value that is words, or null, or not there. */
export const maybeWordsAt = (value: unknown, place: Place): string | undefined =>
  value === null || value === undefined ? undefined : wordsAt(value, place);

/** The members of an object of words, or of lists of words where there are several: each with its values. */
export function valuesAt(value: unknown, place: Place): (readonly [name: string, values: readonly string[]])[] {
  return Object.entries(objectAt(value, place)).map(([name, one]) => {
    const at = place.at(name);
    if (!Array.isArray(one)) return [name, [wordsAt(one, at)]];
    return [name, one.map((each: unknown, index) => wordsAt(each, at.at(index)))];
  });
}

/** How many items stand before each value of each field, by the names of the fields. What is no count counts as none. */
export function countsAt(value: unknown, place: Place): ReadonlyMap<string, readonly number[]> {
  if (value === undefined) return new Map();
  return new Map(
    Object.entries(objectAt(value, place)).map(([name, one]) => {
      const all: readonly unknown[] = Array.isArray(one) ? one : [one];
      return [name, all.map((count) => (typeof count === 'number' && count > 0 ? count : 0))];
    }),
  );
}
