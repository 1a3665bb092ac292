import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Handler } from '../../server/src/lsp/handler.ts';
import { handlers as allHandlers } from '../../server/src/lsp/handlers/index.ts';
import { MARK } from '../helpers/editor.ts';
import { Client, type ClientOptions } from './client.ts';
import { type MemoryFiles, memorySurroundings } from './surroundings.ts';
import { type programs, serverHere, serverProcess } from './transport.ts';

/** The folder in which the files of tests stand that are in memory. */
export const FOLDER = '/plans';

/** One text, which is `main.plan`, or several by path. */
export type Plans = string | Readonly<Record<string, string>>;

export interface OpenOptions extends ClientOptions {
  /** The files that are opened; without it those with a mark, or all where none has one. */
  readonly open?: readonly string[];
}

/** A client with plans in memory and a server in this process, until the test ends. */
export interface Opened {
  readonly client: Client;
  /** The files as a disk would have them, by path; a test may change them. */
  readonly files: MemoryFiles;
}

/**
 * Plans in `/plans`, some of them open in an editor: one text, which is `main.plan`, or several by path in that folder. `‸` marks
 * places in files that are opened. `await opened('plan a: A‸')` gives the client and the files.
 */
export const opened = (plans: Plans, options: OpenOptions = {}): Promise<Opened> =>
  openedWith(allHandlers, plans, options);

/** The same with a server that has these features only. */
export async function openedWith(
  handlers: readonly Handler[],
  plans: Plans,
  options: OpenOptions = {},
): Promise<Opened> {
  const texts = inFolder(FOLDER, plans);
  const files: MemoryFiles = new Map(Object.entries(texts).map(([path, text]) => [path, text.replaceAll(MARK, '')]));
  const transport = serverHere(memorySurroundings(files), handlers);
  const client = await start(new Client(transport, { folders: [FOLDER], ...options }));
  openIn(
    client,
    texts,
    options.open?.map((path) => `${FOLDER}/${path}`),
  );
  return { client, files };
}

export interface ProcessOptions extends OpenOptions {
  readonly program?: keyof typeof programs;
  /** Flags for Node. */
  readonly flags?: readonly string[];
}

/** The same with a server that is a process of its own and files on a disk. `folder` is where they stand. */
export async function openedProcess(
  plans: Plans,
  { program = 'server', flags, ...options }: ProcessOptions = {},
): Promise<{ client: Client; folder: string }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'goldthread-lsp-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const texts = inFolder(folder, plans);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replaceAll(MARK, ''));
  }
  const client = await start(new Client(serverProcess(program, flags), { folders: [folder], ...options }));
  openIn(
    client,
    texts,
    options.open?.map((path) => `${folder}/${path}`),
  );
  return { client, folder };
}

async function start(client: Client): Promise<Client> {
  onTestFinished(() => client.end());
  return client.start();
}

const inFolder = (folder: string, plans: Plans): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typeof plans === 'string' ? { 'main.plan': plans } : plans).map(([path, text]) => [
      `${folder}/${path}`,
      text,
    ]),
  );

function openIn(client: Client, texts: Readonly<Record<string, string>>, wanted: readonly string[] | undefined): void {
  const plans = Object.keys(texts).filter((path) => path.endsWith('.plan'));
  const marked = plans.filter((path) => texts[path]?.includes(MARK));
  for (const path of wanted ?? (marked.length > 0 ? marked : plans)) client.open(path, texts[path] ?? '');
}
