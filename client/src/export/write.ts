import { FileSystemError, FileType, l10n, Uri, workspace } from 'vscode';
import { folderOf } from '../files.ts';
import type { Place } from './places.ts';

/**
 * Writes files, all of them or none as far as it goes: each is written beside its place first, and takes it when all are. Nothing is
 * left beside them whatever goes wrong; the error says what did, in a sentence for the writer.
 */
export async function writeFiles(places: readonly Place[]): Promise<void> {
  const waiting = new Map<Uri, Uri>();
  try {
    for (const { uri, content } of places) {
      await checkPlace(uri);
      await naming(uri, async () => {
        await workspace.fs.createDirectory(folderOf(uri));
        const beside = Uri.joinPath(folderOf(uri), `${nameOf(uri)}.${crypto.randomUUID()}.tmp`);
        waiting.set(uri, beside);
        await workspace.fs.writeFile(beside, content);
      });
    }
    for (const { uri } of places) {
      const beside = waiting.get(uri);
      if (beside === undefined) continue;
      await naming(uri, () => workspace.fs.rename(beside, uri, { overwrite: true }));
      waiting.delete(uri);
    }
  } finally {
    for (const beside of waiting.values()) await discard(beside);
  }
}

/** To move a file to the place of a folder would take the folder away with all that is in it. */
async function checkPlace(uri: Uri): Promise<void> {
  const type = await typeOf(uri);
  if (type !== undefined && (type & FileType.Directory) !== 0)
    throw new Error(l10n.t('{0} could not be written: there is a folder with this name.', nameOf(uri)));
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Does something with a file; what goes wrong is said with its name. */
async function naming(uri: Uri, work: () => Thenable<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const words = l10n.t(
      '{0} could not be written: {1}. If another program has it open, such as Word, close it there and try again.',
      nameOf(uri),
      why.replace(/\.$/, ''),
    );
    throw new Error(words, { cause: error });
  }
}

async function discard(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri);
  } catch {
    // It was never written, or cannot be taken away: there is nothing more to be done.
  }
}

const nameOf = ({ path }: Uri): string => path.replace(/^.*\//, '');
