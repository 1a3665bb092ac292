/** Why a format can’t be written: a whole sentence, for those who asked for it. */
export class FormatFault extends Error {
  override readonly name = 'FormatFault';

  /** The name counts: what writes a format may be bundled apart, with a class of its own for the same fault. */
  static override [Symbol.hasInstance](thing: unknown): boolean {
    return thing instanceof Error && thing.name === 'FormatFault';
  }
}
