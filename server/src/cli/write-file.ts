import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, lstatSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Puts another text in a file, all of it or nothing: it is written beside the file and then takes its place, with the same
 * permissions. Nothing is left beside the file whatever goes wrong.
 */
export function replaceFile(path: string, text: string): void {
  accessSync(path, constants.W_OK);
  const { mode } = statSync(path);
  write(path, text, mode);
}

/**
 * Writes a file, all of it or nothing, whether it is there or not. A link to another file gives way; that file stays as it is. What is no
 * file, such as `/dev/null`, is written to and stays what it is.
 */
export function putFile(path: string, content: string | Uint8Array): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  const isDevice = there !== undefined && !there.isFile() && !there.isSymbolicLink() && !there.isDirectory();
  if (isDevice) writeFileSync(path, content);
  else write(path, content, undefined);
}

function write(path: string, content: string | Uint8Array, mode: number | undefined): void {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(beside, content, mode === undefined ? { flag: 'wx' } : { flag: 'wx', mode: mode & 0o777 });
    if (mode !== undefined) chmodSync(beside, mode & 0o7777);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
