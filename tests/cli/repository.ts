import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith, goldthread, type Run } from './goldthread.ts';

/** Nothing that somebody has set on this machine, and one author at one time. */
const env = {
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ruth Hale',
  GIT_AUTHOR_EMAIL: 'ruth@ashmere.example',
  GIT_COMMITTER_NAME: 'Ruth Hale',
  GIT_COMMITTER_EMAIL: 'ruth@ashmere.example',
};

type Files = Readonly<Record<string, string | Buffer | undefined>>;

/** A repository of a test; it goes when the test is over. */
export class TestRepository {
  readonly folder: string;

  constructor(files: Files = {}) {
    this.folder = folderWith({});
    this.git('init', '--quiet', '--initial-branch', 'main');
    this.git('config', 'core.autocrlf', 'false');
    if (Object.keys(files).length > 0) this.commit(files);
  }

  git(...command: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync('git', command, {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    if (status !== 0) throw new Error(`git ${command.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  /** Writes files, and takes out those that have no text. */
  write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      const place = join(this.folder, path);
      if (text === undefined) rmSync(place, { recursive: true });
      else {
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, text);
      }
    }
  }

  /** Commits the files as they are, with some that are written before. */
  commit(files: Files = {}): void {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'A step');
  }

  /** Runs the program in the repository or in a folder of it. */
  diff(args: readonly string[] = [], folder = '.'): Run {
    return goldthread(['diff', ...args], { cwd: join(this.folder, folder), env: { ...env, COLUMNS: '120' } });
  }
}
