import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A comment as the service keeps it. */
export interface Kept {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
  readonly author: { readonly username: string };
}

/** A code host of a test, as far as comments go, on this machine alone. */
export interface Service {
  readonly address: string;
  readonly comments: Kept[];
  /** What was asked of it: `POST /repos/…`. */
  readonly asked: string[];
}

/** Starts a service that ends with the test; one that refuses answers every change so. */
export async function startService(refuses?: 401 | 403 | 404 | 500): Promise<Service> {
  const comments: Kept[] = [];
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    asked.push(`${method} ${url}`);
    const answer = (status: number, content: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(content));
    };
    if (method === 'GET') return answer(200, /[?&]page=1\b/.test(url) ? comments : []);
    if (refuses) return answer(refuses, { message: 'Resource not accessible by integration' });
    const { body } = JSON.parse(await textOf(request)) as { body: string };
    const known = comments.find(({ id }) => url.endsWith(`/${id}`));
    if (known) known.body = body;
    else
      comments.push({
        id: 100 + comments.length,
        body,
        user: { type: 'Bot' },
        author: { username: 'project_1_bot_x' },
      });
    return answer(method === 'POST' ? 201 : 200, known ?? comments.at(-1));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, asked };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}
