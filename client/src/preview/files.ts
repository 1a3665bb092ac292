import { Uri } from 'vscode';

/** The files of a plan that is shown, by the numbers that updates and messages have for them. */
export class PlanFiles {
  readonly uris: readonly Uri[];
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(files: readonly string[]) {
    this.uris = files.map((file) => Uri.parse(file));
    this.#numbers = new Map(this.uris.map((uri, number) => [uri.toString(), number]));
  }

  /** The number of a file; undefined for one that is not of the plan. */
  numberOf(uri: Uri): number | undefined {
    return this.#numbers.get(uri.toString());
  }
}
