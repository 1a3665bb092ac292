import type { Terminal } from '../terminal.ts';
import { ask, type Comments, commentsIn, markOf, putComment } from './comment.ts';
import { told } from './disarmed.ts';
import { commentOf } from './summary.ts';
import { commitIn, jsonAt, type Surroundings, said, wishesIn } from './surroundings.ts';
import { work } from './work.ts';

/** A run on GitLab CI: reports that merge requests show, and one note on the merge request where a token for it is there. */
export async function runOnGitLab(env: Surroundings, terminal: Terminal): Promise<number> {
  const wishes = wishesIn(env);
  const base = commitIn(env.CI_MERGE_REQUEST_DIFF_BASE_SHA) ?? commitIn(env.CI_COMMIT_BEFORE_SHA);
  const reports = [
    ['gitlab', env.GOLDTHREAD_CODE_QUALITY],
    ['junit', env.GOLDTHREAD_JUNIT],
    ['sarif', wishes.sarif],
  ].flatMap(([format, file]) => (said(file) === undefined ? [] : [`${format}=${file}`]));
  const result = await work({ wishes, base, format: 'stylish', reports }, terminal);
  const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: request, CI_JOB_URL: job } = env;
  if (!wishes.comment || !api || !/^\d+$/.test(project ?? '') || !/^\d+$/.test(request ?? '')) return result.code;
  const note =
    wishes.token === undefined
      ? 'No note was written: set GOLDTHREAD_TOKEN to a token that may write notes.'
      : await putComment(
          notesOf(`${api}/projects/${project}/merge_requests/${request}/notes`, wishes.token),
          markOf(wishes.paths),
          commentOf(
            result,
            /^https?:\/\/[\w./:-]+$/.test(job ?? '') ? `[All of it, and the pages to look at](${job})` : '',
          ),
          result.isChanged || result.findings > 0,
        );
  terminal.err(told(note));
  return result.code;
}

function notesOf(address: string, token: string): Comments {
  const headers = { 'private-token': token };
  return {
    page: async (page) =>
      commentsIn(await ask(`${address}?per_page=100&page=${page}`, { method: 'GET', headers }), (one) =>
        // The bot of a project token is called `project_123_bot_…`, that of a group `group_123_bot_…`.
        /^(project|group)_\d+_bot/.test(String(jsonAt(one, 'author', 'username'))),
      ),
    create: async (body) => void (await ask(address, { method: 'POST', headers, body: { body } })),
    update: async (id, body) => void (await ask(`${address}/${id}`, { method: 'PUT', headers, body: { body } })),
  };
}
