// Measures how long documents take: the longest sample in every format, by a command of its own and in a program that is warm, and a
// hundred plans in one run; beside programs that people use for the same kind of work, on the same words, turn by turn in the same run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { TypesetProgram } from '../../../server/src/disk/typesetter.ts';
import { Edition } from '../../../server/src/documents/edition/edition.ts';
import { type Format, formats } from '../../../server/src/documents/formats.ts';
import { sampleEditions } from '../../documents/editions.ts';
import { generateWorkspace } from '../generate.ts';
import { type Command, isThere, type Peer, peers, type Text } from './peers.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, plans: { type: 'string', default: '100' } },
});
const rounds = Number(values.rounds);
const plans = Number(values.plans);

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'server/dist/goldthread.js');

/** The formats that are measured, in the order of the table. Those of the same words in another frame are not. */
const measured = formats.filter(({ name }) => !name.startsWith('report'));

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
const milliseconds = (time: number): string =>
  Number.isFinite(time) ? `${time.toFixed(time < 10 ? 1 : 0)} ms` : `over ${LIMIT / 1000} s`;

/** Nobody waits longer for documents than this, in milliseconds: who is not done then has lost. */
const LIMIT = 60_000;

/** How long commands take, one after the other, in milliseconds; infinity where that is over the limit. */
function timeOf(commands: readonly Command[], folder: string): number {
  const began = performance.now();
  for (const [command, ...args] of commands) {
    const left = LIMIT - (performance.now() - began);
    if (left <= 0) return Number.POSITIVE_INFINITY;
    const { status, signal, error, stderr } = spawnSync(command, args, {
      cwd: folder,
      maxBuffer: 2 ** 28,
      timeout: Math.ceil(left),
    });
    if (signal === 'SIGTERM') return Number.POSITIVE_INFINITY;
    if (error || status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  }
  return performance.now() - began;
}

/** Ours, as its users run it. */
const build = (to: string): Command => [process.execPath, program, 'build', 'plans', '--to', to, '--force'];

/** A folder for each of those who are measured: with plans for us, with the same as Markdown for the others. */
interface Places {
  readonly own: string;
  readonly names: readonly string[];
  readonly others: ReadonlyMap<Peer, string>;
}

const box = mkdtempSync(join(tmpdir(), 'goldthread-bench-'));

function placesFor(name: string, files: Readonly<Record<string, string>>): Places {
  const own = join(box, name, 'goldthread');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, 'plans', path)), { recursive: true });
    writeFileSync(join(own, 'plans', path), text);
  }
  const out = spawnSync(process.execPath, [program, 'build', 'plans', '--to', 'md', '--force'], {
    cwd: own,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  }).stdout;
  const texts = [...out.matchAll(/^build\/(.+)\.md$/gm)].map(
    ([path, name = '']): Text => ({ name, markdown: readFileSync(join(own, path), 'utf8') }),
  );
  const others = new Map<Peer, string>();
  for (const peer of known) {
    const folder = join(box, name, peer.name, 'texts');
    mkdirSync(folder, { recursive: true });
    peer.prepare(folder, texts);
    others.set(peer, folder);
  }
  return { own, names: texts.map(({ name }) => name), others };
}

/**
 * Ours and that of each peer, the middle of the rounds, turn by turn; peers take part in so many of them. Undefined for a peer that does
 * not write all the formats.
 */
function compared(to: readonly string[], places: Places, roundsOfPeers: number): (number | undefined)[] {
  const runs = [
    { commands: [build(to.join(','))], folder: places.own },
    ...known.map((peer) => ({
      commands: to.every((format) => peer.commands[format])
        ? to.flatMap((format) => peer.commands[format]?.(places.names) ?? [])
        : [],
      folder: places.others.get(peer) ?? '',
    })),
  ];
  const taken = runs.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, { commands, folder }] of runs.entries())
      if (commands.length > 0 && (index === 0 || round < roundsOfPeers)) taken[index]?.push(timeOf(commands, folder));
  return taken.map((found) => (found.length === 0 ? undefined : median(found)));
}

/** In a program that has made it before, of a plan that is read: each time a new edition. */
async function warm(format: Format, edition: Edition, typesetter: TypesetProgram): Promise<number> {
  const times: number[] = [];
  for (let round = -5; round < Math.max(11, rounds); round++) {
    const fresh = new Edition({ ...edition.source, typeset: typesetter.typeset });
    const began = performance.now();
    await format.write(fresh);
    if (round >= 0) times.push(performance.now() - began);
  }
  return median(times);
}

const known = peers.filter(({ name, program, packages }) => {
  if (isThere(program)) return true;
  console.error(
    `There is no ${name} here to compare with. On Debian: apt-get install --no-install-recommends ${packages}`,
  );
  return false;
});

const sizeOf = ({ source }: Edition): number =>
  source.plan.files.reduce((size, file) => size + file.tree.text.length, 0);
const longest = sampleEditions.map(([, edition]) => edition).reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));

try {
  const files = Object.fromEntries(longest.source.plan.files.map(({ path, tree }) => [path, tree.text]));
  const one = placesFor('longest', files);
  const typesetter = new TypesetProgram();
  const rows: string[][] = [['', 'warm', 'command', ...known.map(({ name }) => name)]];
  const row = (name: string, inside: string, [own, ...others]: readonly (number | undefined)[]): void => {
    const cells = others.map((time) =>
      time === undefined || own === undefined
        ? '–'
        : `${milliseconds(time)} ×${(Math.min(time, LIMIT) / own).toPrecision(2)}`,
    );
    rows.push([name, inside, own === undefined ? '–' : milliseconds(own), ...cells]);
    console.error(`${rows.at(-1)?.join('  ')} (load average ${loadavg()[0]?.toFixed(1)})`);
  };
  for (const format of measured)
    row(format.name, milliseconds(await warm(format, longest, typesetter)), compared([format.name], one, rounds));
  typesetter.close();
  const many = placesFor('many', generateWorkspace(plans, 300));
  row(`${plans} plans, html and json`, '', compared(['html', 'json'], many, 1));

  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const size = (sizeOf(longest) / 1000).toFixed(0);
  console.log(`
The longest sample, ${longest.source.name}: ${size} kB in ${longest.source.plan.files.length} files; medians of ${rounds} rounds. “warm” is in a program
that runs already, all else are commands from start to end. × is how much longer than our command. The others read our own Markdown
of the plan, annexes included. Goals: html 50 ms warm, docx 1,000 ms, pdf 2,000 ms and 500 ms warm; 100 plans 5,000 ms.
`);
  for (const cells of rows)
    console.log(
      cells
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
} finally {
  rmSync(box, { recursive: true, force: true });
}
