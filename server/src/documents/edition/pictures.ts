import { type Picture, readPicture } from './picture.ts';

/** The bytes of a file; where it can’t be read, why: the rest of a sentence that begins with its name. */
export type PictureBytes = Uint8Array | { readonly fault: string };

const MEGABYTE = 1024 * 1024;

/** Why files may not be read: the rest of a sentence that begins with the name of one. */
export interface FileFaults {
  readonly outside: { readonly fault: string };
  /** Of a file of so many bytes, where so many are the most. */
  tooLarge(size: number, most: number): { readonly fault: string };
}

/** Why pictures of plans may not be. */
export const pictureFaults: FileFaults = {
  outside: { fault: 'is not in the folder of the plan, and is not shown' },
  tooLarge: (size, most) => {
    const megabytes = Math.ceil(size / MEGABYTE).toLocaleString('en-GB');
    return {
      fault: `has ${megabytes} MB; ${most / MEGABYTE} MB is the most. Save it with fewer pixels: 2,000 across are enough for print`,
    };
  },
};

/** Why a file that somebody has chosen may not be. */
export const chosenFileFaults: Pick<FileFaults, 'tooLarge'> = {
  tooLarge: (_size, most) => ({
    fault: `has more than ${most / MEGABYTE} MB, which is the most that is read. Take large pictures out of it, or save it in parts`,
  }),
};

/** The pictures that plans name: each is read once, and why one can’t be shown is noted. */
export class Pictures {
  private readonly read: (path: string) => PictureBytes;
  private readonly show: (path: string) => string;
  private readonly known = new Map<string, Picture | { readonly fault: string }>();
  private asked = new Set<string>();

  /** `read` gives the bytes of a file; `show` turns a path into the one to print. */
  constructor(read: (path: string) => PictureBytes, show: (path: string) => string) {
    this.read = read;
    this.show = show;
  }

  /** A picture by its path; undefined where it can’t be shown. */
  get(path: string): Picture | undefined {
    this.asked.add(path);
    let found = this.known.get(path);
    if (!found) {
      const bytes = this.read(path);
      found = bytes instanceof Uint8Array ? readPicture(bytes) : bytes;
      this.known.set(path, found);
    }
    return 'fault' in found ? undefined : found;
  }

  /** Lets a picture be read again. */
  forget(path: string): void {
    this.known.delete(path);
  }

  /** The pictures that were asked for since the last call, and sentences that say what is wrong with them. */
  takeAsked(): { readonly paths: readonly string[]; readonly faults: readonly string[] } {
    const paths = [...this.asked];
    this.asked = new Set();
    const faults = paths.flatMap((path) => {
      const found = this.known.get(path);
      return found && 'fault' in found ? [`The picture ${this.show(path)} ${found.fault}.`] : [];
    });
    return { paths, faults };
  }
}
