import type { Connection } from 'vscode-languageserver';
import { pathOf, uriOf } from './paths.ts';
import { hasFileRequest, listFilesRequest, readFileRequest } from './protocol.ts';
import type { ProjectHost, Surroundings } from './surroundings.ts';

/** What is known of a file that a plan names; undefined is what nobody has asked yet. */
interface Known {
  exists?: boolean;
  text?: { readonly value: string | undefined };
}

const BOM = '\uFEFF';

/** The files of the client’s workspace, where the server has none of its own: in a browser, or of another sort than those of a disk. */
export function clientFiles(connection: Connection): Pick<Surroundings, 'hostFor' | 'list' | 'read'> {
  const known = new Map<string, Known>();

  /** An answer of the client; undefined where it has none, as one that knows nothing of these questions. */
  async function ask<Result>(request: string, path: string): Promise<Result | undefined> {
    try {
      return (await connection.sendRequest<Result | null>(request, { uri: uriOf(path) })) ?? undefined;
    } catch {
      return undefined;
    }
  }

  async function read(path: string): Promise<string | undefined> {
    const text = await ask<string>(readFileRequest, path);
    return text?.startsWith(BOM) ? text.slice(1) : text;
  }

  async function fetch(path: string, of: Known): Promise<string> {
    if ('exists' in of) of.exists = (await ask<boolean>(hasFileRequest, path)) ?? true;
    if ('text' in of) of.text = { value: await read(path) };
    known.set(path, { ...known.get(path), ...of });
    return path;
  }

  function hostFor(): ProjectHost {
    const asked = new Map<string, Known>();
    const note = (path: string, of: 'exists' | 'text'): void => {
      asked.set(path, { ...asked.get(path), ...(of === 'exists' ? { exists: true } : { text: { value: '' } }) });
    };
    return {
      exists: (path) => {
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
        known.delete(path);
      },
      fetch: () => {
        if (asked.size === 0) return undefined;
        const fetched = [...asked].map(([path, of]) => fetch(path, of));
        asked.clear();
        return Promise.all(fetched);
      },
    };
  }

  return {
    hostFor,
    list: async (folder, deep) => {
      if (folder.startsWith('untitled:')) return [];
      const found = await ask<readonly string[]>(listFilesRequest, folder);
      const paths = (found ?? []).map(pathOf).sort();
      return deep ? paths : paths.filter((path) => !path.slice(folder.length + 1).includes('/'));
    },
    read,
  };
}
