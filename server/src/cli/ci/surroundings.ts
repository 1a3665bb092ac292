import { readFileSync } from 'node:fs';
import { UsageError } from '../usage-error.ts';

/** What a program is started with by a service that runs it for a repository: its environment variables. */
export type Surroundings = Readonly<Record<string, string | undefined>>;

/** What is asked of a run, by the variables that `action.yml` and the template for GitLab set. */
export interface Wishes {
  /** Plan files and folders; the whole repository where none is named. */
  readonly paths: readonly string[];
  readonly profile: string | undefined;
  readonly failOn: string;
  /** True where only what the change brought is reported. */
  readonly onlyNew: boolean;
  /** True where one comment is to be written on the pull request. */
  readonly comment: boolean;
  /** Where reports for other programs go; undefined where none is wanted. */
  readonly sarif: string | undefined;
  /** The folder of the web pages; undefined where none are wanted. */
  readonly preview: string | undefined;
  /** With what the comment is written. */
  readonly token: string | undefined;
}

/** Reads what is asked. Paths are written a line each, so that there may be spaces in them. */
export function wishesIn(env: Surroundings): Wishes {
  return {
    paths: (env.GOLDTHREAD_PATHS ?? '')
      .split(/\r?\n/)
      .map((path) => path.trim())
      .filter(Boolean),
    profile: said(env.GOLDTHREAD_PROFILE),
    failOn: said(env.GOLDTHREAD_FAIL_ON) ?? 'error',
    onlyNew: isWanted(env, 'GOLDTHREAD_ONLY_NEW', false),
    comment: isWanted(env, 'GOLDTHREAD_COMMENT', true),
    sarif: said(env.GOLDTHREAD_SARIF),
    preview: said(env.GOLDTHREAD_PREVIEW),
    token: said(env.GOLDTHREAD_TOKEN),
  };
}

/** A variable that says something. */
export const said = (value: string | undefined): string | undefined => value?.trim() || undefined;

function isWanted(env: Surroundings, name: string, otherwise: boolean): boolean {
  const value = said(env[name])?.toLowerCase();
  if (value === undefined) return otherwise;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new UsageError(`${name} is ‘true’ or ‘false’.`);
}

/** The name of a commit, of nothing else that git would take for one; undefined for the zeros that stand for none. */
export const commitIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) && !/^0+$/.test(value) ? value : undefined;

/** What stands in a file of JSON below some names; undefined where there is no such file, or nothing there. */
export function jsonAt(content: unknown, ...names: readonly string[]): unknown {
  let at = content;
  for (const name of names) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at;
}

/** A file of JSON; undefined where there is none that can be read. */
export function readJson(path: string | undefined): unknown {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
