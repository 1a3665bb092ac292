import type { Archive } from '../../archive.ts';
import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import type { Doubt, Picture, Spot } from '../../source.ts';
import { escaped } from '../../words.ts';

/** The pictures of a document that is an archive. */
export class Pictures {
  /** By the names that blocks have for them. */
  readonly files = new Map<string, Uint8Array>();
  readonly #archive: Archive;
  readonly #doubt: (doubt: Doubt) => void;
  readonly #names = new Map<string, string | undefined>();
  #size = 0;

  constructor(archive: Archive, doubt: (doubt: Doubt) => void) {
    this.#archive = archive;
    this.#doubt = doubt;
  }

  /** A picture as a block, `alt` in plain words. One whose bytes can't be had is said once to be lost. */
  block(entry: string, alt: string, spot: Spot): Picture {
    return { type: 'picture', spot, text: escaped(alt).trim(), file: this.#file(entry, spot) };
  }

  #file(entry: string, spot: Spot): string | undefined {
    if (this.#names.has(entry)) return this.#names.get(entry);
    const name = this.#read(entry, spot);
    this.#names.set(entry, name);
    return name;
  }

  #read(entry: string, spot: Spot): string | undefined {
    try {
      const bytes = this.files.size < limits.pictures ? this.#archive.read(entry) : undefined;
      if (bytes && bytes.length <= limits.pictureBytes && this.#size + bytes.length <= limits.picturesBytes) {
        this.#size += bytes.length;
        const name = this.#freeName(entry.slice(entry.lastIndexOf('/') + 1));
        this.files.set(name, bytes);
        return name;
      }
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
    }
    this.#doubt({
      kind: 'lost',
      message: 'A picture here could not be brought in: it is missing in the document, damaged, or too large.',
      spot,
    });
    return undefined;
  }

  #freeName(name: string): string {
    if (!this.files.has(name)) return name;
    const dot = name.lastIndexOf('.');
    for (let number = 2; ; number++) {
      const free = dot < 0 ? `${name}-${number}` : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
      if (!this.files.has(free)) return free;
    }
  }
}
