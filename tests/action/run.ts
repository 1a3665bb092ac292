import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderWith, source } from '../cli/goldthread.ts';
import { readYaml, type Yaml } from './yaml.ts';

const root = join(import.meta.dirname, '../..');

type Mapping = { readonly [key: string]: Yaml };

/** Something in a file of YAML that has names in it. */
export const inside = (yaml: Yaml | undefined, ...names: readonly string[]): Yaml | undefined =>
  names.reduce<Yaml | undefined>((at, name) => (at as Mapping | undefined)?.[name], yaml);

/** The action as it stands in the repository. */
export const action = readYaml(readFileSync(join(root, 'action.yml'), 'utf8')) as Mapping;

/** Its steps. */
export const steps = inside(action, 'runs', 'steps') as readonly Mapping[];

/** What a run left. */
export interface Left {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** How the action is used. */
export interface Use {
  readonly cwd: string;
  readonly event: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the steps of the action that are not about its installation, as a runner does: expressions are put in, then the script runs. */
export async function runAction({ cwd, event, inputs = {}, env = {} }: Use): Promise<Left> {
  const home = folderWith({ 'event.json': JSON.stringify(event), summary: '', outputs: '' });
  // The program as it would have been built.
  mkdirSync(join(home, 'action/server/dist'), { recursive: true });
  writeFileSync(
    join(home, 'action/server/dist/goldthread.js'),
    `await import(${JSON.stringify(pathToFileURL(source).href)});`,
  );
  writeFileSync(join(home, 'action/package.json'), '{"type":"module"}');
  const step = steps.find(({ id }) => id === 'run');
  const given = Object.entries((inside(action, 'inputs') ?? {}) as Mapping).map(([name, input]) => [
    name,
    inputs[name] ?? String(inside(input, 'default') ?? ''),
  ]);
  const values: Readonly<Record<string, string>> = Object.fromEntries(given);
  const put = (text: string): string =>
    text
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => values[name] ?? '')
      .replace(/\$\{\{ github\.token \}\}/, '');
  const variables = Object.entries((step?.env ?? {}) as Mapping).map(([name, value]) => [name, put(String(value))]);
  const files = {
    GITHUB_ACTION_PATH: join(home, 'action'),
    GITHUB_EVENT_PATH: join(home, 'event.json'),
    GITHUB_STEP_SUMMARY: join(home, 'summary'),
    GITHUB_OUTPUT: join(home, 'outputs'),
    GITHUB_REPOSITORY: 'ashmere/plans',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_RUN_ID: '42',
  };
  const done = await run('bash', ['-eo', 'pipefail', '-c', String(step?.run)], {
    cwd,
    env: { ...Object.fromEntries(variables), ...files, ...env },
  });
  return {
    ...done,
    summary: readFileSync(join(home, 'summary'), 'utf8'),
    outputs: outputsIn(readFileSync(join(home, 'outputs'), 'utf8')),
  };
}

const node = join(root, 'node_modules/node/bin');

/** Runs a program while others of this process go on. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Pick<Left, 'out' | 'err' | 'code'>> {
  const { PATH = '', ...rest } = process.env;
  const path = existsSync(node) ? `${node}:${PATH}` : PATH;
  const child = spawn(command, args, { cwd, env: { ...rest, PATH: path, NO_COLOR: '1', ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  return new Promise((done) => child.on('close', (code) => done({ out, err, code })));
}

function outputsIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)) found[name] = value;
  return found;
}
