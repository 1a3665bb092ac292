import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { randomFrom } from '../../helpers/random.ts';
import type { Server } from './servers.ts';
import { now, Session } from './session.ts';

/** The value below which a share of the values lie. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export interface Typing {
  readonly p50: number;
  readonly p95: number;
  /** Processor time of the server for one keystroke. */
  readonly cpu: number;
}

export interface Indexing {
  readonly milliseconds: number;
  /** In megabytes. */
  readonly memory: number;
}

/** Lines in each file of a workspace. */
const LINES = 300;
/** So many keystrokes are measured, or as many as there is time for. */
const KEYSTROKES = 800;
const TIME = 20_000;
const FEWEST = 6;

/** A folder for one server, with a workspace of so many files in it. */
export function makeFolder(server: Server, files: number): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'goldthread-bench-')));
  server.prepare?.(folder);
  for (let index = 0; index < files; index++) {
    const before = index % 10 === 0 ? undefined : `plan-${index - 1}`;
    const path = join(folder, `plans/plan-${index}${server.ending}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, server.content(`plan-${index}`, LINES, before));
  }
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Types at random places of an open file, a letter and a step back, and waits for the diagnostics each time. */
async function type(session: Session, server: Server, path: string, text: string): Promise<Typing> {
  const lines = text.split('\n');
  const places = lines.flatMap((line, number) => (server.typed.test(line) ? [number] : []));
  const random = randomFrom(7);
  async function typeFor(most: number, time: number): Promise<number[]> {
    const times: number[] = [];
    for (const until = now() + time; times.length < most && (now() < until || times.length < FEWEST); ) {
      const line = places[Math.floor(random() * places.length)] ?? 0;
      const end = (lines[line] ?? '').search(/"?$/);
      times.push(await session.change(path, line, end, end, 'x'));
      times.push(await session.change(path, line, end, end + 1, ''));
    }
    return times;
  }
  await typeFor(KEYSTROKES / 2, TIME / 4);
  const before = session.processorTime();
  const times = await typeFor(KEYSTROKES, TIME);
  const cpu = (session.processorTime() - before) / times.length;
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), cpu };
}

/** Keystrokes in a file of so many lines, which names a file of the workspace where there is one. */
export async function typing(server: Server, folder: string, lines: number, files: number): Promise<Typing> {
  const path = join(folder, `plans/long${server.ending}`);
  const text = server.content('long', lines, files > 0 ? 'plan-0' : undefined);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const session = new Session(server, folder);
  try {
    const indexed = server.indexed?.(session);
    await session.start();
    await session.open(path, text);
    await indexed;
    return await type(session, server, path, text);
  } finally {
    await session.end();
    rmSync(path);
  }
}

/** From the start of a server to the moment at which it knows all files and has told what is wrong in one that names another. */
export async function indexing(server: Server, folder: string): Promise<Indexing> {
  const text = server.content('plan-1', LINES, 'plan-0');
  const path = join(folder, `plans/plan-1${server.ending}`);
  const session = new Session(server, folder);
  try {
    const logged = server.name.startsWith('Cucumber') ? server.indexed?.(session) : undefined;
    await session.start();
    await session.open(path, text);
    await (logged ?? server.indexed?.(session));
    const milliseconds = now() - session.began;
    await setTimeout(1_000);
    return { milliseconds, memory: session.memory() };
  } finally {
    await session.end();
  }
}

/** From the start of a server to the first diagnostics of a short file, and the time that Node takes to do nothing; turn by turn. */
export async function coldStart(server: Server, rounds: number): Promise<{ milliseconds: number; bare: number }> {
  const folder = makeFolder(server, 0);
  const path = join(folder, `short${server.ending}`);
  const text = server.content('short', 100);
  writeFileSync(path, text);
  const [times, bare]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round++) {
      const began = now();
      spawnSync(process.execPath, ['-e', '0']);
      bare.push(now() - began);
      const session = new Session(server, folder);
      await session.start();
      await session.open(path, text);
      times.push(now() - session.began);
      await session.end();
    }
  } finally {
    removeFolder(folder);
  }
  return { milliseconds: quantile(times, 0.5), bare: quantile(bare, 0.5) };
}
