import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uriOf } from '../../../server/src/lsp/paths.ts';
import type { PreviewParams, PreviewUpdate } from '../../../server/src/lsp/protocol.ts';
import { Client } from '../../lsp/client.ts';
import { serverProcess } from '../../lsp/transport.ts';
import { keystrokes, quantile } from './typing.ts';

/** What the language server takes from a keystroke to the answer that says what has changed on the page. */
export interface ServerTimes {
  /** In milliseconds, as its client sees them. */
  readonly p50: number;
  readonly p95: number;
  /** Processor time of the server for one keystroke; on Linux only. */
  readonly processor: number;
  /** The whole page, and what one keystroke sends at the median and at most, in bytes. */
  readonly page: number;
  readonly sent: number;
  readonly most: number;
  /** The whole page the first time, in milliseconds. */
  readonly first: number;
}

/** Keystrokes that warm the server up, and those that are counted. */
const PAIRS = 400;

export async function serverTimes(text: string, view: string): Promise<ServerTimes> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'goldthread-bench-')));
  const path = join(folder, 'long.plan');
  writeFileSync(path, text);
  const client = await new Client(serverProcess('server'), { folders: [folder] }).start();
  try {
    const uri = uriOf(path);
    client.open(path, text);
    const params: Omit<PreviewParams, 'has'> = {
      uri,
      panel: 'bench',
      view,
      chosen: {},
      pictures: [],
      remotePictures: false,
    };
    const ask = (has: number) => client.request<PreviewUpdate>('goldthread/preview', { ...params, has });
    await client.request('goldthread/planFiles', { uri });
    const began = performance.now();
    let update = await ask(0);
    const first = performance.now() - began;
    const page = bytes(update);
    let version = 1;
    const times: number[] = [];
    const sizes: number[] = [];
    let processor = 0;
    for (const [number, { line, from, to, text: typed }] of keystrokes(text, 2 * PAIRS).entries()) {
      if (number === 2 * PAIRS) processor = processorTime(client);
      const before = performance.now();
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: { line, character: from }, end: to }, text: typed }],
      });
      update = await ask(update.version);
      if (number < 2 * PAIRS) continue;
      times.push(performance.now() - before);
      sizes.push(bytes(update));
    }
    return {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      processor: (processorTime(client) - processor) / times.length,
      page,
      sent: quantile(sizes, 0.5),
      most: Math.max(...sizes),
      first,
    };
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

const bytes = (update: PreviewUpdate): number => Buffer.byteLength(JSON.stringify(update));

/** The processor time that the server has taken, in milliseconds; in steps of ten. */
function processorTime({ process: child }: Client): number {
  if (process.platform !== 'linux') return Number.NaN;
  const fields = readFileSync(`/proc/${child?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
