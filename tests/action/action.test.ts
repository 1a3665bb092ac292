import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { TestRepository } from '../cli/repository.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { action, inside, run, runAction, steps } from './run.ts';
import { startService } from './service.ts';

const root = join(import.meta.dirname, '../..');
const plan = Object.values(filesOfSample('first-plan'))[0] as string;
const isWindows = process.platform === 'win32';

/** The plan with a target moved, a link broken and an action dropped. */
const changed = plan
  .replace('target: 7,000', 'target: 8,000')
  .replace('  outcomes: green-space\n', '')
  .replace('  action: Plant a small park in each ward that has none\n    lead: head-of-parks\n    due: 2029-03\n', '');

/** A repository with a base and a head, and what GitHub says of them. */
function pullRequest(after = changed, before = plan) {
  const repository = new TestRepository({ 'plans/our.plan': before });
  const base = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.commit({ 'plans/our.plan': after });
  return { repository, base, cwd: repository.folder, event: { pull_request: { number: 7, base: { sha: base } } } };
}

describe.skipIf(isWindows)('on GitHub', { timeout: 60_000 }, () => {
  test('a pull request gets a summary, annotations, a file for code scanning and pages', async () => {
    const { cwd, event } = pullRequest();
    const { out, summary, outputs, code } = await runAction({ cwd, event });
    expect(out).toMatch(
      /^::(error|warning) file=plans\/our\.plan,line=\d+,.*title=thread\/priority-without-outcome::/m,
    );
    expect(summary).toContain('Target moved from 7,000 to 8,000');
    expect(summary).toContain('no longer works towards outcome *Everyone has a park within a short walk*');
    expect(summary).toContain('was dropped');
    expect(summary).toContain('## What the checks find');
    expect(outputs).toMatchObject({ changed: 'true', sarif: 'goldthread.sarif', preview: 'goldthread-preview' });
    const sarif = JSON.parse(readFileSync(join(cwd, 'goldthread.sarif'), 'utf8'));
    expect(sarif.version).toBe('2.1.0');
    expect(Number(outputs.findings)).toBeGreaterThan(0);
    expect(sarif.runs[0].results.filter((one: { level: string }) => one.level !== 'none')).toHaveLength(
      Number(outputs.findings),
    );
    expect(code).toBe(out.includes('::error') ? 1 : 0);
    const pages = join(cwd, 'goldthread-preview');
    expect(readFileSync(join(pages, 'changes.html'), 'utf8')).toContain('<ins');
    expect(existsSync(join(pages, 'our.html')) || existsSync(join(pages, 'first-plan.html'))).toBe(true);
  });

  test('one comment is written, then brought up to date, then left alone', async () => {
    const { repository, cwd, event } = pullRequest();
    const service = await startService();
    const use = { cwd, event, inputs: { token: 'secret-token' }, env: { GITHUB_API_URL: service.address } };
    await runAction(use);
    expect(service.comments).toHaveLength(1);
    const first = service.comments[0]?.body ?? '';
    expect(first).toContain('Target moved from 7,000 to 8,000');
    expect(first).toContain('https://github.example/ashmere/plans/actions/runs/42');
    repository.commit({ 'plans/our.plan': changed.replace('8,000', '9,000') });
    await runAction(use);
    expect(service.comments).toHaveLength(1);
    expect(service.comments[0]?.body).toContain('Target moved from 7,000 to 9,000');
    const { out, err } = await runAction(use);
    expect(service.asked.map((one) => one.split(' ')[0])).toEqual(['GET', 'POST', 'GET', 'PATCH', 'GET']);
    expect(out + err).not.toContain('secret-token');
  });

  test('what somebody else wrote with the same mark is not written over', async () => {
    const { cwd, event } = pullRequest();
    const service = await startService();
    const use = { cwd, event, inputs: { token: 't' }, env: { GITHUB_API_URL: service.address } };
    await runAction(use);
    const [own] = service.comments;
    service.comments[0] = { id: 5, body: own?.body ?? '', user: { type: 'User' }, author: { username: 'eve' } };
    await runAction(use);
    expect(service.comments).toHaveLength(2);
  });

  test.each([401, 403, 404] as const)('a fork without rights (%i) still gets annotations', async (status) => {
    const { cwd, event } = pullRequest();
    const service = await startService(status);
    const use = { cwd, event, inputs: { token: 't' }, env: { GITHUB_API_URL: service.address } };
    const { out, err, summary, code } = await runAction(use);
    const { out: same, code: sameCode } = await runAction({ cwd, event });
    expect(out).toBe(same);
    expect(out).toContain('::');
    expect(code).toBe(sameCode);
    expect(summary).toContain('Target moved');
    expect(err).toContain('No comment was written: this run has no right to');
  });

  test('a service that is down, or is not there, changes nothing else', async () => {
    const { cwd, event } = pullRequest();
    const { address } = await startService(500);
    for (const api of [address, 'http://127.0.0.1:9']) {
      const { out, err } = await runAction({ cwd, event, inputs: { token: 't' }, env: { GITHUB_API_URL: api } });
      expect(out).toContain('::');
      expect(err).toContain('No comment was written');
    }
  });

  test('a first push has nothing to compare with', async () => {
    const { cwd } = pullRequest();
    const { summary, outputs } = await runAction({ cwd, event: { before: '0'.repeat(40) } });
    expect(outputs.changed).toBe('false');
    expect(summary).not.toContain('What changed');
  });

  test('a push is compared with what was there before', async () => {
    const { cwd, base } = pullRequest();
    const { summary } = await runAction({ cwd, event: { before: base } });
    expect(summary).toContain('Target moved from 7,000 to 8,000');
  });

  test('only what is new is reported where that is wished', async () => {
    const { cwd, event } = pullRequest(
      plan.replace('enquiries: plan@ashmere.example', 'enquiries: plans@ashmere.example'),
    );
    const { outputs, code } = await runAction({ cwd, event, inputs: { 'only-new': 'true' } });
    expect(outputs).toMatchObject({ findings: '0', changed: 'true' });
    expect(code).toBe(0);
  });

  test('a copy of the last commit alone fetches the rest', async () => {
    const { cwd, event } = pullRequest();
    const copy = new TestRepository();
    copy.git('remote', 'add', 'origin', `file://${cwd}`);
    copy.git('fetch', '--quiet', '--depth=1', 'origin', 'work');
    copy.git('checkout', '--quiet', 'FETCH_HEAD');
    const { summary } = await runAction({ cwd: copy.folder, event });
    expect(summary).toContain('Target moved from 7,000 to 8,000');
  });

  test('where it cannot be fetched, everything else is done and why is said', async () => {
    const { cwd, event } = pullRequest();
    const copy = new TestRepository();
    copy.git('fetch', '--quiet', '--depth=1', `file://${cwd}`, 'work');
    copy.git('checkout', '--quiet', 'FETCH_HEAD');
    const { out, err, summary } = await runAction({ cwd: copy.folder, event });
    expect(out).toContain('::');
    expect(err).toContain('fetch-depth: 0');
    expect(summary).toContain('What the checks find');
  });

  test('pages are not written where a link leads out', async () => {
    const { repository, cwd, event } = pullRequest();
    const other = new TestRepository();
    symlinkSync(other.folder, join(cwd, 'goldthread-preview'));
    repository.commit();
    const { out, err, outputs } = await runAction({ cwd, event });
    expect(out).toContain('::');
    expect(err).toContain('leads out of the repository');
    expect(outputs.preview).toBe('');
    expect(existsSync(join(other.folder, 'changes.html'))).toBe(false);
  });

  test('an option that is none is told as such', async () => {
    const { cwd, event } = pullRequest();
    const { err, code } = await runAction({ cwd, event, inputs: { 'only-new': 'perhaps' } });
    expect(code).toBe(2);
    expect(err).toContain('‘true’ or ‘false’');
  });

  test('paths that look like options are paths, and nothing in an input is run', async () => {
    const { cwd, event } = pullRequest();
    const { code } = await runAction({
      cwd,
      event,
      inputs: { paths: '--fail-on=never\n$(touch owned)\n; touch owned' },
    });
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'owned'))).toBe(false);
  });
});

const hostile = [
  '::error file=x::owned',
  '##[error]owned',
  '%0A::error::owned',
  '<img src=x onerror=alert(1)>',
  '</ins></details><script>alert(1)</script>',
  '@ashmere/everybody and #1 and GH-1',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  '| a | b | ``` ~~~ # heading',
  '<!-- goldthread -->',
];

/** The elements that the summary and the comment are made of. */
const ours = new Set('h2 h3 h4 p ul li strong em ins del details summary table thead tbody tr th td a br'.split(' '));

describe.skipIf(isWindows)('hostile titles', { timeout: 60_000 }, () => {
  test.each(hostile)('%s', async (title) => {
    const after = changed
      .replace('Make every home a good home', title)
      .replace('Quiet', title)
      .concat(`\npriority owned: ${title}\n  why: ${title}\n  outcomes: nobody\n`);
    const { cwd, event } = pullRequest(after);
    const service = await startService();
    const { out, err, summary } = await runAction({
      cwd,
      event,
      inputs: { token: 't' },
      env: { GITHUB_API_URL: service.address },
    });
    for (const line of out.split('\n').filter(Boolean))
      expect(line).toMatch(/^::(error|warning|notice) file=plans\/our\.plan,[^:]*::/);
    for (const line of err.split('\n').filter(Boolean)) {
      expect(line).toMatch(/^goldthread: /);
      expect(line).not.toContain('##[');
    }
    for (const text of [summary, service.comments[0]?.body ?? '']) {
      expect(text).toContain('What changed');
      const html = new MarkdownIt({ html: true }).render(text);
      const tags = new Set([...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, tag]) => tag));
      expect([...tags].filter((tag) => !ours.has(tag ?? ''))).toEqual([]);
      expect(html).not.toMatch(/href="https:\/\/evil|(?<![\w&;])@ashmere|(?<![\w&;])#1\b/);
    }
    const pages = readFileSync(join(cwd, 'goldthread-preview/changes.html'), 'utf8');
    expect(pages).not.toMatch(/<script|<img src=x/);
  });
});

describe('action.yml', () => {
  const inputs = inside(action, 'inputs') as Readonly<Record<string, unknown>>;

  test('is a composite action whose parts are pinned, and in whose scripts no expression stands', () => {
    expect(inside(action, 'runs', 'using')).toBe('composite');
    for (const step of steps) {
      if (step.uses !== undefined) expect(step.uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      else {
        expect(step.shell).toBe('bash');
        expect(step.run).not.toContain('${{');
      }
    }
  });

  test('installs from the lockfile, without scripts of others', () => {
    expect(String(steps.find(({ run: script }) => String(script).includes('npm'))?.run)).toMatch(
      /^npm ci --ignore-scripts .*\nnode esbuild\.mjs\n$/,
    );
  });

  test('uses every input, and the guide tells of each', () => {
    const env = JSON.stringify(steps.find(({ id }) => id === 'run')?.env);
    const guide = readFileSync(join(root, 'docs/pull-requests.md'), 'utf8');
    for (const [name, input] of Object.entries(inputs)) {
      expect(env).toContain(`\${{ inputs.${name} }}`);
      expect(Object.keys(input as object).every((key) => ['description', 'required', 'default'].includes(key))).toBe(
        true,
      );
      expect(guide).toContain(`\`${name}\``);
    }
    expect(guide).not.toMatch(/^\s*(on:\s*)?pull_request_target:/m);
  });
});

describe('GitLab', { timeout: 60_000 }, () => {
  const env = (repository: TestRepository, base: string, address: string) => ({
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_API_V4_URL: address,
    CI_PROJECT_ID: '1',
    CI_MERGE_REQUEST_IID: '3',
    CI_JOB_URL: 'https://gitlab.example/jobs/1',
    CI_PROJECT_DIR: repository.folder,
    GOLDTHREAD_CODE_QUALITY: 'gl-code-quality-report.json',
    GOLDTHREAD_JUNIT: 'goldthread-junit.xml',
    GOLDTHREAD_PREVIEW: 'goldthread-preview',
  });
  const ci = (cwd: string, variables: Readonly<Record<string, string>>) =>
    run('node', [join(root, 'server/src/cli/main.ts'), 'ci', 'gitlab'], { cwd, env: variables });

  test('reports and a note, brought up to date', async () => {
    const { repository, base, cwd } = pullRequest();
    const service = await startService();
    const variables = { ...env(repository, base, service.address), GOLDTHREAD_TOKEN: 't' };
    const { out } = await ci(cwd, variables);
    expect(out).toContain('thread/priority-without-outcome');
    expect(JSON.parse(readFileSync(join(cwd, 'gl-code-quality-report.json'), 'utf8')).length).toBeGreaterThan(0);
    expect(readFileSync(join(cwd, 'goldthread-junit.xml'), 'utf8')).toContain('<testsuite');
    repository.commit({ 'plans/our.plan': changed.replace('8,000', '9,000') });
    await ci(cwd, variables);
    expect(service.comments).toHaveLength(1);
    expect(service.comments[0]?.body).toContain('Target moved from 7,000 to 9,000');
    expect(service.asked.at(-1)).toBe('PUT /projects/1/merge_requests/3/notes/100');
  });

  test('without a token the reports are there all the same', async () => {
    const { repository, base, cwd } = pullRequest();
    const { err } = await ci(cwd, env(repository, base, 'http://127.0.0.1:9'));
    expect(err).toContain('No note was written: set GOLDTHREAD_TOKEN');
    expect(existsSync(join(cwd, 'goldthread-junit.xml'))).toBe(true);
  });

  test('the template hands over what the program reads, and puts nothing from outside in a script', () => {
    const template = readFileSync(join(root, '.gitlab/goldthread.yml'), 'utf8');
    const script = template.slice(template.indexOf('before_script:'));
    expect(script).not.toContain('$[[');
    for (const name of ['PATHS', 'PROFILE', 'FAIL_ON', 'ONLY_NEW', 'COMMENT', 'CODE_QUALITY', 'JUNIT', 'PREVIEW'])
      expect(template).toContain(`GOLDTHREAD_${name}:`);
  });
});

test('the hooks for pre-commit run the program of this repository', () => {
  const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
  const entries = [...hooks.matchAll(/entry: (\S+) (\S+)/g)].map(([, file = '', command]) => [file, command]);
  expect(entries.map(([, command]) => command)).toEqual(['check', 'format']);
  for (const [file = ''] of entries) expect(existsSync(join(root, file))).toBe(true);
});
