import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from '@goldthread/grammar';
import { Engine } from '../../server/src/engine.ts';
import { memoryHost } from '../../server/src/workspace/host.ts';
import { randomFrom } from '../helpers/random.ts';
import { generatePlan, generateWorkspace } from './generate.ts';
import { scanLines } from './scanner.ts';

const linesInAFile = 300;

/** The value below which a share of the values lie. */
const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;

function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The parser against the bare scanner, turn by turn on the same text. */
function benchParse(lines: number): void {
  const text = Buffer.from(generatePlan('bench', lines)).toString();
  const rounds = lines >= 100_000 ? 15 : 80;
  const ratios: number[] = [];
  const parsed: number[] = [];
  const scanned: number[] = [];
  for (let round = -rounds; round < rounds; round++) {
    const scan = milliseconds(() => scanLines(text));
    const read = milliseconds(() => parse(text));
    if (round < 0) continue;
    ratios.push(read / scan);
    parsed.push(read);
    scanned.push(scan);
  }
  const [scan, read, ratio] = [scanned, parsed, ratios].map((values) => quantile(values, 0.5).toFixed(2));
  console.log(`parse ${lines} lines: ${read} ms, bare scanner ${scan} ms, ratio ${ratio} (goal: at most 4)`);
}

const bundle = join(import.meta.dirname, '../../server/dist/goldthread.js');

/** A folder with a workspace of so many files in it, for as long as something is done with it. */
function inWorkspace(files: number, use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'));
  try {
    for (const [path, text] of Object.entries(generateWorkspace(files, linesInAFile))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long `goldthread check` takes as its users run it, a process of its own over files on a disk: the best of three, and the most memory. */
function timed(folder: string, args: readonly string[]): string {
  const measure = join(import.meta.dirname, 'peak-memory.mjs');
  const times: number[] = [];
  let memory = '';
  for (let round = 0; round < 3; round++)
    times.push(
      milliseconds(() => {
        const run = spawnSync(process.execPath, ['--import', measure, bundle, 'check', '--format', 'json', ...args], {
          cwd: folder,
          maxBuffer: 2 ** 30,
        });
        memory = /peak (\d+) MB/.exec(String(run.stderr))?.[1] ?? `?\n${run.stderr}`;
      }),
    );
  const seconds = (Math.min(...times) / 1000).toFixed(2);
  return `best of three ${seconds} s, peak ${memory} MB, load average ${loadavg()[0]?.toFixed(1)}`;
}

/** A check of everything. */
function benchCheck(files: number): void {
  inWorkspace(files, (folder) => {
    console.log(
      `check ${files} files of ${linesInAFile} lines: ${timed(folder, [])} (goal for 5,000: at most 3 s, under 600 MB)`,
    );
  });
}

/** A check of what is new since the last commit, with three files changed. */
function benchSince(files: number): void {
  inWorkspace(files, (folder) => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', ...args], { cwd: folder });
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Start');
    for (const index of [5, Math.floor(files / 2), files - 1]) {
      const path = join(folder, `plans/plan-${index}.plan`);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('lead: director', 'lead: directr'));
    }
    const took = timed(folder, ['--since', 'HEAD']);
    console.log(`check --since in ${files} files, 3 of them changed: ${took} (goal for 5,000: under 1.5 s)`);
  });
}

/** Keystrokes at random places of a long plan: a letter typed and taken back, each with all checks brought up to date. */
function benchEdit(otherFiles: number): void {
  const lines = 10_000;
  const engine = new Engine(memoryHost({}));
  for (const [path, text] of Object.entries(generateWorkspace(otherFiles, linesInAFile))) engine.set(path, text);
  const path = 'plans/long.plan';
  engine.set(path, generatePlan('long', lines, otherFiles > 0 ? 'plan-0' : undefined));
  engine.diagnostics(path);
  const random = randomFrom(7);
  const times: number[] = [];
  for (let round = -200; round < 1000; round++) {
    const length = engine.workspace.files.get(path)?.tree.text.length ?? 0;
    const at = Math.floor(random() * length);
    const took = milliseconds(() => {
      engine.change(path, { start: at, end: at, text: 'x' });
      engine.update();
    });
    engine.change(path, { start: at, end: at + 1, text: '' });
    engine.update();
    if (round >= 0) times.push(took);
  }
  const [half, most] = [0.5, 0.95].map((share) => quantile(times, share).toFixed(3));
  console.log(
    `edit in ${lines} lines, workspace of ${otherFiles + 1} files: p50 ${half} ms, p95 ${most} ms (goal: p95 under 1)`,
  );
}

for (const lines of [1_000, 10_000, 100_000]) benchParse(lines);
for (const files of [1_000, 5_000]) benchCheck(files);
for (const files of [1_000, 5_000]) benchSince(files);
for (const files of [0, 4_999]) benchEdit(files);
