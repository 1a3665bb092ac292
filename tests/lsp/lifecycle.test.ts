import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { openedProcess } from './open.ts';
import { programs } from './transport.ts';

const names = Object.keys(programs) as (keyof typeof programs)[];

/** What a server that says goodbye, or does not, ends with. */
const ended = async (process: { exitCode: number | null } | undefined): Promise<number | null> => {
  if (process && 'once' in process && process.exitCode === null) await once(process as never, 'exit');
  return process?.exitCode ?? null;
};

describe.each(names)('the %s', (program) => {
  test('serves over standard input and output, and ends when it is asked to', async () => {
    const { client, folder } = await openedProcess('plan a: A\n', { program });
    expect(client.result?.serverInfo?.name).toBe('Goldthread');
    expect(client.result?.capabilities.positionEncoding).toBe('utf-16');
    expect(await client.rules(`${folder}/main.plan`)).toContain('plan/no-period');
    expect(await client.stop()).toBe(0);
  });

  test('ends with 1 when nobody said goodbye before', async () => {
    const { client } = await openedProcess('plan a: A\n', { program });
    client.notify('exit');
    expect(await ended(client.process)).toBe(1);
  });

  test('ends with its input', async () => {
    const { client } = await openedProcess('plan a: A\n', { program });
    client.process?.stdin?.end();
    expect(await ended(client.process)).toBe(1);
  });
});

test('the server ends when the editor is gone that started it', async () => {
  const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const { client } = await openedProcess('plan a: A\n', { initialize: { processId: editor.pid ?? 0 } });
  editor.kill('SIGKILL');
  expect(await ended(client.process)).toBe(1);
});

test('whoever says hello twice is refused, and served on', async () => {
  const { client, folder } = await openedProcess('plan a: A\n');
  const again = client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  await expect(again).rejects.toMatchObject({ code: -32600 });
  expect(await client.rules(`${folder}/main.plan`)).toContain('plan/no-period');
});

test('nothing but the protocol is written to standard output', async () => {
  const { client, folder } = await openedProcess('plan a: A\n');
  let rest = '';
  client.process?.stdout?.on('data', (chunk) => {
    rest += String(chunk);
  });
  await client.rules(`${folder}/main.plan`);
  await client.stop();
  const lengths = [...rest.matchAll(/Content-Length: (\d+)\r\n\r\n/g)];
  const headers = lengths.reduce((sum, [header]) => sum + header.length, 0);
  const bodies = lengths.reduce((sum, [, length]) => sum + Number(length), 0);
  expect(Buffer.byteLength(rest)).toBe(headers + bodies);
});
