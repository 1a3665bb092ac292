import { createHash } from 'node:crypto';
import { jsonAt } from './surroundings.ts';

/** A comment that is there. */
export interface KnownComment {
  readonly id: number;
  readonly body: string;
  /** True where those who write comments may be those who wrote this one: it is not written over otherwise. */
  readonly isOwn: boolean;
}

/** The comments of one pull request. */
export interface Comments {
  /** One page of them, from 1; empty behind the last. */
  page(number: number): Promise<readonly KnownComment[]>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
}

/** An answer of a service that is not what was asked for. */
export class ServiceFault extends Error {
  /** The status of HTTP; 0 where there was no answer. */
  readonly status: number;

  constructor(status: number) {
    super(status === 0 ? 'there was no answer' : `it answered ${status}`);
    this.status = status;
  }
}

/** So many pages are looked through for the comment. */
const MOST_PAGES = 30;

/** What the comment of a run is found again by: nobody sees it. Runs for other plans have comments of their own. */
export const markOf = (paths: readonly string[]): string =>
  `<!-- goldthread ${createHash('sha256').update(paths.join('\n')).digest('hex').slice(0, 12)} -->`;

/**
 * Writes the one comment of a run, over the one that is there; where there is none, only if there is something to say. What became of
 * it: a sentence.
 */
export async function putComment(comments: Comments, mark: string, text: string, hasNews: boolean): Promise<string> {
  try {
    const known = await find(comments, mark);
    const body = `${mark}\n${text}`;
    if (known?.body === body) return 'The comment is as it was.';
    if (known) {
      await comments.update(known.id, body);
      return 'The comment was brought up to date.';
    }
    if (!hasNews) return 'There is nothing to say in a comment.';
    await comments.create(body);
    return 'A comment was written.';
  } catch (error) {
    if (!(error instanceof ServiceFault)) throw error;
    const isForbidden = [401, 403, 404].includes(error.status);
    return isForbidden
      ? 'No comment was written: this run has no right to, as is so for a pull request from a fork. What it would say is in the summary.'
      : `No comment was written: ${error.message}.`;
  }
}

async function find(comments: Comments, mark: string): Promise<KnownComment | undefined> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const some = await comments.page(page);
    const own = some.find(({ body, isOwn }) => isOwn && body.startsWith(mark));
    if (own || some.length === 0) return own;
  }
  return undefined;
}

/** How a service is asked. */
export interface Asking {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** So long may an answer take, in milliseconds. */
const LONGEST = 20_000;

/** Asks a service and reads its answer, which is JSON. Where it sends elsewhere, nobody follows: the token is for it alone. */
export async function ask(address: string, { method, headers, body }: Asking): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST),
      headers: { 'content-type': 'application/json', 'user-agent': 'goldthread', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ServiceFault(0);
  }
  if (!response.ok) throw new ServiceFault(response.status);
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** The comments in an answer. */
export function commentsIn(answer: unknown, isOwn: (one: unknown) => boolean): KnownComment[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((one: unknown): KnownComment[] => {
    const [id, body] = [jsonAt(one, 'id'), jsonAt(one, 'body')];
    return typeof id === 'number' && typeof body === 'string' ? [{ id, body, isOwn: isOwn(one) }] : [];
  });
}
