import { type PictureBytes, Pictures } from '../../documents/edition/pictures.ts';
import { pathFrom } from '../../workspace/host.ts';
import type { Surroundings } from '../surroundings.ts';

/** What is said of a picture that is still waited for: what is made with it is made again. */
const notYet = { fault: 'is not read yet' } as const;

/** The pictures of the plans of a folder. Some have to be waited for; what asked for them is made again then. */
export class PictureFiles {
  private readonly surroundings: Surroundings;
  private readonly folder: string;
  private readonly known = new Map<string, PictureBytes>();
  private waiting = new Map<string, Promise<PictureBytes>>();

  constructor(surroundings: Surroundings, folder: string) {
    this.surroundings = surroundings;
    this.folder = folder;
  }

  /** The pictures, as far as they are read by now. */
  now(): Pictures {
    return new Pictures(
      (path) => this.read(path),
      (path) => pathFrom(`${this.folder}/`, path),
    );
  }

  /** Waits for those that were asked for; true where there were any. */
  async settled(): Promise<boolean> {
    const { waiting } = this;
    this.waiting = new Map();
    for (const [path, picture] of waiting) this.known.set(path, await picture);
    return waiting.size > 0;
  }

  private read(path: string): PictureBytes {
    const known = this.known.get(path);
    if (known) return known;
    const found = this.surroundings.picture(path, this.folder);
    if (found instanceof Promise) {
      this.waiting.set(path, found);
      return notYet;
    }
    this.known.set(path, found);
    return found;
  }
}
