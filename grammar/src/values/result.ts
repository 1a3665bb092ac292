/** A value that was read, or what is wrong with the text. */
export type Result<T> =
  | { readonly value: T; readonly fault?: undefined }
  | { readonly fault: Fault; readonly value?: undefined };

/** What is wrong with the text of a value. */
export interface Fault {
  /** One sentence in a policy writer's words, ending with an example of the right form. */
  readonly why: string;
  /** What was probably meant, to put in the place of the part at fault. */
  readonly meant?: string | undefined;
  /** The part of the text at fault: UTF-16 offsets into the text that was given; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** A finer name, where a check of its own reports it. */
  readonly code?: FaultCode | undefined;
}

/** The faults that have a check of their own. */
export type FaultCode = 'ambiguous-date' | 'start-after-end';

/** The result for a text that could be read. */
export const found = <T>(value: T): { readonly value: T } => ({ value });

/** The result for a text that could not be read; `start` and `end` are the part at fault. */
export const faulty = (
  why: string,
  start: number,
  end: number,
  more: Pick<Fault, 'meant' | 'code'> = {},
): { readonly fault: Fault } => ({ fault: { why, start, end, ...more } });

/** A fault in a piece of a text, told in offsets of the text; `by` is where the piece begins. */
export const shifted = (fault: Fault, by: number): { readonly fault: Fault } => ({
  fault: { ...fault, start: fault.start + by, end: fault.end + by },
});

/** How much of a text a message repeats, in UTF-16 units. */
const LONGEST_QUOTATION = 40;

/** A text between quotation marks, shortened where it is long, to stand in a message. */
export function quoted(text: string): string {
  if (text.length <= LONGEST_QUOTATION) return `“${text.replace(/\s+/g, ' ')}”`;
  const start = text.slice(0, LONGEST_QUOTATION - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `“${start.replace(/\s+/g, ' ').trimEnd()}…”`;
}
