import { FileSystemError, Uri, workspace } from 'vscode';

/** A file in a folder that is not there yet: `name.ending`, or else `name-2.ending` and so on. */
export async function unusedName(folder: Uri, name: string, ending: string): Promise<Uri> {
  for (let number = 1; ; number += 1) {
    const uri = Uri.joinPath(folder, `${name}${number === 1 ? '' : `-${number}`}.${ending}`);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** The folder that a file is in. */
export const folderOf = (uri: Uri): Uri => Uri.joinPath(uri, '..');

/** The path from a folder to a file, with slashes. Both belong to the same workspace. */
export function relativePath(folder: Uri, file: Uri): string {
  const from = folder.path.split('/').filter((part) => part !== '');
  const to = file.path.split('/').filter((part) => part !== '');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
