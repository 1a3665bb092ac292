/** What the caller asked for cannot be done. Its message is for the caller to read; the program ends with `exitCodes.usage`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the program ends with. */
export const exitCodes = {
  /** Nothing to complain about. */
  clean: 0,
  /** Problems were found, or files would be laid out otherwise. */
  problems: 1,
  /** The program was used wrongly, or a file could not be read or written. */
  usage: 2,
} as const;
