import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { markdownDifference } from '../../difference/markdown.ts';
import { buildCommand } from '../build.ts';
import { checkCommand } from '../check.ts';
import { differing, hasChanged } from '../diff.ts';
import { htmlOf } from '../diff-html.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { putFile } from '../write-file.ts';
import { disarmed } from './disarmed.ts';
import { fetchBase } from './history.ts';
import { jsonAt, readJson, type Wishes } from './surroundings.ts';

/** What is asked of a run besides what people ask: how the service wants it. */
export interface Job {
  readonly wishes: Wishes;
  /** The commit that the change is compared with; undefined where there is none. */
  readonly base: string | undefined;
  /** What the findings are printed as: the name of a format. */
  readonly format: string;
  /** Reports that go to files, as `--report` takes them. */
  readonly reports: readonly string[];
}

/** What came of a run. */
export interface Result {
  /** What the program is to end with: that of the check. */
  readonly code: number;
  /** How many errors, warnings and remarks were found; hints are left out. */
  readonly findings: number;
  /** The findings as Markdown. */
  readonly checked: string;
  /** What changed as Markdown; undefined where nothing was compared. */
  readonly difference: string | undefined;
  readonly isChanged: boolean;
  /** The folder of the web pages, where any were made. */
  readonly preview: string | undefined;
}

/** Checks the plans of a repository, says what changed in them, and makes web pages of them. */
export async function work(asked: Job, terminal: Terminal): Promise<Result> {
  const quiet = disarmed(terminal);
  const { base } = asked;
  const wishes = leadsOut(asked.wishes.preview, terminal.cwd) ? { ...asked.wishes, preview: undefined } : asked.wishes;
  const job = { ...asked, wishes };
  if (wishes !== asked.wishes) quiet.err('No pages were made: their folder leads out of the repository.');
  const missing = base === undefined ? undefined : fetchBase(base, terminal.cwd);
  if (missing !== undefined) quiet.err(missing);
  const from = missing === undefined ? base : undefined;
  const { code, findings, checked } = await check(job, from, { ...quiet, out: terminal.out });
  const compared = from === undefined ? undefined : compare(from, wishes, quiet);
  const hasPages = wishes.preview !== undefined && (await buildPages(wishes, wishes.preview, quiet));
  return {
    code,
    findings,
    checked,
    difference: compared?.markdown,
    isChanged: compared?.isChanged === true,
    preview: hasPages || (compared?.isChanged && wishes.preview !== undefined) ? wishes.preview : undefined,
  };
}

/** True where a path in the repository is led out of it by a link: whoever made the change may have put that there. */
function leadsOut(path: string | undefined, cwd: string): boolean {
  if (path === undefined || isAbsolute(path)) return false;
  const top = realpathSync(cwd);
  let at = resolve(top, path);
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined && at !== dirname(at)) at = dirname(at);
  const real = existsSync(at) ? realpathSync(at) : undefined;
  return real === undefined || relative(top, real).split(sep)[0] === '..' || isAbsolute(relative(top, real));
}

/** Checks, and reads what was found from the reports. */
async function check(
  { wishes, format, reports }: Job,
  base: string | undefined,
  terminal: Terminal,
): Promise<Pick<Result, 'code' | 'findings' | 'checked'>> {
  const { paths, profile, failOn, onlyNew } = wishes;
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
  try {
    const [data, text] = [join(folder, 'check.json'), join(folder, 'check.md')];
    const code = await run(checkCommand, terminal, [
      `--format=${format}`,
      `--fail-on=${failOn}`,
      ...(profile === undefined ? [] : [`--profile=${profile}`]),
      ...(onlyNew && base !== undefined ? [`--since=${base}`] : []),
      ...[`json=${data}`, `markdown=${text}`, ...reports].map((report) => `--report=${report}`),
      '--',
      ...paths,
    ]);
    const counts = ['error', 'warning', 'info'].map((severity) =>
      Number(jsonAt(readJson(data), 'summary', 'severities', severity) ?? 0),
    );
    return { code, findings: counts.reduce((sum, count) => sum + count, 0), checked: readFileSync(text, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says what changed; where it cannot be said, why not. */
function compare(
  base: string,
  { paths, preview }: Wishes,
  terminal: Terminal,
): { readonly markdown: string; readonly isChanged: boolean } | undefined {
  try {
    const found = differing([base, 'HEAD'], paths.length > 0 ? { plan: paths } : {}, terminal);
    for (const fault of [...found.past, ...found.faults]) terminal.err(fault);
    const isChanged = hasChanged(found);
    if (preview !== undefined && isChanged) {
      const folder = resolve(terminal.cwd, preview);
      mkdirSync(folder, { recursive: true });
      putFile(join(folder, 'changes.html'), htmlOf(found, found.folders, terminal));
    }
    return { markdown: markdownDifference(found.plans, found.clashes, found.remarks), isChanged };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    return undefined;
  }
}

/** Makes the web pages of the plans, of those with errors too; true where it could. What is wrong in the plans has been said. */
async function buildPages({ paths, profile }: Wishes, folder: string, terminal: Terminal): Promise<boolean> {
  let complaints = '';
  const silent: Terminal = {
    ...terminal,
    err(text) {
      complaints += text;
    },
  };
  try {
    const code = await run(buildCommand, silent, [
      '--to=html',
      '--force',
      `--out=${folder}`,
      ...(profile === undefined ? [] : [`--profile=${profile}`]),
      '--',
      ...paths,
    ]);
    if (code === exitCodes.usage) terminal.err(complaints);
    return code !== exitCodes.usage;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    return false;
  }
}

/** Runs another command of the program and gives what it would end with. */
async function run(
  make: (terminal: Terminal, finish: (code: number) => void) => Command,
  terminal: Terminal,
  args: readonly string[],
): Promise<number> {
  let ended: number = exitCodes.clean;
  const command = make(terminal, (code) => {
    ended = code;
  });
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.err(text), writeErr: (text) => terminal.err(text) });
  await command.parseAsync(args, { from: 'user' });
  return ended;
}
