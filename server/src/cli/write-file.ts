import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Puts another text in a file, all of it or nothing: it is written beside the file and then takes its place, with the same
 * permissions. Nothing is left beside the file whatever goes wrong.
 */
export function replaceFile(path: string, text: string): void {
  accessSync(path, constants.W_OK);
  const { mode } = statSync(path);
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(beside, text, { flag: 'wx', mode: mode & 0o777 });
    chmodSync(beside, mode & 0o7777);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
