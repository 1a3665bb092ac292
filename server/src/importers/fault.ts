/** A document cannot be brought in. The message is a sentence for whoever asked: what is wrong, why, and what to do. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}
