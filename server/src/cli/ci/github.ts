import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Terminal } from '../terminal.ts';
import { ask, type Comments, commentsIn, markOf, putComment } from './comment.ts';
import { told } from './disarmed.ts';
import { commentOf, summaryOf } from './summary.ts';
import { commitIn, jsonAt, readJson, type Surroundings, said, type Wishes, wishesIn } from './surroundings.ts';
import { type Result, work } from './work.ts';

/**
 * A run on GitHub Actions: annotations on the standard output, a summary of the job, outputs for other steps, and one comment on the
 * pull request where the run has the right to.
 */
export async function runOnGitHub(env: Surroundings, terminal: Terminal): Promise<number> {
  const wishes = wishesIn(env);
  const event = readJson(env.GITHUB_EVENT_PATH);
  const result = await work(
    {
      wishes,
      base: baseOf(event),
      format: 'github',
      reports: wishes.sarif === undefined ? [] : [`sarif=${wishes.sarif}`],
    },
    terminal,
  );
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, summaryOf(result));
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, outputs(result, wishes));
  const note = await comment(result, wishes, event, env);
  if (note !== undefined) terminal.err(told(note));
  return result.code;
}

/** The commit that the change began at: of a pull request, a push, or a place in a merge queue. */
const baseOf = (event: unknown): string | undefined =>
  commitIn(jsonAt(event, 'pull_request', 'base', 'sha')) ??
  commitIn(jsonAt(event, 'merge_group', 'base_sha')) ??
  commitIn(jsonAt(event, 'before'));

/** The outputs of the step. Each stands between lines that nobody can know before, so that none of them is taken for another. */
function outputs({ findings, isChanged, preview }: Result, { sarif }: Wishes): string {
  const values = { findings, changed: isChanged, sarif: sarif ?? '', preview: preview ?? '' };
  return Object.entries(values)
    .map(([name, value]) => {
      const end = randomUUID();
      return `${name}<<${end}\n${value}\n${end}\n`;
    })
    .join('');
}

async function comment(
  result: Result,
  { comment: isWanted, token, paths }: Wishes,
  event: unknown,
  env: Surroundings,
): Promise<string | undefined> {
  const number = jsonAt(event, 'pull_request', 'number');
  if (!isWanted || typeof number !== 'number') return undefined;
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = env;
  if (token === undefined || !api || !repository || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    return 'No comment was written: the run has no token for it.';
  const more = runAddress(env);
  return putComment(
    commentsOf(`${api}/repos/${repository}/issues`, number, token),
    markOf(paths),
    commentOf(result, more === undefined ? '' : `[All of it, and the pages to look at](${more})`),
    result.isChanged || result.findings > 0,
  );
}

/** The address of the run, where it is one. */
function runAddress({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }: Surroundings) {
  const address = `${server}/${repository}/actions/runs/${run}`;
  return said(server) && said(run) && /^https?:\/\/[\w./:-]+$/.test(address) ? address : undefined;
}

function commentsOf(address: string, number: number, token: string): Comments {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  };
  return {
    page: async (page) =>
      commentsIn(
        await ask(`${address}/${number}/comments?per_page=100&page=${page}`, { method: 'GET', headers }),
        (one) => jsonAt(one, 'user', 'type') === 'Bot',
      ),
    create: async (body) =>
      void (await ask(`${address}/${number}/comments`, { method: 'POST', headers, body: { body } })),
    update: async (id, body) =>
      void (await ask(`${address}/comments/${id}`, { method: 'PATCH', headers, body: { body } })),
  };
}
