// Measures the language server and servers that people use for the same kind of work, over standard input and output, in one run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coldStart, type Indexing, indexing, makeFolder, removeFolder, type Typing, typing } from './measure.ts';
import { goldthread, peers, type Server } from './servers.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    lines: { type: 'string', default: '1000,10000,100000' },
    files: { type: 'string', default: '1000,5000' },
  },
});
const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number);
const [sizes, workspaces] = [numbers(values.lines), numbers(values.files)];

/** Lines of the file in which is typed in a workspace. */
const LONG = 10_000;
const ROUNDS = 9;

/** Installs the peers from their lock file and makes the Langium server, unless that is done. */
function install(): void {
  const here = import.meta.dirname;
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const mark = join(here, 'node_modules/.installed');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], here);
    writeFileSync(mark, lock);
  }
  const peersFolder = join(here, 'peers');
  if (!existsSync(join(peersFolder, 'generated')))
    run(
      process.execPath,
      ['../node_modules/langium-cli/bin/langium.js', 'generate', '-f', 'langium-config.json'],
      peersFolder,
    );
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

/** What a row of the table says of one server. */
type Cell = { readonly value: number; readonly says: string } | undefined;

const rows: { readonly name: string; readonly cells: Cell[] }[] = [];

/** Measures one thing of every server. One that does not answer gets no figure. */
async function row(name: string, measure: (server: Server) => Promise<NonNullable<Cell>>): Promise<void> {
  const cells: Cell[] = [];
  for (const server of servers) {
    try {
      cells.push(await measure(server));
    } catch (error) {
      console.error(`${server.name}, ${name}: ${error instanceof Error ? error.message : error}`);
      cells.push(undefined);
    }
    const said = cells.at(-1)?.says ?? '–';
    console.error(`${name}: ${server.name} ${said} (load average ${loadavg()[0]?.toFixed(1)})`);
  }
  rows.push({ name, cells });
}

const milliseconds = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const typed = ({ p50, p95, cpu }: Typing) => ({
  value: p95,
  says: `${milliseconds(p50)} / ${milliseconds(p95)} (${milliseconds(cpu)})`,
});
const indexed = ({ milliseconds: time, memory }: Indexing) => ({
  value: time,
  says: `${(time / 1000).toFixed(2)} s, ${memory.toFixed(0)} MB`,
});

install();
const servers = [goldthread, ...peers].filter(({ name }) => name.toLowerCase().includes(values.only.toLowerCase()));

for (const lines of sizes)
  await row(`keystroke, ${lines} lines`, async (server) => {
    const folder = makeFolder(server, 0);
    try {
      return typed(await typing(server, folder, lines, 0));
    } finally {
      removeFolder(folder);
    }
  });
for (const files of workspaces) {
  const folders = new Map(servers.map((server) => [server, makeFolder(server, files)]));
  const folder = (server: Server): string => folders.get(server) as string;
  await row(`${files} files read`, async (server) => indexed(await indexing(server, folder(server))));
  await row(`keystroke, ${LONG} lines of ${files} files`, async (server) =>
    typed(await typing(server, folder(server), LONG, files)),
  );
  for (const made of folders.values()) removeFolder(made);
}
await row('start to first diagnostics', async (server) => {
  const { milliseconds: time, bare } = await coldStart(server, ROUNDS);
  return { value: time, says: `${time.toFixed(0)} ms (node -e 0: ${bare.toFixed(0)})` };
});

const table = [
  ['', ...servers.map(({ name }) => name)],
  ...rows.map(({ name, cells }) => [
    name,
    ...cells.map((cell, index) => {
      const own = cells[0];
      if (!cell) return '–';
      return index === 0 || !own || servers[0] !== goldthread
        ? cell.says
        : `${cell.says} ×${(cell.value / own.value).toPrecision(2)}`;
    }),
  ]),
];
const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
console.log(
  'Keystroke to diagnostics: p50 / p95 in ms (processor time of the server); × is how much longer than Goldthread.',
);
for (const line of table)
  console.log(
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
