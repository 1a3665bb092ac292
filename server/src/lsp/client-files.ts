import type { Connection } from 'vscode-languageserver';
import { bytesOf } from '../documents/base64.ts';
import { largestPicture } from '../documents/edition/picture.ts';
import { chosenFileFaults, type FileFaults, type PictureBytes, pictureFaults } from '../documents/edition/pictures.ts';
import { readTheme, themeFileFaults } from '../documents/theme/read-theme.ts';
import { isWithin, resolvePath } from '../workspace/host.ts';
import { folderOf, pathOf, uriOf } from './paths.ts';
import { type FileBytes, hasFileRequest, listFilesRequest, readBytesRequest, readFileRequest } from './protocol.ts';
import type { ProjectHost, ReadTheme, Surroundings } from './surroundings.ts';

/** What is known of a file that a plan names; undefined is what nobody has asked yet. */
interface Known {
  exists?: boolean;
  text?: { readonly value: string | undefined };
}

/** Bytes of a file that a client is asked for at once: it comes as one message. */
const largestCarried = 64 * 1024 * 1024;

/** What the paths of documents begin with that have never been saved, and of what they name: none of it is there. */
const unsaved = 'untitled:';

const BOM = '\uFEFF';

/** The files of the client’s workspace, where the server has none of its own: in a browser, or of another sort than those of a disk. */
export function clientFiles(
  connection: Connection,
): Pick<Surroundings, 'hostFor' | 'projectOf' | 'list' | 'read' | 'picture' | 'bytes' | 'theme'> {
  const known = new Map<string, Known>();

  /** An answer of the client; undefined where it has none, as one that knows nothing of these questions. */
  async function ask<Result>(request: string, path: string, more: object = {}): Promise<Result | undefined> {
    try {
      return (await connection.sendRequest<Result | null>(request, { uri: uriOf(path), ...more })) ?? undefined;
    } catch {
      return undefined;
    }
  }

  async function read(path: string): Promise<string | undefined> {
    const text = await ask<string>(readFileRequest, path);
    return text?.startsWith(BOM) ? text.slice(1) : text;
  }

  /** The bytes of a file in one of some folders. */
  async function bytes(
    path: string,
    folders: readonly string[],
    most: number,
    faults: FileFaults,
  ): Promise<PictureBytes> {
    const isInside = folders.some((folder) => path.startsWith(`${folder}/`)) && !path.split('/').includes('..');
    return isInside ? wherever(path, most, faults) : faults.outside;
  }

  async function wherever(path: string, most: number, faults: Pick<FileFaults, 'tooLarge'>): Promise<PictureBytes> {
    const found = await ask<FileBytes>(readBytesRequest, path, { most });
    if (!found) return { fault: 'is not there' };
    return found.base64 === undefined ? faults.tooLarge(found.size, most) : bytesOf(found.base64);
  }

  /** What a theme names is known when it is read, and waited for then. */
  async function theme(path: string, folder: string, show: (path: string) => string): Promise<ReadTheme> {
    const text = await read(path);
    if (text === undefined) return { theme: undefined, faults: [`${show(path)} is not there.`], files: [path] };
    const known = new Map<string, PictureBytes>();
    for (;;) {
      const missing = new Map<string, number>();
      const { theme, problems } = readTheme(text, (written, most) => {
        const file = resolvePath(path, written);
        const found = known.get(file);
        if (!found) missing.set(file, most);
        return found ?? { fault: 'is not read yet' };
      });
      if (missing.size === 0) {
        const faults = problems.map(
          ({ message, line, character }) => `${show(path)}:${line + 1}:${character + 1}: ${message}`,
        );
        return { theme, faults, files: [path, ...known.keys()] };
      }
      for (const [file, most] of missing)
        known.set(file, await bytes(file, [folder, folderOf(path)], most, themeFileFaults));
    }
  }

  async function fetch(path: string, of: Known): Promise<string> {
    if ('exists' in of) of.exists = (await ask<boolean>(hasFileRequest, path)) ?? true;
    if ('text' in of) of.text = { value: await read(path) };
    known.set(path, { ...known.get(path), ...of });
    return path;
  }

  function hostFor(): ProjectHost {
    const asked = new Map<string, Known>();
    /** What is fetched at the moment: whoever asks meanwhile has to wait for it too. */
    let fetching: Promise<readonly string[]> | undefined;
    const note = (path: string, of: 'exists' | 'text'): void => {
      asked.set(path, { ...asked.get(path), ...(of === 'exists' ? { exists: true } : { text: { value: '' } }) });
    };
    return {
      exists: (path) => {
        if (path.startsWith(unsaved)) return false;
        const exists = known.get(path)?.exists;
        if (exists === undefined) note(path, 'exists');
        return exists ?? true;
      },
      read: (path) => {
        const text = known.get(path)?.text;
        if (text === undefined) note(path, 'text');
        return text?.value;
      },
      forget: (path) => {
        for (const other of [...known.keys()]) if (isWithin(other, path)) known.delete(other);
      },
      fetch: () => {
        if (asked.size === 0) return fetching;
        const fetched = Promise.all([...asked].map(([path, of]) => fetch(path, of))).finally(() => {
          if (fetching === fetched) fetching = undefined;
        });
        asked.clear();
        fetching = fetched;
        return fetched;
      },
    };
  }

  return {
    hostFor,
    projectOf: () => undefined,
    list: async (folder, deep) => {
      if (folder.startsWith('untitled:')) return [];
      const found = await ask<readonly string[]>(listFilesRequest, folder);
      const paths = (found ?? []).map(pathOf).sort();
      return deep ? paths : paths.filter((path) => !path.slice(folder.length + 1).includes('/'));
    },
    read,
    picture: (path, folder) => bytes(path, [folder], largestPicture, pictureFaults),
    bytes: (path, most) => wherever(path, Math.min(most, largestCarried), chosenFileFaults),
    theme,
  };
}
